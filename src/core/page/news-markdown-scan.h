/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What belongs together in a text of Markdown: brackets, code, and what stands in angle brackets.
 * Nothing is looked for twice in vain, so that all of a text takes linear time, however hostile. */
typedef struct _NewsMarkdownScan NewsMarkdownScan;

/* @text is kept, not copied. */
NewsMarkdownScan *news_markdown_scan_new (const char *text);
void news_markdown_scan_free (NewsMarkdownScan *self);

/* The "]" that belongs to the "[" at @open, or NULL. */
const char *news_markdown_scan_get_match (NewsMarkdownScan *self, const char *open);

/* Past the code whose marks begin at @at, or NULL if they are only marks (CommonMark 0.31, 6.1). */
const char *news_markdown_scan_skip_code (NewsMarkdownScan *self, const char *at);

/* Past the address, the tag or the comment that the "<" at @at begins, or NULL (6.5, 6.6). */
const char *news_markdown_scan_skip_angle (NewsMarkdownScan *self, const char *at);

/* Whether what is from @at to @end, with its angle brackets, is an address. */
gboolean news_markdown_scan_is_address (const char *at, const char *end);

/* Where a link or picture ends whose words end at the bracket @close, if its address follows in
 * brackets (6.3), and the address, which is the caller's; NULL if none does. */
const char *news_markdown_scan_find_address (const char *close, char **address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsMarkdownScan, news_markdown_scan_free)

G_END_DECLS
