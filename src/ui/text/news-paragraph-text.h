/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader reads of a NewsParagraph, letter by letter: its implementation of
 * GtkAccessibleText. */
void news_paragraph_text_init (GtkAccessibleTextInterface *iface);

G_END_DECLS
