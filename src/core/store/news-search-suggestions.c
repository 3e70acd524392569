/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-suggestions.h"

GPtrArray *
news_search_suggestions_read (NewsDatabase *database,
                              const char *typed,
                              guint caret,
                              guint limit,
                              GPtrArray *sections)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) news_suggestion_free);
}
