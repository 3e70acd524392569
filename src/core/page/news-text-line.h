/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a line that stays as it is wherever text is set: letters of the usual kind with
 * single spaces between them, as most of most texts is. It begins and ends with a letter, of which
 * it has no more than @limit; @n_letters is how many. Reads valid UTF-8 from @text to @end. */
gsize news_text_line_measure (const char *text, const char *end, gsize limit, gsize *n_letters);

G_END_DECLS
