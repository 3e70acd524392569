/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-view.h"

#include <glib/gi18n.h>
#include <graphene.h>

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
  GdkTexture *texture;
  GCancellable *cancellable;
  guint idle;

  double ratio;
  int fixed_width;
  int loaded_width; /* device pixels that the texture was asked for */
  gboolean failed;
};

typedef enum
{
  PROP_RATIO = 1,
  PROP_FIXED_WIDTH,
} Property;

static GParamSpec *properties[PROP_FIXED_WIDTH + 1];

G_DEFINE_FINAL_TYPE (NewsPictureView, news_picture_view, GTK_TYPE_WIDGET)

static double
get_ratio (NewsPictureView *self)
{
  const NewsPictureFile *file = NULL;

  if (self->ratio > 0)
    return self->ratio;

  if (self->texture != NULL)
    return CLAMP (gdk_texture_get_width (self->texture)
                    / (double) gdk_texture_get_height (self->texture),
                  NARROWEST_RATIO, WIDEST_RATIO);

  if (self->picture != NULL)
    file = news_picture_choose (self->picture, G_MAXINT);
  if (file != NULL && file->width > 0 && file->height > 0)
    return CLAMP (file->width / (double) file->height, NARROWEST_RATIO, WIDEST_RATIO);

  return USUAL_RATIO;
}

static void
stop (NewsPictureView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
set_texture (NewsPictureView *self, GdkTexture *texture)
{
  double before = get_ratio (self);

  if (!g_set_object (&self->texture, texture))
    return;

  if (get_ratio (self) != before)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsPictureView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
    = news_picture_loader_load_finish (NEWS_PICTURE_LOADER (object), result, &error);

  /* A later picture may be on show by now; its cancellable is another one. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->cancellable == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (texture != NULL)
    {
      set_texture (self, texture);
    }
  else
    {
      g_debug ("A picture: %s", error->message);
      self->failed = TRUE;
      gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _ ("This picture could not be loaded"), -1);
    }
}

static void
load (NewsPictureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int scale = gtk_widget_get_scale_factor (widget);
  int width = (gtk_widget_get_width (widget) * scale + STEP - 1) / STEP * STEP;
  GdkTexture *kept;

  if (self->picture == NULL || self->failed || width <= self->loaded_width)
    return;

  stop (self);
  self->loaded_width = width;
  kept = news_picture_loader_peek (self->loader, self->picture, width);
  if (kept != NULL)
    {
      set_texture (self, kept);
      return;
    }

  self->cancellable = g_cancellable_new ();
  news_picture_loader_load_async (self->loader, self->picture, width, self->cancellable, loaded_cb,
                                  g_object_ref (self));
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
  if (self->idle == 0 && self->picture != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
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
  const NewsPictureFile *file = NULL;

  *minimum = *natural = 0;
  if (self->fixed_width > 0)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                              ? self->fixed_width
                              : (int) (self->fixed_width / get_ratio (self));
      return;
    }

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      if (for_size > 0)
        *minimum = *natural = (int) (for_size / get_ratio (self));
      return;
    }

  if (self->ratio <= 0 && self->picture != NULL)
    file = news_picture_choose (self->picture, G_MAXINT);
  if (self->texture != NULL && self->ratio <= 0)
    *natural = gdk_texture_get_width (self->texture);
  else if (file != NULL)
    *natural = file->width;
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
news_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NewsPictureView *self = NEWS_PICTURE_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float scale, texture_width, texture_height;

  if (self->texture == NULL || width <= 0 || height <= 0)
    return;

  texture_width = (float) gdk_texture_get_width (self->texture);
  texture_height = (float) gdk_texture_get_height (self->texture);
  scale = MAX (width / texture_width, height / texture_height);
  /* Of a picture that is higher than wide the upper part tells more: heads are there. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_scaled_texture (
    snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR,
    &GRAPHENE_RECT_INIT ((width - texture_width * scale) / 2, (height - texture_height * scale) / 3,
                         texture_width * scale, texture_height * scale));
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
  g_clear_object (&self->texture);

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
  gtk_widget_class_set_css_name (widget_class, "newspicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
news_picture_view_init (NewsPictureView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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
    g_clear_object (&self->texture);
  g_clear_pointer (&self->picture, news_picture_unref);
  self->picture = picture != NULL ? news_picture_ref (picture) : NULL;
  g_set_object (&self->loader, loader);
  self->loaded_width = 0;
  self->failed = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  if (picture != NULL && picture->alt != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    picture->alt, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_load (self);
}
