/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* An article's body as the store keeps it: its page and its plain text in one frame of Zstandard
 * (RFC 8878). The text says the page's words again, so that together they take little more than
 * either alone. The frame has a checksum. */

/* The packed body; NULL where there is neither @page nor @text (both nullable), or they are larger
 * than any body may be. Any thread. */
GBytes *news_body_pack (GBytes *page, const char *text);

/* Gives *@page and *@text (each NULL where the body has none), which are owned by the caller.
 * FALSE, and both NULL, if @pack is damaged; it may be anything, and no more memory is taken than a
 * body may have. Any thread. */
gboolean news_body_unpack (GBytes *pack, GBytes **page, char **text);

/* Gives the body that the current row of @statement has in its three columns from @column on: page
 * and text, as they were kept by earlier versions of the store, and the two packed. A damaged body
 * is a failure of @database. */
void news_body_read_columns (NewsDatabase *database,
                             NewsStatement *statement,
                             int column,
                             GBytes **page,
                             char **text);

/* The plain text of the body of @article, for the index: NULL where it has none, or the database
 * has failed. Inside a transaction. */
char *news_body_read_text (NewsDatabase *database, gint64 article);

G_END_DECLS
