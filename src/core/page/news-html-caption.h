/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-text-builder.h"

G_BEGIN_DECLS

/* Marks for parts of a caption while it is read: what was said to be the credit, and what may be
 * one if the caption ends with it (a cite, small print). */
#define NEWS_HTML_STYLE_CREDIT NEWS_STYLE_PRIVATE
#define NEWS_HTML_STYLE_MAYBE_CREDIT (NEWS_STYLE_PRIVATE << 1)

/* Gives @picture, if it is not NULL, the caption and the credit of @text in plain text, and makes
 * small print of the credit in @text. No marks are left in it. */
void news_html_caption_split (NewsText *text, NewsPicture *picture);

G_END_DECLS
