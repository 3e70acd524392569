/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"

G_BEGIN_DECLS

/* Editions and lists of subscriptions (OPML) in files that the reader chooses, by the desktop's
 * file dialog. @parent is in the window that it stands over. */

/* Takes in what is in a file. An edition that is there already is replaced only after a question.
 * What a list of subscriptions has is added to the edition on show; where not all of it can be, the
 * reader is told what not, and asked. */
void news_edition_files_import (NewsEditor *editor, GtkWidget *parent);

/* The same with a file that is chosen already. */
void news_edition_files_read (NewsEditor *editor, GtkWidget *parent, GFile *file);

/* Writes the edition on show to a file. */
void news_edition_files_export (NewsEditor *editor, GtkWidget *parent);

/* Writes its sources for other readers to a file, and then tells what these do not get. */
void news_edition_files_export_subscriptions (NewsEditor *editor, GtkWidget *parent);

/* The same with a file that is chosen already. */
void news_edition_files_write_subscriptions (NewsEditor *editor, GtkWidget *parent, GFile *file);

G_END_DECLS
