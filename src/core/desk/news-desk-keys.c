/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-departed.h"
#include "news-desk-private.h"

#include <glib/gi18n-lib.h>

/* What is to be done about the keys of a source. */
typedef struct
{
  NewsSource *source;
  char *section;      /* of it, to ask for, or NULL */
  GHashTable *values; /* that were entered; NULL to forget what there is */
} Change;

static void
free_change (Change *change)
{
  news_source_unref (change->source);
  g_free (change->section);
  g_clear_pointer (&change->values, g_hash_table_unref);
  g_free (change);
}

static NewsDescriptor *
get_descriptor (NewsDesk *self, NewsSource *source)
{
  NewsProtocol *protocol = news_registry_get (self->registry, source->api);

  return protocol != NULL ? news_protocol_get_descriptor (protocol) : NULL;
}

/* --- on workers' threads --- */

static void
change_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Change *change = data;
  NewsTools tools = { self->fetcher, self->registry, self->store, self->keyring };
  GError *error = NULL;
  NewsSource *changed = change->values != NULL
                          ? news_source_keys_change (change->source, change->section,
                                                     change->values, &tools, cancellable, &error)
                          : news_source_keys_forget (change->source, &tools, cancellable, &error);

  if (changed != NULL)
    g_task_return_pointer (task, changed, (GDestroyNotify) news_source_unref);
  else
    g_task_return_error (task, error);
}

static void
state_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  NewsDescriptor *descriptor = get_descriptor (self, data);
  NewsKeyState state = NEWS_KEY_NONE;
  GError *error = NULL;

  if (descriptor == NULL
      || news_source_keys_get_state (descriptor, data, self->keyring, &state, cancellable, &error))
    g_task_return_int (task, state);
  else
    g_task_return_error (task, error);
}

/* --- on the keeper's thread --- */

