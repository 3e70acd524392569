/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-clock.h"

#define MINUTE 60

struct _NewsClock
{
  GObject parent_instance;

  /* Owned */
  guint timer;

  gint64 stands; /* 0 while it goes */
};

enum
{
  MINUTE_BEGINS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsClock, news_clock, G_TYPE_OBJECT)

static void wind (NewsClock *self);

static void
minute_cb (gpointer user_data)
{
  NewsClock *self = user_data;

  self->timer = 0;
  wind (self);
  g_signal_emit (self, signals[MINUTE_BEGINS], 0);
}

/* Anew for each minute: a timer that repeats would drift away from their beginnings. */
static void
wind (NewsClock *self)
{
  gint64 into = g_get_real_time () / G_USEC_PER_SEC % MINUTE;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->stands == 0)
    self->timer = g_timeout_add_seconds_once ((guint) (MINUTE - into), minute_cb, self);
}

static void
news_clock_dispose (GObject *object)
{
  g_clear_handle_id (&NEWS_CLOCK (object)->timer, g_source_remove);

  G_OBJECT_CLASS (news_clock_parent_class)->dispose (object);
}

static void
news_clock_class_init (NewsClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_clock_dispose;

  signals[MINUTE_BEGINS] = g_signal_new ("minute", NEWS_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_clock_init (NewsClock *self)
{
  wind (self);
}

NewsClock *
news_clock_dup (void)
{
  static NewsClock *shared;

  if (shared != NULL)
    return g_object_ref (shared);

  shared = g_object_new (NEWS_TYPE_CLOCK, NULL);
  g_object_add_weak_pointer (G_OBJECT (shared), (gpointer *) &shared);

  return shared;
}

gint64
news_clock_get_now (NewsClock *self)
{
  g_return_val_if_fail (NEWS_IS_CLOCK (self), 0);

  return self->stands != 0 ? self->stands : g_get_real_time () / G_USEC_PER_SEC;
}

void
news_clock_set_now (NewsClock *self, gint64 now)
{
  g_return_if_fail (NEWS_IS_CLOCK (self));

  self->stands = now;
  wind (self);
  g_signal_emit (self, signals[MINUTE_BEGINS], 0);
}
