/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The runs of "*", "_" and "~" in a line of Markdown, and which of them open and close what
 * (CommonMark 0.31, 6.2, and GitHub's "~~"). Pieces of HTML and such runs are added in order, and
 * the whole is written in one go. In linear time. */
typedef struct _NewsMarkdownDelimiters NewsMarkdownDelimiters;

NewsMarkdownDelimiters *news_markdown_delimiters_new (void);
void news_markdown_delimiters_free (NewsMarkdownDelimiters *self);

/* Where HTML is added: it stays where it is among the runs. Borrowed. */
GString *news_markdown_delimiters_get_html (NewsMarkdownDelimiters *self);

/* Adds the run of @length marks that begins at @at; @start is where its text begins. */
void news_markdown_delimiters_add (NewsMarkdownDelimiters *self,
                                   const char *start,
                                   const char *at,
                                   guint length);

/* Pairs the runs, and writes all at the end of @html. Nothing may be added afterwards. */
void news_markdown_delimiters_write (NewsMarkdownDelimiters *self, GString *html);

/* Whether a run of @length marks at @at may open, and may close, what it marks. */
void news_markdown_delimiters_judge (const char *start,
                                     const char *at,
                                     guint length,
                                     gboolean *opens,
                                     gboolean *closes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsMarkdownDelimiters, news_markdown_delimiters_free)

G_END_DECLS
