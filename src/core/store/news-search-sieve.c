/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-sieve.h"

/* What is asked of one source. */
typedef struct
{
  gint64 source;
  gboolean everything;
  GArray *queries; /* gint64 */
} Place;

struct _NewsSearchPlaces
{
  GHashTable *places; /* Place, by its source, where it begins */
};

static void
free_place (Place *place)
{
  g_array_unref (place->queries);
  g_free (place);
}

NewsSearchPlaces *
news_search_places_new (void)
{
  NewsSearchPlaces *self = g_new0 (NewsSearchPlaces, 1);

  self->places
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_place);

  return self;
}

void
news_search_places_free (NewsSearchPlaces *self)
{
  g_hash_table_unref (self->places);
  g_free (self);
}

void
news_search_places_add (NewsSearchPlaces *self, gint64 source, gint64 query)
{
  Place *place = g_hash_table_lookup (self->places, &source);

  if (place == NULL)
    {
      place = g_new0 (Place, 1);
      place->source = source;
      place->queries = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->places, &place->source, place);
    }

  if (query == 0)
    place->everything = TRUE;
  else
    g_array_append_val (place->queries, query);
}

void
news_search_places_add_section (NewsSearchPlaces *self,
                                NewsDatabase *database,
                                NewsSection *section)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (section->queries, i);
      NewsStatement *statement = news_database_prepare (
        database, "SELECT q.id, q.source FROM sources s JOIN queries q"
                  " ON q.source = s.id WHERE s.name = ? AND q.section = ?");
      gboolean everything = query->section == NULL || *query->section == '\0';

      news_statement_bind_text (statement, 1, query->source);
      news_statement_bind_text (statement, 2, everything ? "" : query->section);
      if (news_statement_next (statement))
        news_search_places_add (self, news_statement_get_int (statement, 1),
                                everything ? 0 : news_statement_get_int (statement, 0));
      news_statement_end (statement);
    }
}

GArray *
news_search_places_list_sources (NewsSearchPlaces *self)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_array_append_val (sources, ((Place *) place)->source);

  return sources;
}

static gboolean
stands_in_query (NewsDatabase *database, gint64 article, gint64 query)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT 1 FROM placements WHERE article = ? AND query = ?");

  news_statement_bind_ints (statement, article, query);

  return news_statement_run_int (statement, 0) != 0;
}

static gboolean
stands_in (NewsSearchPlaces *self, NewsDatabase *database, gint64 article, gint64 source)
{
  const Place *place = g_hash_table_lookup (self->places, &source);

  if (place == NULL)
    return FALSE;

  if (place->everything)
    return TRUE;

  for (guint i = 0; i < place->queries->len; i++)
    if (stands_in_query (database, article, g_array_index (place->queries, gint64, i)))
      return TRUE;

  return FALSE;
}

/* --- the sieve ----------------------------------------------------------------------------------
 */

void
news_search_sieve_init (NewsSearchSieve *self)
{
  self->from = G_MININT64;
  self->until = G_MAXINT64;
  self->read = self->bookmarked = -1;
  self->within = g_ptr_array_new_with_free_func ((GDestroyNotify) news_search_places_free);
  self->without = g_ptr_array_new_with_free_func ((GDestroyNotify) news_search_places_free);
  self->kept = 0;
}

void
news_search_sieve_clear (NewsSearchSieve *self)
{
  g_ptr_array_unref (self->within);
  g_ptr_array_unref (self->without);
}

static gboolean
has_marks (NewsSearchSieve *self, NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT read, bookmarked FROM statuses WHERE identity = ?");
  gboolean read = FALSE;
  gboolean bookmarked = FALSE;

  news_statement_bind_int (statement, 1, article);
  if (news_statement_next (statement))
    {
      read = news_statement_get_int (statement, 0) != 0;
      bookmarked = news_statement_get_int (statement, 1) != 0;
    }
  news_statement_end (statement);

  return (self->read == -1 || self->read == read)
         && (self->bookmarked == -1 || self->bookmarked == bookmarked);
}

gboolean
news_search_sieve_pass (NewsSearchSieve *self,
                        NewsDatabase *database,
                        gint64 article,
                        gint64 source,
                        gint64 sorted)
{
  if (sorted < self->from || sorted >= self->until)
    return FALSE;

  if ((self->read != -1 || self->bookmarked != -1) && article != self->kept
      && !has_marks (self, database, article))
    return FALSE;

  for (guint i = 0; i < self->within->len; i++)
    if (!stands_in (g_ptr_array_index (self->within, i), database, article, source))
      return FALSE;

  for (guint i = 0; i < self->without->len; i++)
    if (stands_in (g_ptr_array_index (self->without, i), database, article, source))
      return FALSE;

  return TRUE;
}