static void
forget_departed_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  g_autoptr (GError) error = NULL;

  /* Nobody waits for it; it is tried again at the next start. */
  if (!news_departed_forget (self->data, data, self->keyring, cancellable, &error))
    g_debug ("Keys of removed sources: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/* --- back on the main thread --- */

static gboolean
has_same_parameters (NewsSource *one, NewsSource *other)
{
  GHashTableIter iter;
  gpointer name, value;

  if (g_hash_table_size (one->parameters) != g_hash_table_size (other->parameters))
    return FALSE;

  g_hash_table_iter_init (&iter, one->parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_strcmp0 (value, news_source_get_parameter (other, name)) != 0)
      return FALSE;

  return TRUE;
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsDesk *self = NEWS_DESK (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!news_desk_change_edition_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (!g_cancellable_is_cancelled (self->cancellable))
    news_desk_try_source (self, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/* The edition may be another one by now, and have the source no more. */
static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsDesk *self = NEWS_DESK (object);
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr (NewsSource) changed = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (NewsEdition) edition = NULL;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  NewsSource *present;

  /* While the desk closes, nothing more is to be asked or kept. */
  if (changed != NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  present = news_edition_get_source (news_desk_get_draft (self), changed->id);
  if (present == NULL || has_same_parameters (present, changed))
    {
      news_desk_try_source (self, changed->id);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  g_ptr_array_add (sources, changed);
  edition = news_edition_extend (news_desk_get_draft (self), sources, NULL);
  news_desk_change_edition_async (self, edition, NULL, kept_cb, task);
}

/* Of which of its sections the edition has something. */
static const char *
find_section (NewsEdition *edition, const char *id)
{
  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      for (guint j = 0; j < section->queries->len; j++)
        {
          NewsQuery *query = g_ptr_array_index (section->queries, j);

          if (g_str_equal (query->source, id))
            return query->section;
        }
    }

  return NULL;
}

/* Takes @task. */
static void
push_change (NewsDesk *self,
             const char *id,
             GHashTable *values,
             GCancellable *cancellable,
             GTask *task)
{
  NewsEdition *edition = news_desk_get_draft (self);
  NewsSource *source = news_edition_get_source (edition, id);
  g_autoptr (GTask) work = NULL;
  Change *change;

  if (source == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                       _ ("The edition no longer has this source."));
      g_object_unref (task);
      return;
    }

  change = g_new0 (Change, 1);
  change->source = news_source_ref (source);
  change->section = g_strdup (find_section (edition, id));
  change->values = values != NULL ? g_hash_table_ref (values) : NULL;
  g_task_set_task_data (task, g_strdup (id), g_free);

  work = g_task_new (self, cancellable, changed_cb, task);
  /* What is in the keyring by then has to be in the edition as well. */
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_source_tag (work, push_change);
  g_task_set_task_data (work, change, (GDestroyNotify) free_change);
  news_workers_push (self->workers, work, change_thread);
}

void
_news_desk_forget_departed (NewsDesk *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, NULL, NULL);
  GPtrArray *editions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_edition_unref);

  for (guint i = 0; i < self->editions->len; i++)
    g_ptr_array_add (editions, news_edition_ref (g_ptr_array_index (self->editions, i)));
  g_task_set_source_tag (task, _news_desk_forget_departed);
  g_task_set_task_data (task, editions, (GDestroyNotify) g_ptr_array_unref);
  news_workers_push (self->keeper, task, forget_departed_thread);
}

NewsKeyKind
news_desk_get_key_kind (NewsDesk *self, NewsSource *source)
{
  g_autoptr (GPtrArray) parameters = NULL;
  gboolean is_secret = FALSE;
  gboolean is_named = FALSE;

  g_return_val_if_fail (NEWS_IS_DESK (self), NEWS_KEY_KIND_NONE);

  parameters = news_desk_list_parameters (self, source);
  for (guint i = 0; i < parameters->len; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (parameters, i);

      if (parameter->type == NEWS_PARAMETER_SECRET)
        is_secret = TRUE;
      else if (parameter->fallback == NULL)
        is_named = TRUE;
    }

  if (is_secret)
    return is_named ? NEWS_KEY_KIND_LOGIN : NEWS_KEY_KIND_KEY;

  return parameters->len > 0 ? NEWS_KEY_KIND_OTHER : NEWS_KEY_KIND_NONE;
}

GPtrArray *
news_desk_list_parameters (NewsDesk *self, NewsSource *source)
{
  NewsDescriptor *descriptor;

  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  descriptor = get_descriptor (self, source);

  return descriptor != NULL ? news_descriptor_list_asked (descriptor) : g_ptr_array_new ();
}

void
news_desk_get_key_state_async (NewsDesk *self,
                               NewsSource *source,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  _news_desk_start (self, self->workers, state_thread, news_source_ref (source),
                    (GDestroyNotify) news_source_unref, cancellable, callback, user_data);
}

gboolean
news_desk_get_key_state_finish (NewsDesk *self,
                                GAsyncResult *result,
                                NewsKeyState *state,
                                GError **error)
{
  GError *problem = NULL;
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  value = g_task_propagate_int (G_TASK (result), &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  *state = (NewsKeyState) value;

  return TRUE;
}

void
news_desk_change_key_async (NewsDesk *self,
                            const char *id,
                            GHashTable *values,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (values != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_change_key_async);
  push_change (self, id, values, cancellable, task);
}

gboolean
news_desk_change_key_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
news_desk_forget_key_async (NewsDesk *self,
                            const char *id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NEWS_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_forget_key_async);
  push_change (self, id, NULL, cancellable, task);
}

gboolean
news_desk_forget_key_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

NewsKeyring *
news_desk_get_keyring (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->keyring;
}

void
news_desk_set_keyring (NewsDesk *self, NewsKeyring *keyring)
{
  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (self->rounds == NULL);

  news_keyring_ref (keyring);
  news_keyring_unref (self->keyring);
  self->keyring = keyring;
}
