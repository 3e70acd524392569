/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-table-row.h"

typedef struct
{
  GtkWidget *cell;
  GdkRectangle place;
} Place;

struct _NewsTableRow
{
  GtkWidget parent_instance;

  /* Owned */
  GArray *places; /* Place */
};

G_DEFINE_FINAL_TYPE (NewsTableRow, news_table_row, GTK_TYPE_WIDGET)

/* The table measures the cells. */
static void
news_table_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
news_table_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsTableRow *self = NEWS_TABLE_ROW (widget);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      gtk_widget_size_allocate (place->cell, &place->place, -1);
    }
}

static void
news_table_row_dispose (GObject *object)
{
  NewsTableRow *self = NEWS_TABLE_ROW (object);

  for (guint i = 0; i < self->places->len; i++)
    gtk_widget_unparent (g_array_index (self->places, Place, i).cell);
  g_array_set_size (self->places, 0);

  G_OBJECT_CLASS (news_table_row_parent_class)->dispose (object);
}

static void
news_table_row_finalize (GObject *object)
{
  g_array_unref (NEWS_TABLE_ROW (object)->places);

  G_OBJECT_CLASS (news_table_row_parent_class)->finalize (object);
}

static void
news_table_row_class_init (NewsTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_table_row_dispose;
  object_class->finalize = news_table_row_finalize;
  widget_class->measure = news_table_row_measure;
  widget_class->size_allocate = news_table_row_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
news_table_row_init (NewsTableRow *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

GtkWidget *
news_table_row_new (void)
{
  return g_object_new (NEWS_TYPE_TABLE_ROW, NULL);
}

void
news_table_row_append (NewsTableRow *self, GtkWidget *cell)
{
  Place place = { cell, { 0, 0, 0, 0 } };

  g_return_if_fail (NEWS_IS_TABLE_ROW (self));

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_array_append_val (self->places, place);
}

void
news_table_row_place (NewsTableRow *self, GtkWidget *cell, const GdkRectangle *place)
{
  g_return_if_fail (NEWS_IS_TABLE_ROW (self));

  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).cell == cell)
      g_array_index (self->places, Place, i).place = *place;
}
