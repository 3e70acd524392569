/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-setter.h"

#include "news-clock.h"
#include "news-headline-row.h"
#include "news-list-heading.h"

#include <adwaita.h>

/* Microseconds of a frame that go into rows in sight, and into others; one row at least. */
#define SLICE 2000
#define SPARE 800

/* What a row that was bound in the frame has had of it, by GTK for the most part. */
#define BINDING 20

/* More than are bound in a frame while a list is filled or scrolled: it was a jump. */
#define JUMP 64

/* Rows above and below those in sight that are near to it, and that have names: further than a page
 * nobody goes without a jump. */
#define MARGIN 6
#define NAMED 24

/* GDK lays out four times in a frame at most: one after the last of these, and one for others. */
#define MOST_LAYOUTS 2

struct _NewsListSetter
{
  GObject parent_instance;

  /* Owned */
  NewsClock *minutes;

  /* Borrowed */
  GtkWidget *view;
  GdkFrameClock *clock; /* NULL while the view is not mapped */

  guint tick;
  guint wanted;    /* how often, since rows had their places */
  gboolean passed; /* a tick has passed since then */
  guint layouts;   /* in this frame */
  gint64 spent;    /* microseconds, in this frame */

  /* What was in sight when rows were last looked through. */
  double value;
  int height;
  gpointer first; /* only to be compared */

  /* Of the rows of that width that were set. */
  int width;
  guint counted;
  gint64 heights;

  int heading; /* the height of one that was set */
};

G_DEFINE_FINAL_TYPE (NewsListSetter, news_list_setter, G_TYPE_OBJECT)

/* --- rows --- */

/* What an item of the view holds, a row or a heading: the other one is NULL. */
static NewsHeadlineRow *
get_row (GtkWidget *item)
{
  GtkWidget *child = gtk_widget_get_first_child (item);

  return child != NULL && NEWS_IS_HEADLINE_ROW (child) ? NEWS_HEADLINE_ROW (child) : NULL;
}

static NewsListHeading *
get_heading (GtkWidget *item)
{
  GtkWidget *child = gtk_widget_get_first_child (item);

  return child != NULL && NEWS_IS_LIST_HEADING (child) ? NEWS_LIST_HEADING (child) : NULL;
}

static void
foreach_row (NewsListSetter *self, void (*function) (NewsHeadlineRow *row))
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      NewsHeadlineRow *row = get_row (item);

      if (row != NULL)
        function (row);
    }
}

static void
minute_cb (NewsListSetter *self)
{
  foreach_row (self, news_headline_row_grow_old);
}

static void
draw_again (NewsHeadlineRow *row)
{
  gtk_widget_queue_draw (GTK_WIDGET (row));
}

static void
accent_cb (NewsListSetter *self)
{
  foreach_row (self, draw_again);
}

/* All have their places from now on, until they show something else. The frame that many rows were
 * bound in has little left for setting. */
static void
place_items (NewsListSetter *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      NewsHeadlineRow *row = get_row (item);
      NewsListHeading *heading = row == NULL ? get_heading (item) : NULL;

      if (row != NULL && news_headline_row_place (row))
        self->spent += BINDING;
      else if (heading != NULL)
        news_list_heading_place (heading);
    }
}

/* Sets what an item holds if it waits for that, and less than @most was spent in this frame; FALSE
 * if it still waits. */
static gboolean
set_item (NewsListSetter *self, GtkWidget *item, int width, gint64 most)
{
  NewsHeadlineRow *row = get_row (item);
  NewsListHeading *heading = row == NULL ? get_heading (item) : NULL;
  gint64 start;

  if ((row == NULL || !news_headline_row_is_waiting (row))
      && (heading == NULL || !news_list_heading_is_waiting (heading)))
    return TRUE;
  if (self->spent >= most)
    return FALSE;

  start = g_get_monotonic_time ();
  if (row != NULL)
    news_headline_row_set (row, width);
  else
    news_list_heading_set (heading);
  self->spent += g_get_monotonic_time () - start;

  return TRUE;
}

/* The view gives no place to what is out of sight, and does not show it. */
static gboolean
is_in_sight (GtkWidget *item)
{
  return gtk_widget_get_child_visible (item) && gtk_widget_get_width (item) > 0;
}

