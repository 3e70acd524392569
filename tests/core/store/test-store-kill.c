/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* A process that writes is killed at any point, again and again. Every mark that it was told to be
 * written is there afterwards, with its article if that is a bookmark, and no batch is there by
 * half. */

#include "news-store-keeping.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define KILLS 200
#define KILLS_OF_ONE 20
#define BATCH 20
#define TEXT_BYTES 3500

/* A body as an earlier version of the store kept it. */
#define EARLY "The text of an earlier version"

/* --- the process that is killed -----------------------------------------------------------------
 */

static void
take_batch (StoreFixture *fixture, const char *source)
{
  g_autoptr (NewsSource) told = news_source_new (source, source, "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = told, .articles = articles };

  for (guint i = 0; i < BATCH; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NewsArticle *article = store_fixture_article (id, id, 100 + i);

      article->text = store_fixture_text (i, TEXT_BYTES);
      article->sections = store_fixture_names ("5 7");
      article->topics = store_fixture_names ("t u");
      g_ptr_array_add (articles, article);
    }
  g_assert_true (news_store_take_in (fixture->store, &batch, NULL, NULL));
}

/* Says on standard output what is written for good. */
static void
acknowledge (const char *mark, gint64 article)
{
  g_print ("%s %" G_GINT64_FORMAT "\n", mark, article);
  fflush (stdout);
}

/* What the upkeep does: packs what an earlier version wrote, drops, and gives back. */
static void
keep_up (StoreFixture *fixture, guint turn)
{
  store_fixture_ask (fixture,
                     "UPDATE bodies SET pack = NULL, text = '" EARLY "'"
                     " WHERE article IN (SELECT id FROM articles ORDER BY id DESC LIMIT 50)");
  store_fixture_ask (fixture, "INSERT OR REPLACE INTO chores (name, next)"
                              " SELECT 'pack bodies', max (article) FROM bodies");
  g_assert_cmpint (news_store_pack (fixture->store, NULL), >=, 0);
  if (turn % 2 == 1)
    g_assert_cmpint (news_store_drop_all (fixture->store, 0, NULL, NULL, NULL), >=, 0);
  g_assert_true (news_store_give_back (fixture->store, TRUE, NULL));
}

static void
run_child (const char *path, const char *name)
{
  StoreFixture fixture = { .path = g_strdup (path) };

  store_fixture_reopen (&fixture);
  g_print ("open %s\n", name);
  fflush (stdout);

  for (guint i = 0;; i++)
    {
      g_autofree char *source = g_strdup_printf ("%s-%u", name, i);

      if (i % 2 == 1)
        keep_up (&fixture, i / 2);
      take_batch (&fixture, source);
      for (guint j = 0; j < BATCH; j++)
        {
          g_autofree char *id = g_strdup_printf ("%u", j);
          gint64 article = store_fixture_number (&fixture, source, id);

          if (j % 3 == 0)
            {
              store_fixture_set_bookmarked (&fixture, article, TRUE);
              acknowledge ("bookmarked", article);
            }
          store_fixture_set_read (&fixture, article, TRUE);
          acknowledge ("read", article);
        }
    }
}

/* --- the test -----------------------------------------------------------------------------------
 */

static GSubprocess *
spawn (StoreFixture *fixture, guint number)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *name = g_strdup_printf ("child-%u", number);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                           "--child", fixture->path, name, NULL);

  g_assert_no_error (error);

  return process;
}

/* Reads @lines lines, kills the process, and reads what it still had said. A last line that is not
 * whole was not said. */
static void
kill_after (GSubprocess *process, guint lines, GPtrArray *said)
{
  g_autoptr (GDataInputStream) stream
    = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  gsize length;
  char *line;

  for (guint i = 0; i < lines; i++)
    g_ptr_array_add (said, g_data_input_stream_read_line (stream, &length, NULL, NULL));

  g_subprocess_send_signal (process, SIGKILL);
  while ((line = g_data_input_stream_read_line (stream, &length, NULL, NULL)) != NULL)
    g_ptr_array_add (said, line);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
}

static gboolean
is_marked (StoreFixture *fixture, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);
  g_autofree char *sql = NULL;

  /* The very last line may be cut. */
  if (words[0] == NULL || words[1] == NULL || !g_ascii_isdigit (*words[1]))
    return TRUE;

  sql = g_strdup_printf ("SELECT %s FROM statuses WHERE identity = %s", words[0], words[1]);

  return store_fixture_ask (fixture, sql) == 1;
}

/* A bookmark, any of them, can be read. There is none when it was killed before the first. */
static void
read_bookmark (StoreFixture *fixture)
{
  gint64 number = store_fixture_ask (fixture, "SELECT identity FROM statuses WHERE bookmarked = 1"
                                              " ORDER BY random () LIMIT 1");
  g_autoptr (NewsStory) story = NULL;

  if (number <= 0)
    return;

  story = store_fixture_story (fixture, number);
  g_assert_true (g_strcmp0 (story->article->text, EARLY) == 0
                 || strlen (story->article->text) == TEXT_BYTES);
}

static void
check (StoreFixture *fixture, GPtrArray *said)
{
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pragma_integrity_check"
                                               " WHERE integrity_check = 'ok'"),
                   ==, 1);

  /* A batch is whole, or but for its bookmarks it is dropped; one at most was just being dropped.
   */
  g_assert_cmpint (
    store_fixture_ask (fixture, "SELECT count (*) FROM (SELECT 1 FROM articles a"
                                " LEFT JOIN statuses s ON s.identity = a.id GROUP BY a.source"
                                " HAVING count (*) <> 20 AND count (*) > total (s.bookmarked))"),
    <=, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM statuses s WHERE bookmarked"
                                               " AND NOT EXISTS (SELECT 1 FROM articles a"
                                               "  JOIN bodies b ON b.article = a.id"
                                               "  WHERE a.id = s.identity"
                                               "  AND coalesce (b.pack, b.text) IS NOT NULL)"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM queries q WHERE unread <>"
                                               " (SELECT count (*) FROM placements p"
                                               "  WHERE p.query = q.id AND NOT EXISTS"
                                               "  (SELECT 1 FROM statuses s"
                                               "   WHERE s.identity = p.article AND s.read = 1))"),
                   ==, 0);

  for (guint i = 0; i < said->len; i++)
    g_assert_true (is_marked (fixture, g_ptr_array_index (said, i)));
  read_bookmark (fixture);
  store_fixture_close (fixture);
}

/* A file that is new, so that looking through all of it does not take ever longer. */
static void
begin_anew (StoreFixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  store_fixture_reopen (fixture);
  store_fixture_close (fixture);
}

static guint
kill_some (StoreFixture *fixture, guint kills)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kills; i++)
    {
      g_autoptr (GSubprocess) process = spawn (fixture, i);

      kill_after (process, (guint) g_test_rand_int_range (0, 80), said);
      check (fixture, said);
    }

  return said->len;
}

static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  guint said = 0;

  store_fixture_close (fixture);
  for (guint i = 0; i < KILLS; i += KILLS_OF_ONE)
    {
      begin_anew (fixture);
      said += kill_some (fixture, KILLS_OF_ONE);
    }

  g_test_message ("%u lines were said", said);
  g_assert_cmpuint (said, >, 0);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    {
      run_child (argv[2], argv[3]);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store-kill/random", StoreFixture, NULL, store_fixture_set_up, test_kill,
              store_fixture_tear_down);

  return g_test_run ();
}
