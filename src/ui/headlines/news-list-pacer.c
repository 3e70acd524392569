/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-pacer.h"

/* Rows of the first piece in a frame, and microseconds of a frame that go into pieces: what came
 * still has to be measured in the same frame, and what is below it to be moved. */
#define ROWS 8
#define SLICE 800

/* Milliseconds between two frames, and microseconds of one that go into freeing rows that were let
 * go: to free all of them, more than two hundred mostly, takes longer than a frame may. */
#define FRAME 16
#define FREEING 1000

/* A piece that took less was of rows that the view makes no widgets for. */
#define QUICK 200

struct _NewsListPacer
{
  GObject parent_instance;

  /* Borrowed */
  GtkWidget *widget;
  GtkWidget *view;
  NewsHeadlineModel *model;

  GPtrArray *remains; /* owned: GtkWidget, the items of rows that were let go */
  guint freeing;

  guint tick;
  gint64 emptied; /* the frame in which the list was */
  gboolean ahead; /* what the next frame shows has come before it */
};

enum
{
  STEPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsListPacer, news_list_pacer, G_TYPE_OBJECT)

/* The view makes widgets for rows that are near to what is in sight, and none for all others, of
 * which much can be changed at once. */
static gboolean
step (NewsListPacer *self)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 now = begin;
  guint rows = ROWS;
  gboolean more;

  do
    {
      gint64 before = now;

      more = news_headline_model_go_on (self->model, rows);
      now = g_get_monotonic_time ();
      rows = now - before < QUICK ? MIN (rows, G_MAXUINT / 2) * 2 : ROWS;
    }
  while (more && now - begin < SLICE);

  return more;
}

static gint64
get_frame (NewsListPacer *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);

  return clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;
}

static gboolean
free_cb (gpointer user_data)
{
  NewsListPacer *self = user_data;
  gint64 deadline = g_get_monotonic_time () + FREEING;

  do
    g_ptr_array_remove_index_fast (self->remains, self->remains->len - 1);
  while (self->remains->len > 0 && g_get_monotonic_time () < deadline);
  if (self->remains->len > 0)
    return G_SOURCE_CONTINUE;

  self->freeing = 0;

  return G_SOURCE_REMOVE;
}

/* The view takes its items out of the window at once, and frees them unless somebody holds them. */
static void
emptying_cb (NewsListPacer *self)
{
  if (!gtk_widget_get_mapped (self->widget))
    return;

  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    g_ptr_array_add (self->remains, g_object_ref (item));
  if (self->freeing == 0 && self->remains->len > 0)
    self->freeing = g_timeout_add (FRAME, free_cb, self);
}

/* To let go of what the view had takes a good part of what one frame has. */
static void
items_changed_cb (NewsListPacer *self, guint position, guint removed, guint added)
{
  if (removed > 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    self->emptied = get_frame (self) + 1;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NewsListPacer *self = user_data;
  gboolean more;

  if (self->ahead || get_frame (self) == self->emptied)
    {
      self->ahead = FALSE;
      return G_SOURCE_CONTINUE;
    }

  more = step (self);
  if (!more)
    self->tick = 0;
  g_signal_emit (self, signals[STEPPED], 0, more);

  return more;
}

/* Whether the window is still to come, which does with the first rows. */
static gboolean
is_awaited (NewsListPacer *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  return root != NULL && !gtk_widget_get_visible (GTK_WIDGET (root));
}

static void
begin (NewsListPacer *self)
{
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

static void
step_ahead (NewsListPacer *self)
{
  self->ahead = news_headline_model_go_on (self->model, ROWS);
  if (self->ahead)
    begin (self);
  g_signal_emit (self, signals[STEPPED], 0, self->ahead);
}

static void
changing_cb (NewsListPacer *self)
{
  if (self->tick != 0)
    return;

  if (is_awaited (self))
    step_ahead (self);
  else if (!gtk_widget_get_mapped (self->widget))
    news_headline_model_finish (self->model);
  else
    begin (self);
}

static void
stop (NewsListPacer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  self->ahead = FALSE;
}

static void
news_list_pacer_dispose (GObject *object)
{
  NewsListPacer *self = NEWS_LIST_PACER (object);

  stop (self);
  g_clear_handle_id (&self->freeing, g_source_remove);
  g_ptr_array_set_size (self->remains, 0);

  G_OBJECT_CLASS (news_list_pacer_parent_class)->dispose (object);
}

static void
news_list_pacer_finalize (GObject *object)
{
  g_ptr_array_unref (NEWS_LIST_PACER (object)->remains);

  G_OBJECT_CLASS (news_list_pacer_parent_class)->finalize (object);
}

static void
news_list_pacer_class_init (NewsListPacerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = news_list_pacer_dispose;
  object_class->finalize = news_list_pacer_finalize;

  signals[STEPPED] = g_signal_new ("stepped", NEWS_TYPE_LIST_PACER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
news_list_pacer_init (NewsListPacer *self)
{
  self->emptied = -1;
  self->remains = g_ptr_array_new_with_free_func (g_object_unref);
}

NewsListPacer *
news_list_pacer_new (GtkWidget *widget, GtkWidget *view, NewsHeadlineModel *model)
{
  NewsListPacer *self = g_object_new (NEWS_TYPE_LIST_PACER, NULL);

  self->widget = widget;
  self->view = view;
  self->model = model;
  news_headline_model_set_paced (model, TRUE);
  g_signal_connect_object (model, "changing", G_CALLBACK (changing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "emptying", G_CALLBACK (emptying_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gboolean
news_list_pacer_is_changing (NewsListPacer *self)
{
  g_return_val_if_fail (NEWS_IS_LIST_PACER (self), FALSE);

  return self->tick != 0;
}

void
news_list_pacer_finish (NewsListPacer *self)
{
  g_return_if_fail (NEWS_IS_LIST_PACER (self));

  if (self->tick == 0)
    return;

  stop (self);
  news_headline_model_finish (self->model);
}
