/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The last line of a row in the list of headlines: a dot if it is unread, the outlet, what else is
 * known of it, a lock if a wall is before the rest of it, and a star if it is bookmarked. Not a
 * widget, see news-headline-words.h. Sizes are in pixels. For the main thread. */
typedef struct _NewsHeadlineFacts NewsHeadlineFacts;

/* What it is drawn in, and for. */
typedef struct
{
  GdkRGBA color;
  GdkRGBA accent;
  gboolean rtl;
  int scale; /* device pixels a pixel */
} NewsHeadlineInk;

/* In the font of @context until it is told another. */
NewsHeadlineFacts *news_headline_facts_new (PangoContext *context);
void news_headline_facts_free (NewsHeadlineFacts *self);
void news_headline_facts_set_font (NewsHeadlineFacts *self, const PangoFontDescription *usual);

/* @outlet, which is cut where there is no room, may be NULL; @behind, which is not, is "" for
 * nothing. */
void news_headline_facts_set_text (NewsHeadlineFacts *self, const char *outlet, const char *behind);
void news_headline_facts_set_marks (NewsHeadlineFacts *self, gboolean unread, gboolean bookmarked);
void news_headline_facts_set_walled (NewsHeadlineFacts *self, gboolean walled);

const char *news_headline_facts_get_outlet (const NewsHeadlineFacts *self);
const char *news_headline_facts_get_behind (const NewsHeadlineFacts *self);

gboolean news_headline_facts_is_unread (const NewsHeadlineFacts *self);
gboolean news_headline_facts_is_bookmarked (const NewsHeadlineFacts *self);
gboolean news_headline_facts_is_walled (const NewsHeadlineFacts *self);

int news_headline_facts_get_least_width (NewsHeadlineFacts *self);
int news_headline_facts_get_height (NewsHeadlineFacts *self);

void news_headline_facts_paint (NewsHeadlineFacts *self,
                                GtkSnapshot *snapshot,
                                int width,
                                const NewsHeadlineInk *ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsHeadlineFacts, news_headline_facts_free)

G_END_DECLS
