/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-zoom.h"

#include "news-text-anchor.h"
#include "news-typography.h"

#include <math.h>

/* Pixels of a touchpad that are one notch of a wheel. */
#define NOTCH 40

/* Of two fingers, the text follows in steps of this, as all of it is set anew at each. */
#define PINCH_STEP 0.05

struct _NewsTextZoom
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings;
  NewsTextAnchor *anchor;
  GdkFrameClock *clock;   /* while there is an anchor */
  GPtrArray *controllers; /* of the scroller */

  /* Borrowed */
  GtkScrolledWindow *scroller;

  gulong laid_out;
  double x; /* of the pointer; where a change comes from */
  double y;
  gboolean points; /* whether the change that is being made comes from there */
  double wheel;    /* what was turned, and is not a notch yet */
  double from;     /* the size of the text when the fingers came down */
};

G_DEFINE_FINAL_TYPE (NewsTextZoom, news_text_zoom, G_TYPE_OBJECT)

/* --- what stays --- */

static void
drop_anchor (NewsTextZoom *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->laid_out, self->clock);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->anchor, news_text_anchor_free);
}

/* After the page has its new places and before it is drawn: it is not seen to jump. */
static void
laid_out_cb (NewsTextZoom *self)
{
  news_text_anchor_restore (self->anchor);
  drop_anchor (self);
}

static void
keep_anchor (NewsTextZoom *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->scroller));

  /* At the very top of a page, this is what is looked at. */
  if (self->anchor != NULL || clock == NULL
      || (!self->points && gtk_adjustment_get_value (adjustment) <= 0))
    return;

  self->anchor
    = news_text_anchor_new (self->scroller, self->points ? self->x : 0, self->points ? self->y : 0);
  if (self->anchor == NULL)
    return;

  self->clock = g_object_ref (clock);
  self->laid_out = g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self,
                                            G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
changed_cb (NewsTextZoom *self, const char *key)
{
  if (news_typography_has_key (key))
    keep_anchor (self);
}

/* --- wheel --- */

static gboolean
scroll_cb (NewsTextZoom *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller))
      & gtk_accelerator_get_default_mod_mask ();
  int steps;

  if (state != GDK_CONTROL_MASK)
    return FALSE;

  self->wheel += gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE
                   ? dy / NOTCH
                   : dy;
  steps = (int) self->wheel;
  self->wheel -= steps;
  self->points = TRUE;
  if (steps != 0)
    news_typography_step_size (self->settings, -steps);
  self->points = FALSE;

  return TRUE;
}

static void
motion_cb (NewsTextZoom *self, double x, double y)
{
  self->x = x;
  self->y = y;
}

/* --- fingers --- */

static void
begin_cb (NewsTextZoom *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  self->from = g_settings_get_double (self->settings, "text-scale");
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
scale_cb (NewsTextZoom *self, double scale, GtkGesture *gesture)
{
  double size = round (self->from * scale / PINCH_STEP) * PINCH_STEP;

  size = CLAMP (size, NEWS_TYPOGRAPHY_SMALLEST, NEWS_TYPOGRAPHY_LARGEST);
  if (fabs (size - g_settings_get_double (self->settings, "text-scale")) < PINCH_STEP / 2)
    return;

  self->points = gtk_gesture_is_active (gesture)
                 && gtk_gesture_get_bounding_box_center (gesture, &self->x, &self->y);
  g_settings_set_double (self->settings, "text-scale", size);
  self->points = FALSE;
}

/* --- object --- */

/* Before the scroller itself, which would scroll. */
static void
add (NewsTextZoom *self, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), controller);
  g_ptr_array_add (self->controllers, controller);
}

static void
add_controllers (NewsTextZoom *self)
{
  GtkEventController *wheel
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *fingers = gtk_gesture_zoom_new ();

  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fingers, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fingers, "scale-changed", G_CALLBACK (scale_cb), self,
                           G_CONNECT_SWAPPED);
  add (self, wheel);
  add (self, motion);
  add (self, GTK_EVENT_CONTROLLER (fingers));
}

static void
news_text_zoom_dispose (GObject *object)
{
  NewsTextZoom *self = NEWS_TEXT_ZOOM (object);

  drop_anchor (self);
  for (guint i = 0; self->controllers != NULL && i < self->controllers->len; i++)
    gtk_widget_remove_controller (GTK_WIDGET (self->scroller),
                                  g_ptr_array_index (self->controllers, i));
  g_clear_pointer (&self->controllers, g_ptr_array_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (news_text_zoom_parent_class)->dispose (object);
}

static void
news_text_zoom_class_init (NewsTextZoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_text_zoom_dispose;
}

static void
news_text_zoom_init (NewsTextZoom *self)
{
  self->controllers = g_ptr_array_new ();
}

NewsTextZoom *
news_text_zoom_new (GtkScrolledWindow *scroller, GSettings *settings)
{
  NewsTextZoom *self = g_object_new (NEWS_TYPE_TEXT_ZOOM, NULL);

  self->scroller = scroller;
  self->settings = g_object_ref (settings);
  add_controllers (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
