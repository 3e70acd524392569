/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-paragraph.h"
#include "news-text-anchor.h"

#include <math.h>

#define N_PARAGRAPHS 12

#define TEXT                                                                                     \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "   \
  "sixty boats and an office that sold tickets."

typedef struct
{
  GtkWidget *paragraphs[N_PARAGRAPHS];
  GtkScrolledWindow *scroller;
  NewsTypography *typography;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  fixture->scroller = GTK_SCROLLED_WINDOW (
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  fixture->typography = news_typography_new ();
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      GtkWidget *paragraph
        = news_paragraph_new (GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);

      news_paragraph_set_typography (NEWS_PARAGRAPH (paragraph), fixture->typography);
      news_paragraph_set_letters (NEWS_PARAGRAPH (paragraph), TEXT, "en");
      gtk_box_append (GTK_BOX (box), paragraph);
      fixture->paragraphs[i] = paragraph;
    }
  gtk_scrolled_window_set_child (fixture->scroller, box);
  fixture->window = ui_test_show (GTK_WIDGET (fixture->scroller), 300, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  ui_test_idle ();
  g_assert_finalize_object (fixture->typography);
}

static double
get_y (Fixture *fixture, guint paragraph, guint index)
{
  graphene_rect_t place, caret;

  g_assert_true (gtk_widget_compute_bounds (fixture->paragraphs[paragraph],
                                            GTK_WIDGET (fixture->scroller), &place));
  news_paragraph_get_caret_place (NEWS_PARAGRAPH (fixture->paragraphs[paragraph]), index, &caret);

  return (double) place.origin.y + caret.origin.y;
}

static void
set_leading (Fixture *fixture, double leading)
{
  g_object_set (fixture->typography, "leading", leading, NULL);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
}

/* The letter that was at the point is on a line at its height again, whatever became of the ones
 * above. */
static void
test_paragraph (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);
  g_autoptr (NewsTextAnchor) anchor = NULL;
  double before;

  gtk_adjustment_set_value (adjustment, 700);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      double y = get_y (fixture, i, 100);

      if (y < 0)
        continue;
      anchor = news_text_anchor_new (fixture->scroller, 1000, y + 2);
      g_assert_nonnull (anchor);
      before = get_y (fixture, i, 100);
      set_leading (fixture, 2.2);
      g_assert_cmpfloat (fabs (get_y (fixture, i, 100) - before), >, 100);
      news_text_anchor_restore (anchor);
      ui_test_draw (GTK_WIDGET (fixture->scroller));
      g_assert_cmpfloat (fabs (get_y (fixture, i, 100) - before), <=, 1);
      return;
    }
  g_assert_not_reached ();
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);
  g_autoptr (NewsTextAnchor) anchor = news_text_anchor_new (fixture->scroller, 0, 10);
  g_autoptr (NewsTextAnchor) none = news_text_anchor_new (fixture->scroller, 0, 1e6);

  g_assert_nonnull (anchor);
  g_assert_null (none);
  /* What is no longer there has no place. */
  gtk_widget_set_visible (fixture->paragraphs[0], FALSE);
  gtk_adjustment_set_value (adjustment, 300);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
  news_text_anchor_restore (anchor);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 300);
}

#define ADD(name, function) \
  g_test_add ("/text-anchor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("paragraph", test_paragraph);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
