/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk.h"

#include "news-desk-private.h"
#include "news-editions.h"
#include "news-opening.h"

#include <glib/gi18n-lib.h>

/* As many as may be on the network at a time, as many again whose answers are read and stored, and
 * the four that are not for sources. They mostly wait. */
#define WORKERS 20

/* Milliseconds that a list has before all sections are counted. */
#define COUNT_DELAY 250

#define PICTURE_LIMIT (512 * 1024 * 1024)

typedef enum
{
  PROP_EDITION = 1,
  PROP_REFRESHING,
  PROP_PROGRESS,
  PROP_BOOKMARKS,
  PROP_UNREACHABLE,
} Property;

enum
{
  PROBLEM,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_UNREACHABLE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsDesk, news_desk, G_TYPE_OBJECT)

static void count (NewsDesk *self);

static void
tell (NewsDesk *self, const char *message)
{
  g_signal_emit (self, signals[PROBLEM], 0, message);
}

/* --- unread counts --- */

static void
set_bookmarks (NewsDesk *self, guint bookmarks)
{
  if (self->bookmarks == bookmarks)
    return;

  self->bookmarks = bookmarks;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKS]);
  news_clipper_run (self->clipper);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = news_store_count_finish (NEWS_STORE (object), result, &error);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sections));

  self->counting = FALSE;
  if (self->count_again)
    count (self);
  else if (counts == NULL)
    /* The counts stay as they were; the next change asks again. */
    g_debug ("Counting: %s", error->message);
  else if (counts->len == n + 1)
    {
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (NewsDeskSection) section
            = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

          news_desk_section_set_unread (section, g_array_index (counts, guint, i));
        }
      set_bookmarks (self, g_array_index (counts, guint, n));
    }
}

static void
count (NewsDesk *self)
{
  self->count_again = self->counting;
  if (self->counting || self->edition == NULL)
    return;

  self->counting = TRUE;
  news_store_count_async (self->store, self->edition->sections, self->cancellable, counted_cb,
                          g_object_ref (self));
}

static void
count_later_cb (gpointer user_data)
{
  NewsDesk *self = user_data;

  self->counting_later = 0;
  count (self);
}

/* Whoever shows an edition asks for a list of it, and a person waits for that list: the counts of
 * all sections, which take the store as long, are asked for after it. */
static void
count_later (NewsDesk *self)
{
  if (self->counting_later == 0)
    self->counting_later = g_timeout_add_once (COUNT_DELAY, count_later_cb, self);
}

/* --- how things stand --- */

static void
rounds_changed_cb (NewsRounds *rounds, NewsDesk *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sections));
  NewsStanding all;
  gboolean refreshing, unreachable;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NewsDeskSection) section
        = g_list_model_get_item (G_LIST_MODEL (self->sections), i);
      NewsStanding standing;

      news_rounds_get_standing (rounds, news_desk_section_get_section (section), &standing);
      news_desk_section_set_standing (section, &standing);
    }

  news_rounds_get_standing (rounds, NULL, &all);
  refreshing = all.refreshing || all.extending;
  unreachable = all.queries > 0 && all.failed == all.queries && all.error->domain == NEWS_NET_ERROR;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  if (self->unreachable != unreachable)
    {
      self->unreachable = unreachable;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREACHABLE]);
    }
  if (self->refreshing != refreshing)
    {
      self->refreshing = refreshing;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
    }
}

/* An article may lead to where its reader's own sources are, even if that is this machine. */
static void
allow_sources (NewsDesk *self)
{
  for (guint i = 0; i < self->edition->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (self->edition->sources, i);
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, source->parameters);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        news_fetcher_allow_local (self->fetcher, value);
    }
}

/* A section that did not change keeps its object, and with that its counts and its troubles. */
static NewsDeskSection *
dup_desk_section (NewsDesk *self, NewsSection *section)
{
  NewsDeskSection *old = news_desk_get_section (self, section->id);

  if (old != NULL && news_desk_section_get_section (old) == section)
    return g_object_ref (old);

  return news_desk_section_new (section);
}

void
_news_desk_show_edition (NewsDesk *self, NewsEdition *edition)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_object_unref);
  NewsEdition *old = self->edition;

  for (guint i = 0; i < edition->sections->len; i++)
    g_ptr_array_add (sections, dup_desk_section (self, g_ptr_array_index (edition->sections, i)));

  self->edition = news_edition_ref (edition);
  g_clear_pointer (&old, news_edition_unref);
  allow_sources (self);
  g_list_store_splice (self->sections, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sections)),
                       sections->pdata, sections->len);
  news_rounds_set_edition (self->rounds, edition);
  count_later (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITION]);
}

static void
due_cb (NewsDesk *self)
{
  news_desk_refresh_due (self);
  news_desk_tidy (self);
}

