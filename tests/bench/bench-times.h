/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long the same thing took each time, in seconds. */
typedef GArray BenchTimes; /* double */

BenchTimes *bench_times_new (void);
void bench_times_add (BenchTimes *self, double seconds);

/* The time within which @per_cent of them were done: 50 for the median. Sorts them. */
double bench_times_get (BenchTimes *self, guint per_cent);

/* Runs @func several times, and gives the median of what it took by the clock on the wall: as
 * seldom as once, if that took long. */
typedef void (*BenchFunc) (gpointer data);
double bench_times_measure (BenchFunc func, gpointer data);

/* The time on the wall, and the CPU time of all threads of this process. */
double bench_times_get_wall (void);
double bench_times_get_cpu (void);

G_END_DECLS
