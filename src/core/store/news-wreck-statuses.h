/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* Reads what can be read of the statuses in a damaged file: an array of NewsWreckStatus, each
 * identity once. From the table, around its damaged pages, and then from the index of bookmarks. */
GArray *news_wreck_statuses_read (NewsDatabase *database);

G_END_DECLS