/* --- opening --- */

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (news_opening_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_opening (NewsDesk *self, NewsOpening *opening, const char *edition)
{
  NewsTools tools = { self->fetcher, opening->registry, opening->store, self->keyring };

  self->store = g_steal_pointer (&opening->store);
  self->registry = g_steal_pointer (&opening->registry);
  self->editions = g_steal_pointer (&opening->editions);
  self->rounds = news_rounds_new (self->workers, &tools);
  self->clipper = news_clipper_new (self->workers, self->store, self->pictures, self->alarm);
  news_clipper_set_metered (self->clipper, self->pictures_on_metered);

  g_signal_connect_object (self->rounds, "changed", G_CALLBACK (rounds_changed_cb), self, 0);
  g_signal_connect_object (self->store, "counts-changed", G_CALLBACK (count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alarm, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);

  _news_desk_show_edition (self,
                           news_editions_choose (self->editions, edition, g_get_language_names ()));
  if (opening->is_whole && self->sample == NULL)
    _news_desk_forget_departed (self);
  self->faults = g_ptr_array_ref (opening->faults);
  for (guint i = 0; i < self->faults->len; i++)
    tell (self, g_ptr_array_index (self->faults, i));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsDesk *self = NEWS_DESK (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  take_opening (self, g_task_get_task_data (G_TASK (result)), g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/* --- object --- */

static void
news_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsDesk *self = NEWS_DESK (object);

  switch ((Property) id)
    {
    case PROP_EDITION:
      g_value_set_boxed (value, self->edition);
      break;
    case PROP_REFRESHING:
      g_value_set_boolean (value, self->refreshing);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value,
                          self->rounds != NULL ? news_rounds_get_progress (self->rounds) : 1);
      break;
    case PROP_BOOKMARKS:
      g_value_set_uint (value, self->bookmarks);
      break;
    case PROP_UNREACHABLE:
      g_value_set_boolean (value, self->unreachable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_desk_finalize (GObject *object)
{
  NewsDesk *self = NEWS_DESK (object);

  news_desk_close (self);
  g_free (self->data);
  g_free (self->cache);
  g_free (self->sample);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->pictures);
  g_clear_object (&self->rounds);
  g_clear_object (&self->clipper);
  g_clear_object (&self->store);
  g_clear_pointer (&self->registry, news_registry_unref);
  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->edition, news_edition_unref);
  g_clear_pointer (&self->draft, news_edition_unref);
  g_clear_object (&self->sections);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->alarm);
  g_clear_pointer (&self->keyring, news_keyring_unref);

  G_OBJECT_CLASS (news_desk_parent_class)->finalize (object);
}

static void
news_desk_class_init (NewsDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_desk_get_property;
  object_class->finalize = news_desk_finalize;

  properties[PROP_EDITION] = g_param_spec_boxed ("edition", NULL, NULL, NEWS_TYPE_EDITION, flags);
  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_BOOKMARKS] = g_param_spec_uint ("bookmarks", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_UNREACHABLE] = g_param_spec_boolean ("unreachable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[PROBLEM] = g_signal_new ("problem", NEWS_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
news_desk_init (NewsDesk *self)
{
  self->fetcher = news_fetcher_new ();
  self->workers = news_workers_new (WORKERS);
  self->keeper = news_workers_new (1);
  self->sections = g_list_store_new (NEWS_TYPE_DESK_SECTION);
  self->cancellable = g_cancellable_new ();
  self->keyring = news_keyring_new ();
  self->alarm = news_alarm_new ();
}

NewsDesk *
news_desk_new (const char *data, const char *cache, const char *sample)
{
  NewsDesk *self = g_object_new (NEWS_TYPE_DESK, NULL);
  g_autofree char *pictures = g_build_filename (cache, "pictures", NULL);
  g_autofree char *shelf = g_build_filename (data, "bookmarks", NULL);

  self->data = g_strdup (data);
  self->cache = g_strdup (cache);
  self->sample = g_strdup (sample);
  self->pictures = news_picture_cache_new (self->fetcher, pictures, PICTURE_LIMIT);
  news_picture_cache_set_shelf (self->pictures, news_picture_folder_new (shelf, G_MAXUINT64));

  return self;
}

void
news_desk_open_async (NewsDesk *self,
                      const char *edition,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) work = NULL;
  GTask *task;

  g_return_if_fail (NEWS_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_desk_open_async);
  g_task_set_task_data (task, g_strdup (edition), g_free);

  work = g_task_new (self, cancellable, opened_cb, task);
  g_task_set_source_tag (work, news_desk_open_async);
  g_task_set_task_data (work, news_opening_new (self->data, self->cache, self->sample),
                        (GDestroyNotify) news_opening_free);
  news_workers_push (self->workers, work, open_thread);
}

gboolean
news_desk_open_finish (NewsDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
news_desk_close (NewsDesk *self)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->counting_later, g_source_remove);
  news_alarm_stop (self->alarm);
  if (self->rounds != NULL)
    news_rounds_stop (self->rounds);
  if (self->clipper != NULL)
    news_clipper_stop (self->clipper);
  news_fetcher_close (self->fetcher);
  g_clear_pointer (&self->workers, news_workers_free);
  g_clear_pointer (&self->keeper, news_workers_finish);
  if (self->store != NULL)
    news_store_close (self->store);
}

GPtrArray *
news_desk_get_faults (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->faults;
}

NewsStore *
news_desk_get_store (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->store;
}

NewsPictureCache *
news_desk_get_pictures (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->pictures;
}

NewsEdition *
news_desk_get_edition (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->edition;
}

GPtrArray *
news_desk_get_editions (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return self->editions;
}

GListModel *
news_desk_get_sections (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->sections);
}

NewsDeskSection *
news_desk_get_section (NewsDesk *self, const char *id)
{
  guint n;

  g_return_val_if_fail (NEWS_IS_DESK (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sections));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NewsDeskSection) section
        = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      if (g_strcmp0 (news_desk_section_get_section (section)->id, id) == 0)
        return section;
    }

  return NULL;
}

guint
news_desk_get_bookmarks (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), 0);

  return self->bookmarks;
}

gboolean
news_desk_get_refreshing (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), FALSE);

  return self->refreshing;
}

gboolean
news_desk_is_unreachable (NewsDesk *self)
{
  g_return_val_if_fail (NEWS_IS_DESK (self), FALSE);

  return self->unreachable;
}
