/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-links.h"

#include <string.h>

/* --- placements ---------------------------------------------------------------------------------
 */

typedef struct
{
  gint64 query;
  gboolean asked;
} Placement;

/* Adds the placement that should be there. What the article tells of itself outweighs that it was
 * in an answer. */
static void
want (GHashTable *wanted, gint64 query, gboolean asked)
{
  Placement *placement = g_hash_table_lookup (wanted, &query);

  if (placement == NULL)
    {
      placement = g_new (Placement, 1);
      placement->query = query;
      placement->asked = asked;
      g_hash_table_add (wanted, placement);
    }
  else
    {
      placement->asked &= asked;
    }
}

/* The placements that follow from an answer, by their query. */
static GHashTable *
collect_wanted (NewsArticleWriter *writer, char **sections)
{
  GHashTable *wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  want (wanted, writer->everything, FALSE);
  want (wanted, writer->asked, TRUE);
  for (gsize i = 0; sections != NULL && sections[i] != NULL; i++)
    if (*sections[i] != '\0')
      want (wanted, news_article_writer_get_query (writer, sections[i]), FALSE);

  return wanted;
}

static void
set_asked (NewsDatabase *database, gint64 article, const Placement *placement)
{
  NewsStatement *statement = news_database_prepare (
    database, "UPDATE placements SET asked = ? WHERE article = ? AND query = ?");

  news_statement_bind_ints (statement, placement->asked, article, placement->query);
  news_statement_run (statement);
}

static void
remove_placement (NewsDatabase *database, gint64 article, gint64 query)
{
  NewsStatement *statement
    = news_database_prepare (database, "DELETE FROM placements WHERE article = ? AND query = ?");

  news_statement_bind_ints (statement, article, query);
  news_statement_run (statement);
}

static void
add_placement (NewsDatabase *database, gint64 article, const Placement *placement, gint64 sorted)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT INTO placements (query, sorted, article, asked) VALUES (?, ?, ?, ?)");

  news_statement_bind_ints (statement, placement->query, sorted, article, placement->asked);
  news_statement_run (statement);
}

/* The placements that are there, an array of Placement. */
static GArray *
read_placements (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT query, asked FROM placements WHERE article = ?");
  GArray *placements = g_array_new (FALSE, FALSE, sizeof (Placement));

  news_statement_bind_int (statement, 1, article);
  while (news_statement_next (statement))
    {
      Placement placement = { .query = news_statement_get_int (statement, 0),
                              .asked = news_statement_get_int (statement, 1) != 0 };

      g_array_append_val (placements, placement);
    }

  return placements;
}

/* Removes the placements that no longer hold, corrects the others, and takes from @wanted what is
 * there already. Returns how many went. */
static guint
reconcile (NewsArticleWriter *writer, gint64 article, GHashTable *wanted, gboolean told, int unread)
{
  g_autoptr (GArray) placements = read_placements (writer->database, article);
  guint gone = 0;

  for (guint i = 0; i < placements->len; i++)
    {
      const Placement *placement = &g_array_index (placements, Placement, i);
      const Placement *other = g_hash_table_lookup (wanted, &placement->query);

      if (other == NULL && told && !placement->asked)
        {
          remove_placement (writer->database, article, placement->query);
          news_unread_tally_add (writer->tally, placement->query, -unread);
          gone++;
        }
      else if (other != NULL && told && placement->asked != other->asked)
        {
          set_asked (writer->database, article, other);
        }
      g_hash_table_remove (wanted, &placement->query);
    }

  return gone;
}

void
news_article_links_write_placements (NewsArticleWriter *writer,
                                     gint64 article,
                                     char **sections,
                                     gint64 sorted,
                                     gboolean read)
{
  g_autoptr (GHashTable) wanted = collect_wanted (writer, sections);
  int unread = read ? 0 : 1;
  guint changed = reconcile (writer, article, wanted, sections != NULL, unread);
  GHashTableIter iter;
  gpointer placement;

  changed += g_hash_table_size (wanted);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &placement, NULL))
    {
      add_placement (writer->database, article, placement, sorted);
      news_unread_tally_add (writer->tally, ((Placement *) placement)->query, unread);
    }

  if (changed > 0)
    {
      writer->changes->lists = TRUE;
      writer->changes->counts = TRUE;
    }
}

/* --- topics and related articles ----------------------------------------------------------------
 */

char *
news_article_links_fold_topic (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_strstrip (g_utf8_casefold (normal, -1)) : g_strdup ("");
}

/* The row of a topic, which keeps the name that it was told by first. */
static gint64
ensure_topic (NewsDatabase *database, const char *key, const char *name)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id FROM topics WHERE key = ?");
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  gint64 topic;

  news_statement_bind_text (statement, 1, key);
  topic = news_statement_run_int (statement, 0);
  if (topic != 0)
    return topic;

  statement = news_database_prepare (database, "INSERT INTO topics (key, name) VALUES (?, ?)");
  news_statement_bind_text (statement, 1, key);
  news_statement_bind_text (statement, 2, stripped);
  news_statement_run (statement);

  return news_database_get_last_row (database);
}

void
news_article_links_write_topics (NewsDatabase *database,
                                 gint64 article,
                                 char **topics,
                                 gint64 sorted)
{
  NewsStatement *statement;

  if (topics == NULL)
    return;

  statement = news_database_prepare (database, "DELETE FROM article_topics WHERE article = ?");
  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);

  for (gsize i = 0; topics[i] != NULL; i++)
    {
      g_autofree char *key = news_article_links_fold_topic (topics[i]);
      gint64 topic;

      if (*key == '\0')
        continue;

      /* The same topic in two spellings is one. */
      topic = ensure_topic (database, key, topics[i]);
      statement = news_database_prepare (database,
                                         "INSERT OR IGNORE INTO article_topics"
                                         " (topic, sorted, article, position) VALUES (?, ?, ?, ?)");
      news_statement_bind_ints (statement, topic, sorted, article, (gint64) i);
      news_statement_run (statement);
    }
}

void
news_article_links_write_related (NewsDatabase *database, gint64 article, char **related)
{
  NewsStatement *statement;

  if (related == NULL)
    return;

  statement = news_database_prepare (database, "DELETE FROM related WHERE article = ?");
  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);

  for (gsize i = 0; related[i] != NULL; i++)
    {
      statement = news_database_prepare (
        database, "INSERT INTO related (article, position, remote) VALUES (?, ?, ?)");
      news_statement_bind_int (statement, 1, article);
      news_statement_bind_int (statement, 2, (gint64) i);
      news_statement_bind_text (statement, 3, related[i]);
      news_statement_run (statement);
    }
}

void
news_article_links_move (NewsDatabase *database, gint64 article, gint64 sorted)
{
  NewsStatement *statement;

  statement
    = news_database_prepare (database, "UPDATE placements SET sorted = ? WHERE article = ?");
  news_statement_bind_ints (statement, sorted, article);
  news_statement_run (statement);

  statement
    = news_database_prepare (database, "UPDATE article_topics SET sorted = ? WHERE article = ?");
  news_statement_bind_ints (statement, sorted, article);
  news_statement_run (statement);
}
