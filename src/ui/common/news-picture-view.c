/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-view.h"

#include <glib/gi18n.h>
#include <graphene.h>
#include <math.h>

/* For a picture of which nothing is known yet: the commonest of newspapers. */
#define USUAL_RATIO 1.5
#define NARROWEST_RATIO 0.5
#define WIDEST_RATIO 4.0

/* Widths asked for are rounded up to these steps, so that resizing a window does not load at each
 * pixel. */
#define STEP 160

struct _NewsPictureView
{
  GtkWidget parent_instance;

  /* Owned */
  NewsPictureLoader *loader;
  NewsPicture *picture;
  NewsImage *image;
  GdkTexture *frame; /* what is drawn of @image, or NULL for its first */
  GError *error;
  GCancellable *cancellable;
  guint idle;

  double ratio;
  double held_ratio; /* of the place that a picture of unknown size was given, or 0 */
  int fixed_width;
  int loaded_width; /* device pixels that the image was asked for */
  gboolean asked;   /* for this very picture */
  gboolean waiting;
};

typedef enum
{
  PROP_RATIO = 1,
  PROP_FIXED_WIDTH,
} Property;

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_FIXED_WIDTH + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsPictureView, news_picture_view, GTK_TYPE_WIDGET)

/* Of the picture itself, as far as anybody knows; 0 if not. */
static double
get_own_ratio (NewsPictureView *self)
{
  if (self->image != NULL)
    return self->image->width / (double) MAX (self->image->height, 1);

  return self->picture != NULL ? news_picture_loader_get_ratio (self->loader, self->picture) : 0;
}

/* Of its place. */
static double
get_ratio (NewsPictureView *self)
{
  double own;

  if (self->ratio > 0)
    return self->ratio;
  if (self->held_ratio > 0)
    return self->held_ratio;

  own = get_own_ratio (self);

  return own > 0 ? CLAMP (own, NARROWEST_RATIO, WIDEST_RATIO) : USUAL_RATIO;
}

/* Whether the picture would fill the place that was held for it, but for what rounding does. */
static gboolean
fits_place (NewsPictureView *self)
{
  double own = CLAMP (get_own_ratio (self), NARROWEST_RATIO, WIDEST_RATIO);

  return self->held_ratio <= 0 || fabs (own - self->held_ratio) < self->held_ratio / 50;
}

/* Whether what is in sight stays as it is if the size of this changes: it is further down. */
static gboolean
is_below_sight (NewsPictureView *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return view != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), view, &bounds)
         && bounds.origin.y >= (float) gtk_widget_get_height (view);
}

static void
stop (NewsPictureView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
set_ground (NewsPictureView *self, const NewsImage *image)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *now = image != NULL ? news_picture_ground_get_class (image->ground) : NULL;
  const char *before
    = self->image != NULL ? news_picture_ground_get_class (self->image->ground) : NULL;

  if (before != NULL)
    gtk_widget_remove_css_class (widget, before);
  if (now != NULL)
    gtk_widget_add_css_class (widget, now);
}

static void
clear_image (NewsPictureView *self)
{
  set_ground (self, NULL);
  g_clear_pointer (&self->image, news_image_unref);
  g_clear_object (&self->frame);
}

