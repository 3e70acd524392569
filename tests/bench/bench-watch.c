/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-watch.h"

#include <stdio.h>
#include <time.h>

static gint64
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Puts what was done since the last mark on one of the accounts. */
static void
mark (BenchWatch *self, gboolean drawing)
{
  gint64 cpu = get_cpu_time ();
  gint64 wall = g_get_monotonic_time ();

  if (drawing)
    self->now.drawn += (double) (cpu - self->cpu) / 1000;
  else
    {
      self->now.held += (double) (cpu - self->cpu) / 1000;
      self->now.wall += (double) (wall - self->wall) / 1000;
    }
  self->cpu = cpu;
  self->wall = wall;
}

static void
before_drawing_cb (BenchWatch *self)
{
  mark (self, FALSE);
}

static void
after_drawing_cb (BenchWatch *self)
{
  mark (self, TRUE);
}

static void
after_frame_cb (BenchWatch *self)
{
  mark (self, FALSE);
  g_array_append_val (self->frames, self->now);
  self->now = (BenchFrame) { 0 };
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Stands between the main loop and poll(): the time that is waited in there is no work. */
static BenchWatch *watched;

static gint
poll_cb (GPollFD *fds, guint n_fds, gint timeout)
{
  gint64 start = g_get_monotonic_time ();
  gint result = g_poll (fds, n_fds, timeout);

  if (watched != NULL)
    watched->wall += g_get_monotonic_time () - start;

  return result;
}

/* Connected after GTK's own handlers, so that each is called at the end of its phase. */
void
bench_watch_begin (BenchWatch *self, GtkWidget *window)
{
  self->window = window;
  self->clock = gtk_widget_get_frame_clock (window);
  self->frames = g_array_new (FALSE, FALSE, sizeof (BenchFrame));
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (before_drawing_cb), self);
  g_signal_connect_swapped (self->clock, "update", G_CALLBACK (before_drawing_cb), self);
  g_signal_connect_swapped (self->clock, "layout", G_CALLBACK (before_drawing_cb), self);
  g_signal_connect_swapped (self->clock, "paint", G_CALLBACK (after_drawing_cb), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (after_frame_cb), self);
  bench_watch_set_ticking (self, TRUE);
  bench_watch_restart (self);

  watched = self;
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
bench_watch_end (BenchWatch *self)
{
  watched = NULL;
  bench_watch_set_ticking (self, FALSE);
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_array_unref (self->frames);
}

void
bench_watch_set_ticking (BenchWatch *self, gboolean ticking)
{
  if (ticking && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->window, tick_cb, NULL, NULL);
  else if (!ticking && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (self->window, self->tick);
      self->tick = 0;
    }
}

void
bench_watch_restart (BenchWatch *self)
{
  mark (self, FALSE);
  self->now = (BenchFrame) { 0 };
  g_array_set_size (self->frames, 0);
}

void
bench_watch_run_frames (BenchWatch *self, guint count)
{
  guint end = self->frames->len + count;

  while (self->frames->len < end)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_value (BenchWatch *self, guint frame, gsize offset)
{
  return G_STRUCT_MEMBER (double, &g_array_index (self->frames, BenchFrame, frame), offset);
}

void
bench_watch_sum_up (BenchWatch *self, gsize offset, BenchFrameRow *row)
{
  guint n = self->frames->len;
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = get_value (self, i, offset);
  qsort (values, n, sizeof *values, compare);
  if (row->max > 0 && row->max <= values[n - 1])
    return;
  row->p50 = values[n / 2];
  row->p99 = values[(gsize) n * 99 / 100];
  row->max = values[n - 1];
}

double
bench_watch_add_up (BenchWatch *self, gsize offset)
{
  double sum = 0;

  for (guint i = 0; i < self->frames->len; i++)
    sum += get_value (self, i, offset);

  return sum;
}

void
bench_frame_row_set (BenchFrameRow *row, double value)
{
  if (row->max <= 0 || value < row->max)
    row->p50 = row->p99 = row->max = value;
}

int
bench_frame_rows_print (const BenchFrameRow *rows, gsize n_rows, const char *file)
{
  g_autoptr (GString) json = g_string_new ("{\n");
  int status = 0;

  printf ("%-46s %9s %9s %9s %9s %9s\n", "", "p50 ms", "p99 ms", "max ms", "ratio", "limit");
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean limited = rows[i].limit > 0;
      double ratio = limited ? rows[i].max / rows[i].limit : 0;
      char words[32] = "";

      if (limited)
        g_snprintf (words, sizeof words, "%9.2f %9.2f%s", ratio, 1.0, ratio > 1 ? "  over" : "");
      printf ("%-46s %9.2f %9.2f %9.2f %s\n", rows[i].name, rows[i].p50, rows[i].p99, rows[i].max,
              words);
      g_string_append_printf (json,
                              "  \"%s\": { \"p50\": %.2f, \"p99\": %.2f, \"ms\": %.2f,"
                              " \"ratio\": %.3f, \"limit\": %.2f }%s\n",
                              rows[i].name, rows[i].p50, rows[i].p99, rows[i].max, ratio,
                              limited ? 1.0 : 0.0, i + 1 < n_rows ? "," : "");
      status = ratio > 1 ? 1 : status;
    }
  g_string_append (json, "}\n");
  if (file != NULL && !g_file_set_contents (file, json->str, -1, NULL))
    g_printerr ("%s can't be written\n", file);

  return status;
}
