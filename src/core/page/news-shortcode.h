/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text without the shortcodes of WordPress itself (gallery, caption, wp_caption, embed, audio,
 * video, playlist) that a server left in it; what stands between an opening and a closing one
 * stays. Words in brackets that only look similar are not touched: [video] alone is an editor's
 * remark, [video mp4="…"] is not, and a doubled bracket is how WordPress escapes one. NULL if there
 * is nothing to remove. */
char *news_shortcode_strip (const char *text);

G_END_DECLS
