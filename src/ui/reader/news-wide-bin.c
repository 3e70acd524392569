/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wide-bin.h"

struct _NewsWideBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  guint idle;
  int height; /* that was needed last; 0 before */
};

G_DEFINE_FINAL_TYPE (NewsWideBin, news_wide_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
news_wide_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The first guess is that of columns as wide as they like. */
static int
get_natural_height (NewsWideBin *self)
{
  int width, height;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
news_wide_bin_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  NewsWideBin *self = NEWS_WIDE_BIN (widget);

  if (self->child == NULL)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = self->height > 0 ? self->height : get_natural_height (self);
}

static gboolean
resize_cb (gpointer user_data)
{
  NewsWideBin *self = user_data;

  self->idle = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
news_wide_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsWideBin *self = NEWS_WIDE_BIN (widget);
  int needed;

  if (self->child == NULL)
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, needed), baseline, NULL);
  /* While places are given, nobody may ask for another. */
  if (needed != self->height && self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, resize_cb, self, NULL);
  self->height = needed;
}

static void
news_wide_bin_dispose (GObject *object)
{
  NewsWideBin *self = NEWS_WIDE_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (news_wide_bin_parent_class)->dispose (object);
}

static void
news_wide_bin_class_init (NewsWideBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_wide_bin_dispose;
  widget_class->get_request_mode = news_wide_bin_get_request_mode;
  widget_class->measure = news_wide_bin_measure;
  widget_class->size_allocate = news_wide_bin_size_allocate;
}

static void
news_wide_bin_init (NewsWideBin *self)
{
}

GtkWidget *
news_wide_bin_new (GtkWidget *child)
{
  NewsWideBin *self = g_object_new (NEWS_TYPE_WIDE_BIN, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
