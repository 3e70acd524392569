/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells @view, which shows the block @index of @page and may be anything, what stands before and
 * after it: the first paragraph has the drop cap, one that follows another the indent, and one that
 * is followed no gap (CSS class "followed"). */
void news_page_order_place (NewsPage *page, guint index, GtkWidget *view);

G_END_DECLS
