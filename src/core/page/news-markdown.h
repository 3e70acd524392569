/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The HTML that a text in Markdown stands for (CommonMark 0.31 with GitHub's tables, "~~" and bare
 * addresses; without indented code): what news_page_new_from_html() makes a page of, which is also
 * what guards against what is in it, since HTML in Markdown stays what it is. Takes any bytes.
 * Output and time are in proportion to @text; worker threads. */
char *news_markdown_to_html (const char *text);

G_END_DECLS
