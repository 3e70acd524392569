/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-place-keeper.h"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

typedef struct
{
  NewsTestPaper *paper;
  NewsPlaceKeeper *keeper;
  gint64 first;
  gint64 second;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (2, 1);
  g_autoptr (NewsSnapshot) snapshot = NULL;

  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture->paper->server, "/wp-json/wp/v2/posts", 200, "application/json",
                          posts);
  news_test_paper_refresh (fixture->paper);
  snapshot = news_test_paper_list_section (fixture->paper, "one");
  fixture->first = g_array_index (snapshot->rows, NewsRow, 0).article;
  fixture->second = g_array_index (snapshot->rows, NewsRow, 1).article;
  fixture->keeper = news_place_keeper_new (news_desk_get_store (fixture->paper->desk));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->keeper);
  ui_test_idle ();
  news_test_paper_free (fixture->paper);
}

typedef struct
{
  NewsStory *story;
  gboolean done;
} Reading;

static void
story_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;

  reading->story = news_store_story_finish (NEWS_STORE (object), result, NULL);
  reading->done = TRUE;
}

static NewsStory *
read_story (Fixture *fixture, gint64 article)
{
  Reading reading = { 0 };

  news_store_story_async (news_desk_get_store (fixture->paper->desk), article, NULL, story_cb,
                          &reading);
  news_test_paper_run_until (&reading.done);
  g_assert_nonnull (reading.story);

  return reading.story;
}

typedef struct
{
  Fixture *fixture;
  gint64 article;
  guint block;
} Expected;

static gboolean
is_stored (gpointer data)
{
  Expected *expected = data;
  g_autoptr (NewsStory) story = read_story (expected->fixture, expected->article);

  return story->place.block == expected->block;
}

static void
note (Fixture *fixture, gint64 article, guint block)
{
  news_place_keeper_note (fixture->keeper, article, (NewsReadingPlace) { block, 1 });
}

static void
assert_place (Fixture *fixture, gint64 article, guint block)
{
  g_autoptr (NewsStory) story = read_story (fixture, article);

  g_assert_cmpuint (news_place_keeper_get (fixture->keeper, story).block, ==, block);
}

/* Nothing is written while the page moves; what was noted is known all the same. */
static void
test_flush (Fixture *fixture, gconstpointer data)
{
  Expected expected = { fixture, fixture->first, 3 };

  for (guint block = 1; block <= 3; block++)
    note (fixture, fixture->first, block);
  g_assert_false (is_stored (&expected));
  assert_place (fixture, fixture->first, 3);
  assert_place (fixture, fixture->second, 0);
  news_place_keeper_flush (fixture->keeper);
  ui_test_wait (is_stored, &expected);
}

/* Another article, the end of the keeper, and time. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  Expected first = { fixture, fixture->first, 4 };
  Expected second = { fixture, fixture->second, 5 };

  note (fixture, fixture->first, 4);
  note (fixture, fixture->second, 5);
  ui_test_wait (is_stored, &first);
  g_clear_object (&fixture->keeper);
  ui_test_wait (is_stored, &second);
}

static void
test_time (Fixture *fixture, gconstpointer data)
{
  Expected expected = { fixture, fixture->first, 6 };

  note (fixture, fixture->first, 6);
  ui_test_wait (is_stored, &expected);
}

/* What an earlier session left is the story's own. */
static void
test_restart (Fixture *fixture, gconstpointer data)
{
  note (fixture, fixture->first, 7);
  g_clear_object (&fixture->keeper);
  ui_test_idle ();
  news_test_paper_open (fixture->paper);
  fixture->keeper = news_place_keeper_new (news_desk_get_store (fixture->paper->desk));
  assert_place (fixture, fixture->first, 7);
}

#define ADD(name, function) \
  g_test_add ("/place-keeper/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("flush", test_flush);
  ADD ("other", test_other);
  ADD ("time", test_time);
  ADD ("restart", test_restart);

  return g_test_run ();
}
