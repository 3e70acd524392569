/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page-places.h"

G_BEGIN_DECLS

/* By how much a caret moves. */
typedef enum
{
  NEWS_MOTION_LETTER,
  NEWS_MOTION_WORD,
  NEWS_MOTION_LINE,
  NEWS_MOTION_LINE_END, /* to the end of the line, backwards to its start */
  NEWS_MOTION_SCREEN,
  NEWS_MOTION_PAGE_END, /* to the end of all, backwards to its start */
} NewsMotion;

/* The motion that a key asks for; FALSE if it is none. In texts from right to left, @backwards is
 * told as if they were not: news_page_motion_move() turns it round. @ctrl: with Ctrl. */
gboolean news_page_motion_from_key (guint key,
                                    gboolean ctrl,
                                    NewsMotion *motion,
                                    gboolean *backwards);

/* Moves @place over the paragraphs of @root, which is laid out; @place itself stays where there is
 * nothing further. @x: from line to line, where on the line one wants to be, in pixels of @root;
 * below 0, where @place is, which it then tells; below 0 again after other motions. */
void news_page_motion_move (GtkWidget *root,
                            NewsPagePlace *place,
                            NewsMotion motion,
                            gboolean backwards,
                            double *x);

G_END_DECLS
