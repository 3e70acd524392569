/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rounds.h"

#include "news-beat.h"
#include "news-source-keys.h"

/* Queries that are handed out at once, milliseconds to the next ones, and those from one answer
 * that is told of to the next, as long as there are more to come: an edition may have many
 * hundreds. */
#define AT_ONCE 40
#define FRAME 16
#define PAUSE 50

struct _NewsRounds
{
  GObject parent_instance;

  /* Owned */
  NewsTools tools;
  GHashTable *beats; /* key to NewsBeat */
  GQueue due;        /* GTask of an assignment, to be handed out */
  GCancellable *cancellable;
  guint handing; /* the source that does that */
  guint telling; /* the one that tells of answers */
  guint asked;   /* since the workers were last idle */
  guint done;
  gboolean is_offline;

  /* Borrowed */
  NewsWorkers *workers;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsRounds, news_rounds, G_TYPE_OBJECT)

static GHashTable *
create_beats (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) news_beat_free);
}

static NewsBeat *
find_beat (NewsRounds *self, const char *source, const char *section)
{
  g_autofree char *key = news_beat_dup_key (source, section);

  return g_hash_table_lookup (self->beats, key);
}

/* Calls @function for each beat of @section, or for all. */
static void
foreach_beat (NewsRounds *self,
              NewsSection *section,
              void (*function) (NewsBeat *beat, gpointer user_data),
              gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  if (section == NULL || news_section_is_home (section))
    {
      g_hash_table_iter_init (&iter, self->beats);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        function (value, user_data);
      return;
    }

  for (guint i = 0; i < section->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (section->queries, i);
      NewsBeat *beat = find_beat (self, query->source, query->section);

      if (beat != NULL)
        function (beat, user_data);
    }
}

/* By their ids, borrowed: to look through hundreds of sources for each of as many queries would
 * hold the main thread, and the start. */
static GHashTable *
index_sources (NewsEdition *edition)
{
  GHashTable *sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edition->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (edition->sources, i);

      g_hash_table_insert (sources, source->id, source);
    }

  return sources;
}

/* A query that the edition had before keeps how it stands. */
static void
add_section (NewsRounds *self, NewsSection *section, GHashTable *sources, GHashTable *old)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (section->queries, i);
      NewsSource *source = g_hash_table_lookup (sources, query->source);
      g_autofree char *key = news_beat_dup_key (query->source, query->section);
      gpointer old_key, beat;

      if (g_hash_table_contains (self->beats, key))
        continue;
      if (g_hash_table_steal_extended (old, key, &old_key, &beat))
        {
          news_beat_set_source (beat, source);
          g_hash_table_insert (self->beats, old_key, beat);
        }
      else
        g_hash_table_insert (self->beats, g_steal_pointer (&key),
                             news_beat_new (source, query->section));
    }
}

