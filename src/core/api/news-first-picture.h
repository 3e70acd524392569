/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture.h"

G_BEGIN_DECLS

/* Candidates that one picture may have; more are left out. */
#define NEWS_PICTURE_MAX_FILES 64

/* The first <img> of @html that is a picture, with all its files: those of srcset, of the data-
 * attributes of pages that load pictures late, and src; its alternative text, and the caption of
 * the figure around it. Tracking pixels, emoji and icons are passed over. @base is what relative
 * addresses are relative to, or NULL. Returns NULL if there is none. */
NewsPicture *news_first_picture_find (const char *html, const char *base);

/* Reads a text that should be a number of pixels; 0 if it is none, or none that can be. */
int news_first_picture_parse_pixels (const char *text);

G_END_DECLS
