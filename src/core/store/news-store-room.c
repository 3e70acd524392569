/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-keeping.h"
#include "news-store-private.h"

/* How many free pages are given back in one transaction: some milliseconds. As text, to be part of
 * a statement. */
#define CHUNK "64"

/* A file with less in it than this is made anew in about the time that an answer takes. */
#define SMALL_BYTES (16 << 20)

/* Free room is left alone unless it is more than this part of the file. */
#define MUCH 10

typedef struct
{
  gint64 page_bytes;
  gint64 pages;
  gint64 free_pages;
  gint64 vacuum; /* as PRAGMA auto_vacuum has it: 2 where pages can be given back one by one */
} Room;

/* --- giving back --------------------------------------------------------------------------------
 */

static gint64
ask (NewsDatabase *database, const char *pragma)
{
  return news_statement_run_int (news_database_prepare (database, pragma), 0);
}

static void
read_room (NewsDatabase *database, Room *room)
{
  room->page_bytes = ask (database, "PRAGMA page_size");
  room->pages = ask (database, "PRAGMA page_count");
  room->free_pages = ask (database, "PRAGMA freelist_count");
  room->vacuum = ask (database, "PRAGMA auto_vacuum");
}

static gpointer
look (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  read_room (database, data);

  return NULL;
}

static gpointer
give_chunk (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  news_statement_run (news_database_prepare (database, "PRAGMA incremental_vacuum (" CHUNK ")"));
  read_room (database, data);

  return NULL;
}

/* The file itself becomes shorter when the log is folded into it. PASSIVE waits for no reader. */
static gpointer
fold_log (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  news_statement_run (news_database_prepare (database, "PRAGMA wal_checkpoint (PASSIVE)"));

  return NULL;
}

static gpointer
make_anew (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  news_database_make_shrinkable (database);
  news_statement_run (news_database_prepare (database, "VACUUM"));
  read_room (database, data);

  return NULL;
}

static const NewsOperation look_operation = {
  .name = "Broadsheet: look for free room",
  .lane = NEWS_LANE_READ,
  .run = look,
};

static const NewsOperation give_operation = {
  .name = "Broadsheet: give back free room",
  .lane = NEWS_LANE_BULK,
  .run = give_chunk,
};

static const NewsOperation fold_operation = {
  .name = "Broadsheet: fold the log into the file",
  .lane = NEWS_LANE_BARE,
  .run = fold_log,
};

static const NewsOperation anew_operation = {
  .name = "Broadsheet: make the file anew",
  .lane = NEWS_LANE_BARE,
  .run = make_anew,
};

static gboolean
is_small (const Room *room)
{
  return (room->pages - room->free_pages) * room->page_bytes <= SMALL_BYTES;
}

/* Stops where a chunk has given nothing back, whatever the reason. */
static gboolean
give_pages (NewsStore *self, Room *room, GError **error)
{
  gint64 before;

  do
    {
      before = room->free_pages;
      if (!news_store_wait (self, &give_operation, room, NULL, error))
        return FALSE;
    }
  while (room->free_pages > 0 && room->free_pages < before);

  return TRUE;
}

gboolean
news_store_give_back (NewsStore *self, gboolean all, GError **error)
{
  Room room = { 0 };

  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  if (!news_store_wait (self, &look_operation, &room, NULL, error))
    return FALSE;

  if (room.vacuum != 2)
    {
      if (!is_small (&room))
        return TRUE;
      if (!news_store_wait (self, &anew_operation, &room, NULL, error))
        return FALSE;
    }
  else if (room.free_pages > (all ? 0 : room.pages / MUCH))
    {
      if (!give_pages (self, &room, error))
        return FALSE;
    }
  else
    return TRUE;

  return news_store_wait (self, &fold_operation, NULL, NULL, error);
}

/* --- telling ------------------------------------------------------------------------------------
 */

static gpointer
measure (NewsDatabase *database, gpointer data, NewsChanges *changes)
{
  NewsStoreSize *size = data;
  Room room;

  read_room (database, &room);
  size->bytes = (guint64) (room.pages * room.page_bytes);
  size->articles = (guint) ask (database, "SELECT count (*) FROM tellings");

  return NULL;
}

static const NewsOperation measure_operation = {
  .name = "Broadsheet: how much there is",
  .lane = NEWS_LANE_READ,
  .run = measure,
};

gboolean
news_store_get_size (NewsStore *self, NewsStoreSize *size, GError **error)
{
  g_return_val_if_fail (NEWS_IS_STORE (self), FALSE);

  return news_store_wait (self, &measure_operation, size, NULL, error);
}