/* NULL if none has a place yet. */
static GtkWidget *
find_first_in_sight (NewsListSetter *self)
{
  GtkWidget *item = gtk_widget_get_first_child (self->view);

  while (item != NULL && !is_in_sight (item))
    item = gtk_widget_get_next_sibling (item);

  return item;
}

/* Sets items in sight, and others up to @margin from them; FALSE if some are left. */
static gboolean
set_items (NewsListSetter *self, guint margin, gint64 most)
{
  GtkWidget *first = find_first_in_sight (self);
  GtkWidget *item, *before;
  int width;

  if (first == NULL)
    return TRUE;

  width = gtk_widget_get_width (first);
  for (item = first; item != NULL && is_in_sight (item); item = gtk_widget_get_next_sibling (item))
    if (!set_item (self, item, width, most))
      return FALSE;

  before = first;
  for (guint i = 0; i < margin; i++)
    {
      if (item != NULL && !set_item (self, item, width, most))
        return FALSE;
      if (!set_item (self, before, width, most))
        return FALSE;
      item = item != NULL ? gtk_widget_get_next_sibling (item) : NULL;
      before = gtk_widget_get_prev_sibling (before) != NULL ? gtk_widget_get_prev_sibling (before)
                                                            : before;
    }

  return TRUE;
}

/* The same for the names of rows. */
static gboolean
tell_rows (NewsListSetter *self)
{
  gint64 deadline = g_get_monotonic_time () + SPARE - self->spent;
  GtkWidget *item = find_first_in_sight (self);
  guint before = 0, others = 0;

  while (item != NULL && before < NAMED && gtk_widget_get_prev_sibling (item) != NULL)
    {
      item = gtk_widget_get_prev_sibling (item);
      before += get_row (item) != NULL;
    }

  for (; item != NULL && others < before + NAMED; item = gtk_widget_get_next_sibling (item))
    {
      NewsHeadlineRow *row = get_row (item);

      if (row != NULL && news_headline_row_tell (row) && g_get_monotonic_time () >= deadline)
        return FALSE;
      others += row != NULL && !is_in_sight (item);
    }

  return TRUE;
}

/* --- frames --- */

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NewsListSetter *self = user_data;

  /* Rows were bound for this frame, two hundred where it was a jump, and have no places yet. */
  if (self->wanted > JUMP && !self->passed)
    {
      self->passed = TRUE;
      return G_SOURCE_CONTINUE;
    }

  if (!set_items (self, MARGIN, SPARE) || !tell_rows (self))
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
  GtkWidget *first = find_first_in_sight (self);

  if (value == self->value && height == self->height && first == self->first)
    return FALSE;

  self->value = value;
  self->height = height;
  self->first = first;

  return TRUE;
}

/* All rows have their places for this frame. What is set now is laid out once more before it is
 * drawn. */
static void
after_layout_cb (NewsListSetter *self)
{
  /* What came with this frame was too late for its tick. */
  if (has_moved (self) || self->wanted > 0)
    news_list_setter_want (self);
  if (self->tick == 0)
    return;

  self->wanted = 0;
  self->passed = FALSE;
  place_items (self);
  if (++self->layouts <= MOST_LAYOUTS)
    set_items (self, 0, SLICE);
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
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  self->tick = 0;
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
  g_clear_object (&self->minutes);

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
  self->minutes = news_clock_dup ();
  g_signal_connect_object (self->minutes, "minute", G_CALLBACK (minute_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (self->view)),
                           "notify::accent-color", G_CALLBACK (accent_cb), self, G_CONNECT_SWAPPED);
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

  self->wanted++;
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
  self->heading = 0;
}

void
news_list_setter_learn_heading (NewsListSetter *self, int height)
{
  g_return_if_fail (NEWS_IS_LIST_SETTER (self));

  self->heading = height;
}

int
news_list_setter_guess (NewsListSetter *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_SETTER (self), 0);

  return self->counted > 0 ? (int) (self->heights / self->counted) : 0;
}

int
news_list_setter_guess_heading (NewsListSetter *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_SETTER (self), 0);

  return self->heading;
}

PangoContext *
news_list_setter_get_context (NewsListSetter *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_SETTER (self), NULL);

  return gtk_widget_get_pango_context (self->view);
}
