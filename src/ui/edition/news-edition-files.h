/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"

G_BEGIN_DECLS

/* Editions in files that the reader chooses, by the desktop's file dialog. @parent is in the window
 * that it stands over. */

/* Takes an edition from a file. One that is there already is replaced only after a question. */
void news_edition_files_import (NewsEditor *editor, GtkWidget *parent);

/* The same with the file that was chosen, as for the tests, which can't choose one. */
void news_edition_files_read (NewsEditor *editor, GtkWidget *parent, GFile *file);

/* Writes the edition on show to a file. */
void news_edition_files_export (NewsEditor *editor, GtkWidget *parent);

G_END_DECLS
