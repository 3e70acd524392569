/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "bench-probe-modes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Inside of a program that bench-start has started: tells on standard output when the first frame
 * is drawn for which @is_filled holds, and, if the program is to come to rest, what memory it then
 * takes; and quits. What it tells is "frame TIME CPU" (microseconds, of the clock that never goes
 * back, which all processes share, and of all threads since the start) and "memory KB" (PSS).
 *
 * @begin (nullable) is called after the first frame, and sets off what is at rest afterwards. */
typedef gboolean (*BenchProbeCheck) (GtkWindow *window);
typedef void (*BenchProbeFunc) (GtkWindow *window, guint second);

void bench_probe_watch (GtkApplication *application,
                        BenchProbeCheck is_filled,
                        BenchProbeFunc begin,
                        gboolean rest);

G_END_DECLS
