/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* A process that writes is killed at any point, again and again. Every mark that it was told to be
 * written is there afterwards, and no batch is there by half. */

#include "store-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define KILLS 20
#define BATCH 20

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

      article->text = store_fixture_text (i, 3500);
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

static void
check (StoreFixture *fixture, GPtrArray *said)
{
  store_fixture_reopen (fixture);
  g_assert_null (fixture->set_aside);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM pragma_integrity_check"
                                               " WHERE integrity_check = 'ok'"),
                   ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM (SELECT 1 FROM articles"
                                               " GROUP BY source HAVING count (*) <> 20)"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM queries q WHERE unread <>"
                                               " (SELECT count (*) FROM placements p"
                                               "  WHERE p.query = q.id AND NOT EXISTS"
                                               "  (SELECT 1 FROM statuses s"
                                               "   WHERE s.identity = p.article AND s.read = 1))"),
                   ==, 0);

  for (guint i = 0; i < said->len; i++)
    g_assert_true (is_marked (fixture, g_ptr_array_index (said, i)));
  store_fixture_close (fixture);
}

static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  store_fixture_close (fixture);
  for (guint i = 0; i < KILLS; i++)
    {
      g_autoptr (GSubprocess) process = spawn (fixture, i);

      kill_after (process, (guint) g_test_rand_int_range (0, 40), said);
      check (fixture, said);
    }

  g_test_message ("%u lines were said", said->len);
  g_assert_cmpuint (said->len, >, 0);
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
