/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* HTML as the plain text that a browser would show, on one line: for titles, names, summaries and
 * captions, not for bodies. Tags vanish, those of blocks become blanks, entities are decoded once,
 * runs of blanks become one. NULL where nothing is left. In linear time. */
char *news_markup_to_text (const char *html);

/* The same of a summary: where it ends in a link to the whole text ("Continue reading"), as far as
 * the link's class tells, there is " […]" instead. */
char *news_markup_to_summary (const char *html);

/* Plain text that may be HTML for all that one knows: if it has end tags or line breaks it is taken
 * for HTML, else entities are decoded and "<" stays what it is. NULL where nothing is left. */
char *news_markup_guess_text (const char *text);

/* Text on one line, runs of blanks made one; NULL where nothing is left. */
char *news_markup_tidy_text (const char *text);

G_END_DECLS
