/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-places.h"
#include "news-page-sight.h"
#include "ui-page.h"

static const char *const texts[] = { "One two", "Three four", "Folded", "Five", NULL };

static void
test_list (void)
{
  g_autoptr (UiPage) page = ui_page_new (texts);
  g_autoptr (GPtrArray) shown = news_page_places_list (page->page, FALSE);
  g_autoptr (GPtrArray) all = news_page_places_list (page->page, TRUE);

  g_assert_cmpuint (shown->len, ==, 3);
  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (g_ptr_array_index (all, i) == ui_page_get (page, i));
}

static void
test_compare (void)
{
  g_autoptr (UiPage) page = ui_page_new (texts);
  NewsPagePlace first = { ui_page_get (page, 0), 3 };
  NewsPagePlace later = { ui_page_get (page, 0), 4 };
  NewsPagePlace folded = { ui_page_get (page, 2), 0 };

  g_assert_cmpint (news_page_places_compare (page->page, &first, &later), <, 0);
  g_assert_cmpint (news_page_places_compare (page->page, &later, &first), >, 0);
  g_assert_cmpint (news_page_places_compare (page->page, &first, &first), ==, 0);
  g_assert_cmpint (news_page_places_compare (page->page, &folded, &later), >, 0);
}

/* Where the caret of a place is, there the place is found. */
static void
test_find (void)
{
  g_autoptr (UiPage) page = ui_page_new (texts);
  NewsPagePlace place = { ui_page_get (page, 1), 5 };
  NewsPagePlace found;
  graphene_rect_t caret;

  g_assert_true (news_page_places_get_caret (page->page, &place, &caret));
  g_assert_true (news_page_places_find (page->page, caret.origin.x, caret.origin.y + 2, &found));
  g_assert_true (found.paragraph == place.paragraph);
  g_assert_cmpuint (found.index, ==, 5);
}

static void
test_unfold (void)
{
  g_autoptr (UiPage) page = ui_page_new (texts);
  GtkExpander *expander = GTK_EXPANDER (page->expander);

  g_assert_false (news_page_sight_unfold (page->page, ui_page_get (page, 0)));
  g_assert_false (gtk_expander_get_expanded (expander));
  g_assert_true (news_page_sight_unfold (page->page, ui_page_get (page, 2)));
  g_assert_true (gtk_expander_get_expanded (expander));
  g_assert_false (news_page_sight_unfold (page->page, ui_page_get (page, 2)));
}

static gboolean
is_scrolled (gpointer data)
{
  return ui_page_get_scrolled (data) > 0;
}

static void
test_show (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) many = NULL;
  g_autoptr (UiPage) page = NULL;
  graphene_rect_t visible;

  for (guint i = 0; i < 60; i++)
    g_strv_builder_add (builder, "A line");
  many = g_strv_builder_end (builder);
  page = ui_page_new ((const char *const *) many);

  g_assert_true (news_page_sight_get_visible (page->page, &visible));
  g_assert_cmpfloat (visible.size.height, <=, 300);
  news_page_sight_show (ui_page_get (page, 2), 0, 3, FALSE);
  g_assert_false (is_scrolled (page));

  /* Folded away, it is there a frame later. */
  news_page_sight_unfold (page->page, ui_page_get (page, 58));
  news_page_sight_show (ui_page_get (page, 58), 0, 3, TRUE);
  ui_test_wait (is_scrolled, page);

  /* The focus of all does not bring one back to its start. */
  g_assert_true (news_page_sight_focus (page->page));
  ui_test_draw (page->page);
  g_assert_true (is_scrolled (page));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/page-places/list", test_list);
  g_test_add_func ("/page-places/compare", test_compare);
  g_test_add_func ("/page-places/find", test_find);
  g_test_add_func ("/page-sight/unfold", test_unfold);
  g_test_add_func ("/page-sight/show", test_show);

  return g_test_run ();
}
