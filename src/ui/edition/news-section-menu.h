/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Appends to @menu a submenu called @label of the edition's sections, without home and the one
 * called @but; each activates the action @action (s) with its id. Nothing, if there is no other. */
void news_section_menu_append (GMenu *menu,
                               const char *label,
                               NewsEdition *edition,
                               const char *but,
                               const char *action);

G_END_DECLS
