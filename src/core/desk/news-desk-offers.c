/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-private.h"

typedef struct
{
  NewsOffer *offer;
  GHashTable *values;
} Trial;

static void
free_trial (Trial *trial)
{
  news_offer_unref (trial->offer);
  g_hash_table_unref (trial->values);
  g_free (trial);
}

/* --- on workers' threads --- */

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  GError *error = NULL;
  GPtrArray *offers
    = news_offer_list (self->fetcher, self->registry, self->keyring, data, cancellable, &error);

  if (offers != NULL)
    g_task_return_pointer (task, offers, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
unlock_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Trial *trial = data;
  GError *error = NULL;
  NewsOffer *offer = news_offer_unlock (trial->offer, trial->values, self->fetcher, self->keyring,
                                        cancellable, &error);

  if (offer != NULL)
    g_task_return_pointer (task, offer, (GDestroyNotify) news_offer_unref);
  else
    g_task_return_error (task, error);
}

/* --- back on the main thread --- */

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (news_desk_change_edition_finish (NEWS_DESK (object), result, &error))
    g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
  else
    g_task_return_error (task, error);
}

void
news_desk_find_offers_async (NewsDesk *self,
                             const char *typed,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->workers, find_thread, g_strdup (typed), g_free, cancellable,
                    callback, user_data);
}

GPtrArray *
news_desk_find_offers_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_desk_unlock_offer_async (NewsDesk *self,
                              NewsOffer *offer,
                              GHashTable *values,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Trial *trial;

  g_return_if_fail (NEWS_IS_DESK (self));

  trial = g_new0 (Trial, 1);
  trial->offer = news_offer_ref (offer);
  trial->values = g_hash_table_ref (values);
  _news_desk_start (self, self->workers, unlock_thread, trial, (GDestroyNotify) free_trial,
                    cancellable, callback, user_data);
}

NewsOffer *
news_desk_unlock_offer_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_desk_add_offer_async (NewsDesk *self,
                           NewsOffer *offer,
                           GPtrArray *ids,
                           const char *into,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  g_autoptr (NewsEdition) edition = NULL;
  char *place = NULL;
  GError *error = NULL;

  g_return_if_fail (NEWS_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_add_offer_async);
  edition = news_offer_add_to (offer, news_desk_get_draft (self), ids, into, &place, &error);
  if (edition == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, place, g_free);
  news_desk_change_edition_async (self, edition, cancellable, added_cb, task);
}

char *
news_desk_add_offer_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
