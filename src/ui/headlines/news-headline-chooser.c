/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-chooser.h"

/* Milliseconds that a row has to stay selected before it is opened: who holds an arrow key down
 * passes by many and reads one. */
#define SETTLES 120

struct _NewsHeadlineChooser
{
  GObject parent_instance;

  /* Owned */
  GtkSingleSelection *selection;
  guint settling;

  /* Borrowed */
  GtkListView *view;
  NewsHeadlineModel *model;
  NewsListPacer *pacer;

  gint64 shown;
  gboolean selecting; /* it is we who change the selection */
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsHeadlineChooser, news_headline_chooser, G_TYPE_OBJECT)

static guint
get_length (NewsHeadlineChooser *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static void
open_article (NewsHeadlineChooser *self, guint position, gboolean go)
{
  gint64 article = news_headline_model_get_article (self->model, position);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (article != 0)
    g_signal_emit (self, signals[OPEN], 0, article, go);
}

static void
select_position (NewsHeadlineChooser *self, guint position)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

static void
settled_cb (gpointer user_data)
{
  NewsHeadlineChooser *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->settling = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    open_article (self, position, FALSE);
}

static void
selected_cb (NewsHeadlineChooser *self)
{
  if (self->selecting)
    return;

  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add_once (SETTLES, settled_cb, self);
}

/* A row that is still to come is one of this list's, too. */
static guint
find_article (NewsHeadlineChooser *self, gint64 article)
{
  guint position = news_headline_model_find (self->model, article);

  if (position != GTK_INVALID_LIST_POSITION || !news_list_pacer_is_changing (self->pacer))
    return position;

  news_list_pacer_finish (self->pacer);

  return news_headline_model_find (self->model, article);
}

static void
news_headline_chooser_dispose (GObject *object)
{
  NewsHeadlineChooser *self = NEWS_HEADLINE_CHOOSER (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (news_headline_chooser_parent_class)->dispose (object);
}

static void
news_headline_chooser_class_init (NewsHeadlineChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_headline_chooser_dispose;

  signals[OPEN] = g_signal_new ("open", NEWS_TYPE_HEADLINE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
news_headline_chooser_init (NewsHeadlineChooser *self)
{
}

NewsHeadlineChooser *
news_headline_chooser_new (GtkListView *view, NewsHeadlineModel *model, NewsListPacer *pacer)
{
  NewsHeadlineChooser *self = g_object_new (NEWS_TYPE_HEADLINE_CHOOSER, NULL);

  self->view = view;
  self->model = model;
  self->pacer = pacer;
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
news_headline_chooser_reset (NewsHeadlineChooser *self)
{
  g_return_if_fail (NEWS_IS_HEADLINE_CHOOSER (self));

  g_clear_handle_id (&self->settling, g_source_remove);
  self->shown = 0;
  select_position (self, GTK_INVALID_LIST_POSITION);
}

void
news_headline_chooser_keep (NewsHeadlineChooser *self, gint64 article)
{
  g_return_if_fail (NEWS_IS_HEADLINE_CHOOSER (self));

  self->shown = article;
  news_headline_model_set_kept (self->model, article);
}

void
news_headline_chooser_update (NewsHeadlineChooser *self)
{
  g_return_if_fail (NEWS_IS_HEADLINE_CHOOSER (self));

  if (self->shown != 0)
    select_position (self, news_headline_model_find (self->model, self->shown));
}

void
news_headline_chooser_set_shown (NewsHeadlineChooser *self, gint64 article)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (NEWS_IS_HEADLINE_CHOOSER (self));

  if (article != 0)
    position = find_article (self, article);
  self->shown = article;
  news_headline_model_set_kept (self->model, position != GTK_INVALID_LIST_POSITION ? article : 0);
  select_position (self, position);
}

gint64
news_headline_chooser_get_shown (NewsHeadlineChooser *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_CHOOSER (self), 0);

  return self->shown;
}

guint
news_headline_chooser_get_selected (NewsHeadlineChooser *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_CHOOSER (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

void
news_headline_chooser_open (NewsHeadlineChooser *self, guint position)
{
  g_return_if_fail (NEWS_IS_HEADLINE_CHOOSER (self));

  open_article (self, position, TRUE);
}

/* Where a step leads, or GTK_INVALID_LIST_POSITION. */
static guint
find_step (NewsHeadlineChooser *self, int step, gboolean unread)
{
  guint length = get_length (self);
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 from = selected != GTK_INVALID_LIST_POSITION ? (gint64) selected
                : step > 0                            ? -1
                                                      : (gint64) length;

  if (unread)
    return news_headline_model_find_unread (self->model, from, step);

  from += step;

  return from >= 0 && from < length ? (guint) from : GTK_INVALID_LIST_POSITION;
}

gboolean
news_headline_chooser_step (NewsHeadlineChooser *self, int step, gboolean unread)
{
  guint position;

  g_return_val_if_fail (NEWS_IS_HEADLINE_CHOOSER (self), FALSE);

  /* Who steps on knows the list as a whole. */
  news_list_pacer_finish (self->pacer);

  position = find_step (self, step, unread);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  select_position (self, position);
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  open_article (self, position, TRUE);

  return TRUE;
}

NewsHeadline *
news_headline_chooser_dup_neighbour (NewsHeadlineChooser *self, int step)
{
  guint position;

  g_return_val_if_fail (NEWS_IS_HEADLINE_CHOOSER (self), NULL);

  position = self->shown != 0 ? news_headline_model_find (self->model, self->shown)
                              : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION || (step < 0 && position == 0))
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->model), step < 0 ? position - 1 : position + 1);
}

guint
news_headline_chooser_get_spans (NewsHeadlineChooser *self,
                                 gint64 article,
                                 int side,
                                 NewsRowSpan spans[2])
{
  guint position;

  g_return_val_if_fail (NEWS_IS_HEADLINE_CHOOSER (self), 0);

  position = article != 0 ? news_headline_model_find (self->model, article)
                          : gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    return 0;

  return side < 0
           ? news_headline_model_get_spans (self->model, 0, position, spans)
           : news_headline_model_get_spans (self->model, position + 1, get_length (self), spans);
}
