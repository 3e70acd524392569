/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TYPOGRAPHY_POPOVER (news_typography_popover_get_type ())

/* How pages are set, for the reader to choose: each choice is in the settings, and has its effect,
 * at once. Activates "text.larger", "text.smaller" and "text.normal". */
G_DECLARE_FINAL_TYPE (NewsTypographyPopover,
                      news_typography_popover,
                      NEWS,
                      TYPOGRAPHY_POPOVER,
                      GtkPopover)

/* To be called once. */
void news_typography_popover_set_settings (NewsTypographyPopover *self, GSettings *settings);

/* Has @button show one, which is made when it is first asked for: see news_late_menu_attach(). */
void news_typography_popover_attach (GtkMenuButton *button, GSettings *settings);

G_END_DECLS
