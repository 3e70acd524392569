/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-view.h"

#include "news-search-index.h"

#include <string.h>

typedef struct
{
  NewsTerm term;
  gboolean open;
  NewsSegmentBits bits;
} Found;

struct _NewsSearchView
{
  gint64 segment;
  GBytes *articles; /* gint64 */
  GPtrArray *terms; /* GBytes of each, if it is not a segment */
  GArray *found;    /* Found: what was asked already, as several things ask for the same terms */

  NewsDatabase *database; /* borrowed */
};

static NewsSearchView *
create (NewsDatabase *database)
{
  NewsSearchView *self = g_new0 (NewsSearchView, 1);

  self->database = database;
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));

  return self;
}

/* The newest that are in no segment, of those before @before. NULL if there are none. */
static NewsSearchView *
read_pending (NewsDatabase *database, gint64 before)
{
  g_autoptr (NewsSearchView) self = create (database);
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  NewsStatement *statement = news_database_prepare (
    database, "SELECT article, terms FROM pending WHERE article < ? ORDER BY article DESC LIMIT ?");

  news_statement_bind_ints (statement, before, NEWS_SEGMENT_ARTICLES);
  while (news_statement_next (statement))
    {
      gint64 article = news_statement_get_int (statement, 0);

      g_array_prepend_val (articles, article);
      g_ptr_array_insert (self->terms, 0, news_statement_dup_bytes (statement, 1));
    }
  self->articles = g_bytes_new (articles->data, articles->len * sizeof (gint64));
  g_array_unref (articles);

  return self->terms->len > 0 ? g_steal_pointer (&self) : NULL;
}

static NewsSearchView *
read_segment (NewsDatabase *database, gint64 before)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT id, articles FROM segments WHERE id < ? ORDER BY id DESC LIMIT 1");
  NewsSearchView *self;

  news_statement_bind_int (statement, 1, before);
  if (!news_statement_next (statement))
    return NULL;

  self = create (database);
  self->segment = news_statement_get_int (statement, 0);
  self->articles = news_statement_dup_bytes (statement, 1);
  news_statement_end (statement);

  return self;
}

NewsSearchView *
news_search_view_next (NewsDatabase *database, NewsSearchView *last)
{
  NewsSearchView *next = NULL;
  guint length;

  if (last == NULL)
    next = read_pending (database, G_MAXINT64);
  else if (last->segment == 0)
    next = read_pending (database, *news_search_view_get_articles (last, &length));

  if (next != NULL)
    return next;

  return read_segment (database, last != NULL && last->segment != 0 ? last->segment : G_MAXINT64);
}

void
news_search_view_free (NewsSearchView *self)
{
  g_bytes_unref (self->articles);
  g_ptr_array_unref (self->terms);
  g_array_unref (self->found);
  g_free (self);
}

gint64
news_search_view_get_segment (NewsSearchView *self)
{
  return self->segment;
}

const gint64 *
news_search_view_get_articles (NewsSearchView *self, guint *length)
{
  gsize size;
  const gint64 *articles = g_bytes_get_data (self->articles, &size);

  *length = (guint) MIN (size / sizeof *articles, NEWS_SEGMENT_ARTICLES);

  return articles;
}

static void
find_in_segment (NewsSearchView *self, const NewsTerm *term, gboolean open, NewsSegmentBits *bits)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT terms FROM postings WHERE id = ?");
  guint head = news_term_get_head (term->bytes, term->length);
  g_autoptr (GBytes) bucket = NULL;

  news_statement_bind_int (statement, 1, news_search_index_get_posting (self->segment, head));
  if (news_statement_next (statement))
    bucket = news_statement_dup_bytes (statement, 0);
  news_statement_end (statement);

  if (bucket != NULL)
    news_segment_find (bucket, term, open, bits);
}

static void
find_in_pending (NewsSearchView *self, const NewsTerm *term, gboolean open, NewsSegmentBits *bits)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (news_segment_has_term (g_ptr_array_index (self->terms, i), term, open))
      bits->words[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
}

NewsSegmentBits
news_search_view_find (NewsSearchView *self, const NewsTerm *term, gboolean open)
{
  Found found = { .term = *term, .open = open };

  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *known = &g_array_index (self->found, Found, i);

      if (known->open == open && known->term.length == term->length
          && memcmp (known->term.bytes, term->bytes, term->length) == 0)
        return known->bits;
    }

  if (self->segment != 0)
    find_in_segment (self, term, open, &found.bits);
  else
    find_in_pending (self, term, open, &found.bits);
  g_array_append_val (self->found, found);

  return found.bits;
}
