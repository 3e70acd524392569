/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lies between @top and @bottom of @root, which it is in, is set and loaded; a table as a
 * whole, as its columns depend on all cells. @changed (nullable) becomes TRUE if anything was far.
 * Stops after the text with which @deadline (monotonic time; 0 for none) has passed: FALSE. */
gboolean news_page_reach_bring_near (GtkWidget *widget,
                                     GtkWidget *root,
                                     double top,
                                     double bottom,
                                     gint64 deadline,
                                     gboolean *changed);

/* Lets go of all texts of @widget, and loads none of its pictures that have not been. */
void news_page_reach_let_go (GtkWidget *widget);

G_END_DECLS