static void
set_image (NewsPictureView *self, NewsImage *image)
{
  double before = get_ratio (self);
  int width_before = news_picture_view_get_own_width (self);

  if (self->image == image)
    return;

  /* Where nobody knew the size, the place was guessed; the text that is being read beside it does
   * not jump for that. */
  if (self->ratio <= 0 && self->image == NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0
      && !is_below_sight (self))
    self->held_ratio = before;

  set_ground (self, image);
  news_image_ref (image);
  g_clear_pointer (&self->image, news_image_unref);
  g_clear_object (&self->frame);
  self->image = image;
  if (get_ratio (self) != before || news_picture_view_get_own_width (self) != width_before)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_error (NewsPictureView *self)
{
  g_clear_error (&self->error);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Takes @error. A smaller one that is on show already is better than none. */
static void
fail (NewsPictureView *self, GError *error)
{
  g_debug ("A picture: %s", error->message);
  g_clear_error (&self->error);
  self->error = error;
  if (self->image != NULL)
    return;

  gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("This picture could not be loaded"), -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsPictureView) self = user_data;
  GError *error = NULL;
  g_autoptr (NewsImage) image
    = news_picture_loader_load_finish (NEWS_PICTURE_LOADER (object), result, &error);

  /* A later picture may be on show by now; its cancellable is another one. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->cancellable == NULL)
    {
      g_clear_error (&error);
      return;
    }

  g_clear_object (&self->cancellable);
  if (image != NULL)
    set_image (self, image);
  else
    fail (self, error);
}

/* Device pixels by pixel of the layout: a fraction, on some screens. */
static double
get_device_scale (NewsPictureView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
load (NewsPictureView *self)
{
  int width = news_picture_view_get_device_width (self);
  NewsImage *kept;

  if (self->picture == NULL || self->error != NULL || width <= self->loaded_width)
    return;

  stop (self);
  self->loaded_width = width;
  kept = news_picture_loader_peek (self->loader, self->picture, width);
  if (kept != NULL && !self->asked)
    {
      set_image (self, kept);
      return;
    }

  self->cancellable = g_cancellable_new ();
  news_picture_loader_load_async (self->loader, self->picture, width,
                                  self->asked ? NEWS_PICTURE_LOAD_ASKED : NEWS_PICTURE_LOAD_USUAL,
                                  self->cancellable, loaded_cb, g_object_ref (self));
  self->asked = FALSE;
}

static void
idle_cb (gpointer user_data)
{
  NewsPictureView *self = user_data;

  self->idle = 0;
  load (self);
}

/* Not while sizes are being allotted: a texture that is at hand may ask for another size. */
static void
queue_load (NewsPictureView *self)
{
  if (self->idle == 0 && self->picture != NULL && !self->waiting
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_once (idle_cb, self);
}

static GtkSizeRequestMode
news_picture_view_get_request_mode (GtkWidget *widget)
{
  return NEWS_PICTURE_VIEW (widget)->fixed_width > 0 ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                                     : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
news_picture_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  NewsPictureView *self = NEWS_PICTURE_VIEW (widget);
  int own = news_picture_view_get_own_width (self);

  *minimum = *natural = 0;
  if (self->fixed_width > 0)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                              ? self->fixed_width
                              : (int) (self->fixed_width / get_ratio (self));
      return;
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = own;
  else if (for_size > 0)
    *minimum = *natural = (int) ((own > 0 ? MIN (for_size, own) : for_size) / get_ratio (self));
}

static void
news_picture_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  queue_load (NEWS_PICTURE_VIEW (widget));
}

static void
news_picture_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (news_picture_view_parent_class)->map (widget);
  queue_load (NEWS_PICTURE_VIEW (widget));
}

static void
scale_changed_cb (NewsPictureView *self)
{
  queue_load (self);
}

/* Pixels of the layout by pixel of a texture. The picture fills the place that was made for it, and
 * is whole, and no larger than it is, in one that was guessed. */
static double
get_scale (NewsPictureView *self, double width, double height, double across, double down)
{
  int own = news_picture_view_get_own_width (self);

  if (fits_place (self))
    return MAX ((own > 0 ? MIN (width, own) : width) / across, height / down);

  return MIN (MIN (width / across, height / down), self->image->width / across);
}

static void
news_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NewsPictureView *self = NEWS_PICTURE_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkTexture *texture;
  float scale, across, down;

  if (self->image == NULL || width <= 0 || height <= 0)
    return;

  texture = self->frame != NULL ? self->frame : self->image->texture;
  across = (float) gdk_texture_get_width (texture);
  down = (float) gdk_texture_get_height (texture);
  scale = (float) get_scale (self, width, height, across, down);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  /* Of a picture that is higher than its place the upper part tells more: heads are there. */
  gtk_snapshot_append_scaled_texture (
    snapshot, texture, GSK_SCALING_FILTER_TRILINEAR,
    &GRAPHENE_RECT_INIT ((width - across * scale) / 2,
                         (height - down * scale) / (down * scale > height ? 3 : 2), across * scale,
                         down * scale));
  gtk_snapshot_pop (snapshot);
}

static void
news_picture_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_RATIO:
      news_picture_view_set_ratio (NEWS_PICTURE_VIEW (object), g_value_get_double (value));
      break;
    case PROP_FIXED_WIDTH:
      NEWS_PICTURE_VIEW (object)->fixed_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_picture_view_dispose (GObject *object)
{
  NewsPictureView *self = NEWS_PICTURE_VIEW (object);

  stop (self);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->picture, news_picture_unref);
  g_clear_pointer (&self->image, news_image_unref);
  g_clear_object (&self->frame);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (news_picture_view_parent_class)->dispose (object);
}

