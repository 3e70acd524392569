/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reads on by a screen, or, where @direction is negative, back. A screen begins with a whole line,
 * one that was on the last screen too, so that the eye finds it. Reading on, a heading stays with
 * what follows it, and what would be a part of a picture is left for the next screen, unless this
 * would leave more than half of one. FALSE, and nothing is done, at the end. */
gboolean news_page_turn (GtkScrolledWindow *scroller, int direction);

G_END_DECLS
