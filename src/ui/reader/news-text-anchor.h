/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a reader looks at on a page, which is to stay where it is while the text around it is set
 * anew: a letter of a paragraph, or a part of a picture. */
typedef struct _NewsTextAnchor NewsTextAnchor;

/* The first paragraph or picture in @scroller that does not end above @y; NULL for none. Borrowed.
 */
GtkWidget *news_text_anchor_find_widget (GtkScrolledWindow *scroller, double y);

/* What is at a point of @scroller, which is laid out; or what is the first below it. NULL where
 * there is nothing. To be released with news_text_anchor_free(). */
NewsTextAnchor *news_text_anchor_new (GtkScrolledWindow *scroller, double x, double y);
void news_text_anchor_free (NewsTextAnchor *self);

/* Scrolls, so that it is where it was. Nothing is done where it is no longer on the page. */
void news_text_anchor_restore (NewsTextAnchor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTextAnchor, news_text_anchor_free)

G_END_DECLS