static void
news_picture_view_class_init (NewsPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = news_picture_view_set_property;
  object_class->dispose = news_picture_view_dispose;
  widget_class->get_request_mode = news_picture_view_get_request_mode;
  widget_class->measure = news_picture_view_measure;
  widget_class->size_allocate = news_picture_view_size_allocate;
  widget_class->map = news_picture_view_map;
  widget_class->snapshot = news_picture_view_snapshot;

  properties[PROP_RATIO]
    = g_param_spec_double ("ratio", NULL, NULL, 0, 100, 0,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIXED_WIDTH]
    = g_param_spec_int ("fixed-width", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_PICTURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "newspicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
news_picture_view_init (NewsPictureView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

NewsPictureView *
news_picture_view_new (double ratio)
{
  return g_object_new (NEWS_TYPE_PICTURE_VIEW, "ratio", ratio, NULL);
}

void
news_picture_view_set_ratio (NewsPictureView *self, double ratio)
{
  g_return_if_fail (NEWS_IS_PICTURE_VIEW (self));

  if (self->ratio == ratio)
    return;

  self->ratio = ratio;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
news_picture_view_set_picture (NewsPictureView *self,
                               NewsPictureLoader *loader,
                               NewsPicture *picture)
{
  g_return_if_fail (NEWS_IS_PICTURE_VIEW (self));

  if (self->picture == picture)
    return;

  stop (self);
  /* A row that is filled again, with the same, must not blink. */
  if (self->picture == NULL || picture == NULL || !news_picture_same_image (self->picture, picture))
    clear_image (self);
  g_clear_pointer (&self->picture, news_picture_unref);
  self->picture = picture != NULL ? news_picture_ref (picture) : NULL;
  g_set_object (&self->loader, loader);
  self->loaded_width = 0;
  self->held_ratio = 0;
  self->asked = FALSE;
  clear_error (self);

  if (picture != NULL && picture->alt != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    picture->alt, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_load (self);
}

/* It is asked for again when it waits no longer, and its place stays as it is: one whose size only
 * the picture itself tells is kept. */
static void
let_go (NewsPictureView *self)
{
  const NewsPictureFile *file = news_picture_choose (self->picture, G_MAXINT);

  if (file == NULL || file->width <= 0 || file->height <= 0)
    return;

  stop (self);
  clear_image (self);
  self->loaded_width = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
news_picture_view_set_waiting (NewsPictureView *self, gboolean waiting)
{
  g_return_if_fail (NEWS_IS_PICTURE_VIEW (self));

  if (self->waiting == waiting)
    return;

  self->waiting = waiting;
  if (!waiting)
    queue_load (self);
  else if (self->image != NULL)
    let_go (self);
}

NewsImage *
news_picture_view_get_image (NewsPictureView *self)
{
  g_return_val_if_fail (NEWS_IS_PICTURE_VIEW (self), NULL);

  return self->image;
}

const GError *
news_picture_view_get_error (NewsPictureView *self)
{
  g_return_val_if_fail (NEWS_IS_PICTURE_VIEW (self), NULL);

  return self->image == NULL ? self->error : NULL;
}

void
news_picture_view_retry (NewsPictureView *self)
{
  g_return_if_fail (NEWS_IS_PICTURE_VIEW (self));

  stop (self);
  clear_error (self);
  self->loaded_width = 0;
  self->asked = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
  queue_load (self);
}

void
news_picture_view_set_frame (NewsPictureView *self, GdkTexture *frame)
{
  g_return_if_fail (NEWS_IS_PICTURE_VIEW (self));

  if (g_set_object (&self->frame, frame))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
news_picture_view_get_device_width (NewsPictureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double own = get_own_ratio (self);
  double width;

  g_return_val_if_fail (NEWS_IS_PICTURE_VIEW (self), 0);

  /* Where the sides are cut off, it is the height that counts. */
  width = self->ratio > 0 && own > self->ratio ? gtk_widget_get_height (widget) * own
                                               : gtk_widget_get_width (widget);

  return ((int) (width * get_device_scale (self)) + STEP - 1) / STEP * STEP;
}

int
news_picture_view_get_own_width (NewsPictureView *self)
{
  const NewsPictureFile *file = NULL;

  g_return_val_if_fail (NEWS_IS_PICTURE_VIEW (self), 0);

  if (self->picture == NULL || self->ratio > 0)
    return 0;

  file = news_picture_choose (self->picture, G_MAXINT);
  if (file != NULL && file->width > 0)
    return file->width;

  /* Where its place was guessed, it stays. Of several files one may be larger. */
  return self->image != NULL && self->held_ratio <= 0 && self->picture->files->len == 1
           ? self->image->width
           : 0;
}
