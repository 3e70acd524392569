/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* Carries over what can be read of the statuses in the damaged file at @path into @fresh, a new and
 * empty store, and with each bookmark its article. Bookmarks are read from their index too, and
 * identities from theirs, so that one damaged page of a table loses none. Either all of what could
 * be read is on the disk afterwards, or nothing; only failing to write is an error. */
gboolean news_rescue_run (const char *path, NewsDatabase *fresh, GError **error);

G_END_DECLS
