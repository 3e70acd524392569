/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-changes.h"
#include "news-database.h"

G_BEGIN_DECLS

/* Marks @articles (gint64) as read or unread inside a transaction that writes,
 * keeps the counters of all queries right, and notes in @changes what anyone may want to know.
 * A few statements, however many there are. Returns those whose mark was another, in order;
 * articles that nobody knows any more are left out. */
GArray *news_bulk_marks_set_read (NewsDatabase *database,
                                  GArray *articles,
                                  gboolean read,
                                  NewsChanges *changes);

G_END_DECLS
