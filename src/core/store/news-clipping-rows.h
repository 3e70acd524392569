/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* The rows that tell which pictures of bookmarks are kept, see news_store_note_clipping(). Inside a
 * transaction that writes. */

/* What is kept of @article may not be all of it, or no longer its own: it is looked at again. The
 * files that it has stay until then. */
void news_clipping_rows_renew (NewsDatabase *database, gint64 article);

/* Nothing is kept of @article any more. */
void news_clipping_rows_drop (NewsDatabase *database, gint64 article);

G_END_DECLS
