/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-pacer.h"

/* Rows that are bound in one frame when a list changes, and microseconds that go into it: what is
 * bound still has to be measured in the same frame, and the rows below it to be moved. A list that
 * is short yet should soon fill the window. */
#define ROWS 1
#define FIRST_ROWS 2
#define SHORT 20
#define PACE 2000

/* Rows that a window begins with: they fill it, unless the screen is high. */
#define FULL 12

struct _NewsListPacer
{
  GObject parent_instance;

  /* Borrowed */
  GtkWidget *widget;
  NewsHeadlineModel *model;

  guint tick;
  guint bound; /* rows, in this frame */
  gboolean fill;
};

enum
{
  STEPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsListPacer, news_list_pacer, G_TYPE_OBJECT)

/* The view makes rows for what is near to what is in sight, and none for all else, of which much
 * can be changed at once. */
static gboolean
step (NewsListPacer *self)
{
  gint64 start = g_get_monotonic_time ();
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean fill = self->fill && shown == 0;
  guint rows = fill ? FULL : shown < SHORT ? FIRST_ROWS : ROWS;
  guint most = 1;
  gboolean more;

  self->fill = FALSE;
  self->bound = 0;
  do
    {
      guint before = self->bound;

      more = news_headline_model_go_on (self->model, most);
      most = self->bound > before ? 1 : MIN (most, G_MAXUINT / 2) * 2;
    }
  while (more && self->bound < rows && (fill || g_get_monotonic_time () - start < PACE));

  return more;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NewsListPacer *self = user_data;
  gboolean more = step (self);

  if (!more)
    self->tick = 0;
  g_signal_emit (self, signals[STEPPED], 0, more);

  return more;
}

static void
changing_cb (NewsListPacer *self)
{
  if (!gtk_widget_get_mapped (self->widget))
    news_headline_model_finish (self->model);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

static void
stop (NewsListPacer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static void
news_list_pacer_dispose (GObject *object)
{
  stop (NEWS_LIST_PACER (object));

  G_OBJECT_CLASS (news_list_pacer_parent_class)->dispose (object);
}

static void
news_list_pacer_class_init (NewsListPacerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_list_pacer_dispose;

  signals[STEPPED] = g_signal_new ("stepped", NEWS_TYPE_LIST_PACER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
news_list_pacer_init (NewsListPacer *self)
{
}

NewsListPacer *
news_list_pacer_new (GtkWidget *widget, NewsHeadlineModel *model)
{
  NewsListPacer *self = g_object_new (NEWS_TYPE_LIST_PACER, NULL);

  self->widget = widget;
  self->model = model;
  news_headline_model_set_paced (model, TRUE);
  g_signal_connect_object (model, "changing", G_CALLBACK (changing_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
news_list_pacer_fill (NewsListPacer *self)
{
  g_return_if_fail (NEWS_IS_LIST_PACER (self));

  self->fill = TRUE;
}

void
news_list_pacer_count (NewsListPacer *self)
{
  g_return_if_fail (NEWS_IS_LIST_PACER (self));

  self->bound++;
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
