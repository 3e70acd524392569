/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-paragraph.h"
#include "news-text-zoom.h"
#include "news-typography.h"

#include <math.h>

#define N_PARAGRAPHS 12

#define TEXT                                                                                     \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "   \
  "sixty boats and an office that sold tickets."

typedef struct
{
  GSettings *settings;
  GtkWidget *paragraphs[N_PARAGRAPHS];
  GtkScrolledWindow *scroller;
  NewsTypography *typography;
  NewsTextZoom *zoom;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  news_typography_reset (fixture->settings);
  fixture->scroller = GTK_SCROLLED_WINDOW (g_object_ref_sink (
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL)));
  fixture->zoom = news_text_zoom_new (fixture->scroller, fixture->settings);
  fixture->typography = news_typography_new ();
  news_typography_bind (fixture->typography, fixture->settings);
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
  g_assert_finalize_object (fixture->zoom);
  ui_test_close (fixture->window);
  g_assert_finalize_object (GTK_WIDGET (fixture->scroller));
  ui_test_idle ();
  g_assert_finalize_object (fixture->typography);
  g_assert_finalize_object (fixture->settings);
}

static void
scroll_to (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (fixture->scroller), value);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
}

static double
get_y (Fixture *fixture, guint paragraph)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (fixture->paragraphs[paragraph],
                                            GTK_WIDGET (fixture->scroller), &place));

  return place.origin.y;
}

/* Scrolls so that a paragraph begins at the top, and sees it stay there. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);
  double before;

  scroll_to (fixture, get_y (fixture, 5));
  before = gtk_adjustment_get_value (adjustment);
  g_settings_set_double (fixture->settings, "leading", 1.9);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
  ui_test_draw (GTK_WIDGET (fixture->scroller));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, before + 50);
  g_assert_cmpfloat (fabs (get_y (fixture, 5)), <=, 1);

  /* Afterwards the page is scrolled like any other. */
  scroll_to (fixture, 20);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 20);
}

/* At the top of the page it is the top that stays; and what is not about text moves nothing. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);

  g_settings_set_double (fixture->settings, "leading", 1.9);
  ui_test_draw (GTK_WIDGET (fixture->scroller));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  scroll_to (fixture, 100);
  g_settings_set_boolean (fixture->settings, "letter-keys", FALSE);
  scroll_to (fixture, 300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 300);
  g_settings_reset (fixture->settings, "letter-keys");
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (fixture->scroller));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller;
    }
  g_assert_not_reached ();
}

/* The text follows two fingers, as far as it may. */
static void
test_fingers (Fixture *fixture, gconstpointer data)
{
  GtkEventController *fingers = find_controller (fixture, GTK_TYPE_GESTURE_ZOOM);

  g_signal_emit_by_name (fingers, "begin", NULL);
  g_signal_emit_by_name (fingers, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (fixture->settings, "text-scale"), 1.5,
                                  0.001);
  g_signal_emit_by_name (fingers, "scale-changed", 9.0);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (fixture->settings, "text-scale"),
                                  NEWS_TYPOGRAPHY_LARGEST, 0.001);
  g_signal_emit_by_name (fingers, "scale-changed", 0.1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (fixture->settings, "text-scale"),
                                  NEWS_TYPOGRAPHY_SMALLEST, 0.001);
}

/* Without Ctrl, the wheel scrolls. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  gboolean handled = TRUE;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", 0.0,
                         -1.0, &handled);
  g_assert_false (handled);
  g_assert_cmpfloat (g_settings_get_double (fixture->settings, "text-scale"), ==, 1);
}

#define ADD(name, function) \
  g_test_add ("/text-zoom/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("stays", test_stays);
  ADD ("top", test_top);
  ADD ("fingers", test_fingers);
  ADD ("wheel", test_wheel);

  return g_test_run ();
}
