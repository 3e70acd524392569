/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What of a page may be wider than it, as code and tables: it is scrolled by itself, and with the
 * keyboard too, which stops at it only where there is something to scroll. @words: what screen
 * readers call it. A floating reference. */
GtkWidget *news_block_scroller_new (GtkWidget *child, const char *style_class, const char *words);

G_END_DECLS
