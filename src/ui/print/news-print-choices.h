/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a reader last chose in the dialog of printing: the printer, the paper, its margins. They are
 * in the settings "print-settings" and "page-setup", which are read and written without waiting for
 * a disk. What is of one article only, as the pages that were wanted of it, is forgotten. */

/* Has @operation begin with what was chosen the last time; @title is what a file is called. */
void news_print_choices_restore (GSettings *settings,
                                 GtkPrintOperation *operation,
                                 const char *title);

/* Keeps what was chosen for @operation, which has printed. */
void news_print_choices_keep (GSettings *settings, GtkPrintOperation *operation);

G_END_DECLS
