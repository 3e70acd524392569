/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where links lead that are named: labels as news_markdown_dup_label() makes them, to addresses. */
typedef struct
{
  GHashTable *addresses;
  gsize room; /* for addresses that are written, in bytes: one may be named again and again */
} NewsMarkdownReferences;

/* Appends to @html what stands in the lines of @text, which are apart by line feeds: emphasis,
 * code, links, pictures, line breaks, HTML as it is, bare addresses as links (CommonMark 0.31,
 * chapter 6; GitHub's extensions). In linear time. */
void news_markdown_inline_append (GString *html,
                                  const char *text,
                                  NewsMarkdownReferences *references);

G_END_DECLS
