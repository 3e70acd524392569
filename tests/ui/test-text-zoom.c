/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-text-zoom.h"
#include "news-typography.h"

typedef struct
{
  GSettings *settings;
  GtkScrolledWindow *scroller;
  NewsTextZoom *zoom;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  news_typography_reset (fixture->settings);
  fixture->scroller = GTK_SCROLLED_WINDOW (g_object_ref_sink (
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL)));
  fixture->zoom = news_text_zoom_new (fixture->scroller, fixture->settings);
  gtk_scrolled_window_set_child (fixture->scroller, gtk_label_new ("A page"));
  fixture->window = ui_test_show (GTK_WIDGET (fixture->scroller), 300, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->zoom);
  ui_test_close (fixture->window);
  g_assert_finalize_object (GTK_WIDGET (fixture->scroller));
  ui_test_idle ();
  g_assert_finalize_object (fixture->settings);
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

static void
pointed_cb (NewsTextZoom *zoom, double y, GArray *places)
{
  g_array_append_val (places, y);
}

/* What is under the pointer is told before each change, so that it can be held. */
static void
test_pointed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  GtkEventController *motion = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);

  g_signal_connect (fixture->zoom, "pointed", G_CALLBACK (pointed_cb), places);
  g_signal_emit_by_name (motion, "motion", 10.0, 120.0);
  news_text_zoom_turn (fixture->zoom, -0.5);
  g_assert_cmpuint (places->len, ==, 0);
  news_text_zoom_turn (fixture->zoom, -0.5);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpfloat (g_array_index (places, double, 0), ==, 120);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (fixture->settings, "text-scale"), 1.1,
                                  1e-9);
}

#define ADD(name, function) \
  g_test_add ("/text-zoom/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("fingers", test_fingers);
  ADD ("wheel", test_wheel);
  ADD ("pointed", test_pointed);

  return g_test_run ();
}
