/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-marks.h"
#include "news-search-tally.h"
#include "ui-test.h"

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

typedef struct
{
  NewsTestPaper *paper;
  GSettings *settings;
  NewsSavedSearches *searches;
  NewsSavedSearch *search;
  NewsSearchTally *tally;
  guint expected;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (20, 1);

  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_settings_reset (fixture->settings, "saved-searches");
  fixture->searches = news_saved_searches_new (fixture->settings);
  fixture->search = news_saved_search_new ("All", "story section:One");
  news_saved_searches_insert (fixture->searches, fixture->search, 0);
  fixture->tally = news_search_tally_new (fixture->searches);
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (((Fixture *) data)->tally)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_search_tally_set_desk (fixture->tally, NULL);
  /* A question on its way holds it. */
  ui_test_wait (is_alone, fixture);
  g_assert_finalize_object (fixture->tally);
  g_assert_finalize_object (fixture->searches);
  g_assert_finalize_object (fixture->search);
  g_settings_reset (fixture->settings, "saved-searches");
  g_object_unref (fixture->settings);
  news_test_paper_free (fixture->paper);
}

static gboolean
is_counted (gpointer data)
{
  Fixture *fixture = data;

  return news_saved_search_get_unread (fixture->search) == fixture->expected;
}

static void
wait_for (Fixture *fixture, guint unread)
{
  fixture->expected = unread;
  ui_test_wait (is_counted, fixture);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* Numbers follow what comes in, what is read, and what is looked for. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) all = news_scope_new_search ("story", NULL, NULL);
  g_autoptr (NewsSavedSearch) other = news_saved_search_new ("Seven", "story 7");
  NewsMarks *marks = news_marks_new (news_desk_get_store (fixture->paper->desk));
  guint count = 0;

  g_signal_connect (fixture->search, "notify::unread", G_CALLBACK (count_cb), &count);
  news_search_tally_set_desk (fixture->tally, fixture->paper->desk);
  news_test_paper_refresh (fixture->paper);
  wait_for (fixture, 20);
  g_assert_cmpuint (count, ==, 1);

  news_saved_searches_set_query (fixture->searches, fixture->search, "story 19");
  wait_for (fixture, 1);
  news_saved_searches_insert (fixture->searches, other, 1);
  while (news_saved_search_get_unread (other) != 1)
    g_main_context_iteration (NULL, TRUE);

  news_marks_read_all (marks, all);
  wait_for (fixture, 0);
  news_marks_undo (marks);
  wait_for (fixture, 1);
  g_object_unref (marks);
}

#define ADD(name, function) \
  g_test_add ("/search-tally/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("follows", test_follows);

  return g_test_run ();
}
