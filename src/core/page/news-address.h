/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an address is for. */
typedef enum
{
  NEWS_ADDRESS_LINK, /* to follow: http, https, mailto */
  NEWS_ADDRESS_FILE, /* to fetch: http, https */
} NewsAddressUse;

/* What relative addresses are relative to; NULL if @base is no http or https address. */
GUri *news_address_parse_base (const char *base);

/* The absolute address that @reference means (RFC 3986, with what browsers forgive: spaces, letters
 * that should be escaped, a missing scheme before "//"), or NULL if it means none, or one that a
 * page may not have. Names and passwords of users are dropped, from links also the parameters that
 * only tell who came from where. */
char *news_address_resolve (GUri *base, const char *reference, NewsAddressUse use);

/* Whether an absolute address is of a scheme that is allowed. */
gboolean news_address_is_safe (const char *address, NewsAddressUse use);

/* Whether both are places of the same document: equal but for the fragment. */
gboolean news_address_same_document (GUri *base, const char *address);

G_END_DECLS
