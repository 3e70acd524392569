/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-speech.h"

#include "news-store.h"

#include <glib/gi18n.h>
#include <string.h>

char *
news_search_dup_count (guint count)
{
  if (count == 0)
    return g_strdup (_ ("Nothing found"));
  if (count > NEWS_STORE_MOST_MATCHES)
    /* Translators: how many articles were found: so many, and more */
    return g_strdup_printf (_ ("%'u+ found"), (guint) NEWS_STORE_MOST_MATCHES);

  /* Translators: how many articles were found */
  return g_strdup_printf (ngettext ("%'u found", "%'u found", count), count);
}

const char *
news_search_get_here (NewsScope *scope)
{
  switch (scope->kind)
    {
    case NEWS_SCOPE_SECTION:
      return _ ("This Section");
    case NEWS_SCOPE_HOME:
      return _ ("This Edition");
    case NEWS_SCOPE_TOPIC:
      return _ ("This Topic");
    case NEWS_SCOPE_BOOKMARKS:
    case NEWS_SCOPE_SEARCH:
      break;
    }

  return NULL;
}

/* A quote in it would end it. */
static char *
add_operator (const char *query, const char *operator, const char * value)
{
  g_autofree char *plain = g_strdelimit (g_strdup (value), "\"", ' ');
  const char *quote = strchr (plain, ' ') != NULL ? "\"" : "";

  return g_strdup_printf ("%s %s%s%s%s", query, operator, quote, plain, quote);
}

static char *
dup_query_of_place (NewsScope *search)
{
  NewsScope *within = search->within;

  if (within == NULL)
    return g_strdup (search->query);

  switch (within->kind)
    {
    case NEWS_SCOPE_SECTION:
      return add_operator (search->query, "section:",
                           ((NewsSection *) g_ptr_array_index (within->sections, 0))->title);
    case NEWS_SCOPE_TOPIC:
      return add_operator (search->query, "topic:", within->topic);
    case NEWS_SCOPE_BOOKMARKS:
      return g_strconcat (search->query, " is:bookmarked", NULL);
    case NEWS_SCOPE_HOME:
    case NEWS_SCOPE_SEARCH:
      break;
    }

  return g_strdup (search->query);
}

char *
news_search_dup_whole_query (NewsScope *search)
{
  g_autofree char *query = dup_query_of_place (search);
  gboolean bookmarks = search->within != NULL && search->within->kind == NEWS_SCOPE_BOOKMARKS;

  if (search->filter == NEWS_FILTER_UNREAD)
    return g_strconcat (query, " is:unread", NULL);
  if (search->filter == NEWS_FILTER_BOOKMARKED && !bookmarks)
    return g_strconcat (query, " is:bookmarked", NULL);

  return g_steal_pointer (&query);
}
