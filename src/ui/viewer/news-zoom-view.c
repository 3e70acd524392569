/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-zoom-view.h"

#include "news-zoom.h"

#include <adwaita.h>
#include <math.h>

#define STEP 1.25

/* Pixels that a notch of the wheel moves. */
#define NOTCH 60

struct _NewsZoomView
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *ground; /* what lies under the picture */
  NewsImage *image;
  GdkTexture *frame;
  guint idle;

  NewsZoom zoom;

  /* While a gesture lasts */
  double begun_scale;
  double begun_x;
  double begun_y;
  double pointer_x;
  double pointer_y;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsZoomView, news_zoom_view, GTK_TYPE_WIDGET)

/* --- sizes --- */

static GdkTexture *
get_texture (NewsZoomView *self)
{
  return self->frame != NULL ? self->frame : self->image->texture;
}

/* The scale at which a pixel of the picture is one of the screen. */
static double
get_full_scale (NewsZoomView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? 1 / gdk_surface_get_scale (surface) : 1;
}

static void
update_cursor (NewsZoomView *self)
{
  double across, down;

  news_zoom_get_rooms (&self->zoom, &across, &down);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), across > 0 || down > 0 ? "grab" : NULL);
}

static void
settle (NewsZoomView *self)
{
  if (self->image != NULL)
    update_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_around (NewsZoomView *self, double scale, double x, double y)
{
  if (self->image == NULL)
    return;

  news_zoom_around (&self->zoom, scale, x, y);
  settle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
zoom (NewsZoomView *self, double scale)
{
  zoom_around (self, scale, self->zoom.width / 2, self->zoom.height / 2);
}

static void
toggle_around (NewsZoomView *self, double x, double y)
{
  if (self->image == NULL)
    return;

  news_zoom_toggle (&self->zoom, x, y);
  settle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- gestures --- */

static void
motion_cb (NewsZoomView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
scroll_cb (NewsZoomView *self, double across, double down, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  GdkScrollUnit unit
    = gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller));
  double factor = unit == GDK_SCROLL_UNIT_WHEEL ? NOTCH : 1;

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      zoom_around (self, self->zoom.scale * pow (STEP, -down * factor / NOTCH), self->pointer_x,
                   self->pointer_y);
      return GDK_EVENT_STOP;
    }

  if ((state & GDK_SHIFT_MASK) != 0 && across == 0)
    return news_zoom_view_pan (self, down * factor, 0);

  return news_zoom_view_pan (self, across * factor, down * factor);
}

static void
pinch_begin_cb (NewsZoomView *self)
{
  self->begun_scale = self->zoom.scale;
}

static void
pinch_cb (NewsZoomView *self, double factor, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_around (self, self->begun_scale * factor, x, y);
}

static void
drag_begin_cb (NewsZoomView *self, double x, double y, GtkGesture *gesture)
{
  double across, down;

  if (self->image == NULL)
    return;

  news_zoom_get_rooms (&self->zoom, &across, &down);
  /* A sheet that can be pulled away by a finger is not, while there is something to move. */
  if (across > 0 || down > 0)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->begun_x = self->zoom.x;
  self->begun_y = self->zoom.y;
}

static void
drag_cb (NewsZoomView *self, double across, double down)
{
  news_zoom_move (&self->zoom, self->begun_x + across, self->begun_y + down);
  settle (self);
}

static void
pressed_cb (NewsZoomView *self, int n, double x, double y)
{
  if (n % 2 == 0)
    toggle_around (self, x, y);
}

/* --- widget --- */

static void
news_zoom_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  NewsZoomView *self = NEWS_ZOOM_VIEW (widget);

  /* It takes what it is given; a child that is not asked for its size may not be allotted one. */
  gtk_widget_measure (self->ground, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
get_rectangle (NewsZoomView *self, graphene_rect_t *rectangle)
{
  const NewsZoom *now = &self->zoom;
  double width = now->across * now->scale;
  double height = now->down * now->scale;

  graphene_rect_init (rectangle, (float) ((now->width - width) / 2 + now->x),
                      (float) ((now->height - height) / 2 + now->y), (float) width, (float) height);
}

/* Not while sizes are being allotted: who listens may want another one. */
static void
changed_idle_cb (gpointer user_data)
{
  NewsZoomView *self = user_data;

  self->idle = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
news_zoom_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsZoomView *self = NEWS_ZOOM_VIEW (widget);
  GtkAllocation allocation = { 0, 0, width, height };
  double before = self->zoom.scale;
  graphene_rect_t rectangle;

  news_zoom_set_view (&self->zoom, width, height, get_full_scale (self));
  if (self->image != NULL)
    {
      update_cursor (self);
      get_rectangle (self, &rectangle);
      allocation.x = (int) ceilf (rectangle.origin.x);
      allocation.y = (int) ceilf (rectangle.origin.y);
      allocation.width = MAX ((int) rectangle.size.width, 1);
      allocation.height = MAX ((int) rectangle.size.height, 1);
    }
  gtk_widget_size_allocate (self->ground, &allocation, -1);
  if (self->zoom.scale != before && self->idle == 0)
    self->idle = g_idle_add_once (changed_idle_cb, self);
}

static void
news_zoom_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NewsZoomView *self = NEWS_ZOOM_VIEW (widget);
  graphene_rect_t rectangle;

  if (self->image == NULL)
    return;

  gtk_widget_snapshot_child (widget, self->ground, snapshot);
  get_rectangle (self, &rectangle);
  /* Enlarged, pixels are to be seen as they are at last. */
  gtk_snapshot_append_scaled_texture (snapshot, get_texture (self),
                                      news_zoom_get_level (&self->zoom) > 3
                                        ? GSK_SCALING_FILTER_NEAREST
                                        : GSK_SCALING_FILTER_TRILINEAR,
                                      &rectangle);
}

static void
news_zoom_view_dispose (GObject *object)
{
  NewsZoomView *self = NEWS_ZOOM_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->ground, gtk_widget_unparent);
  g_clear_pointer (&self->image, news_image_unref);
  g_clear_object (&self->frame);

  G_OBJECT_CLASS (news_zoom_view_parent_class)->dispose (object);
}

