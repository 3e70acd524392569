/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-facets.h"

/* U+F8FF. */
#define FACET "\357\243\277"

#define LAST_TIME G_GINT64_CONSTANT (253402300799)

void
news_search_facets_append_any (GString *words)
{
  g_string_append (words, " " FACET "a");
}

void
news_search_facets_append_pictured (GString *words)
{
  g_string_append (words, " " FACET "p");
}

void
news_search_facets_append_source (GString *words, gint64 source)
{
  g_string_append_printf (words, " " FACET "s%" G_GINT64_FORMAT, source);
}

void
news_search_facets_append_topic (GString *words, gint64 topic)
{
  g_string_append_printf (words, " " FACET "t%" G_GINT64_FORMAT, topic);
}

void
news_search_facets_append_byline (GString *words, const char *word, gsize length)
{
  g_string_append (words, " " FACET "b");
  g_string_append_len (words, word, (gssize) length);
}

void
news_search_facets_append_outlet (GString *words, const char *word, gsize length)
{
  g_string_append (words, " " FACET "o");
  g_string_append_len (words, word, (gssize) length);
}

void
news_search_facets_append_year (GString *words, int year)
{
  g_string_append_printf (words, " " FACET "y%d", year);
}

void
news_search_facets_append_month (GString *words, int year, int month)
{
  g_string_append_printf (words, " " FACET "m%d", year * 100 + month);
}

void
news_search_facets_get_month (gint64 time, int *year, int *month)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (CLAMP (time, 0, LAST_TIME));

  *year = g_date_time_get_year (date);
  *month = g_date_time_get_month (date);
}
