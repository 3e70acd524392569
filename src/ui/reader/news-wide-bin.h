/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_WIDE_BIN (news_wide_bin_get_type ())

/* Has one child, a table, in a GtkScrolledWindow that scrolls sideways only. That asks for heights
 * without telling the width, and a table then answers for its narrowest columns, which would leave
 * a gap below it: this one answers with the height that the table needed when it was last given a
 * width. */
G_DECLARE_FINAL_TYPE (NewsWideBin, news_wide_bin, NEWS, WIDE_BIN, GtkWidget)

GtkWidget *news_wide_bin_new (GtkWidget *child);

G_END_DECLS
