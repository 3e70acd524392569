/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PICTURE_FRAME (news_picture_frame_get_type ())

/* A picture of a page, with what a reader can do with it: a click, Enter or Space activates
 * "story.view-picture" with the address of its widest file; one that moves has a button to play it;
 * one that can't be had keeps its place with words, and can be asked for again. */
G_DECLARE_FINAL_TYPE (NewsPictureFrame, news_picture_frame, NEWS, PICTURE_FRAME, AdwBin)

GtkWidget *news_picture_frame_new (void);

/* @picture NULL shows nothing. */
void news_picture_frame_set_picture (NewsPictureFrame *self,
                                     NewsPictureLoader *loader,
                                     NewsPicture *picture);

/* See news_picture_view_set_waiting(). */
void news_picture_frame_set_waiting (NewsPictureFrame *self, gboolean waiting);

/* By what "story.view-picture" calls @picture; NULL for one without files. Borrowed. */
const char *news_picture_frame_get_address (NewsPicture *picture);

G_END_DECLS
