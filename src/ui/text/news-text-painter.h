/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-text-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The letters from @start to @end, which are a link. */
typedef struct
{
  guint start;
  guint end;
  GdkRGBA color;
} NewsTextLinkColor;

/* What a text is drawn in. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA mark;                   /* behind letters that are marked */
  const NewsTextLinkColor *links; /* in the order of the text, apart */
  guint n_links;
} NewsTextColors;

/* Draws all lines with their underlines, and what is behind marked letters. */
void news_text_paint (NewsTextLayout *layout, GtkSnapshot *snapshot, const NewsTextColors *colors);

/* The same rectangle in pixels. */
graphene_rect_t news_text_to_pixels (const PangoRectangle *rectangle);

/* news_text_layout_get_rectangles() in pixels (graphene_rect_t). */
GArray *news_text_get_pixel_rectangles (NewsTextLayout *layout, guint start, guint end);

G_END_DECLS
