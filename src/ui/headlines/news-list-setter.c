/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-setter.h"

#include "news-headline-row.h"

#include <graphene.h>

/* Microseconds of a frame that go into rows in sight, and into others; one row at least. */
#define SLICE 2500
#define SPARE 800

/* Screens above and below the one in sight that are near to it. */
#define MARGIN 0.5

/* GDK lays out four times in a frame at most, and the last one is left for others. */
#define MOST_LAYOUTS 3

struct _NewsListSetter
{
  GObject parent_instance;

  /* Borrowed */
  GtkWidget *view;
  GdkFrameClock *clock; /* NULL while the view is not mapped */

  guint tick;
  guint layouts; /* in this frame */
  gint64 spent;  /* microseconds, in this frame */

  /* What was in sight when rows were last looked through. */
  double value;
  int height;

  /* Of the rows of that width that were set. */
  int width;
  guint counted;
  gint64 heights;
};

G_DEFINE_FINAL_TYPE (NewsListSetter, news_list_setter, G_TYPE_OBJECT)

/* --- rows --- */

/* The row that an item of the view holds; NULL if it is a heading. */
static NewsHeadlineRow *
get_row (GtkWidget *item)
{
  GtkWidget *child = gtk_widget_get_first_child (item);

  return child != NULL && NEWS_IS_HEADLINE_ROW (child) ? NEWS_HEADLINE_ROW (child) : NULL;
}

static gboolean
is_between (NewsListSetter *self, GtkWidget *item, float top, float bottom)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (item, self->view, &bounds) && bounds.origin.y < bottom
         && bounds.origin.y + bounds.size.height > top;
}

/* Sets rows up to @margin pixels out of sight as long as less than @most was spent in this frame;
 * FALSE if some are left. */
static gboolean
set_rows (NewsListSetter *self, float margin, gint64 most)
{
  float bottom = (float) gtk_widget_get_height (self->view) + margin;

  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      NewsHeadlineRow *row = get_row (item);
      gint64 start;

      if (row == NULL || !news_headline_row_is_waiting (row)
          || !is_between (self, item, -margin, bottom))
        continue;
      if (self->spent >= most)
        return FALSE;

      start = g_get_monotonic_time ();
      news_headline_row_set (row);
      self->spent += g_get_monotonic_time () - start;
    }

  return TRUE;
}

/* The same for the names of all rows. */
static gboolean
tell_rows (NewsListSetter *self)
{
  gint64 deadline = g_get_monotonic_time () + SPARE - self->spent;

  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      NewsHeadlineRow *row = get_row (item);

      if (row != NULL && news_headline_row_tell (row) && g_get_monotonic_time () >= deadline)
        return FALSE;
    }

  return TRUE;
}

/* --- frames --- */

static float
get_margin (NewsListSetter *self)
{
  return (float) (gtk_widget_get_height (self->view) * MARGIN);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NewsListSetter *self = user_data;

  if (self->clock != NULL
      && (!set_rows (self, 0, SPARE) || !set_rows (self, get_margin (self), SPARE)
          || !tell_rows (self)))
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* Whether others are in sight than when this was last asked. */
static gboolean
has_moved (NewsListSetter *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  int height = gtk_widget_get_height (self->view);

  if (value == self->value && height == self->height)
    return FALSE;

  self->value = value;
  self->height = height;

  return TRUE;
}

/* All rows have their places for this frame. What is set now is laid out once more before it is
 * drawn. */
static void
after_layout_cb (NewsListSetter *self)
{
  if (has_moved (self))
    news_list_setter_want (self);
  if (self->tick != 0 && ++self->layouts <= MOST_LAYOUTS)
    set_rows (self, 0, SLICE);
}

static void
after_paint_cb (NewsListSetter *self)
{
  self->layouts = 0;
  self->spent = 0;
}

static void
leave_clock (NewsListSetter *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  self->clock = NULL;
}

static void
map_cb (NewsListSetter *self)
{
  leave_clock (self);
  self->clock = gtk_widget_get_frame_clock (self->view);
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (after_layout_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self,
                           G_CONNECT_SWAPPED);
  news_list_setter_want (self);
}

/* --- object --- */

static void
news_list_setter_dispose (GObject *object)
{
  NewsListSetter *self = NEWS_LIST_SETTER (object);

  leave_clock (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  self->tick = 0;

  G_OBJECT_CLASS (news_list_setter_parent_class)->dispose (object);
}

static void
news_list_setter_class_init (NewsListSetterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_list_setter_dispose;
}

static void
news_list_setter_init (NewsListSetter *self)
{
}

NewsListSetter *
news_list_setter_new (GtkListView *view)
{
  NewsListSetter *self = g_object_new (NEWS_TYPE_LIST_SETTER, NULL);

  self->view = GTK_WIDGET (view);
  g_signal_connect_object (view, "map", G_CALLBACK (map_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "unmap", G_CALLBACK (leave_clock), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (self->view))
    map_cb (self);

  return self;
}

void
news_list_setter_want (NewsListSetter *self)
{
  g_return_if_fail (NEWS_IS_LIST_SETTER (self));

  if (self->tick == 0 && self->clock != NULL)
    self->tick = gtk_widget_add_tick_callback (self->view, tick_cb, self, NULL);
}

void
news_list_setter_learn (NewsListSetter *self, int width, int height)
{
  g_return_if_fail (NEWS_IS_LIST_SETTER (self));

  if (width != self->width)
    news_list_setter_forget (self);
  self->width = width;
  self->heights += height;
  self->counted++;
}

void
news_list_setter_forget (NewsListSetter *self)
{
  g_return_if_fail (NEWS_IS_LIST_SETTER (self));

  self->counted = 0;
  self->heights = 0;
}

int
news_list_setter_guess (NewsListSetter *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_SETTER (self), 0);

  return self->counted > 0 ? (int) (self->heights / self->counted) : 0;
}
