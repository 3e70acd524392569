/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-check-edition.h"
#include "news-test-server.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define EDITION                                                                         \
  "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\","        \
  "  \"city\": \"New York\", \"timezone\": \"America/New_York\", \"sections\": [ %s ]," \
  "  \"sources\": [ %s ] }"
#define SOURCE(id, address)                                                                   \
  "{ \"id\": \"" id "\", \"name\": \"Source " id "\", \"api\": \"jsonfeed\", \"parameters\":" \
  "  { \"feed\": \"" address "\" } }"

#define GOOD SOURCE ("good", "@SERVER@/good.json")
#define SHORT SOURCE ("short", "@SERVER@/short.json")
#define WRONG SOURCE ("wrong", "@SERVER@/status/500")
#define NOBODY SOURCE ("nobody", "http://127.0.0.1:1/feed.json")

#define SECTIONS                                                                        \
  "{ \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"good\" } ] }," \
  "{ \"id\": \"two\", \"title\": \"Two\", \"queries\": [ { \"source\": \"good\" } ] }"

typedef struct
{
  NewsTestServer *server;
  char *folder;
  char *path;
  GPtrArray *lines; /* JsonNode */
} Fixture;

static void
serve (Fixture *fixture, const char *path, gsize length)
{
  g_autofree char *words = g_strnfill (length, 'a');
  g_autofree char *feed = g_strdup_printf (
    "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"F\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"A\","
    "    \"content_html\": \"<p>%s</p>\", \"date_published\": \"2026-11-20T10:00:00Z\" },"
    "  { \"id\": \"b\", \"url\": \"https://feed.example/b\", \"title\": \"B\","
    "    \"content_html\": \"<p>%s</p>\", \"date_published\": \"2026-11-19T10:00:00Z\" } ] }",
    words, words);

  news_test_server_serve (fixture->server, path, 200, "application/feed+json", feed);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = news_test_server_new ();
  fixture->folder = g_dir_make_tmp ("edition-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "test.json", NULL);
  fixture->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  serve (fixture, "/good.json", 3000);
  serve (fixture, "/short.json", 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_test_server_free (fixture->server);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_ptr_array_unref (fixture->lines);
}

static void
read_lines (Fixture *fixture, const char *report)
{
  g_auto (GStrv) lines = g_strsplit (report, "\n", -1);

  g_assert_true (g_str_has_suffix (report, "\n"));
  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (fixture->lines, json_from_string (lines[i], &error));
      g_assert_no_error (error);
    }
}

typedef struct
{
  Fixture *fixture;
  char *report;
  NewsCheckEditionStatus status;
} Run;

static gpointer
run_thread (gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;

  news_check_edition_run (run->fixture->path, NULL, &run->report, &run->status, &error);
  g_assert_no_error (error);

  return NULL;
}

static NewsCheckEditionStatus
check (Fixture *fixture, const char *sections, const char *sources)
{
  g_autofree char *address = news_test_server_dup_url (fixture->server, "");
  g_autofree char *template = g_strdup_printf (EDITION, sections, sources);
  g_autoptr (GString) text = g_string_new (template);
  Run run = { .fixture = fixture };

  g_string_replace (text, "@SERVER@", address, 0);
  g_assert_true (g_file_set_contents (fixture->path, text->str, -1, NULL));
  g_thread_join (g_thread_new ("run", run_thread, &run));
  g_test_message ("%s", run.report);
  read_lines (fixture, run.report);
  g_free (run.report);

  return run.status;
}

static JsonObject *
find_line (Fixture *fixture, const char *source)
{
  for (guint i = 0; i < fixture->lines->len; i++)
    {
      JsonObject *line = json_node_get_object (g_ptr_array_index (fixture->lines, i));

      if (strcmp (json_object_get_string_member (line, "source"), source) == 0)
        return line;
    }

  g_assert_not_reached ();
}

static void
assert_line (Fixture *fixture, const char *source, const char *state, const char *texts)
{
  JsonObject *line = find_line (fixture, source);

  g_assert_cmpstr (json_object_get_string_member (line, "state"), ==, state);
  g_assert_cmpstr (json_object_get_string_member (line, "texts"), ==, texts);
  g_assert_true (json_object_get_null_member (line, "error") == (strcmp (state, "read") == 0));
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  JsonObject *good;

  g_assert_cmpint (check (fixture, SECTIONS, GOOD "," SHORT), ==, NEWS_CHECK_EDITION_READ);
  g_assert_cmpuint (fixture->lines->len, ==, 2);
  assert_line (fixture, "good", "read", "whole");
  assert_line (fixture, "short", "read", "summaries");

  good = find_line (fixture, "good");
  g_assert_cmpint (json_object_get_int_member (good, "articles"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (good, "newest"), ==, "2026-11-20T10:00:00Z");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (good, "sections")), ==, 2);

  /* Two sections want it, and it is asked once. */
  g_assert_cmpuint (news_test_server_count (fixture->server, "/good.json"), ==, 1);
}

static void
test_partly (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (check (fixture, SECTIONS, GOOD "," WRONG "," NOBODY), ==,
                   NEWS_CHECK_EDITION_PARTLY);
  assert_line (fixture, "good", "read", "whole");
  assert_line (fixture, "wrong", "not-understood", "none");
  assert_line (fixture, "nobody", "not-reached", "none");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (check (fixture, "", NOBODY), ==, NEWS_CHECK_EDITION_NOBODY);
  g_ptr_array_set_size (fixture->lines, 0);
  g_assert_cmpint (check (fixture, "", NOBODY "," WRONG), ==, NEWS_CHECK_EDITION_PARTLY);
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  NewsCheckEditionStatus status;
  g_autoptr (GError) error = NULL;
  char *report = NULL;

  g_assert_false (news_check_edition_run (fixture->path, NULL, &report, &status, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "{ \"format\": 1 }", -1, NULL));
  g_assert_false (news_check_edition_run (fixture->path, NULL, &report, &status, &error));
  g_assert_nonnull (strstr (error->message, "test.json"));
  g_assert_null (report);
}

#define ADD(name, function) \
  g_test_add ("/check-edition/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("read", test_read);
  ADD ("partly", test_partly);
  ADD ("nobody", test_nobody);
  ADD ("bad-file", test_bad_file);

  return g_test_run ();
}
