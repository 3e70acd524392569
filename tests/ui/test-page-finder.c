/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-block-view.h"
#include "news-page-finder.h"
#include "ui-page.h"

#include <string.h>

static const char *const texts[]
  = { "The café and the Cafe", "Nothing", "A CAFÉ that is folded", "The last café", NULL };

typedef struct
{
  UiPage *page;
  NewsPageFinder *finder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->finder = news_page_finder_new (fixture->page->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->finder);
  ui_page_free (fixture->page);
}

static gboolean
is_done (gpointer data)
{
  return !news_page_finder_is_searching (data);
}

static void
look_for (Fixture *fixture, const char *words)
{
  news_page_finder_set_words (fixture->finder, words);
  ui_test_wait (is_done, fixture->finder);
}

static void
assert_at (Fixture *fixture, guint number, guint paragraph, guint start, guint end)
{
  GtkWidget *widget;
  guint from, to;

  g_assert_cmpuint (news_page_finder_get_current (fixture->finder), ==, number);
  g_assert_true (news_page_finder_get_range (fixture->finder, &widget, &from, &to));
  g_assert_true (NEWS_PARAGRAPH (widget) == ui_page_get (fixture->page, paragraph));
  g_assert_cmpuint (from, ==, start);
  g_assert_cmpuint (to, ==, end);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget;
  guint start, end;

  look_for (fixture, "cafe");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 4);
  assert_at (fixture, 1, 0, 4, 9);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 2);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 1)), ==, 0);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 3)), ==, 1);

  look_for (fixture, "cafes");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 0);
  g_assert_cmpuint (news_page_finder_get_current (fixture->finder), ==, 0);
  g_assert_false (news_page_finder_get_range (fixture->finder, &widget, &start, &end));
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 0);
}

/* Round and round, over the folded part, which opens. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  GtkExpander *expander = GTK_EXPANDER (fixture->page->expander);

  news_page_finder_step (fixture->finder, 1);
  look_for (fixture, "café");
  news_page_finder_step (fixture->finder, 1);
  assert_at (fixture, 2, 0, 18, 22);
  g_assert_false (gtk_expander_get_expanded (expander));
  news_page_finder_step (fixture->finder, 1);
  assert_at (fixture, 3, 2, 2, 7);
  g_assert_true (gtk_expander_get_expanded (expander));
  news_page_finder_step (fixture->finder, 1);
  news_page_finder_step (fixture->finder, 1);
  assert_at (fixture, 1, 0, 4, 9);
  news_page_finder_step (fixture->finder, -1);
  assert_at (fixture, 4, 3, 9, 14);
}

/* Who types on stays where they are, if it is still found there. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "the");
  news_page_finder_step (fixture->finder, 1);
  assert_at (fixture, 2, 0, 14, 17);
  look_for (fixture, "the c");
  assert_at (fixture, 2, 0, 14, 19);
  look_for (fixture, "the l");
  assert_at (fixture, 1, 3, 0, 5);
  look_for (fixture, "");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 0);
}

static void
seek (Fixture *fixture, const char *text)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (text);

  news_page_finder_set_query (fixture->finder, query);
  ui_test_wait (is_done, fixture->finder);
}

/* Each word of a search by itself, as the search finds it, without what it excludes and its
 * operators; and none of them is looked at before that is asked for. */
static void
test_query (Fixture *fixture, gconstpointer data)
{
  GtkExpander *expander = GTK_EXPANDER (fixture->page->expander);
  GtkWidget *widget;
  guint start, end;

  seek (fixture, "cafe last -nothing is:unread ");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 5);
  g_assert_cmpuint (news_page_finder_get_current (fixture->finder), ==, 0);
  g_assert_false (news_page_finder_get_range (fixture->finder, &widget, &start, &end));
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 2);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 1)), ==, 0);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 3)), ==, 2);
  g_assert_false (gtk_expander_get_expanded (expander));

  news_page_finder_choose (fixture->finder);
  assert_at (fixture, 1, 0, 4, 9);
  news_page_finder_step (fixture->finder, -1);
  assert_at (fixture, 5, 3, 9, 14);
  news_page_finder_choose (fixture->finder);
  assert_at (fixture, 5, 3, 9, 14);

  /* A phrase is one place, and its last word is whole. */
  seek (fixture, "\"last cafe\"");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 1);
  seek (fixture, "caf ");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 0);
  seek (fixture, "caf");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 4);
  news_page_finder_step (fixture->finder, 1);
  assert_at (fixture, 1, 0, 4, 9);

  look_for (fixture, "nothing");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 1);
  assert_at (fixture, 1, 1, 0, 7);
  seek (fixture, "cafe");
  look_for (fixture, NULL);
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 0);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (fixture->page, 0)), ==, 0);
}

