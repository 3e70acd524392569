/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block-view.h"

G_BEGIN_DECLS

/* The NewsTable of a block that is a table, with all in its cells, and without its caption: a
 * floating reference. */
GtkWidget *news_block_table_new (const NewsBlock *block, const NewsBlockContext *context);

G_END_DECLS
