/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-feed.h"

G_BEGIN_DECLS

/* A file of tests/fixtures/feed as text. */
char *feed_test_load (const char *name);

/* Reads a feed that must be one, at https://site.example/dir/feed. @type may be NULL. */
NewsFeed *feed_test_read (const char *data, gssize length, const char *type);
NewsFeed *feed_test_read_file (const char *name);

NewsArticle *feed_test_get (NewsFeed *feed, guint index);

G_END_DECLS
