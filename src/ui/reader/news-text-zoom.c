/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-zoom.h"

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
  GPtrArray *controllers; /* of the scroller */

  /* Borrowed */
  GtkScrolledWindow *scroller;

  double y;     /* of the pointer */
  double wheel; /* what was turned, and is not a notch yet */
  double from;  /* the size of the text when the fingers came down */
};

enum
{
  POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsTextZoom, news_text_zoom, G_TYPE_OBJECT)

/* --- wheel --- */

static gboolean
scroll_cb (NewsTextZoom *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller))
      & gtk_accelerator_get_default_mod_mask ();

  if (state != GDK_CONTROL_MASK)
    return FALSE;

  news_text_zoom_turn (
    self,
    gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE ? dy / NOTCH : dy);

  return TRUE;
}

static void
motion_cb (NewsTextZoom *self, double x, double y)
{
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
  double x, y;

  size = CLAMP (size, NEWS_TYPOGRAPHY_SMALLEST, NEWS_TYPOGRAPHY_LARGEST);
  if (fabs (size - g_settings_get_double (self->settings, "text-scale")) < PINCH_STEP / 2)
    return;

  if (gtk_gesture_is_active (gesture) && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    g_signal_emit (self, signals[POINTED], 0, y);
  g_settings_set_double (self->settings, "text-scale", size);
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

  signals[POINTED] = g_signal_new ("pointed", NEWS_TYPE_TEXT_ZOOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
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

  return self;
}

void
news_text_zoom_turn (NewsTextZoom *self, double notches)
{
  int steps;

  g_return_if_fail (NEWS_IS_TEXT_ZOOM (self));

  self->wheel += notches;
  steps = (int) self->wheel;
  self->wheel -= steps;
  if (steps == 0)
    return;

  g_signal_emit (self, signals[POINTED], 0, self->y);
  news_typography_step_size (self->settings, -steps);
}
