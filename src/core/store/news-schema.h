/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* The version that this Broadsheet reads and writes. */
guint news_schema_get_version (void);

/* Brings the file behind @database, empty or of an earlier version, up to @version, each step in a
 * transaction of its own. Errors are NEWS_STORE_ERROR_TOO_NEW, with the file untouched, where it is
 * of a later version than this Broadsheet knows; NEWS_STORE_ERROR_CORRUPT where its tables are not
 * those of its version; and SQLite's. */
gboolean news_schema_migrate (NewsDatabase *database, guint version, GError **error);

/* Whether all tables of the newest version are there; NEWS_STORE_ERROR_CORRUPT if not. */
gboolean news_schema_check (NewsDatabase *database, GError **error);

/* Whether a file that can't be read is one that a later version has written, by its first bytes,
 * and then an error: what such a version makes of its tables need not be anything that is known
 * here. */
gboolean news_schema_is_later (const char *path, GError **error);

G_END_DECLS
