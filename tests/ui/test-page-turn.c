/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-turn.h"
#include "news-paragraph.h"

#include <math.h>

#define TEXT                                                                                     \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "   \
  "sixty boats and an office that sold tickets."

#define HEIGHT 400

typedef struct
{
  GtkScrolledWindow *scroller;
  GtkAdjustment *adjustment; /* of the scroller */
  GtkWidget *box;
  GtkWindow *window;
} Fixture;

static GtkWidget *
append (Fixture *fixture, gboolean heading, const char *letters)
{
  GtkWidget *paragraph = news_paragraph_new (
    heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_PARAGRAPH, NEWS_PARAGRAPH_TEXT);

  news_paragraph_set_letters (NEWS_PARAGRAPH (paragraph), letters, "en");
  gtk_box_append (GTK_BOX (fixture->box), paragraph);

  return paragraph;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->scroller = GTK_SCROLLED_WINDOW (
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);
  gtk_scrolled_window_set_child (fixture->scroller, fixture->box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
}

static void
turn (Fixture *fixture, int direction)
{
  g_assert_true (news_page_turn (fixture->scroller, direction));
  ui_test_draw (GTK_WIDGET (fixture->scroller));
}

static double
get_top (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->scroller), &place));

  return place.origin.y;
}

/* Each screen begins with a line, which the one before had, and none is left out. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text;
  double leading;

  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < 12; i++)
    g_string_append (letters, TEXT " ");
  text = append (fixture, FALSE, letters->str);
  fixture->window = ui_test_show (GTK_WIDGET (fixture->scroller), 300, HEIGHT);
  leading = news_text_layout_get_leading (news_paragraph_get_layout (NEWS_PARAGRAPH (text)))
            / (double) PANGO_SCALE;
  for (guint i = 0; i < 3; i++)
    {
      double before = gtk_adjustment_get_value (fixture->adjustment);
      double page = gtk_adjustment_get_page_size (fixture->adjustment);

      turn (fixture, 1);
      g_assert_cmpfloat (fabs (remainder (get_top (fixture, text), leading)), <=, 0.5);
      g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), <,
                         before + page - leading);
      g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), >, before + page / 2);
    }
  gtk_adjustment_set_value (fixture->adjustment, 1e6);
  g_assert_false (news_page_turn (fixture->scroller, 1));
  turn (fixture, -1);
  gtk_adjustment_set_value (fixture->adjustment, 0);
  g_assert_false (news_page_turn (fixture->scroller, -1));
}

/* A heading that comes last on the screen, or before the first line of its text, is the first of
 * the next one. */
static void
test_heading (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = append (fixture, FALSE, TEXT);
  GtkWidget *heading = append (fixture, TRUE, "A heading");
  double page;
  int height;

  append (fixture, FALSE, TEXT " " TEXT " " TEXT " " TEXT);
  append (fixture, FALSE, TEXT " " TEXT " " TEXT " " TEXT);
  fixture->window = ui_test_show (GTK_WIDGET (fixture->scroller), 300, HEIGHT);
  page = gtk_adjustment_get_page_size (fixture->adjustment);
  height = gtk_widget_get_height (heading);
  for (double y = page - 61; y > page - 70 - height; y -= 8)
    {
      gtk_adjustment_set_value (fixture->adjustment, 0);
      gtk_widget_set_margin_top (first, 0);
      ui_test_draw (GTK_WIDGET (fixture->scroller));
      gtk_widget_set_margin_top (first, (int) (y - get_top (fixture, heading)));
      ui_test_draw (GTK_WIDGET (fixture->scroller));
      turn (fixture, 1);
      g_assert_cmpfloat (fabs (get_top (fixture, heading)), <=, 1);
    }
}

#define ADD(name, function) \
  g_test_add ("/page-turn/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("lines", test_lines);
  ADD ("heading", test_heading);

  return g_test_run ();
}
