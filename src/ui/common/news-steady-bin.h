/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_STEADY_BIN (news_steady_bin_get_type ())

/* Holds one child, which is its property, and can be told not to shrink with it: where bold letters
 * become plain ones and need a line less, what stands below must not move. */
G_DECLARE_FINAL_TYPE (NewsSteadyBin, news_steady_bin, NEWS, STEADY_BIN, GtkWidget)

/* From now on it stays at least as high as it is, for as long as it is as wide as it is: at another
 * width, all moves anyway. Does nothing before it has a size. */
void news_steady_bin_hold (NewsSteadyBin *self);

/* It is as high as its child again. */
void news_steady_bin_release (NewsSteadyBin *self);

G_END_DECLS