static void
run_assignment (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewsRounds *self = source;
  GError *error = NULL;

  if (news_assignment_run (data, &self->tools, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- asking --- */

/* Without a network only this machine can be asked; a person may try all the same. */
static gboolean
is_out_of_reach (NewsRounds *self, NewsBeat *beat)
{
  if (!self->is_offline)
    return FALSE;

  news_beat_find_server (beat, self->tools.registry);

  return !beat->here;
}

/* One after the other, as what is done for each adds up. FALSE if none is left. */
static gboolean
hand_out (NewsRounds *self, guint most)
{
  for (guint i = 0; i < most && !g_queue_is_empty (&self->due); i++)
    {
      g_autoptr (GTask) task = g_queue_pop_head (&self->due);
      NewsAssignment *assignment = g_task_get_task_data (task);
      NewsBeat *beat = find_beat (self, assignment->source->id, assignment->section);

      /* The edition may be another one by now. */
      if (beat != NULL)
        news_beat_find_server (beat, self->tools.registry);
      news_workers_push_in_lane (self->workers, beat != NULL ? beat->lane : assignment->source->id,
                                 task, run_assignment);
    }

  return !g_queue_is_empty (&self->due);
}

typedef struct
{
  NewsRounds *self;
  guint max_age;
  gboolean patient;
} Refresh;

static void refresh_beat (NewsBeat *beat, gpointer user_data);

static void
tell (NewsRounds *self)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tell_cb (gpointer user_data)
{
  NewsRounds *self = user_data;

  self->telling = 0;
  tell (self);
}

static void
assignment_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsRounds *self = NEWS_ROUNDS (object);
  NewsAssignment *assignment = g_task_get_task_data (G_TASK (result));
  NewsBeat *beat = find_beat (self, assignment->source->id, assignment->section);
  Refresh again = { self, 0, FALSE };
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (error != NULL)
    g_debug ("%s: %s", assignment->source->name, error->message);
  for (guint i = 0; i < assignment->faults->len; i++)
    g_debug ("%s: %s", assignment->source->name,
             (char *) g_ptr_array_index (assignment->faults, i));

  /* The edition may be another one by now. */
  if (beat != NULL)
    news_beat_note (beat, assignment, error);
  if (beat != NULL && beat->again && !beat->refreshing
      && !g_cancellable_is_cancelled (self->cancellable))
    {
      beat->again = FALSE;
      refresh_beat (beat, &again);
      hand_out (self, G_MAXUINT);
    }

  self->done++;
  if (self->done == self->asked)
    {
      self->done = self->asked = 0;
      tell (self);
    }
  else if (self->telling == 0)
    self->telling = g_timeout_add_once (PAUSE, tell_cb, self);
}

static gboolean
hand_out_cb (gpointer user_data)
{
  NewsRounds *self = user_data;

  if (hand_out (self, AT_ONCE))
    return G_SOURCE_CONTINUE;

  self->handing = 0;

  return G_SOURCE_REMOVE;
}

/* What a call has made due begins, and is told of. */
static void
set_out (NewsRounds *self)
{
  if (g_queue_is_empty (&self->due))
    return;

  if (self->handing == 0 && hand_out (self, AT_ONCE))
    self->handing = g_timeout_add (FRAME, hand_out_cb, self);
  tell (self);
}

static void
push (NewsRounds *self, NewsAssignment *assignment)
{
  GTask *task = g_task_new (self, self->cancellable, assignment_cb, NULL);

  g_task_set_source_tag (task, push);
  g_task_set_task_data (task, assignment, (GDestroyNotify) news_assignment_free);
  self->asked++;
  g_queue_push_tail (&self->due, task);
}

static void
refresh_beat (NewsBeat *beat, gpointer user_data)
{
  Refresh *refresh = user_data;
  NewsAssignment *assignment;

  if (beat->refreshing || (refresh->patient && is_out_of_reach (refresh->self, beat)))
    return;

  beat->refreshing = TRUE;
  assignment = news_assignment_new (beat->source, beat->section);
  assignment->max_age = refresh->max_age;
  assignment->patient = refresh->patient;
  push (refresh->self, assignment);
}

static void
extend_beat (NewsBeat *beat, gpointer user_data)
{
  NewsRounds *self = user_data;
  NewsAssignment *assignment;

  if (beat->extending || beat->ended || is_out_of_reach (self, beat))
    return;

  beat->extending = TRUE;
  assignment = news_assignment_new (beat->source, beat->section);
  assignment->older = TRUE;
  assignment->patient = TRUE;
  assignment->place = news_place_copy (beat->next);
  push (self, assignment);
}

typedef struct
{
  NewsRounds *self;
  NewsStanding *standing;
} Look;

static gboolean
wants_key (NewsRounds *self, NewsBeat *beat)
{
  NewsProtocol *protocol = news_registry_get (self->tools.registry, beat->source->api);
  NewsDescriptor *descriptor = protocol != NULL ? news_protocol_get_descriptor (protocol) : NULL;

  return news_source_keys_can_help (descriptor, beat->source, beat->error);
}

static void
add_standing (NewsBeat *beat, gpointer user_data)
{
  Look *look = user_data;
  NewsStanding *standing = look->standing;

  standing->queries++;
  standing->refreshing |= beat->refreshing;
  standing->extending |= beat->extending;
  standing->ended &= beat->ended;
  if (beat->error == NULL)
    return;

  standing->failed++;
  if (standing->error == NULL)
    {
      standing->error = beat->error;
      standing->source = beat->source;
    }
  if (standing->wish == NULL && wants_key (look->self, beat))
    {
      standing->wish = beat->error;
      standing->keyless = beat->source;
    }
}

static void
news_rounds_finalize (GObject *object)
{
  NewsRounds *self = NEWS_ROUNDS (object);

  g_clear_object (&self->tools.fetcher);
  g_clear_pointer (&self->tools.registry, news_registry_unref);
  g_clear_object (&self->tools.store);
  g_clear_pointer (&self->tools.keyring, news_keyring_unref);
  g_hash_table_unref (self->beats);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->telling, g_source_remove);

  G_OBJECT_CLASS (news_rounds_parent_class)->finalize (object);
}

static void
news_rounds_class_init (NewsRoundsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_rounds_finalize;

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_ROUNDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
news_rounds_init (NewsRounds *self)
{
  self->beats = create_beats ();
  g_queue_init (&self->due);
  self->cancellable = g_cancellable_new ();
}

NewsRounds *
news_rounds_new (NewsWorkers *workers, const NewsTools *tools)
{
  NewsRounds *self = g_object_new (NEWS_TYPE_ROUNDS, NULL);

  self->workers = workers;
  self->tools.fetcher = g_object_ref (tools->fetcher);
  self->tools.registry = news_registry_ref (tools->registry);
  self->tools.store = g_object_ref (tools->store);
  if (tools->keyring != NULL)
    self->tools.keyring = news_keyring_ref (tools->keyring);

  return self;
}

void
news_rounds_set_edition (NewsRounds *self, NewsEdition *edition)
{
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GHashTable) old = NULL;

  g_return_if_fail (NEWS_IS_ROUNDS (self));

  sources = index_sources (edition);
  old = g_steal_pointer (&self->beats);
  self->beats = create_beats ();
  for (guint i = 0; i < edition->sections->len; i++)
    add_section (self, g_ptr_array_index (edition->sections, i), sources, old);

  g_signal_emit (self, signals[CHANGED], 0);
}

void
news_rounds_refresh (NewsRounds *self, NewsSection *section, guint max_age, gboolean patient)
{
  Refresh refresh = { self, max_age, patient };

  g_return_if_fail (NEWS_IS_ROUNDS (self));

  foreach_beat (self, section, refresh_beat, &refresh);
  set_out (self);
}

void
news_rounds_try_source (NewsRounds *self, const char *source)
{
  Refresh refresh = { self, 0, FALSE };
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (NEWS_IS_ROUNDS (self));

  g_hash_table_iter_init (&iter, self->beats);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      NewsBeat *beat = value;

      if (!g_str_equal (beat->source->id, source))
        continue;
      beat->again = beat->refreshing;
      refresh_beat (beat, &refresh);
    }
  set_out (self);
}

