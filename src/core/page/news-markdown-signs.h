/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a text that some API calls plain is Markdown, as far as one can tell: whether it has a
 * sign in it that nobody writes who does not mean it, such as a link or a heading, or several
 * weaker ones. Plain text that merely has an asterisk, a dash, or a numbered line is none. In
 * linear time.
 */
gboolean news_markdown_signs_suffice (const char *text);

G_END_DECLS
