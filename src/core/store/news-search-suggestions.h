/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-section.h"
#include "news-store.h"

G_BEGIN_DECLS

/* See news_store_suggest_async(). Inside a transaction. */
GPtrArray *news_search_suggestions_read (NewsDatabase *database,
                                         const char *typed,
                                         guint caret,
                                         guint limit,
                                         GPtrArray *sections);

G_END_DECLS
