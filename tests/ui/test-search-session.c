/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-search-session.h"

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
  NewsPictureLoader *loader;
  NewsSearchBar *bar;
  NewsSearchResults *results;
  NewsSearchSession *session;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (20, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture->paper);
  fixture->loader = news_picture_loader_new (news_desk_get_pictures (fixture->paper->desk));
  fixture->bar = g_object_new (NEWS_TYPE_SEARCH_BAR, NULL);
  fixture->results = g_object_new (NEWS_TYPE_SEARCH_RESULTS, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->results), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->results));
  fixture->session = news_search_session_new (fixture->bar, fixture->results);
  fixture->window = ui_test_show (box, 400, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  ui_test_close (fixture->window);
  news_picture_loader_close (fixture->loader);
  ui_test_idle ();
  g_assert_finalize_object (fixture->loader);
  news_test_paper_free (fixture->paper);
}

static NewsScope *
create_one (Fixture *fixture)
{
  return news_scope_new_section (
    news_desk_section_get_section (news_desk_get_section (fixture->paper->desk, "one")));
}

static void
set_here (Fixture *fixture, NewsScope *here)
{
  news_search_session_set_here (fixture->session, fixture->paper->desk, fixture->loader, here);
}

static gboolean
has_count (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *count = news_search_session_dup_count (fixture->session);

  return *count != '\0' && !news_search_results_is_busy (fixture->results);
}

static void
look_for (Fixture *fixture, const char *query)
{
  GtkEditable *entry
    = GTK_EDITABLE (ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY, "entry"));

  news_search_bar_set_query (fixture->bar, query);
  g_signal_emit_by_name (entry, "search-changed");
  ui_test_wait (has_count, fixture);
}

static void
assert_found (Fixture *fixture, const char *count, const char *query)
{
  g_autofree char *found = news_search_session_dup_count (fixture->session);
  g_autofree char *whole = news_search_session_dup_query (fixture->session);

  g_assert_cmpstr (found, ==, count);
  g_assert_cmpstr (whole, ==, query);
}

/* Where it is looked is a part of what is saved. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) one = create_one (fixture);
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();

  set_here (fixture, one);
  news_search_bar_set_open (fixture->bar, TRUE);
  assert_found (fixture, "", NULL);
  look_for (fixture, "story");
  assert_found (fixture, "20 found", "story");
  news_search_bar_set_place (fixture->bar, NEWS_SEARCH_HERE);
  ui_test_wait (has_count, fixture);
  assert_found (fixture, "20 found", "story section:One");
  news_search_bar_set_place (fixture->bar, NEWS_SEARCH_BOOKMARKS);
  ui_test_wait (has_count, fixture);
  assert_found (fixture, "Nothing found", "story is:bookmarked");
  g_signal_emit_by_name (fixture->results, "widen");
  ui_test_wait (has_count, fixture);
  assert_found (fixture, "20 found", "story");

  /* Another list ends the search; that of the bookmarks begins with them. */
  set_here (fixture, bookmarks);
  g_assert_false (news_search_bar_get_open (fixture->bar));
  assert_found (fixture, "", NULL);
  news_search_bar_set_open (fixture->bar, TRUE);
  look_for (fixture, "story");
  assert_found (fixture, "Nothing found", "story is:bookmarked");
}

static void
open_cb (NewsSearchResults *results, gint64 article, gboolean go, gint64 *opened)
{
  *opened = article;
}

static gboolean
is_there (gpointer data)
{
  return *(gint64 *) data != 0;
}

/* Who presses Enter soon after the last letter means what is typed by then. */
static void
test_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) one = create_one (fixture);
  gint64 opened = 0;

  set_here (fixture, one);
  g_signal_connect (fixture->results, "open", G_CALLBACK (open_cb), &opened);
  news_search_bar_set_open (fixture->bar, TRUE);
  news_search_bar_set_query (fixture->bar, "story 7");
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY, "entry"),
                         "activate");
  ui_test_wait (is_there, &opened);
  assert_found (fixture, "1 found", "story 7");
}

static void
wait_for_answer (Fixture *fixture)
{
  ui_test_idle ();
  ui_test_wait (has_count, fixture);
}

/* What is found is seen through a filter of its own, until the search ends. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) one = create_one (fixture);
  NewsScope *asked;

  set_here (fixture, one);
  news_search_bar_set_open (fixture->bar, TRUE);
  g_assert_cmpint (news_search_session_get_filter (fixture->session), ==, NEWS_FILTER_ALL);
  look_for (fixture, "story");
  news_search_session_set_filter (fixture->session, NEWS_FILTER_BOOKMARKED);
  wait_for_answer (fixture);
  assert_found (fixture, "Nothing found", "story is:bookmarked");
  news_search_session_set_filter (fixture->session, NEWS_FILTER_UNREAD);
  wait_for_answer (fixture);
  assert_found (fixture, "20 found", "story is:unread");
  /* It goes on, whatever is typed; the place is another matter. */
  look_for (fixture, "story 7");
  news_search_bar_set_place (fixture->bar, NEWS_SEARCH_HERE);
  wait_for_answer (fixture);
  assert_found (fixture, "1 found", "story 7 section:One is:unread");
  asked = news_search_results_get_scope (fixture->results);
  g_assert_cmpint (asked->filter, ==, NEWS_FILTER_UNREAD);
  g_assert_cmpint (asked->since, >, 0);

  news_search_bar_set_open (fixture->bar, FALSE);
  g_assert_cmpint (news_search_session_get_filter (fixture->session), ==, NEWS_FILTER_ALL);
  news_search_bar_set_open (fixture->bar, TRUE);
  look_for (fixture, "story");
  assert_found (fixture, "20 found", "story");
}

static void
test_hint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) one = create_one (fixture);
  g_autofree char *query = NULL;

  set_here (fixture, one);
  news_search_bar_set_open (fixture->bar, TRUE);
  g_signal_emit_by_name (fixture->results, "hint", "is:unread");
  query = news_search_bar_dup_query (fixture->bar);
  g_assert_cmpstr (query, ==, "is:unread");
  look_for (fixture, "is:unread");
  assert_found (fixture, "20 found", "is:unread");
  news_search_bar_set_open (fixture->bar, FALSE);
  assert_found (fixture, "", NULL);
}

#define ADD(name, function) \
  g_test_add ("/search-session/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("places", test_places);
  ADD ("go", test_go);
  ADD ("filter", test_filter);
  ADD ("hint", test_hint);

  return g_test_run ();
}
