/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"
#include "news-picture-loader.h"
#include "news-typography.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the blocks of one page have in common. */
typedef struct
{
  NewsPictureLoader *loader;
  const char *language;       /* BCP 47 of the article, or NULL */
  NewsTypography *typography; /* or NULL for the usual one */
  GtkTextDirection direction; /* of the page, see news-text-direction.h */
} NewsBlockContext;

/* The widget of @block and of all in it: a floating reference. Links in it activate the action
 * "story.follow" with their address. */
GtkWidget *news_block_view_new (const NewsBlock *block, const NewsBlockContext *context);

/* A NewsParagraph for a stretch of text, with the role of a screen reader's: heading, paragraph or
 * caption. */
GtkWidget *news_block_view_new_text (const NewsText *text,
                                     const NewsBlockContext *context,
                                     GtkAccessibleRole role,
                                     const char *style_class);

G_END_DECLS
