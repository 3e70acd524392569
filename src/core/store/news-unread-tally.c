/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-unread-tally.h"

typedef struct
{
  gint64 query;
  gint64 change;
} Entry;

struct _NewsUnreadTally
{
  GHashTable *entries; /* Entry, by its query, where it begins */

  NewsDatabase *database; /* borrowed */
};

NewsUnreadTally *
news_unread_tally_new (NewsDatabase *database)
{
  NewsUnreadTally *self = g_new0 (NewsUnreadTally, 1);

  self->database = database;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
news_unread_tally_free (NewsUnreadTally *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
news_unread_tally_add (NewsUnreadTally *self, gint64 query, int change)
{
  Entry *entry = g_hash_table_lookup (self->entries, &query);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->query = query;
      g_hash_table_add (self->entries, entry);
    }

  entry->change += change;
}

void
news_unread_tally_add_article (NewsUnreadTally *self, gint64 article, int change)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT query FROM placements WHERE article = ?");

  news_statement_bind_int (statement, 1, article);
  while (news_statement_next (statement))
    news_unread_tally_add (self, news_statement_get_int (statement, 0), change);
}

void
news_unread_tally_write (NewsUnreadTally *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Entry *entry = key;
      NewsStatement *statement = news_database_prepare (
        self->database, "UPDATE queries SET unread = unread + ? WHERE id = ?");

      if (entry->change == 0)
        continue;

      news_statement_bind_ints (statement, entry->change, entry->query);
      news_statement_run (statement);
    }

  g_hash_table_remove_all (self->entries);
}
