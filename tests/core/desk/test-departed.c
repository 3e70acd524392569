/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-departed.h"
#include "news-edition-change.h"
#include "news-test-paper.h"

#include <string.h>

#define SECTIONS                                                                            \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                            \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"a\\n%b\" } ] }," \
  "  { \"id\": \"two\", \"title\": \"Two\", \"queries\": [ { \"source\": \"nyt\" } ] },"    \
  "  { \"id\": \"three\", \"title\": \"Three\", \"queries\": [ { \"source\": \"feed\" } ] } ]"
#define SOURCES                                                              \
  "[ { \"id\": \"a\\n%b\", \"name\": \"A\", \"api\": \"nyt-top-stories\" }," \
  "  { \"id\": \"nyt\", \"name\": \"NYT\", \"api\": \"nyt-top-stories\" },"  \
  "  { \"id\": \"feed\", \"name\": \"Feed\", \"api\": \"feed\" } ]"
#define OTHER                                                                           \
  "{ \"format\": 1, \"id\": \"other\", \"name\": \"Other\", \"language\": \"en\","      \
  "  \"city\": \"New York\", \"timezone\": \"America/New_York\", \"sections\": ["       \
  "  { \"id\": \"home\", \"title\": \"Home\" } ], \"sources\": [ { \"id\": \"a\\n%b\"," \
  "    \"name\": \"A\", \"api\": \"nyt-top-stories\" } ] }"

#define ODD "a\n%b"

typedef struct
{
  NewsTestPaper *paper;
} Fixture;

static void
store (Fixture *fixture, const char *source)
{
  g_assert_true (
    news_keyring_store (fixture->paper->keyring, source, "key", "Label", "s3cret", NULL, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  store (fixture, ODD);
  store (fixture, "nyt");
  /* Of another paper on the same keyring. */
  store (fixture, "elsewhere");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_test_paper_free (fixture->paper);
}

static gboolean
has_key (Fixture *fixture, const char *source)
{
  g_autofree char *secret
    = news_keyring_lookup (fixture->paper->keyring, source, "key", NULL, NULL);

  return secret != NULL;
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  news_desk_change_edition_finish (NEWS_DESK (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
change (Fixture *fixture, NewsEdition *edition)
{
  gboolean done = FALSE;

  news_desk_change_edition_async (fixture->paper->desk, edition, NULL, done_cb, &done);
  news_test_paper_run_until (&done);
}

/* Gives the edition as it was. */
static NewsEdition *
remove_source (Fixture *fixture, const char *source)
{
  NewsEdition *before = news_edition_ref (news_desk_get_edition (fixture->paper->desk));
  g_autoptr (NewsEdition) edition = news_edition_remove_source (before, source);

  change (fixture, edition);

  return before;
}

/* The keeper has forgotten what it will when a change that comes later has been kept. */
static void
restart (Fixture *fixture)
{
  news_test_paper_open (fixture->paper);
  change (fixture, news_desk_get_edition (fixture->paper->desk));
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->paper->folder, "editions", name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
dup_noted (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->paper->folder, "removed-sources", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsEdition) first = remove_source (fixture, ODD);
  g_autoptr (NewsEdition) second = remove_source (fixture, "feed");
  g_autofree char *noted = dup_noted (fixture);

  /* Until the next start, it may come back. A feed has nothing to be forgotten. */
  g_assert_true (has_key (fixture, ODD));
  g_assert_cmpstr (noted, ==, "a%0A%25b\n");

  restart (fixture);
  g_assert_false (has_key (fixture, ODD));
  g_assert_true (has_key (fixture, "nyt"));
  g_assert_true (has_key (fixture, "elsewhere"));
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsEdition) before = remove_source (fixture, ODD);
  g_autofree char *noted = NULL;

  change (fixture, before);
  restart (fixture);
  g_assert_true (has_key (fixture, ODD));
  /* And it is settled: the next start has nothing to look for. */
  noted = dup_noted (fixture);
  g_assert_null (noted);
}

/* In the keyring, a source is one, whatever editions have it. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsEdition) before = NULL;

  write_file (fixture, "other.json", OTHER);
  news_test_paper_open (fixture->paper);
  before = remove_source (fixture, ODD);
  restart (fixture);
  g_assert_true (has_key (fixture, ODD));
}

/* Nobody knows what is in an edition that can't be read. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsEdition) before = remove_source (fixture, ODD);

  write_file (fixture, "other.json", "{ \"format\": 1, \"id\": ");
  restart (fixture);
  g_assert_cmpuint (fixture->paper->problems->len, ==, 1);
  g_assert_true (has_key (fixture, ODD));

  write_file (fixture, "other.json", OTHER);
  restart (fixture);
  g_assert_true (has_key (fixture, ODD));
}

/* An edition that is removed takes all of its sources along. */
static void
test_edition (Fixture *fixture, gconstpointer data)
{
  NewsEdition *edition = news_desk_get_edition (fixture->paper->desk);
  g_autoptr (NewsRegistry) registry = news_registry_load (NULL, NULL);
  g_autofree char *noted = NULL;

  g_assert_true (news_departed_note (fixture->paper->folder, edition, NULL, registry, NULL));
  noted = dup_noted (fixture);
  g_assert_nonnull (strstr (noted, "nyt\n"));
  g_assert_nonnull (strstr (noted, "a%0A%25b\n"));
  g_assert_null (strstr (noted, "feed"));
}

/* What is in the file may have come from anywhere. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->paper->folder, "removed-sources", NULL);
  GPtrArray *editions = news_desk_get_editions (fixture->paper->desk);
  g_autoptr (GError) error = NULL;

  g_assert_true (
    news_departed_forget (fixture->paper->folder, editions, fixture->paper->keyring, NULL, &error));
  g_assert_true (g_file_set_contents (path, "\n%zz\n%00\n\nelsewhere", -1, NULL));
  g_assert_true (
    news_departed_forget (fixture->paper->folder, editions, fixture->paper->keyring, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (has_key (fixture, ODD));
  g_assert_true (has_key (fixture, "nyt"));
  g_assert_false (has_key (fixture, "elsewhere"));

  g_assert_false (news_departed_forget (path, editions, fixture->paper->keyring, NULL, &error));
  g_assert_nonnull (error);
}

#define ADD(name, func) g_test_add ("/departed/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("removed", test_removed);
  ADD ("undone", test_undone);
  ADD ("elsewhere", test_elsewhere);
  ADD ("unreadable", test_unreadable);
  ADD ("edition", test_edition);
  ADD ("file", test_file);

  return g_test_run ();
}