/* It is asked for before all is searched, and comes to be looked at then. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new ("last ");

  news_page_finder_set_query (fixture->finder, query);
  news_page_finder_choose (fixture->finder);
  g_assert_cmpuint (news_page_finder_get_current (fixture->finder), ==, 0);
  ui_test_wait (is_done, fixture->finder);
  assert_at (fixture, 1, 3, 4, 8);

  /* The page has another block: what is looked at stays. */
  news_page_finder_refresh (fixture->finder);
  ui_test_wait (is_done, fixture->finder);
  assert_at (fixture, 1, 3, 4, 8);
}

/* What nobody sees is not in the way of words, nor of what is shown of them. */
static void
test_hyphens (Fixture *fixture, gconstpointer data)
{
  news_paragraph_set_letters (ui_page_get (fixture->page, 1), "Far ca\302\255fes away", "en");
  seek (fixture, "cafes ");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 1);
  news_page_finder_choose (fixture->finder);
  assert_at (fixture, 1, 1, 4, 9);
}

/* The heading of a folded part, and what a video elsewhere is called, are of the page. */
static void
test_titles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<details><summary>A café in the heading</summary><p>Nothing</p></details>"
    "<iframe src=\"https://video.example/embed/1\" title=\"The café, a film\"></iframe>",
    -1, NULL);
  NewsBlockContext context = { NULL, "en", NULL };

  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 2);
  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (fixture->page->page),
                    news_block_view_new (news_page_get_block (page, i), &context));
  look_for (fixture, "café");
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 6);
}

/* A block that came later is found when it is said to be there. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  GtkWidget *late = news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);

  look_for (fixture, "café");
  news_paragraph_set_letters (NEWS_PARAGRAPH (late), "A late café", "en");
  gtk_box_append (GTK_BOX (fixture->page->page), late);
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 4);
  news_page_finder_refresh (fixture->finder);
  ui_test_wait (is_done, fixture->finder);
  g_assert_cmpuint (news_page_finder_get_n_hits (fixture->finder), ==, 5);
  assert_at (fixture, 1, 0, 4, 9);
}

static gboolean
is_scrolled (gpointer data)
{
  return ui_page_get_scrolled (data) > 300;
}

/* What is far below is not marked before it is come to. */
static void
test_long (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) many = NULL;
  UiPage *page;
  NewsPageFinder *finder;

  for (guint i = 0; i < 100; i++)
    g_strv_builder_add (builder, i == 0 || i == 90 ? "Here is a needle" : "Nothing but hay");
  many = g_strv_builder_end (builder);
  page = ui_page_new ((const char *const *) many);
  finder = news_page_finder_new (page->page);

  news_page_finder_set_words (finder, "needle");
  ui_test_wait (is_done, finder);
  g_assert_cmpuint (news_page_finder_get_n_hits (finder), ==, 2);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (page, 0)), ==, 1);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (page, 90)), ==, 0);
  g_assert_cmpfloat (ui_page_get_scrolled (page), ==, 0);
  news_page_finder_step (finder, 1);
  ui_test_wait (is_scrolled, page);
  g_assert_cmpuint (news_paragraph_get_n_hits (ui_page_get (page, 90)), ==, 1);

  g_assert_finalize_object (finder);
  ui_page_free (page);
}

/* The page may go first. */
static void
test_gone (void)
{
  UiPage *page = ui_page_new (texts);
  NewsPageFinder *finder = news_page_finder_new (page->page);

  news_page_finder_set_words (finder, "café");
  ui_test_wait (is_done, finder);
  news_page_finder_set_words (finder, "");
  ui_page_free (page);
  news_page_finder_set_words (finder, "the");
  news_page_finder_step (finder, 1);
  news_page_finder_refresh (finder);
  g_assert_cmpuint (news_page_finder_get_n_hits (finder), ==, 0);
  g_assert_finalize_object (finder);
}

#define ADD(name, function) \
  g_test_add ("/page-finder/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("find", test_find);
  ADD ("step", test_step);
  ADD ("type", test_type);
  ADD ("refresh", test_refresh);
  ADD ("query", test_query);
  ADD ("choose", test_choose);
  ADD ("hyphens", test_hyphens);
  ADD ("titles", test_titles);
  g_test_add_func ("/page-finder/long", test_long);
  g_test_add_func ("/page-finder/gone", test_gone);

  return g_test_run ();
}
