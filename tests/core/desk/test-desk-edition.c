/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-edition-change.h"
#include "news-editions.h"
#include "news-test-paper.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTIONS                                                                     \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                     \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\"," \
  "    \"section\": \"7\" } ] },"                                                    \
  "  { \"id\": \"two\", \"title\": \"Two\", \"queries\": [ { \"source\": \"posts\"," \
  "    \"section\": \"8\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

typedef struct
{
  gboolean done;
  NewsImport *import;
  GError *error;
} Outcome;

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->done = TRUE;
  news_desk_change_edition_finish (NEWS_DESK (object), result, &outcome->error);
}

static void
reset_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->done = TRUE;
  news_desk_reset_edition_finish (NEWS_DESK (object), result, &outcome->error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->done = TRUE;
  outcome->import = news_desk_read_file_finish (NEWS_DESK (object), result, &outcome->error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->done = TRUE;
  news_desk_write_edition_finish (NEWS_DESK (object), result, &outcome->error);
}

static NewsTestPaper *
create_paper (void)
{
  return news_test_paper_new (SECTIONS, SOURCES);
}

static void
change (NewsTestPaper *paper, NewsEdition *edition)
{
  Outcome outcome = { 0 };

  news_desk_change_edition_async (paper->desk, edition, NULL, changed_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  g_assert_no_error (outcome.error);
}

static void
reset (NewsTestPaper *paper)
{
  Outcome outcome = { 0 };

  news_desk_reset_edition_async (paper->desk, NULL, reset_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  g_assert_no_error (outcome.error);
}

static char *
dup_path (NewsTestPaper *paper, const char *name)
{
  return g_build_filename (paper->folder, name, NULL);
}

static NewsEdition *
read_file (NewsTestPaper *paper, const char *name, GError **error)
{
  Outcome outcome = { 0 };
  g_autofree char *path = dup_path (paper, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_autoptr (NewsImport) import = NULL;

  news_desk_read_file_async (paper->desk, file, NULL, read_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  import = outcome.import;
  if (outcome.error != NULL)
    g_propagate_error (error, outcome.error);
  g_assert_true (import == NULL || import->edition != NULL);

  return import != NULL ? g_steal_pointer (&import->edition) : NULL;
}

static void export (NewsTestPaper *paper, const char *name, GError **error)
{
  Outcome outcome = { 0 };
  g_autofree char *path = dup_path (paper, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  news_desk_write_edition_async (paper->desk, file, NULL, written_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  if (outcome.error != NULL)
    g_propagate_error (error, outcome.error);
}

static void
assert_titles (NewsDesk *desk, const char *titles)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  GListModel *sections = news_desk_get_sections (desk);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NewsDeskSection) section = g_list_model_get_item (sections, i);

      g_ptr_array_add (all, news_desk_section_get_section (section)->title);
    }
  g_ptr_array_add (all, NULL);
  joined = g_strjoinv (", ", (char **) all->pdata);
  g_assert_cmpstr (joined, ==, titles);
}

static void
test_change (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  NewsEdition *edition = news_desk_get_edition (paper->desk);
  g_autoptr (NewsEdition) changed = news_edition_rename_section (edition, "one", "First");
  NewsDeskSection *two = news_desk_get_section (paper->desk, "two");

  change (paper, changed);
  assert_titles (paper->desk, "Home, First, Two");
  g_assert_true (news_desk_get_edition (paper->desk) == changed);
  g_assert_true (news_desk_find_edition (paper->desk, "test") == changed);
  g_assert_true (news_desk_get_section (paper->desk, "two") == two);

  news_test_paper_open (paper);
  assert_titles (paper->desk, "Home, First, Two");
}

/* The former edition, as it was, brings all back: to the screen and to the disk. */
static void
test_undo (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsEdition) former = news_edition_ref (news_desk_get_edition (paper->desk));
  g_autoptr (NewsEdition) changed = news_edition_remove_source (former, "posts");

  change (paper, changed);
  assert_titles (paper->desk, "Home");
  change (paper, former);
  g_assert_true (news_desk_get_edition (paper->desk) == former);
  news_test_paper_open (paper);
  assert_titles (paper->desk, "Home, One, Two");
  g_assert_nonnull (news_edition_get_source (news_desk_get_edition (paper->desk), "posts"));
}

/* Changes that do not wait for one another build upon one another, and the last one stays. */
static void
test_many (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  Outcome outcomes[10] = { { 0 } };
  NewsEdition *before = news_desk_get_edition (paper->desk);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %u", i);
      g_autoptr (NewsEdition) changed
        = news_edition_add_section (news_desk_get_draft (paper->desk), title, NULL);

      news_desk_change_edition_async (paper->desk, changed, NULL, changed_cb, &outcomes[i]);
    }
  g_assert_true (news_desk_get_edition (paper->desk) == before);
  g_assert_true (news_desk_get_draft (paper->desk) != before);
  news_test_paper_run_until (&outcomes[9].done);

  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, 13);
  g_assert_true (news_desk_get_draft (paper->desk) == news_desk_get_edition (paper->desk));
  news_test_paper_open (paper);
  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, 13);
}

