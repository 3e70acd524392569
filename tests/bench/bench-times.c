/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-times.h"

#include <time.h>

#define ROUNDS 15
#define ENOUGH 2.0 /* seconds */

BenchTimes *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_times_add (BenchTimes *self, double seconds)
{
  g_array_append_val (self, seconds);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

double
bench_times_get (BenchTimes *self, guint per_cent)
{
  g_assert (self->len > 0 && per_cent <= 100);
  g_array_sort (self, compare);

  return g_array_index (self, double, MIN (self->len * per_cent / 100, self->len - 1));
}

double
bench_times_measure (BenchFunc func, gpointer data)
{
  g_autoptr (GArray) times = bench_times_new ();
  double begin = bench_times_get_wall ();

  while (times->len < ROUNDS && (times->len == 0 || bench_times_get_wall () < begin + ENOUGH))
    {
      double start = bench_times_get_wall ();

      func (data);
      bench_times_add (times, bench_times_get_wall () - start);
    }

  return bench_times_get (times, 50);
}

double
bench_times_get_wall (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

double
bench_times_get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}
