/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-views.h"

#include <glib/gi18n.h>

#define KEY "list-views"

/* What the bookmarks are kept under, which no section is called. */
#define BOOKMARKS "@bookmarks"
#define HOME "@home"

static const struct
{
  const char *name;
  const char *words; /* NULL for what needs none */
} filters[] = {
  [NEWS_FILTER_ALL] = { "all", NULL },
  /* Translators: what a list shows: only what is unread */
  [NEWS_FILTER_UNREAD] = { "unread", NC_ ("filter of a list", "Unread") },
  /* Translators: what a list shows: only what is bookmarked */
  [NEWS_FILTER_BOOKMARKED] = { "bookmarked", NC_ ("filter of a list", "Bookmarked") },
}, orders[] = {
  [NEWS_ORDER_NEWEST] = { "newest", NULL },
  [NEWS_ORDER_OLDEST] = { "oldest", NC_ ("order of a list", "Oldest first") },
  [NEWS_ORDER_MOST_VISITED] = { "most-visited", NC_ ("order of a list", "Most visited first") },
};

const char *
news_list_views_get_filter_name (NewsFilter filter)
{
  return filters[filter].name;
}

const char *
news_list_views_get_order_name (NewsOrder order)
{
  return orders[order].name;
}

gboolean
news_list_views_parse_filter (const char *name, NewsFilter *filter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_strcmp0 (filters[i].name, name) == 0)
      {
        *filter = (NewsFilter) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
news_list_views_parse_order (const char *name, NewsOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i].name, name) == 0)
      {
        *order = (NewsOrder) i;
        return TRUE;
      }

  return FALSE;
}

char *
news_list_views_dup_words (NewsFilter filter, NewsOrder order)
{
  const char *filtered = filters[filter].words;
  const char *ordered = orders[order].words;

  filtered = filtered != NULL ? g_dpgettext2 (NULL, "filter of a list", filtered) : NULL;
  ordered = ordered != NULL ? g_dpgettext2 (NULL, "order of a list", ordered) : NULL;
  if (filtered != NULL && ordered != NULL)
    /* Translators: what a list shows, and in which order, as in “Unread · Oldest first” */
    return g_strdup_printf (_ ("%s · %s"), filtered, ordered);

  return g_strdup (filtered != NULL ? filtered : ordered);
}

/* NULL for what is not kept. */
static const char *
get_key (NewsScope *scope)
{
  switch (scope->kind)
    {
    case NEWS_SCOPE_SECTION:
      return ((NewsSection *) g_ptr_array_index (scope->sections, 0))->id;

    case NEWS_SCOPE_HOME:
      return HOME;

    case NEWS_SCOPE_BOOKMARKS:
      return BOOKMARKS;

    case NEWS_SCOPE_TOPIC:
    default:
      return NULL;
    }
}

void
news_list_views_read (GSettings *settings, NewsScope *scope, NewsFilter *filter, NewsOrder *order)
{
  g_autoptr (GVariant) views = NULL;
  const char *key = get_key (scope);
  const char *filtered, *ordered;

  *filter = NEWS_FILTER_ALL;
  *order = NEWS_ORDER_NEWEST;
  if (settings == NULL || key == NULL)
    return;

  views = g_settings_get_value (settings, KEY);
  if (g_variant_lookup (views, key, "(&s&s)", &filtered, &ordered))
    {
      news_list_views_parse_filter (filtered, filter);
      news_list_views_parse_order (ordered, order);
    }
}

void
news_list_views_write (GSettings *settings, NewsScope *scope)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s(ss)}"));
  g_autoptr (GVariant) views = NULL;
  const char *key = get_key (scope);

  if (settings == NULL || key == NULL)
    return;

  views = g_settings_get_value (settings, KEY);
  for (gsize i = 0; i < g_variant_n_children (views); i++)
    {
      const char *other, *filtered, *ordered;

      g_variant_get_child (views, i, "{&s(&s&s)}", &other, &filtered, &ordered);
      if (!g_str_equal (other, key))
        g_variant_builder_add (&builder, "{s(ss)}", other, filtered, ordered);
    }

  /* What is plain takes no room. */
  if (!news_scope_is_plain (scope))
    g_variant_builder_add (&builder, "{s(ss)}", key, filters[scope->filter].name,
                           orders[scope->order].name);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
