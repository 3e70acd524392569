/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that a person chooses, wherever they are. Worker threads only; errors are of
 * G_IO_ERROR, whose messages are for people. */

/* What is in @file. Of one that has more than @limit bytes there are @limit + 1, by which it is
 * known. */
GBytes *news_chosen_file_read (GFile *file, gsize limit, GCancellable *cancellable, GError **error);

/* Writes @bytes to @file in place of what it had, whole or not at all. */
gboolean news_chosen_file_write (GFile *file,
                                 GBytes *bytes,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
