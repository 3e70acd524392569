/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ICON_CHOOSER (news_icon_chooser_get_type ())

/* Icons for a section: Broadsheet's own, and some that come with the desktop. One that is chosen
 * activates the action "section.icon" (s) with its name. */
G_DECLARE_FINAL_TYPE (NewsIconChooser, news_icon_chooser, NEWS, ICON_CHOOSER, GtkPopover)

G_END_DECLS
