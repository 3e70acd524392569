/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-alarm.h"

#define MINUTE 60

/* Minutes after which an answer is old, where a person asks for none to be renewed by the clock */
#define DEFAULT_AGE 30

/* Seconds after a network has come back: a moment, until it is really there. */
#define NETWORK_SETTLES 3

struct _NewsAlarm
{
  GObject parent_instance;

  /* Owned */
  GNetworkMonitor *monitor;
  guint timer;
  guint settling;

  guint interval; /* minutes */
  gboolean pauses_on_metered;
};

enum
{
  DUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsAlarm, news_alarm, G_TYPE_OBJECT)

static gboolean
timer_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[DUE], 0);

  return G_SOURCE_CONTINUE;
}

static void
settled_cb (gpointer user_data)
{
  NewsAlarm *self = user_data;

  self->settling = 0;
  g_signal_emit (self, signals[DUE], 0);
}

static void
network_changed (NewsAlarm *self)
{
  if (news_alarm_is_online (self) && self->interval > 0 && self->settling == 0)
    self->settling = g_timeout_add_seconds_once (NETWORK_SETTLES, settled_cb, self);
}

static void
news_alarm_dispose (GObject *object)
{
  NewsAlarm *self = NEWS_ALARM (object);

  news_alarm_stop (self);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (news_alarm_parent_class)->dispose (object);
}

static void
news_alarm_class_init (NewsAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_alarm_dispose;

  signals[DUE]
    = g_signal_new ("due", NEWS_TYPE_ALARM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_alarm_init (NewsAlarm *self)
{
  news_alarm_set_network (self, g_network_monitor_get_default ());
}

NewsAlarm *
news_alarm_new (void)
{
  return g_object_new (NEWS_TYPE_ALARM, NULL);
}

void
news_alarm_set_network (NewsAlarm *self, GNetworkMonitor *monitor)
{
  g_return_if_fail (NEWS_IS_ALARM (self));

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_set_object (&self->monitor, monitor);
  g_signal_connect_object (monitor, "network-changed", G_CALLBACK (network_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (monitor, "notify::network-metered", G_CALLBACK (network_changed), self,
                           G_CONNECT_SWAPPED);
}

void
news_alarm_set_interval (NewsAlarm *self, guint minutes)
{
  g_return_if_fail (NEWS_IS_ALARM (self));

  news_alarm_stop (self);
  self->interval = minutes;
  if (minutes > 0)
    self->timer = g_timeout_add_seconds (minutes * MINUTE, timer_cb, self);
}

gboolean
news_alarm_is_set (NewsAlarm *self)
{
  g_return_val_if_fail (NEWS_IS_ALARM (self), FALSE);

  return self->interval > 0;
}

guint
news_alarm_get_age (NewsAlarm *self)
{
  g_return_val_if_fail (NEWS_IS_ALARM (self), 0);

  return (self->interval > 0 ? self->interval : DEFAULT_AGE) * MINUTE;
}

void
news_alarm_set_pause_on_metered (NewsAlarm *self, gboolean pause)
{
  g_return_if_fail (NEWS_IS_ALARM (self));

  self->pauses_on_metered = pause;
}

gboolean
news_alarm_is_paused (NewsAlarm *self)
{
  g_return_val_if_fail (NEWS_IS_ALARM (self), FALSE);

  return self->pauses_on_metered && g_network_monitor_get_network_metered (self->monitor);
}

gboolean
news_alarm_is_online (NewsAlarm *self)
{
  g_return_val_if_fail (NEWS_IS_ALARM (self), FALSE);

  return g_network_monitor_get_network_available (self->monitor);
}

gboolean
news_alarm_is_metered (NewsAlarm *self)
{
  g_return_val_if_fail (NEWS_IS_ALARM (self), FALSE);

  return g_network_monitor_get_network_metered (self->monitor);
}

void
news_alarm_stop (NewsAlarm *self)
{
  g_return_if_fail (NEWS_IS_ALARM (self));

  self->interval = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
}
