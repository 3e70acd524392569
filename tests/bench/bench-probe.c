/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-probe.h"

#include "bench-memory.h"

#include <stdio.h>
#include <sys/resource.h>

/* Seconds after the first frame: what is still to be done then is done by then. */
#define REST 3

typedef struct
{
  GtkApplication *application;
  GtkWindow *window;
  BenchProbeCheck is_filled;
  BenchProbeFunc begin;
  gboolean rest;
  guint seconds;
} Probe;

static gint64
to_microseconds (struct timeval time)
{
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_usec;
}

static gint64
get_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return to_microseconds (usage.ru_utime) + to_microseconds (usage.ru_stime);
}

static void
quit (Probe *self)
{
  fflush (stdout);
  g_application_quit (G_APPLICATION (self->application));
}

static gboolean
second_cb (gpointer user_data)
{
  Probe *self = user_data;

  if (++self->seconds < REST)
    {
      if (self->begin != NULL)
        self->begin (self->window, self->seconds);
      return G_SOURCE_CONTINUE;
    }

  printf ("memory %.0f\n", bench_memory_get () * 1024);
  quit (self);

  return G_SOURCE_REMOVE;
}

/* The drawing has ended; when it is on the screen is not ours to say. */
static void
painted_cb (GdkFrameClock *clock, Probe *self)
{
  if (!self->is_filled (self->window))
    return;

  printf ("frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", g_get_monotonic_time (), get_cpu ());
  g_signal_handlers_disconnect_by_data (clock, self);
  if (!self->rest)
    {
      quit (self);
      return;
    }

  if (self->begin != NULL)
    self->begin (self->window, 0);
  g_timeout_add_seconds (1, second_cb, self);
}

static void
map_cb (GtkWidget *window, Probe *self)
{
  self->window = GTK_WINDOW (window);
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint",
                          G_CALLBACK (painted_cb), self);
}

static void
added_cb (GtkApplication *application, GtkWindow *window, Probe *self)
{
  if (self->window == NULL)
    g_signal_connect_after (window, "map", G_CALLBACK (map_cb), self);
}

void
bench_probe_watch (GtkApplication *application,
                   BenchProbeCheck is_filled,
                   BenchProbeFunc begin,
                   gboolean rest)
{
  Probe *self = g_new0 (Probe, 1);

  self->application = application;
  self->is_filled = is_filled;
  self->begin = begin;
  self->rest = rest;
  g_object_set_data_full (G_OBJECT (application), "bench-probe", self, g_free);
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), self);
}
