/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* A summary in a few points stands before the text, if anywhere: whether, after @blocks, the text
 * has not begun yet. Pictures, headings, small print and one paragraph may come before it. */
gboolean news_key_points_may_follow (GPtrArray *blocks);

/* What is in a box that says by its class that it holds key points: if @blocks are a list, or a
 * title and a list, takes them out. Else NULL, and @blocks are as they were. */
NewsBlock *news_key_points_new (GPtrArray *blocks);

/* The same of what an API gives apart from the text: a text a point; or a list in HTML, of which
 * paragraphs do as well. @texts may have one only, and blank ones are none. NULL if there is
 * nothing in them. @base as in news_page_new_from_html(). */
NewsBlock *news_key_points_new_from_texts (const char *const *texts);
NewsBlock *news_key_points_new_from_html (const char *html, const char *base);

/* Finds, where @blocks begin, a list under words such as "Key points", or a box that holds just
 * these, and puts key points in their place. @blocks are those of a page. */
void news_key_points_find (GPtrArray *blocks);

G_END_DECLS
