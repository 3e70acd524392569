/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TEXT_LINK (news_text_link_get_type ())

/* What a pointer, the keyboard and a screen reader find where a paragraph has a link; the letters
 * themselves are the paragraph's. Its CSS node is "link", whose colour they have. A click, Enter
 * and Space activate "story.follow" (s) with the address, which is also the description: a reader
 * shows it to the eye (NewsLinkAddress). */
G_DECLARE_FINAL_TYPE (NewsTextLink, news_text_link, NEWS, TEXT_LINK, GtkWidget)

/* @words: what the link says. */
GtkWidget *news_text_link_new (const char *address, const char *words);

/* What a click does. */
void news_text_link_follow (NewsTextLink *self);

const char *news_text_link_get_address (NewsTextLink *self);

/* Where its letters are, in pixels from the paragraph's corner (graphene_rect_t); copied. To be
 * called while the paragraph allocates its children: the link is given its place. */
void news_text_link_allocate (NewsTextLink *self, const graphene_rect_t *rectangles, guint n);

G_END_DECLS
