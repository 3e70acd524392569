/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* How runs are drawn that Pango does not draw for us: the attributes that mark them. */
typedef enum
{
  NEWS_RUN_LINK = 1 << 0,
  NEWS_RUN_MARKED = 1 << 1,
  NEWS_RUN_UNDERLINED = 1 << 2,
  NEWS_RUN_STRUCK = 1 << 3,
  NEWS_RUN_ABBREVIATION = 1 << 4,
  NEWS_RUN_INITIAL = 1 << 5, /* a drop cap (news-text-initial.h): the first run of all */
} NewsRunFlags;

/* A copy of @text without its soft hyphens (U+00AD), which would come between letters that are one
 * glyph or stand closer; where they were, in bytes of the copy and in order, is added to @places
 * (guint). */
NewsText *news_text_without_hyphens (const NewsText *text, GArray *places);

/* The spans of @text as attributes; @language is that of the whole text, or NULL. */
PangoAttrList *news_text_create_attributes (const NewsText *text, const char *language);

/* How a run with the attributes of @item is to be drawn. */
NewsRunFlags news_run_flags_of (const PangoItem *item);

G_END_DECLS
