/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_WINDOW (news_window_get_type ())

/* The window: sidebar, headlines and article in panes that fold. What can be done in it are its
 * actions; see news-keys.c for their names.
 *
 * Signals: reopen (), when the reader wants to try again to open a paper that could not be opened;
 * begun (), when there are headlines to be seen, or is known that there are none; ready (), when
 * the first list is all there. */
G_DECLARE_FINAL_TYPE (NewsWindow, news_window, NEWS, WINDOW, AdwApplicationWindow)

NewsWindow *news_window_new (GtkApplication *application, GSettings *settings);

/* Shows the paper of @desk, which is open, where the reader had been. */
void news_window_set_desk (NewsWindow *self, NewsDesk *desk);

/* Says in place of the paper why it can't be opened. */
void news_window_fail (NewsWindow *self, const char *message);

/* Says something over the paper, until it is closed. */
void news_window_notice (NewsWindow *self, const char *message);

/* Says something in passing. */
void news_window_toast (NewsWindow *self, const char *message);

/* Takes in what is in a file, see news_edition_files_read(). Once a desk is set. */
void news_window_import (NewsWindow *self, GFile *file);

void news_window_show_bookmarks (NewsWindow *self);

/* Lets the reader add a site to the edition on show. */
void news_window_add_site (NewsWindow *self);

/* Goes to the section of that id. */
void news_window_show_section (NewsWindow *self, const char *id);

G_END_DECLS
