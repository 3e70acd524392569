/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-marks.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Bookmarks in files that the reader chooses, by the desktop's file dialog. The toasts are borrowed
 * for as long as that takes, so that they must be a part of the window. */

/* Has the reader choose a file, says what would come, and takes it in after a question; @marks can
 * undo it as a whole. */
void news_bookmark_files_import (NewsDesk *desk, NewsMarks *marks, AdwToastOverlay *toasts);

/* The same with a file that is chosen already. */
void news_bookmark_files_read (NewsDesk *desk,
                               NewsMarks *marks,
                               AdwToastOverlay *toasts,
                               GFile *file);

/* Writes all bookmarks to a file that the reader chooses. */
void news_bookmark_files_export (NewsDesk *desk,
                                 NewsMarks *marks,
                                 AdwToastOverlay *toasts,
                                 NewsBookmarksFormat format);

/* The same with a file that is chosen already. */
void news_bookmark_files_write (NewsDesk *desk,
                                NewsMarks *marks,
                                AdwToastOverlay *toasts,
                                NewsBookmarksFormat format,
                                GFile *file);

G_END_DECLS
