/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-chosen-file.h"
#include "news-desk.h"
#include "news-test-paper.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTIONS                                                                     \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                     \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\"," \
  "    \"section\": \"7\" }, { \"source\": \"feed\" } ] } ]"
#define SOURCES                                                                  \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\","      \
  "    \"home\": \"@SERVER@/\","                                                 \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/j/\" } }," \
  "  { \"id\": \"feed\", \"name\": \"A Feed\", \"api\": \"feed\","               \
  "    \"parameters\": { \"feed\": \"@SERVER@/feed\" } } ]"

typedef struct
{
  gboolean done;
  NewsImport *import;
  GPtrArray *faults;
  GError *error;
} Outcome;

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
  outcome->faults
    = news_desk_write_subscriptions_finish (NEWS_DESK (object), result, &outcome->error);
}

static NewsImport *
read_path (NewsTestPaper *paper, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Outcome outcome = { 0 };

  news_desk_read_file_async (paper->desk, file, NULL, read_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  if (outcome.error != NULL)
    g_propagate_error (error, outcome.error);

  return outcome.import;
}

/* Reads a file with these bytes, whose name says nothing. */
static NewsImport *
read_data (NewsTestPaper *paper, const char *data, gssize length, GError **error)
{
  g_autofree char *path = g_build_filename (paper->folder, "file", NULL);

  g_assert_true (g_file_set_contents (path, data, length, NULL));

  return read_path (paper, path, error);
}

static GPtrArray *
write_path (NewsTestPaper *paper, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Outcome outcome = { 0 };

  news_desk_write_subscriptions_async (paper->desk, file, NULL, written_cb, &outcome);
  news_test_paper_run_until (&outcome.done);
  if (outcome.error != NULL)
    g_propagate_error (error, outcome.error);

  return outcome.faults;
}

#define EDITION                                                                     \
  "{ \"format\": 1, \"id\": \"other\", \"name\": \"<opml>\", \"language\": \"en\"," \
  "  \"city\": \"York\", \"timezone\": \"Europe/London\" }"
#define LIST "<OPML><body><outline xmlUrl='https://a.example/rss'/></body></OPML>"

/* What a file is is seen in it, not in its name. */
static void
test_kinds (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImport) edition = read_data (paper, "\n " EDITION, -1, &error);
  g_autoptr (NewsImport) list = read_data (paper, LIST, -1, &error);
  g_autoptr (NewsImport) marked
    = read_data (paper, "\xef\xbb\xbf<?xml version='1.0'?>" LIST, -1, &error);
  g_autoptr (NewsImport) wide = NULL;
  gsize length;
  g_autofree char *utf16 = g_convert (LIST, -1, "UTF-16", "UTF-8", NULL, &length, NULL);

  wide = read_data (paper, utf16, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (edition->edition->id, ==, "other");
  g_assert_null (edition->opml);
  g_assert_null (list->edition);
  g_assert_cmpuint (list->opml->sources->len, ==, 1);
  g_assert_cmpuint (marked->opml->sources->len, ==, 1);
  g_assert_cmpuint (wide->opml->sources->len, ==, 1);
}

static void
assert_refused (NewsTestPaper *paper, const char *data, gssize length, const char *names)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_data (paper, data, length, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, names));
}

/* A feed, a page, nothing at all, what only begins like a list, and more than is looked at. */
static void
test_refused (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autofree char *huge = g_strnfill (NEWS_IMPORT_LIMIT + 1, ' ');
  g_autoptr (GError) error = NULL;

  memcpy (huge, LIST, strlen (LIST));
  assert_refused (paper, "", 0, "neither");
  assert_refused (paper, "<rss><channel/></rss>", -1, "neither");
  assert_refused (paper, "<!DOCTYPE html><html></html>", -1, "neither");
  assert_refused (paper, "\0\0\0\0", 4, "neither");
  assert_refused (paper, "<<opml", -1, "list");
  assert_refused (paper, huge, NEWS_IMPORT_LIMIT + 1, "too large");

  g_assert_null (read_path (paper, paper->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* What goes comes back, but for what has no feed, which is told. */
static void
test_write (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autofree char *path = g_build_filename (paper->folder, "mine.opml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = write_path (paper, path, &error);
  g_autoptr (NewsImport) import = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), "The Posts"));
  import = read_path (paper, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->opml->sources->len, ==, 1);
  g_assert_cmpstr (((NewsSource *) g_ptr_array_index (import->opml->sources, 0))->name, ==,
                   "A Feed");
}

/* What can't be written whole leaves what was there. */
static void
test_unwritable (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autofree char *path = g_build_filename (paper->folder, "no", "mine.opml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (write_path (paper, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

typedef struct
{
  const char *path;
  gsize limit;
  GBytes *bytes;
} Reading;

static gpointer
read_thread (gpointer data)
{
  Reading *reading = data;
  g_autoptr (GFile) file = g_file_new_for_path (reading->path);

  reading->bytes = news_chosen_file_read (file, reading->limit, NULL, NULL);

  return NULL;
}

/* Around the pieces that it is read in, and around the limit. */
static void
test_sizes (void)
{
  static const gsize sizes[] = { 0, 1, 262143, 262144, 262145, 524288, 600000, 600001, 600002 };
  g_autofree char *folder = g_dir_make_tmp ("broadsheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], 'x');
      Reading reading = { .path = path, .limit = 600000 };
      g_autoptr (GBytes) bytes = NULL;

      g_assert_true (g_file_set_contents (path, text, (gssize) sizes[i], NULL));
      g_thread_join (g_thread_new ("read", read_thread, &reading));
      bytes = reading.bytes;
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, MIN (sizes[i], 600001));
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), text, MIN (sizes[i], 600001)) == 0
                     || sizes[i] == 0);
    }
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/kinds", test_kinds);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/write", test_write);
  g_test_add_func ("/import/unwritable", test_unwritable);
  g_test_add_func ("/import/sizes", test_sizes);

  return g_test_run ();
}
