/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "bench-corpus.h"
#include "bench-watch.h"
#include "news-window.h"

G_BEGIN_DECLS

/* A window as the application has it, on a filled store and without a network. */
typedef struct
{
  BenchCorpus *corpus;
  NewsDesk *desk;
  GSettings *settings;
  NewsWindow *window;
  BenchWatch watch;
} BenchPaper;

/* Opens it with the section @id on show, and watches its frames. */
void bench_paper_open (BenchPaper *self, guint articles, const char *id);
void bench_paper_close (BenchPaper *self);

/* Goes to the section @id, and runs the main loop until the first of its headlines are drawn. Gives
 * the seconds that this took, by the clock on the wall. */
double bench_paper_go (BenchPaper *self, const char *id);

/* Runs the main loop until all @length rows of the list are there. */
void bench_paper_wait_for_rows (BenchPaper *self, guint length);

GtkListView *bench_paper_get_view (BenchPaper *self);
GtkAdjustment *bench_paper_get_adjustment (BenchPaper *self);
guint bench_paper_get_length (BenchPaper *self);

G_END_DECLS
