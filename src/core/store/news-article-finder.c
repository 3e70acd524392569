/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-article-finder.h"

#include "news-canonical-url.h"

/* The index has only a hash, so that the addresses themselves are compared too. */
gint64
news_article_finder_find (NewsDatabase *database, const char *canonical)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT id, url FROM articles WHERE address = ?"
                                       " ORDER BY sorted DESC, id DESC");
  gint64 found = 0;

  news_statement_bind_int (statement, 1, news_canonical_url_hash (canonical));
  while (found == 0 && news_statement_next (statement))
    {
      g_autofree char *url = news_statement_dup_text (statement, 1);
      g_autofree char *other = news_canonical_url (url);

      if (g_strcmp0 (other, canonical) == 0)
        found = news_statement_get_int (statement, 0);
    }
  news_statement_end (statement);

  return found;
}
