/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-tally.h"

/* Milliseconds in which changes are gathered: a refresh tells of many, and a number beside a name
 * need not be younger than that. */
#define GATHERS 300

struct _NewsSearchTally
{
  GObject parent_instance;

  /* Owned */
  NewsSavedSearches *searches;
  NewsDesk *desk;
  GSignalGroup *desk_signals;
  GSignalGroup *store_signals;
  GCancellable *cancellable;
  guint waiting;

  gboolean counting;
  gboolean again;
};

/* What is being counted: by the time of the answer, others may be saved. */
typedef struct
{
  NewsSearchTally *self;
  GPtrArray *searches; /* NewsSavedSearch */
} Question;

G_DEFINE_FINAL_TYPE (NewsSearchTally, news_search_tally, G_TYPE_OBJECT)

static void count_soon (NewsSearchTally *self);

static void
free_question (Question *question)
{
  g_object_unref (question->self);
  g_ptr_array_unref (question->searches);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  NewsSearchTally *self = question->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = news_store_count_matches_finish (NEWS_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->counting = FALSE;
  /* The numbers stay as they were; a search that fails tells so when it is on show. */
  if (counts == NULL)
    g_debug ("Counts of searches: %s", error->message);
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    news_saved_search_set_unread (g_ptr_array_index (question->searches, i),
                                  g_array_index (counts, guint, i));
  if (self->again)
    count_soon (self);
}

static void
count_cb (gpointer user_data)
{
  NewsSearchTally *self = user_data;
  GListModel *model = G_LIST_MODEL (self->searches);
  guint n = g_list_model_get_n_items (model);
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) news_scope_unref);
  Question *question;

  self->waiting = 0;
  self->again = FALSE;
  if (n == 0 || self->desk == NULL)
    return;

  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->searches = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      NewsSavedSearch *search = g_list_model_get_item (model, i);

      g_ptr_array_add (question->searches, search);
      g_ptr_array_add (scopes,
                       news_scope_new_search (news_saved_search_get_query (search), NULL,
                                              news_desk_get_edition (self->desk)->sections));
    }
  self->counting = TRUE;
  news_store_count_matches_async (news_desk_get_store (self->desk), scopes, self->cancellable,
                                  counted_cb, question);
}

static void
count_soon (NewsSearchTally *self)
{
  self->again = self->counting;
  if (self->desk != NULL && !self->counting && self->waiting == 0)
    self->waiting = g_timeout_add_once (GATHERS, count_cb, self);
}

static void
searches_changed_cb (NewsSearchTally *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NewsSavedSearch) search = g_list_model_get_item (G_LIST_MODEL (self->searches), i);

      g_signal_handlers_disconnect_by_func (search, count_soon, self);
      g_signal_connect_object (search, "notify::query", G_CALLBACK (count_soon), self,
                               G_CONNECT_SWAPPED);
    }
  if (added > 0)
    count_soon (self);
}

static void
stop (NewsSearchTally *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->counting = self->again = FALSE;
}

static void
news_search_tally_dispose (GObject *object)
{
  NewsSearchTally *self = NEWS_SEARCH_TALLY (object);

  stop (self);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->desk);
  g_clear_object (&self->searches);

  G_OBJECT_CLASS (news_search_tally_parent_class)->dispose (object);
}

static void
news_search_tally_class_init (NewsSearchTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_search_tally_dispose;
}

static void
news_search_tally_init (NewsSearchTally *self)
{
  self->desk_signals = g_signal_group_new (NEWS_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "notify::edition", G_CALLBACK (count_soon),
                                  self);
  self->store_signals = g_signal_group_new (NEWS_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "lists-changed", G_CALLBACK (count_soon),
                                  self);
  g_signal_group_connect_swapped (self->store_signals, "counts-changed", G_CALLBACK (count_soon),
                                  self);
}

NewsSearchTally *
news_search_tally_new (NewsSavedSearches *searches)
{
  NewsSearchTally *self = g_object_new (NEWS_TYPE_SEARCH_TALLY, NULL);

  self->searches = g_object_ref (searches);
  g_signal_connect_object (searches, "items-changed", G_CALLBACK (searches_changed_cb), self,
                           G_CONNECT_SWAPPED);
  searches_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (searches)));

  return self;
}

void
news_search_tally_set_desk (NewsSearchTally *self, NewsDesk *desk)
{
  g_return_if_fail (NEWS_IS_SEARCH_TALLY (self));

  stop (self);
  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->desk_signals, desk);
  g_signal_group_set_target (self->store_signals, desk != NULL ? news_desk_get_store (desk) : NULL);
  self->cancellable = g_cancellable_new ();
  count_soon (self);
}
