/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has @button show @model in a menu that is made when it is first asked for: a window with a few
 * menus of which each entry is a widget starts noticeably later for them. */
void news_late_menu_attach (GtkMenuButton *button, GMenuModel *model);

G_END_DECLS
