/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-notifier.h"

/* How long changes from outside wait for company, and how long after the last ones they are told at
 * the earliest: each time a list on show is read again. */
#define WAIT_MICROSECONDS 50000
#define GAP_MICROSECONDS 250000

/* A source of the main context, whose ready time is when something is to be told. */
struct _NewsNotifier
{
  GSource source;

  GMutex mutex;
  NewsChanges pending;
  gint64 told; /* monotonic time of the last time */

  GWeakRef object;
  NewsNotifierFunc emit;
};

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  NewsNotifier *self = (NewsNotifier *) source;
  g_autoptr (GObject) object = g_weak_ref_get (&self->object);
  g_auto (NewsChanges) changes = { 0 };

  g_mutex_lock (&self->mutex);
  changes = self->pending;
  news_changes_init (&self->pending);
  self->told = g_get_monotonic_time ();
  g_source_set_ready_time (source, -1);
  g_mutex_unlock (&self->mutex);

  if (object != NULL)
    self->emit (object, &changes);

  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  NewsNotifier *self = (NewsNotifier *) source;

  g_mutex_clear (&self->mutex);
  news_changes_clear (&self->pending);
  g_weak_ref_clear (&self->object);
}

static GSourceFuncs source_funcs = { .dispatch = dispatch, .finalize = finalize };

NewsNotifier *
news_notifier_new (GMainContext *context, GObject *object, NewsNotifierFunc emit)
{
  GSource *source = g_source_new (&source_funcs, sizeof (NewsNotifier));
  NewsNotifier *self = (NewsNotifier *) source;

  g_mutex_init (&self->mutex);
  news_changes_init (&self->pending);
  g_weak_ref_init (&self->object, object);
  self->emit = emit;

  g_source_set_static_name (source, "Broadsheet store changes");
  g_source_attach (source, context);

  return self;
}

void
news_notifier_free (NewsNotifier *self)
{
  g_source_destroy (&self->source);
  g_source_unref (&self->source);
}

void
news_notifier_post (NewsNotifier *self, const NewsChanges *changes, gboolean at_once)
{
  gint64 now = g_get_monotonic_time ();
  gint64 due = now;
  gint64 planned;

  if (news_changes_is_empty (changes))
    return;

  g_mutex_lock (&self->mutex);

  if (!at_once)
    due = MAX (now + WAIT_MICROSECONDS, self->told + GAP_MICROSECONDS);
  news_changes_merge (&self->pending, changes);

  planned = g_source_get_ready_time (&self->source);
  if (planned == -1 || due < planned)
    g_source_set_ready_time (&self->source, due);

  g_mutex_unlock (&self->mutex);
}
