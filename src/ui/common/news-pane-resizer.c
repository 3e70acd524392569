/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-pane-resizer.h"

/* Pixels at either side of the edge in which it is taken hold of. */
#define REACH 4

static double
get_sidebar_width (AdwNavigationSplitView *view)
{
  return gtk_widget_get_width (GTK_WIDGET (adw_navigation_split_view_get_sidebar (view)));
}

/* From the side where the sidebar is. */
static double
get_place (AdwNavigationSplitView *view, double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (view)) - x;

  return x;
}

static gboolean
is_on_edge (AdwNavigationSplitView *view, double x)
{
  double distance = get_place (view, x) - get_sidebar_width (view);

  return !adw_navigation_split_view_get_collapsed (view) && distance > -REACH && distance < REACH;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AdwNavigationSplitView *view)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), is_on_edge (view, x) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                     : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, AdwNavigationSplitView *view)
{
  double total = gtk_widget_get_width (GTK_WIDGET (view));
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) || total <= 0)
    return;

  adw_navigation_split_view_set_sidebar_width_fraction (
    view, CLAMP (get_place (view, x + dx) / total, 0.1, 0.6));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, AdwNavigationSplitView *view)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view), is_on_edge (view, x) ? "col-resize" : NULL);
}

void
news_pane_resizer_attach (AdwNavigationSplitView *view)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_return_if_fail (ADW_IS_NAVIGATION_SPLIT_VIEW (view));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), view);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), view);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
}
