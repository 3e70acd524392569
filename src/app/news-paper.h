/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-window.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PAPER (news_paper_get_type ())

/* One newspaper as it is being read: its desk, its settings and its window. There is the reader's
 * own, and the sample, each with a state of its own.
 *
 * Signals: closed (), when its window has gone; unreachable (), once, when it has nothing to show
 * at all because nobody could be reached. */
G_DECLARE_FINAL_TYPE (NewsPaper, news_paper, NEWS, PAPER, GObject)

NewsPaper *news_paper_new (GtkApplication *application, gboolean sample);

/* Has the paper opened, on threads of its own, before there is a window: also before GTK is there.
 */
void news_paper_open (NewsPaper *self);

/* Opens the paper, unless it is, and then shows its window. */
void news_paper_present (NewsPaper *self);

/* The window, or NULL before it is made. Borrowed. */
NewsWindow *news_paper_get_window (NewsPaper *self);

/* NULL until it is open. */
NewsDesk *news_paper_get_desk (NewsPaper *self);
GSettings *news_paper_get_settings (NewsPaper *self);

/* What to show once it is open, in place of where the reader had been. */
void news_paper_show_section (NewsPaper *self, const char *id);

/* Takes in what is in a file, once it is open; see news_edition_files_read(). */
void news_paper_import (NewsPaper *self, GFile *file);

/* Ends it: what was to be written is written. */
void news_paper_close (NewsPaper *self);

G_END_DECLS