gboolean
news_rounds_is_trying (NewsRounds *self, const char *source)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (NEWS_IS_ROUNDS (self), FALSE);

  g_hash_table_iter_init (&iter, self->beats);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      NewsBeat *beat = value;

      if (beat->refreshing && g_str_equal (beat->source->id, source))
        return TRUE;
    }

  return FALSE;
}

void
news_rounds_set_offline (NewsRounds *self, gboolean offline)
{
  g_return_if_fail (NEWS_IS_ROUNDS (self));

  self->is_offline = offline;
}

void
news_rounds_extend (NewsRounds *self, NewsSection *section)
{
  g_return_if_fail (NEWS_IS_ROUNDS (self));
  g_return_if_fail (section != NULL && !news_section_is_home (section));

  foreach_beat (self, section, extend_beat, self);
  set_out (self);
}

void
news_rounds_get_standing (NewsRounds *self, NewsSection *section, NewsStanding *standing)
{
  Look look = { self, standing };

  g_return_if_fail (NEWS_IS_ROUNDS (self));

  *standing = (NewsStanding) { .ended = TRUE };
  foreach_beat (self, section, add_standing, &look);
}

double
news_rounds_get_progress (NewsRounds *self)
{
  g_return_val_if_fail (NEWS_IS_ROUNDS (self), 1);

  return self->asked > 0 ? (double) self->done / self->asked : 1;
}

void
news_rounds_stop (NewsRounds *self)
{
  g_return_if_fail (NEWS_IS_ROUNDS (self));

  g_cancellable_cancel (self->cancellable);
  /* They are told so. */
  hand_out (self, G_MAXUINT);
  g_clear_handle_id (&self->handing, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
}
