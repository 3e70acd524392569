/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-sight.h"
#include "ui-page.h"

#include <string.h>

#define LONG                                                                                     \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "   \
  "sixty boats and an office that sold tickets. "

static const char *const texts[]
  = { LONG LONG LONG, LONG LONG LONG, LONG LONG LONG,  LONG LONG LONG,
      LONG LONG,      "Folded",       "The very last", NULL };

#define FOLDED 5
#define LAST 6

typedef struct
{
  UiPage *page;
  GtkWidget *root;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->root = fixture->page->page;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_page_free (fixture->page);
}

/* Whether all of the paragraph, a short one, can be seen. */
static gboolean
is_seen (Fixture *fixture, guint index)
{
  graphene_rect_t visible, bounds;

  return news_page_sight_get_visible (fixture->root, &visible)
         && gtk_widget_compute_bounds (GTK_WIDGET (ui_page_get (fixture->page, index)),
                                       fixture->root, &bounds)
         && graphene_rect_contains_rect (&visible, &bounds);
}

static gboolean
is_last_seen (gpointer data)
{
  return is_seen (data, LAST);
}

static gboolean
is_folded_seen (gpointer data)
{
  return is_seen (data, FOLDED);
}

static void
show (Fixture *fixture, guint index, gboolean wait)
{
  NewsParagraph *paragraph = ui_page_get (fixture->page, index);

  news_page_sight_show (paragraph, 0, (guint) strlen (news_paragraph_get_letters (paragraph)),
                        wait);
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_seen (fixture, LAST));
  show (fixture, LAST, FALSE);
  ui_test_wait (is_last_seen, fixture);
}

/* What is in sight stays where it is. */
static void
test_stay (Fixture *fixture, gconstpointer data)
{
  NewsPagePlace place = { ui_page_get (fixture->page, 0), 3 };

  news_page_sight_show (ui_page_get (fixture->page, 0), 0, 4, FALSE);
  news_page_sight_follow (&place);
  g_assert_cmpfloat (ui_page_get_scrolled (fixture->page), ==, 0);
}

static void
test_folded (Fixture *fixture, gconstpointer data)
{
  g_assert_true (news_page_sight_unfold (fixture->root, ui_page_get (fixture->page, FOLDED)));
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (fixture->page->expander)));
  g_assert_false (news_page_sight_unfold (fixture->root, ui_page_get (fixture->page, FOLDED)));
  show (fixture, FOLDED, TRUE);
  ui_test_wait (is_folded_seen, fixture);
}

/* It is where it was thought to be only until what is above it takes its own room. */
static void
test_far (Fixture *fixture, gconstpointer data)
{
  news_paragraph_set_far (ui_page_get (fixture->page, LAST), TRUE);
  show (fixture, LAST, FALSE);
  gtk_widget_set_margin_bottom (GTK_WIDGET (ui_page_get (fixture->page, 4)), 600);
  ui_test_wait (is_last_seen, fixture);
}

static gboolean
is_paragraph (GtkWidget *widget)
{
  return NEWS_IS_PARAGRAPH (widget);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = GTK_WIDGET (ui_page_get (fixture->page, 0));
  GtkWidget *second = GTK_WIDGET (ui_page_get (fixture->page, 1));
  double end = gtk_widget_get_height (first);

  g_assert_true (news_page_sight_find (fixture->root, fixture->root, 0, is_paragraph) == first);
  g_assert_true (news_page_sight_find (fixture->root, fixture->root, end - 1, is_paragraph)
                 == first);
  /* Between two, the one that follows. */
  g_assert_true (news_page_sight_find (fixture->root, fixture->root, end + 1, is_paragraph)
                 == second);
  g_assert_null (news_page_sight_find (fixture->root, fixture->root, 1e6, is_paragraph));
}

/* The focus can be given to what is longer than the screen, and nothing is scrolled. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, LAST, FALSE);
  ui_test_wait (is_last_seen, fixture);
  {
    double value = ui_page_get_scrolled (fixture->page);

    g_assert_true (news_page_sight_focus (fixture->root));
    ui_test_draw (fixture->root);
    g_assert_cmpfloat (ui_page_get_scrolled (fixture->page), ==, value);
    g_assert_true (gtk_widget_has_focus (fixture->root));
  }
}

#define ADD(name, function) \
  g_test_add ("/page-sight/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("show", test_show);
  ADD ("stay", test_stay);
  ADD ("folded", test_folded);
  ADD ("far", test_far);
  ADD ("find", test_find);
  ADD ("focus", test_focus);

  return g_test_run ();
}
