/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-id-set.h"
#include "news-query-table.h"
#include "news-store-private.h"

/* The queries of some sections, sorted by their sources: an article has one source, so that only
 * queries of the same one can have articles in common. From char*, the id of a source, to a set of
 * char*, the sections that are asked of it, "" for everything. */
static GHashTable *
new_queries (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
}

static void
add_section (GHashTable *queries, NewsSection *section)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (section->queries, i);
      GHashTable *asked = g_hash_table_lookup (queries, query->source);

      if (asked == NULL)
        {
          asked = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (queries, query->source, asked);
        }
      g_hash_table_add (asked, query->section != NULL ? query->section : (char *) "");
    }
}

static void
add_unread (NewsDatabase *database, gint64 query, NewsIdSet *articles)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT p.article FROM placements p WHERE p.query = ?"
                                       " AND NOT EXISTS (SELECT 1 FROM statuses s"
                                       "  WHERE s.identity = p.article AND s.read = 1)");

  news_statement_bind_int (statement, 1, query);
  while (news_statement_next (statement))
    news_id_set_add (articles, news_statement_get_int (statement, 0));
}

/* The unread articles of one source. Everything that it has includes each section, and a section
 * alone has each article once: then there is a counter. Only several are compared. */
static guint
count_source (NewsDatabase *database, NewsQueryTable *table, const char *source, GHashTable *asked)
{
  gboolean everything = g_hash_table_contains (asked, "");
  gboolean several = !everything && g_hash_table_size (asked) > 1;
  g_autoptr (NewsIdSet) articles = news_id_set_new ();
  GHashTableIter iter;
  gpointer section;
  guint count = 0;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &section, NULL))
    {
      const NewsQueryRow *row;

      if (everything && *(char *) section != '\0')
        continue;

      row = news_query_table_find (table, source, section);
      if (row == NULL)
        continue;
      if (several)
        add_unread (database, row->number, articles);
      else
        count = row->unread;
    }

  return several ? news_id_set_get_size (articles) : count;
}

static guint
count_queries (NewsDatabase *database, NewsQueryTable *table, GHashTable *queries)
{
  GHashTableIter iter;
  gpointer source, asked;
  guint count = 0;

  g_hash_table_iter_init (&iter, queries);
  while (g_hash_table_iter_next (&iter, &source, &asked))
    count += count_source (database, table, source, asked);

  return count;
}

static guint
count_bookmarks (NewsDatabase *database)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT count (*) FROM statuses s INDEXED BY "
              "statuses_bookmarked JOIN tellings t ON t.article = s.identity"
              " WHERE s.bookmarked = 1");

  return (guint) news_statement_run_int (statement, 0);
}

static gpointer
count (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GPtrArray *sections = data;
  GArray *counts = g_array_sized_new (FALSE, FALSE, sizeof (guint), sections->len + 1);
  g_autoptr (NewsQueryTable) table = news_query_table_new (database);
  g_autoptr (GHashTable) all = new_queries ();
  guint home, bookmarks;

  for (guint i = 0; i < sections->len; i++)
    add_section (all, g_ptr_array_index (sections, i));
  home = count_queries (database, table, all);

  for (guint i = 0; i < sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (sections, i);
      g_autoptr (GHashTable) own = new_queries ();
      guint unread = home;

      add_section (own, section);
      if (section->queries->len > 0)
        unread = count_queries (database, table, own);
      g_array_append_val (counts, unread);
    }

  bookmarks = count_bookmarks (database);
  g_array_append_val (counts, bookmarks);

  return counts;
}

static const NewsOperation count_operation = {
  .name = "Broadsheet: count",
  .lane = NEWS_LANE_READ,
  .run = count,
  .free_request = (GDestroyNotify) g_ptr_array_unref,
  .free_result = (GDestroyNotify) g_array_unref,
};

void
news_store_count_async (NewsStore *self,
                        GPtrArray *sections,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GPtrArray *request;

  g_return_if_fail (NEWS_IS_STORE (self));

  request = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (request, news_section_ref (g_ptr_array_index (sections, i)));

  news_store_start (self, &count_operation, request, cancellable, callback, user_data);
}

GArray *
news_store_count_finish (NewsStore *self, GAsyncResult *result, GError **error)
{
  return news_store_finish (self, &count_operation, result, error);
}
