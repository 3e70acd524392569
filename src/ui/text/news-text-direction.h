/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In which direction a page goes whose headline is @text: that of its first letter that has one
 * (Unicode's paragraph level, UAX #9, P2 and P3), and that of @widget where none has. */
GtkTextDirection news_text_direction_find (GtkWidget *widget, const char *text);

/* Has @widget and all in it go in that direction: what is beside, such as a bullet, and where
 * columns begin. GTK would give it to @widget alone. With GTK_TEXT_DIR_NONE as the interface does.
 */
void news_text_direction_set (GtkWidget *widget, GtkTextDirection direction);

G_END_DECLS
