/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is selected of the NewsParagraphs in @root (news-selection.h) as HTML for other programs,
 * with the headings, lists, quotes, tables, emphasis and links that it has. NULL if nothing is. */
char *news_selection_html_dup (GtkWidget *root);

G_END_DECLS
