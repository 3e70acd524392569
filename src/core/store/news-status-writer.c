/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-status-writer.h"

gboolean
news_status_writer_set_bookmarked (NewsDatabase *database,
                                   gint64 article,
                                   gboolean bookmarked,
                                   gint64 time)
{
  NewsStatement *statement;

  if (bookmarked)
    {
      statement = news_database_prepare (
        database, "INSERT INTO statuses (identity, bookmarked, bookmarked_at)"
                  " SELECT id, 1, ? FROM identities WHERE id = ?"
                  " ON CONFLICT (identity) DO UPDATE SET bookmarked = 1,"
                  " bookmarked_at = excluded.bookmarked_at WHERE bookmarked = 0");
      news_statement_bind_ints (statement, time, article);
    }
  else
    {
      statement = news_database_prepare (
        database, "UPDATE statuses SET bookmarked = 0 WHERE identity = ? AND bookmarked = 1");
      news_statement_bind_int (statement, 1, article);
    }

  return news_statement_run (statement) > 0;
}

void
news_status_writer_note (NewsDatabase *database, gint64 article, NewsChanges *changes)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT read, bookmarked FROM statuses WHERE identity = ?");
  NewsMarks marks = { .article = article };

  news_statement_bind_int (statement, 1, article);
  if (news_statement_next (statement))
    {
      marks.read = news_statement_get_int (statement, 0) != 0;
      marks.bookmarked = news_statement_get_int (statement, 1) != 0;
    }
  news_statement_end (statement);

  news_changes_add_marks (changes, &marks);
}
