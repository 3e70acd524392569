/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-caret.h"
#include "news-text-link.h"
#include "ui-page.h"

#include <string.h>

static const char *const texts[] = { "One two", "Three four", "Folded", "Five", NULL };

typedef struct
{
  UiPage *page;
  NewsSelection *selection;
  NewsCaret *caret;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = ui_page_new (texts);
  fixture->selection = news_selection_new (fixture->page->page);
  fixture->caret = news_caret_new (fixture->page->page, fixture->selection);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->caret);
  g_assert_finalize_object (fixture->selection);
  ui_page_free (fixture->page);
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  return news_caret_press (fixture->caret, key, state);
}

static void
assert_selected (Fixture *fixture, const char *expected)
{
  g_autofree char *text = news_selection_dup_text (fixture->selection);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  const GdkModifierType both = GDK_SHIFT_MASK | GDK_CONTROL_MASK;

  g_assert_false (press (fixture, GDK_KEY_Right, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_assert_true (press (fixture, GDK_KEY_Home, both));
  assert_selected (fixture, NULL);
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_selected (fixture, "O");
  press (fixture, GDK_KEY_Right, both);
  assert_selected (fixture, "One");
  press (fixture, GDK_KEY_End, GDK_SHIFT_MASK);
  assert_selected (fixture, "One two");
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, both);
  assert_selected (fixture, "One two\n\nThree");
  press (fixture, GDK_KEY_End, both);
  assert_selected (fixture, "One two\n\nThree four\n\nFive");
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_selected (fixture, "One two\n\nThree four\n\nFiv");
  g_assert_false (press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_ALT_MASK));

  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_selected (fixture, NULL);
  g_assert_cmpint (news_paragraph_get_caret (ui_page_get (fixture->page, 3)), ==, -1);
}

static gboolean
has_focus (gpointer data)
{
  return gtk_widget_has_focus (data);
}

static void
test_caret (Fixture *fixture, gconstpointer data)
{
  NewsParagraph *first = ui_page_get (fixture->page, 0);
  NewsParagraph *second = ui_page_get (fixture->page, 1);

  news_caret_set_wanted (fixture->caret, TRUE);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpint (news_paragraph_get_caret (first), ==, 0);
  ui_test_wait (has_focus, first);
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_cmpint (news_paragraph_get_caret (first), ==, 3);
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_cmpint (news_paragraph_get_caret (first), ==, -1);
  g_assert_cmpint (news_paragraph_get_caret (second), >, 0);
  ui_test_wait (has_focus, second);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (first)));

  /* Escape ends the selection, and the caret stays. */
  press (fixture, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_selected (fixture, NULL);
  g_assert_cmpint (news_paragraph_get_caret (second), ==, 10);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_selected (fixture, "r");

  news_caret_set_wanted (fixture->caret, FALSE);
  g_assert_cmpint (news_paragraph_get_caret (second), ==, -1);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (second)));
  ui_test_wait (has_focus, fixture->page->page);
}

/* Where the caret is on a link, Enter does what a click on it does. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup ("A link"));
  GString *record = ui_test_record_actions (fixture->page->page);

  news_text_set_link (text, "https://paper.example/");
  news_paragraph_set_text (ui_page_get (fixture->page, 0), text, "en");
  ui_test_draw (fixture->page->page);
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  news_caret_set_wanted (fixture->caret, TRUE);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_nonnull (news_caret_get_link (fixture->caret));
  ui_test_wait (has_focus, ui_page_get (fixture->page, 0));
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpstr (record->str, ==, "follow 'https://paper.example/'\n");

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_null (news_caret_get_link (fixture->caret));
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
}

/* A click is where the caret goes. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  NewsPagePlace place = { ui_page_get (fixture->page, 3), 2 };

  news_caret_set_wanted (fixture->caret, TRUE);
  news_selection_place (fixture->selection, &place);
  g_assert_cmpint (news_paragraph_get_caret (place.paragraph), ==, 2);
  news_selection_clear (fixture->selection);
  g_assert_cmpint (news_paragraph_get_caret (place.paragraph), ==, -1);
}

static gboolean
is_scrolled (gpointer data)
{
  return ui_page_get_scrolled (data) > 0;
}

/* Without a caret, Down scrolls; with one, it scrolls once the caret would be out of sight. */
static void
test_scroll (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) many = NULL;
  UiPage *page;
  NewsSelection *selection;
  NewsCaret *caret;

  for (guint i = 0; i < 60; i++)
    g_strv_builder_add (builder, "A line");
  many = g_strv_builder_end (builder);
  page = ui_page_new ((const char *const *) many);
  selection = news_selection_new (page->page);
  caret = news_caret_new (page->page, selection);

  g_assert_true (news_caret_press (caret, GDK_KEY_Down, 0));
  ui_test_wait (is_scrolled, page);
  news_caret_set_wanted (caret, TRUE);
  news_caret_press (caret, GDK_KEY_Home, GDK_CONTROL_MASK);
  while (is_scrolled (page))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 30; i++)
    news_caret_press (caret, GDK_KEY_Down, 0);
  g_assert_true (is_scrolled (page));

  g_assert_finalize_object (caret);
  g_assert_finalize_object (selection);
  ui_page_free (page);
}

#define ADD(name, function) g_test_add ("/caret/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("select", test_select);
  ADD ("caret", test_caret);
  ADD ("link", test_link);
  ADD ("click", test_click);
  g_test_add_func ("/caret/scroll", test_scroll);

  return g_test_run ();
}
