/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-steady-bin.h"

struct _NewsSteadyBin
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *child;

  int held_width; /* 0 while nothing is held */
  int held_height;
};

typedef enum
{
  PROP_CHILD = 1,
} Property;

static GParamSpec *properties[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (NewsSteadyBin, news_steady_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
news_steady_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
news_steady_bin_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  NewsSteadyBin *self = NEWS_STEADY_BIN (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL && self->held_width > 0
      && for_size == self->held_width)
    {
      *minimum = MAX (*minimum, self->held_height);
      *natural = MAX (*natural, self->held_height);
    }
}

static void
news_steady_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsSteadyBin *self = NEWS_STEADY_BIN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
set_child (NewsSteadyBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
news_steady_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_CHILD:
      set_child (NEWS_STEADY_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_steady_bin_dispose (GObject *object)
{
  set_child (NEWS_STEADY_BIN (object), NULL);

  G_OBJECT_CLASS (news_steady_bin_parent_class)->dispose (object);
}

static void
news_steady_bin_class_init (NewsSteadyBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = news_steady_bin_set_property;
  object_class->dispose = news_steady_bin_dispose;
  widget_class->get_request_mode = news_steady_bin_get_request_mode;
  widget_class->measure = news_steady_bin_measure;
  widget_class->size_allocate = news_steady_bin_size_allocate;

  properties[PROP_CHILD]
    = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
news_steady_bin_init (NewsSteadyBin *self)
{
}

void
news_steady_bin_hold (NewsSteadyBin *self)
{
  g_return_if_fail (NEWS_IS_STEADY_BIN (self));

  self->held_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->held_height = gtk_widget_get_height (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
news_steady_bin_release (NewsSteadyBin *self)
{
  g_return_if_fail (NEWS_IS_STEADY_BIN (self));

  if (self->held_width == 0)
    return;

  self->held_width = self->held_height = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
