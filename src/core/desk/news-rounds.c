/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rounds.h"

#include "news-address-guard.h"
#include "news-beat.h"
#include "news-source-keys.h"

struct _NewsRounds
{
  GObject parent_instance;

  /* Owned */
  NewsTools tools;
  GHashTable *beats; /* key to NewsBeat */
  GCancellable *cancellable;
  guint asked; /* since the workers were last idle */
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

/* A query that the edition had before keeps how it stands. */
static void
add_section (NewsRounds *self, NewsEdition *edition, NewsSection *section, GHashTable *old)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (section->queries, i);
      NewsSource *source = news_edition_get_source (edition, query->source);
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

typedef struct
{
  NewsRounds *self;
  guint max_age;
  gboolean patient;
} Refresh;

static void refresh_beat (NewsBeat *beat, gpointer user_data);

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
    }

  self->done++;
  if (self->done == self->asked)
    self->done = self->asked = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Where the source's API is, or NULL if that is not known. */
static GUri *
parse_address (NewsRounds *self, NewsSource *source)
{
  NewsProtocol *protocol = news_registry_get (self->tools.registry, source->api);
  const char *address = protocol != NULL ? news_protocol_get_address (protocol, source) : NULL;
  g_autoptr (GUri) uri = NULL;

  if (address != NULL)
    uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL ? g_steal_pointer (&uri) : NULL;
}

/* The server that will be waited for: sources of one outlet often share one. */
static char *
dup_lane (NewsRounds *self, NewsSource *source)
{
  g_autoptr (GUri) uri = parse_address (self, source);

  if (uri == NULL)
    return g_strdup (source->id);

  return g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri));
}

static void
push (NewsRounds *self, NewsAssignment *assignment)
{
  g_autofree char *lane = dup_lane (self, assignment->source);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, assignment_cb, NULL);

  g_task_set_source_tag (task, push);
  g_task_set_task_data (task, assignment, (GDestroyNotify) news_assignment_free);
  self->asked++;
  news_workers_push_in_lane (self->workers, lane, task, run_assignment);
}

/* Without a network only this machine can be asked; a person may try all the same. */
static gboolean
is_out_of_reach (NewsRounds *self, NewsSource *source)
{
  g_autoptr (GUri) uri = self->is_offline ? parse_address (self, source) : NULL;

  return uri != NULL && !news_address_is_here (g_uri_get_host (uri));
}

static void
refresh_beat (NewsBeat *beat, gpointer user_data)
{
  Refresh *refresh = user_data;
  NewsAssignment *assignment;

  if (beat->refreshing || (refresh->patient && is_out_of_reach (refresh->self, beat->source)))
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

  if (beat->extending || beat->ended)
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
  g_autoptr (GHashTable) old = NULL;

  g_return_if_fail (NEWS_IS_ROUNDS (self));

  old = g_steal_pointer (&self->beats);
  self->beats = create_beats ();
  for (guint i = 0; i < edition->sections->len; i++)
    add_section (self, edition, g_ptr_array_index (edition->sections, i), old);

  g_signal_emit (self, signals[CHANGED], 0);
}

void
news_rounds_refresh (NewsRounds *self, NewsSection *section, guint max_age, gboolean patient)
{
  Refresh refresh = { self, max_age, patient };

  g_return_if_fail (NEWS_IS_ROUNDS (self));

  foreach_beat (self, section, refresh_beat, &refresh);
  g_signal_emit (self, signals[CHANGED], 0);
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
  g_signal_emit (self, signals[CHANGED], 0);
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
  g_signal_emit (self, signals[CHANGED], 0);
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
}