/* What was asked for before the desk closes is kept. */
static void
test_closing (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsEdition) changed = NULL;
  Outcome outcome = { 0 };

  for (guint i = 0; i < 5; i++)
    {
      g_clear_pointer (&changed, news_edition_unref);
      changed = news_edition_add_section (news_desk_get_draft (paper->desk), "Late", NULL);
      news_desk_change_edition_async (paper->desk, changed, NULL, i == 4 ? changed_cb : NULL,
                                      &outcome);
    }
  news_test_paper_open (paper);
  g_assert_true (outcome.done);
  g_assert_no_error (outcome.error);
  assert_titles (paper->desk, "Home, One, Two, Late, Late, Late, Late, Late");
}

static void
test_unwritable (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *folder = dup_path (paper, "editions");
  g_autofree char *file = dup_path (paper, "editions/test.json");
  g_autoptr (NewsEdition) changed
    = news_edition_remove_section (news_desk_get_edition (paper->desk), "one");
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  /* A file where the folder was: nobody, whatever their rights, can write into that. */
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));

  news_desk_change_edition_async (paper->desk, changed, NULL, changed_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  error = outcome.error;
  g_assert_nonnull (error);
  assert_titles (paper->desk, "Home, One, Two");
  g_assert_true (news_desk_get_draft (paper->desk) == news_desk_get_edition (paper->desk));
}

static void
test_reset_shipped (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsEdition) changed = NULL;
  guint all;

  news_desk_set_edition (paper->desk, "english");
  g_assert_true (news_editions_is_shipped ("english"));
  all = news_desk_get_edition (paper->desk)->sections->len;
  changed = news_edition_remove_section (news_desk_get_edition (paper->desk), "arts");
  change (paper, changed);
  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, all - 1);

  reset (paper);
  g_assert_cmpstr (news_desk_get_edition (paper->desk)->id, ==, "english");
  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, all);
  /* There is nothing to forget: no error. */
  reset (paper);
  g_assert_cmpuint (news_desk_get_edition (paper->desk)->sections->len, ==, all);
}

static void
test_reset_own (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsEdition) former = news_edition_ref (news_desk_get_edition (paper->desk));

  g_assert_false (news_editions_is_shipped ("test"));
  reset (paper);
  g_assert_null (news_desk_find_edition (paper->desk, "test"));
  g_assert_true (news_editions_is_shipped (news_desk_get_edition (paper->desk)->id));

  change (paper, former);
  news_desk_set_edition (paper->desk, "test");
  assert_titles (paper->desk, "Home, One, Two");
}

static void
test_round_trip (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (NewsEdition) read = NULL;
  g_autoptr (GBytes) before = news_edition_to_bytes (news_desk_get_edition (paper->desk));
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  export (paper, "mine.json", &error);
  g_assert_no_error (error);
  read = read_file (paper, "mine.json", &error);
  g_assert_no_error (error);
  after = news_edition_to_bytes (read);
  g_assert_true (g_bytes_equal (before, after));

  export (paper, "no/such/folder/mine.json", &error);
  g_assert_nonnull (error);
}