static void
news_zoom_view_class_init (NewsZoomViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_zoom_view_dispose;
  widget_class->measure = news_zoom_view_measure;
  widget_class->size_allocate = news_zoom_view_size_allocate;
  widget_class->snapshot = news_zoom_view_snapshot;

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_ZOOM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "zoomview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_gestures (NewsZoomView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
news_zoom_view_init (NewsZoomView *self)
{
  self->zoom.fitted = TRUE;
  self->zoom.full = 1;
  self->ground
    = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_can_target (self->ground, FALSE);
  gtk_widget_set_parent (self->ground, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_gestures (self);
}

/* --- public --- */

void
news_zoom_view_set_image (NewsZoomView *self, NewsImage *image)
{
  const char *classes[] = { NULL, NULL };

  g_return_if_fail (NEWS_IS_ZOOM_VIEW (self));

  if (image != NULL)
    {
      news_image_ref (image);
      classes[0] = news_picture_ground_get_class (image->ground);
    }
  g_clear_pointer (&self->image, news_image_unref);
  g_clear_object (&self->frame);
  self->image = image;
  news_zoom_set_picture (&self->zoom, image != NULL ? gdk_texture_get_width (image->texture) : 0,
                         image != NULL ? gdk_texture_get_height (image->texture) : 0);
  gtk_widget_set_css_classes (self->ground, classes);
  settle (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
news_zoom_view_set_frame (NewsZoomView *self, GdkTexture *frame)
{
  g_return_if_fail (NEWS_IS_ZOOM_VIEW (self));

  if (g_set_object (&self->frame, frame))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
news_zoom_view_zoom_in (NewsZoomView *self)
{
  g_return_if_fail (NEWS_IS_ZOOM_VIEW (self));

  zoom (self, self->zoom.scale * STEP);
}

void
news_zoom_view_zoom_out (NewsZoomView *self)
{
  g_return_if_fail (NEWS_IS_ZOOM_VIEW (self));

  zoom (self, self->zoom.scale / STEP);
}

gboolean
news_zoom_view_can_zoom_in (NewsZoomView *self)
{
  g_return_val_if_fail (NEWS_IS_ZOOM_VIEW (self), FALSE);

  return news_zoom_can_grow (&self->zoom);
}

gboolean
news_zoom_view_can_zoom_out (NewsZoomView *self)
{
  g_return_val_if_fail (NEWS_IS_ZOOM_VIEW (self), FALSE);

  return self->image != NULL && !self->zoom.fitted;
}

void
news_zoom_view_toggle (NewsZoomView *self)
{
  g_return_if_fail (NEWS_IS_ZOOM_VIEW (self));

  toggle_around (self, self->zoom.width / 2, self->zoom.height / 2);
}

gboolean
news_zoom_view_is_fitted (NewsZoomView *self)
{
  g_return_val_if_fail (NEWS_IS_ZOOM_VIEW (self), TRUE);

  return self->zoom.fitted;
}

double
news_zoom_view_get_zoom (NewsZoomView *self)
{
  g_return_val_if_fail (NEWS_IS_ZOOM_VIEW (self), 1);

  return news_zoom_get_level (&self->zoom);
}

gboolean
news_zoom_view_pan (NewsZoomView *self, double across, double down)
{
  double x = self->zoom.x;
  double y = self->zoom.y;

  g_return_val_if_fail (NEWS_IS_ZOOM_VIEW (self), FALSE);

  if (self->image == NULL)
    return FALSE;

  news_zoom_move (&self->zoom, x - across, y - down);
  settle (self);

  return self->zoom.x != x || self->zoom.y != y;
}
