/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A file dialog that lets choose what is of a kind. */

/* @name says what the kind is; @suffixes, NULL-ended, how names of its files end. */
GtkFileDialog *news_file_dialog_new (const char *title,
                                     const char *name,
                                     const char *const *suffixes);

/* Lets all other files be chosen too, for a kind that is known by what is in a file. */
void news_file_dialog_add_any (GtkFileDialog *dialog);

/* Whether @error only says that somebody has closed a dialog, and so knows that nothing was done.
 */
gboolean news_file_dialog_was_closed (const GError *error);

G_END_DECLS
