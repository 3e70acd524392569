/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What a text is in print. */
typedef enum
{
  NEWS_PRINT_BODY,
  NEWS_PRINT_HEADLINE,
  NEWS_PRINT_STANDFIRST,
  NEWS_PRINT_BYLINE,
  NEWS_PRINT_DETAILS, /* dates, who is quoted */
  NEWS_PRINT_HEADING,
  NEWS_PRINT_SUBHEADING,
  NEWS_PRINT_CAPTION,
  NEWS_PRINT_CELL,
  NEWS_PRINT_HEADER_CELL,
  NEWS_PRINT_CODE,
  NEWS_PRINT_FOOTER,
} NewsPrintStyle;

/* A context in which a point is a unit of Cairo's, and letters are not fitted to any screen's
 * pixels. @language is that of the texts (BCP 47), or NULL. */
PangoContext *news_print_text_create_context (const char *language);

/* A text set in @width points; the caller owns it. Of what only a screen has, colours of links and
 * marks, nothing is left; but where it becomes a PDF, its links can be followed. */
PangoLayout *news_print_text_create (PangoContext *context,
                                     const NewsText *text,
                                     NewsPrintStyle style,
                                     double width);
PangoLayout *news_print_text_create_plain (PangoContext *context,
                                           const char *text,
                                           NewsPrintStyle style,
                                           double width);

/* The same, where all of it leads to @link, or to nothing if that is NULL. */
PangoLayout *news_print_text_create_link (PangoContext *context,
                                          const char *text,
                                          const char *link,
                                          NewsPrintStyle style,
                                          double width);

G_END_DECLS
