/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An excerpt that a content system cut from the article by itself, as plain text on one line:
 * without the mark at its end ("[…]", "(...)", "Continue reading Title"), and with "…" where that
 * leaves it in mid-sentence. Text without such a mark stays as it is. NULL where nothing is left.
 * In linear time. */
char *news_excerpt_trim (const char *text);

G_END_DECLS
