/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmark-order.h"

/* Ranks to a microsecond. */
#define PER_MICROSECOND 1024

/* What is left between two bookmarks where there is nothing to go by: a second. */
#define STEP (G_GINT64_CONSTANT (1000000) * PER_MICROSECOND)

/* Times after that, in the year 2200, are wrong; their ranks would run out of numbers. */
#define LAST_TIME G_GINT64_CONSTANT (7258118400000000)

/* Neighbours to each side that are moved a little where there is no room between two, and how far
 * apart they are then at least. */
#define NEIGHBOURS 16
#define LEAST 32

typedef struct
{
  gint64 article;
  gint64 rank;
} Place;

gint64
news_bookmark_order_get_rank (gint64 time)
{
  return CLAMP (time, 0, LAST_TIME) * PER_MICROSECOND;
}

gint64
news_bookmark_order_get_new_rank (NewsDatabase *database, gint64 time)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT rank FROM statuses INDEXED BY statuses_ranked WHERE bookmarked = 1"
              " ORDER BY rank DESC LIMIT 1");
  gint64 first = news_statement_run_int (statement, 0);

  return MAX (news_bookmark_order_get_rank (time), first + 1);
}

gboolean
news_bookmark_order_is_own (NewsDatabase *database)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT 1 FROM statuses INDEXED BY statuses_moved"
                                       " WHERE bookmarked = 1 AND rank / 1024 <> bookmarked_at"
                                       " LIMIT 1");

  return news_statement_run_int (statement, 0) != 0;
}

/* The place of @article, bookmarked or not. FALSE if it has none. */
static gboolean
find_place (NewsDatabase *database, gint64 article, Place *place)
{
  NewsStatement *statement = news_database_prepare (
    database, "SELECT rank FROM statuses WHERE identity = ? AND bookmarked_at IS NOT NULL");

  news_statement_bind_int (statement, 1, article);
  place->article = article;
  place->rank = news_statement_run_int (statement, G_MININT64);

  return place->rank != G_MININT64;
}

/* Adds up to @most bookmarks that @statement gives, but not @article. */
static void
collect (NewsStatement *statement, const Place *from, gint64 article, int most, GArray *places)
{
  news_statement_bind_ints (statement, from->rank, from->article, article, most);
  while (news_statement_next (statement))
    {
      Place place
        = { news_statement_get_int (statement, 0), news_statement_get_int (statement, 1) };

      g_array_append_val (places, place);
    }
}

/* The bookmarks before @from, the nearest first, without @article. */
static GArray *
list_before (NewsDatabase *database, const Place *from, gint64 article, int most)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  collect (news_database_prepare (
             database, "SELECT identity, rank FROM statuses INDEXED BY statuses_ranked"
                       " WHERE bookmarked = 1 AND (rank, identity) > (?, ?) AND identity <> ?"
                       " ORDER BY rank, identity LIMIT ?"),
           from, article, most, places);

  return places;
}

/* The same after @from. */
static GArray *
list_after (NewsDatabase *database, const Place *from, gint64 article, int most)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  collect (news_database_prepare (
             database, "SELECT identity, rank FROM statuses INDEXED BY statuses_ranked"
                       " WHERE bookmarked = 1 AND (rank, identity) < (?, ?) AND identity <> ?"
                       " ORDER BY rank DESC, identity DESC LIMIT ?"),
           from, article, most, places);

  return places;
}

gint64
news_bookmark_order_get_next (NewsDatabase *database, gint64 article)
{
  g_autoptr (GArray) after = NULL;
  Place place;

  if (!find_place (database, article, &place))
    return 0;

  after = list_after (database, &place, article, 1);

  return after->len > 0 ? g_array_index (after, Place, 0).article : 0;
}

static void
set_rank (NewsDatabase *database, gint64 article, gint64 rank)
{
  NewsStatement *statement
    = news_database_prepare (database, "UPDATE statuses SET rank = ? WHERE identity = ?");

  news_statement_bind_ints (statement, rank, article);
  news_statement_run (statement);
}

/* Has @article come between the last of @before and the first of @after, and spreads all of them
 * evenly between the outermost two, which stay. FALSE if these are too near to one another; where
 * there is nothing beyond, they go as far as is needed. */
static gboolean
spread (NewsDatabase *database, GArray *before, gint64 article, GArray *after, int most)
{
  guint n = before->len + after->len;
  gint64 high = before->len > 0 ? g_array_index (before, Place, before->len - 1).rank : 0;
  gint64 low = after->len > 0 ? g_array_index (after, Place, after->len - 1).rank : 0;
  gint64 apart;

  if (after->len < (guint) most)
    low = MIN (low, high) - STEP * n;
  if (before->len < (guint) most)
    high = MAX (low, high) + STEP * n;
  apart = (high - low) / (n + 1);
  if (apart < LEAST)
    return FALSE;

  for (guint i = 0; i < after->len; i++)
    set_rank (database, g_array_index (after, Place, after->len - 1 - i).article, low + apart * i);
  set_rank (database, article, low + apart * after->len);
  for (guint i = 0; i < before->len; i++)
    set_rank (database, g_array_index (before, Place, i).article,
              low + apart * (after->len + 1 + i));

  return TRUE;
}

/* Makes room where two ranks have none between them, for as many neighbours as it takes. */
static void
make_room (NewsDatabase *database, const Place *place, gint64 article)
{
  gboolean done = FALSE;

  for (int most = NEIGHBOURS; !done && !news_database_has_failed (database); most *= 4)
    {
      /* What has to be behind is @place itself, which is before its own number plus one. */
      Place above = { place->article + 1, place->rank };
      g_autoptr (GArray) before = list_before (database, place, article, most);
      g_autoptr (GArray) after = list_after (database, &above, article, most);

      done = spread (database, before, article, after, most);
    }
}

/* Where the list ends, below all of them. */
static void
find_end (Place *place)
{
  place->article = 0;
  place->rank = G_MININT64;
}

gboolean
news_bookmark_order_move (NewsDatabase *database, gint64 article, gint64 before)
{
  g_autoptr (GArray) above = NULL;
  Place place;
  gint64 room;

  if (article == before || !news_bookmark_order_has (database, article)
      || news_bookmark_order_get_next (database, article) == before)
    return FALSE;

  if (before == 0)
    find_end (&place);
  else if (!find_place (database, before, &place))
    return FALSE;

  above = list_before (database, &place, article, 1);
  if (above->len == 0)
    {
      set_rank (database, article, place.rank + STEP);
      return TRUE;
    }
  if (before == 0)
    {
      set_rank (database, article, g_array_index (above, Place, 0).rank - STEP);
      return TRUE;
    }

  room = g_array_index (above, Place, 0).rank - place.rank;
  if (room >= 2)
    set_rank (database, article, place.rank + room / 2);
  else
    make_room (database, &place, article);

  return TRUE;
}

gboolean
news_bookmark_order_has (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT bookmarked FROM statuses WHERE identity = ?");

  news_statement_bind_int (statement, 1, article);

  return news_statement_run_int (statement, 0) != 0;
}
