/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-clipping-rows.h"
#include "news-store-private.h"

/* --- what is to be kept -------------------------------------------------------------------------
 */

typedef struct
{
  gint64 now;
  guint length;
} Due;

static gpointer
list_due (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const Due *due = data;
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT s.identity FROM statuses s INDEXED BY statuses_ranked"
              " JOIN tellings t ON t.article = s.identity"
              " LEFT JOIN clippings c ON c.article = s.identity"
              " WHERE s.bookmarked = 1 AND (c.article IS NULL OR c.due <= ?)"
              " ORDER BY s.rank DESC, s.identity DESC LIMIT ?");

  news_statement_bind_ints (statement, due->now, due->length);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_append_val (articles, article);
    }

  return articles;
}

static const NewsOperation list_due_operation = {
  .name = "Broadsheet: bookmarks to be kept",
  .lane = NEWS_LANE_READ,
  .run = list_due,
  .free_result = (GDestroyNotify) g_array_unref,
};

GArray *
news_store_list_clippings_due (NewsStore *self, gint64 now, guint length, GError **error)
{
  Due due = { now, length };
  gpointer articles = NULL;

  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);

  news_store_wait (self, &list_due_operation, &due, &articles, error);

  return articles;
}

/* --- what is kept -------------------------------------------------------------------------------
 */

/* Hours after which what could not be had is asked for again; after the last of them it is given
 * up, until the article changes. */
static const guint8 waits[] = { 1, 6, 24, 72, 168 };

typedef struct
{
  gint64 article;
  GPtrArray *files;
  gboolean complete;
} Note;

static gint64
choose_due (NewsDatabase *database, const Note *request, gint64 tries)
{
  if (request->complete || tries >= (gint64) G_N_ELEMENTS (waits))
    return G_MAXINT64;

  return news_database_get_now (database) + waits[MAX (tries, 0)] * 60 * 60;
}

/* FALSE if there is no such article: it may have gone while its pictures were fetched. */
static gboolean
note_try (NewsDatabase *database, const Note *request)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT tries FROM clippings WHERE article = ?");
  gint64 tries;

  news_statement_bind_int (statement, 1, request->article);
  tries = news_statement_run_int (statement, 0);

  statement = news_database_prepare (
    database, "INSERT INTO clippings (article, tries, due) SELECT id, ?, ? FROM articles"
              " WHERE id = ?"
              " ON CONFLICT (article) DO UPDATE SET tries = excluded.tries, due = excluded.due");
  news_statement_bind_ints (statement, tries + 1, choose_due (database, request, tries),
                            request->article);

  return news_statement_run (statement) > 0;
}

static void
add_file (NewsDatabase *database, gint64 article, const char *file)
{
  NewsStatement *statement = news_database_prepare (
    database, "INSERT OR IGNORE INTO clipping_files (article, file) VALUES (?, ?)");

  news_statement_bind_int (statement, 1, article);
  news_statement_bind_text (statement, 2, file);
  news_statement_run (statement);
}

static gpointer
note (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  const Note *request = data;
  NewsStatement *statement
    = news_database_prepare (database, "DELETE FROM clipping_files WHERE article = ?");

  news_statement_bind_int (statement, 1, request->article);
  news_statement_run (statement);
  if (!note_try (database, request))
    return NULL;

  for (guint i = 0; i < request->files->len; i++)
    add_file (database, request->article, g_ptr_array_index (request->files, i));

  return NULL;
}

static const NewsOperation note_operation = {
  .name = "Broadsheet: note what is kept of a bookmark",
  .lane = NEWS_LANE_BULK,
  .run = note,
};

gboolean
news_store_note_clipping (NewsStore *self,
                          gint64 article,
                          GPtrArray *files,
                          gboolean complete,
                          GError **error)
{
  Note request = { article, files, complete };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  return news_store_wait (self, &note_operation, &request, NULL, error);
}

/* --- what need not be kept any more -------------------------------------------------------------
 */

/* By the order of their numbers, a piece at a time, so that a mark never waits for long. */
#define CHUNK 1000

typedef struct
{
  gint64 last;
  guint looked;
} Drop;

static gpointer
drop_unmarked (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  Drop *drop = data;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT c.article, EXISTS (SELECT 1 FROM statuses s WHERE s.identity = c.article"
              "  AND s.bookmarked = 1) FROM clippings c WHERE c.article > ?"
              " ORDER BY c.article LIMIT ?");

  drop->looked = 0;
  news_statement_bind_ints (statement, drop->last, CHUNK);
  while (news_statement_next (statement))
    {
      drop->looked++;
      drop->last = news_statement_get_int (statement, 0);
      if (news_statement_get_int (statement, 1) == 0)
        g_array_append_val (articles, drop->last);
    }

  for (guint i = 0; i < articles->len; i++)
    news_clipping_rows_drop (database, g_array_index (articles, gint64, i));

  return NULL;
}

static const NewsOperation drop_unmarked_operation = {
  .name = "Broadsheet: drop what was kept of bookmarks",
  .lane = NEWS_LANE_BULK,
  .run = drop_unmarked,
};

gboolean
news_store_drop_clippings (NewsStore *self, GError **error)
{
  Drop drop = { .last = G_MININT64 };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  do
    if (!news_store_wait (self, &drop_unmarked_operation, &drop, NULL, error))
      return FALSE;
  while (drop.looked == CHUNK);

  return TRUE;
}

/* The index of files is looked into for each, as there may be many more than are asked for. */
static gpointer
find_unused (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  GPtrArray *files = data;
  GPtrArray *unused = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      NewsStatement *statement
        = news_database_prepare (database, "SELECT 1 FROM clipping_files WHERE file = ? LIMIT 1");

      news_statement_bind_text (statement, 1, g_ptr_array_index (files, i));
      if (news_statement_run_int (statement, 0) == 0 && !news_database_has_failed (database))
        g_ptr_array_add (unused, g_ptr_array_index (files, i));
    }

  return unused;
}

static const NewsOperation find_unused_operation = {
  .name = "Broadsheet: files of no bookmark",
  .lane = NEWS_LANE_READ,
  .run = find_unused,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

GPtrArray *
news_store_find_unused_files (NewsStore *self, GPtrArray *files, GError **error)
{
  gpointer unused = NULL;

  g_return_val_if_fail (NEWS_IS_STORE (self), NULL);

  news_store_wait (self, &find_unused_operation, files, &unused, error);

  return unused;
}
