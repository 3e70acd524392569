/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-scope.h"

G_BEGIN_DECLS

/* Fills @rows (NewsRow, empty) with the front page of the sections of @scope, inside a transaction:
 * as group 0 the top stories, see news-top-stories.h; then, for each section in order, its six
 * newest that do not stand there yet, as group 1 + index. */
void news_home_read (NewsDatabase *database, NewsScope *scope, GArray *rows);

G_END_DECLS
