/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How smoothly a window's frames come.
 *
 * What holds up a frame is all that the main thread does from the end of one frame's drawing to the
 * beginning of the next one's: the results that are handed out in between, lists that are spliced,
 * rows that are bound and measured. The marks are set by the signals of GDK's own frame clock, so
 * that what comes between two frames, however often it comes, is added up.
 *
 * It is the thread's CPU time, not the clock on the wall: the bench runs beside the workers whose
 * answers it waits for, a server, the X server and whatever else a machine of two processors has to
 * do, and for how long one of them was preferred says nothing of ours. What CPU time would hide is
 * a call that waits; that shows in the time on the wall, which is kept beside it.
 *
 * Drawing itself is told apart: without a graphics card it is a processor that fills the pixels, on
 * a reader's desk it is not. */
typedef struct
{
  double held;  /* ms of the main thread's CPU time before drawing */
  double wall;  /* the same by the clock on the wall */
  double drawn; /* ms of CPU time for drawing */
} BenchFrame;

typedef struct
{
  GtkWidget *window;
  GdkFrameClock *clock;
  GArray *frames; /* BenchFrame */
  BenchFrame now;
  gint64 cpu; /* at the last mark, in microseconds */
  gint64 wall;
  guint tick;
} BenchWatch;

typedef struct
{
  const char *name;
  double p50;
  double p99;
  double max;
  double limit; /* in ms, of the max; 0 for none */
} BenchFrameRow;

/* Watches @window, which is realized, until the end; one at a time. */
void bench_watch_begin (BenchWatch *self, GtkWidget *window);
void bench_watch_end (BenchWatch *self);

/* From here on: what was before is dropped. */
void bench_watch_restart (BenchWatch *self);

/* Runs the main loop until @count more frames have been drawn, at the screen's pace. */
void bench_watch_run_frames (BenchWatch *self, guint count);

/* Has frames come at the screen's pace whether anything changes or not, or else only where
 * something does. */
void bench_watch_set_ticking (BenchWatch *self, gboolean ticking);

/* The row of one of BenchFrame's members; the one of the least max, where there was a run before.
 */
void bench_watch_sum_up (BenchWatch *self, gsize offset, BenchFrameRow *row);

/* All frames together. */
double bench_watch_add_up (BenchWatch *self, gsize offset);

/* Puts one value into @row, unless a lesser one was there before. */
void bench_frame_row_set (BenchFrameRow *row, double value);

/* See bench_table_print(). */
int bench_frame_rows_print (const BenchFrameRow *rows, gsize n_rows, const char *file);

G_END_DECLS
