/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-clipping-rows.h"

void
news_clipping_rows_renew (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "DELETE FROM clippings WHERE article = ?");

  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);
}

void
news_clipping_rows_drop (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "DELETE FROM clipping_files WHERE article = ?");

  news_clipping_rows_renew (database, article);
  news_statement_bind_int (statement, 1, article);
  news_statement_run (statement);
}
