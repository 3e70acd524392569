/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-departed.h"
#include "news-desk-private.h"
#include "news-editions.h"
#include "news-opening.h"

/* A change of an edition on its way: the edition to keep, or NULL to forget the one called @id; and
 * that before it, or NULL. */
typedef struct
{
  NewsEdition *before;
  NewsEdition *edition;
  char *id;
} Change;

static void
free_change (Change *change)
{
  g_clear_pointer (&change->before, news_edition_unref);
  g_clear_pointer (&change->edition, news_edition_unref);
  g_free (change->id);
  g_free (change);
}

/* --- on the keeper's thread --- */

/* The sample's sources have no keys of their own, and must not cost others theirs. */
static void
note_departed (NewsDesk *self, Change *change)
{
  g_autoptr (GError) error = NULL;

  if (change->before == NULL || self->sample != NULL)
    return;

  /* Their keys stay where they are, as safe as they were. */
  if (!news_departed_note (self->data, change->before, change->edition, self->registry, &error))
    g_debug ("Keys of removed sources: %s", error->message);
}

static void
change_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsDesk *self = source;
  Change *change = data;
  g_autofree char *folder = news_opening_dup_editions_folder (self->data);
  GError *error = NULL;
  NewsEdition *edition = NULL;

  note_departed (self, change);
  if (change->edition == NULL)
    edition = news_editions_reset (folder, self->sample, change->id, &error);
  else if (news_editions_save (folder, self->sample, change->edition, &error))
    edition = news_edition_ref (change->edition);

  if (edition != NULL)
    news_registry_prepare (self->registry, edition);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, edition, (GDestroyNotify) news_edition_unref);
}

/* --- back on the main thread --- */

static guint
find_place (NewsDesk *self, const char *id)
{
  for (guint i = 0; i < self->editions->len; i++)
    if (g_strcmp0 (((NewsEdition *) g_ptr_array_index (self->editions, i))->id, id) == 0)
      return i;

  return self->editions->len;
}

static void
show (NewsDesk *self, NewsEdition *edition)
{
  _news_desk_show_edition (self, edition);
  news_desk_refresh_due (self);
}

/* Once it is kept, and not before, a new edition takes the place of the one it was made of. */
static void
take_edition (NewsDesk *self, NewsEdition *edition)
{
  guint place = find_place (self, edition->id);

  if (place < self->editions->len)
    {
      news_edition_unref (g_ptr_array_index (self->editions, place));
      g_ptr_array_index (self->editions, place) = news_edition_ref (edition);
    }
  else
    {
      g_ptr_array_add (self->editions, news_edition_ref (edition));
    }

  if (g_str_equal (self->edition->id, edition->id))
    show (self, edition);
}

static void
drop_edition (NewsDesk *self, const char *id)
{
  guint place = find_place (self, id);

  if (place < self->editions->len)
    g_ptr_array_remove_index (self->editions, place);
  if (g_str_equal (self->edition->id, id))
    show (self, news_editions_choose (self->editions, NULL, g_get_language_names ()));
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsDesk *self = NEWS_DESK (object);
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (NewsEdition) edition = g_task_propagate_pointer (G_TASK (result), &error);

  self->changes--;
  /* After a failure, a draft would have in it what nobody has kept. */
  if (self->changes == 0 || error != NULL)
    g_clear_pointer (&self->draft, news_edition_unref);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* What was kept while the desk closed is there at the next start. */
  if (!g_cancellable_is_cancelled (self->cancellable) && edition != NULL)
    take_edition (self, edition);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    drop_edition (self, change->id);
  g_task_return_boolean (task, TRUE);
}

/* @task, which is taken, ends when the change has been kept and shown. */
static void
push_change (NewsDesk *self, NewsEdition *edition, const char *id, GTask *task)
{
  g_autoptr (GTask) work = g_task_new (self, NULL, changed_cb, task);
  Change *change = g_new0 (Change, 1);
  NewsEdition *before = g_str_equal (id, self->edition->id) ? news_desk_get_draft (self)
                                                            : news_desk_find_edition (self, id);

  change->before = before != NULL ? news_edition_ref (before) : NULL;
  change->edition = edition != NULL ? news_edition_ref (edition) : NULL;
  change->id = g_strdup (id);
  if (edition != NULL && g_str_equal (edition->id, self->edition->id))
    {
      g_clear_pointer (&self->draft, news_edition_unref);
      self->draft = news_edition_ref (edition);
    }

  self->changes++;
  g_task_set_source_tag (work, push_change);
  g_task_set_task_data (work, change, (GDestroyNotify) free_change);
  news_workers_push (self->keeper, work, change_thread);
}

NewsEdition *
news_desk_get_draft (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->draft != NULL && g_str_equal (self->draft->id, self->edition->id) ? self->draft
                                                                                 : self->edition;
}

NewsEdition *
news_desk_find_edition (NewsDesk *self, const char *id)
{
  guint place;

  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  place = find_place (self, id);

  return place < self->editions->len ? g_ptr_array_index (self->editions, place) : NULL;
}

void
news_desk_change_edition_async (NewsDesk *self,
                                NewsEdition *edition,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (edition != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_change_edition_async);
  push_change (self, edition, edition->id, task);
}

gboolean
news_desk_change_edition_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
news_desk_reset_edition_async (NewsDesk *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NEWS_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_reset_edition_async);
  push_change (self, NULL, self->edition->id, task);
}

gboolean
news_desk_reset_edition_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  return news_desk_change_edition_finish (self, result, error);
}

void
news_desk_set_edition (NewsDesk *self, const char *id)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  for (guint i = 0; i < self->editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (self->editions, i);

      if (edition != self->edition && g_strcmp0 (edition->id, id) == 0)
        {
          _news_desk_show_edition (self, edition);
          news_desk_refresh_due (self);
          return;
        }
    }
}
