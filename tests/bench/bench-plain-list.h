/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a window with a list of @length rows that show nothing, as high as those of headlines are:
 * what of a list is GTK's own work. *@view is the window's, which is the caller's to destroy. */
GtkWindow *bench_plain_list_open (guint length, GtkListView **view);

G_END_DECLS
