/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-paragraph.h"
#include "news-selection.h"

typedef struct
{
  GtkWidget *box;
  GtkWidget *paragraphs[3];
  GtkWindow *window;
  NewsSelection *selection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "The first one", "Two\342\200\250lines", "The last one" };

  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      fixture->paragraphs[i]
        = news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);
      news_paragraph_set_letters (NEWS_PARAGRAPH (fixture->paragraphs[i]), texts[i], "en");
      gtk_box_append (GTK_BOX (fixture->box), fixture->paragraphs[i]);
    }
  fixture->selection = news_selection_new (fixture->box);
  fixture->window = ui_test_show (fixture->box, 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->selection);
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->box);
}

/* The middle of the caret before a letter, from the box's corner. */
static void
get_place (Fixture *fixture, guint paragraph, guint index, double *x, double *y)
{
  graphene_rect_t caret;
  graphene_point_t point;

  news_paragraph_get_caret_place (NEWS_PARAGRAPH (fixture->paragraphs[paragraph]), index, &caret);
  point = GRAPHENE_POINT_INIT (caret.origin.x, caret.origin.y + caret.size.height / 2);
  g_assert_true (
    gtk_widget_compute_point (fixture->paragraphs[paragraph], fixture->box, &point, &point));
  *x = point.x;
  *y = point.y;
}

static void
assert_selected (Fixture *fixture, const char *expected)
{
  g_autofree char *text = news_selection_dup_text (fixture->selection);

  g_assert_cmpstr (text, ==, expected);
}

static void
press (Fixture *fixture, int presses, guint paragraph, guint index)
{
  double x, y;

  get_place (fixture, paragraph, index, &x, &y);
  news_selection_press (fixture->selection, presses, x, y, FALSE);
}

static void
go_on (Fixture *fixture, guint paragraph, guint index)
{
  double x, y;

  get_place (fixture, paragraph, index, &x, &y);
  news_selection_press (fixture->selection, 1, x, y, TRUE);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  assert_selected (fixture, NULL);
  news_selection_select_all (fixture->selection);
  assert_selected (fixture, "The first one\n\nTwo\nlines\n\nThe last one");

  /* What is hidden is not read. */
  gtk_widget_set_visible (fixture->paragraphs[1], FALSE);
  assert_selected (fixture, "The first one\n\nThe last one");
  news_selection_clear (fixture->selection);
  assert_selected (fixture, NULL);
}

/* From one paragraph to another, both ways, and back within one. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  press (fixture, 1, 0, 4);
  assert_selected (fixture, NULL);
  go_on (fixture, 2, 3);
  assert_selected (fixture, "first one\n\nTwo\nlines\n\nThe");
  go_on (fixture, 0, 9);
  assert_selected (fixture, "first");
  go_on (fixture, 0, 0);
  assert_selected (fixture, "The ");

  press (fixture, 1, 2, 3);
  go_on (fixture, 1, 6);
  assert_selected (fixture, "lines\n\nThe");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  press (fixture, 2, 0, 5);
  assert_selected (fixture, "first");
  press (fixture, 3, 0, 5);
  assert_selected (fixture, "The first one");
  press (fixture, 1, 0, 5);
  assert_selected (fixture, NULL);
}

static void
count_cb (guint *changes)
{
  (*changes)++;
}

/* By places, as keys do it; back over where it began. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  NewsPagePlace first = { NEWS_PARAGRAPH (fixture->paragraphs[0]), 10 };
  NewsPagePlace last = { NEWS_PARAGRAPH (fixture->paragraphs[2]), 3 };
  NewsPagePlace end;
  guint changes = 0;

  g_signal_connect_swapped (fixture->selection, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_false (news_selection_get_end (fixture->selection, &end));
  news_selection_place (fixture->selection, &last);
  g_assert_true (news_selection_is_empty (fixture->selection));
  news_selection_extend (fixture->selection, &first);
  g_assert_false (news_selection_is_empty (fixture->selection));
  assert_selected (fixture, "one\n\nTwo\nlines\n\nThe");
  g_assert_true (news_selection_get_end (fixture->selection, &end));
  g_assert_true (end.paragraph == first.paragraph);
  g_assert_cmpuint (end.index, ==, 10);
  last.index = 8;
  news_selection_extend (fixture->selection, &last);
  assert_selected (fixture, " last");
  g_assert_cmpuint (changes, ==, 3);
  news_selection_clear (fixture->selection);
  g_assert_false (news_selection_get_end (fixture->selection, &end));
  g_assert_cmpuint (changes, ==, 4);
}

/* The paragraph in which it began may go. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  press (fixture, 1, 0, 0);
  gtk_box_remove (GTK_BOX (fixture->box), fixture->paragraphs[0]);
  go_on (fixture, 2, 3);
  assert_selected (fixture, NULL);

  press (fixture, 1, 2, 0);
  go_on (fixture, 2, 3);
  assert_selected (fixture, "The");
}

#define ADD(name, function) \
  g_test_add ("/selection/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("all", test_all);
  ADD ("range", test_range);
  ADD ("words", test_words);
  ADD ("places", test_places);
  ADD ("gone", test_gone);

  return g_test_run ();
}