static void
test_import (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *path = dup_path (paper, "other.json");
  guint before = news_desk_get_editions (paper->desk)->len;
  g_autoptr (NewsEdition) other = NULL;
  g_autoptr (GError) error = NULL;
  const char *text
    = "{ \"format\": 1, \"id\": \"other\", \"name\": \"Other\", \"language\": \"en\","
      "  \"city\": \"York\", \"timezone\": \"Europe/London\" }";

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  other = read_file (paper, "other.json", &error);
  g_assert_no_error (error);
  g_assert_null (news_desk_find_edition (paper->desk, "other"));

  /* Beside the others, and not on show until it is chosen. */
  change (paper, other);
  g_assert_cmpuint (news_desk_get_editions (paper->desk)->len, ==, before + 1);
  g_assert_cmpstr (news_desk_get_edition (paper->desk)->id, ==, "test");
  news_desk_set_edition (paper->desk, "other");
  g_assert_cmpstr (news_desk_get_edition (paper->desk)->city, ==, "York");
  news_test_paper_open (paper);
  g_assert_nonnull (news_desk_find_edition (paper->desk, "other"));
}

static void
assert_refused (NewsTestPaper *paper, const char *text, gsize length, const char *names)
{
  g_autofree char *path = dup_path (paper, "bad.json");
  g_autoptr (NewsEdition) edition = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  edition = read_file (paper, "bad.json", &error);
  g_assert_null (edition);
  g_assert_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, names));
}

static void
test_bad_files (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *huge = g_strnfill (NEWS_IMPORT_LIMIT + 1, '{');
  g_autofree char *large = g_strnfill (NEWS_EDITIONS_LIMIT + 1, '{');
  g_autofree char *deep = g_strnfill (NEWS_EDITIONS_LIMIT, '[');
  g_autofree char *blank = g_strnfill (NEWS_EDITIONS_LIMIT, ' ');
  g_autoptr (NewsEdition) edition = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (paper, "", 0, "neither");
  assert_refused (paper, "<html><body>opml</body></html>", 30, "neither");
  assert_refused (paper, "{ \"format\": 1", 13, "bad.json");
  assert_refused (paper, "{\xff\xfe}", 4, "UTF-8");
  assert_refused (paper, "{\0}", 3, "UTF-8");
  assert_refused (paper, huge, NEWS_IMPORT_LIMIT + 1, "too large");
  assert_refused (paper, large, NEWS_EDITIONS_LIMIT + 1, "too large");
  assert_refused (paper, deep, NEWS_EDITIONS_LIMIT, "bad.json");
  assert_refused (paper, blank, NEWS_EDITIONS_LIMIT, "neither");
  assert_refused (paper,
                  "{ \"format\": 1, \"id\": \"a\", \"name\": \"" NEWS_EDITIONS_SAMPLE "\","
                  "  \"language\": \"en\", \"city\": \"X\", \"timezone\": \"UTC\" }",
                  strlen ("{ \"format\": 1, \"id\": \"a\", \"name\": \"" NEWS_EDITIONS_SAMPLE "\","
                          "  \"language\": \"en\", \"city\": \"X\", \"timezone\": \"UTC\" }"),
                  "sample");

  edition = read_file (paper, "gone.json", &error);
  g_assert_null (edition);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-edition/change", test_change);
  g_test_add_func ("/desk-edition/undo", test_undo);
  g_test_add_func ("/desk-edition/many", test_many);
  g_test_add_func ("/desk-edition/closing", test_closing);
  g_test_add_func ("/desk-edition/unwritable", test_unwritable);
  g_test_add_func ("/desk-edition/reset-shipped", test_reset_shipped);
  g_test_add_func ("/desk-edition/reset-own", test_reset_own);
  g_test_add_func ("/desk-edition/round-trip", test_round_trip);
  g_test_add_func ("/desk-edition/import", test_import);
  g_test_add_func ("/desk-edition/bad-files", test_bad_files);

  return g_test_run ();
}
