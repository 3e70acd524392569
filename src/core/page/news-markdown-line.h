/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a line of Markdown begins, as CommonMark 0.31 has it, and GitHub's tables. A line is UTF-8
 * without its line end, and with spaces for the tabs that it begins with. Indented code is left out
 * everywhere: in what newsrooms send, a line that is moved in is a paragraph's first. */

gboolean news_markdown_line_is_blank (const char *line);

/* How many spaces it begins with. */
guint news_markdown_line_get_indent (const char *line);

/* 4.1: three or more of the same mark. */
gboolean news_markdown_line_is_rule (const char *line);

/* 4.2: the level, 1 to 6, and where its text is in @line; 0 for none. */
guint news_markdown_line_get_heading (const char *line, const char **text, gsize *length);

/* 4.3: the level that such a line gives to the paragraph above it, 1 or 2; 0 for none. */
guint news_markdown_line_get_underline (const char *line);

/* 4.5: how many marks the fence has; 0 for none. */
guint news_markdown_line_get_fence (const char *line);

/* Whether @line closes what the fence @open opened. */
gboolean news_markdown_line_closes (const char *line, const char *open);

/* 5.1: what follows the mark of a quote; NULL for none. */
const char *news_markdown_line_get_quoted (const char *line);

/* 5.2: the mark of an item. */
typedef struct
{
  char mark;    /* '-', '+', '*', or what follows the number: '.', ')' */
  guint number; /* of an ordered one */
  gsize offset; /* where its text begins, which is how far its other lines are moved in */
  gboolean empty;
} NewsMarkdownItem;

gboolean news_markdown_line_get_item (const char *line, NewsMarkdownItem *item);

/* Whether an item is one even where it follows a line of a paragraph: a number at the start of a
 * line is none, but 1. */
gboolean news_markdown_item_may_interrupt (const NewsMarkdownItem *item);

/* The cells of a row of a table, as they are written, without the bars around them. */
GPtrArray *news_markdown_line_split_row (const char *line);

/* Whether it is the line below the head of a table of @n cells. */
gboolean news_markdown_line_is_delimiter (const char *line, guint n);

/* 4.7: "[label]: address", where @label is as it is compared; both are the caller's. */
gboolean news_markdown_line_get_reference (const char *line, char **label, char **address);

/* A label as it is compared, for @length bytes of it. */
char *news_markdown_dup_label (const char *text, gsize length);

G_END_DECLS
