/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @url without what does not make it another page: the scheme, the fragment, a closing slash,
 * parameters that only tell where a reader came from, the case of the host and of escapes, and
 * needless escapes (RFC 3986, 6.2.2 and 6.2.3). Not an address to fetch, only to compare. NULL
 * where it is not an http or https address. */
char *news_canonical_url (const char *url);

/* A hash of a canonical address for the index of the store. */
gint64 news_canonical_url_hash (const char *canonical);

G_END_DECLS
