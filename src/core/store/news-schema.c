/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-schema.h"

#include "news-store-error.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* As the first migration writes it. */
#define APPLICATION 0x42647374

/* Each string leads from the version before it to the next one. What was once released is never
 * edited: a change is a further string. news-wreck.c reads the tables as version 1 made them.
 *
 * Every table has a whole number for a key, and joins are by these alone.
 *
 * An identity is an article by its source's own id. It stays when the article goes, as long as the
 * reader has marked it, so that an article that returns is known. AUTOINCREMENT, so that no other
 * article ever gets a number that a list on show may still hold.
 *
 * A placement says that an article stands in what a query gives: in a section of its source, or in
 * everything it has, which is the section ''. Its primary key is the list: the placements of one
 * query, by time, which is repeated there from the article and changed together with it, so that a
 * list has to look nowhere else. "asked" tells a placement that follows only from a question (the
 * answer for that section had the article) from one that the article itself tells. queries.unread
 * counts the placements of a query whose article is unread, see news-unread-tally.h.
 *
 * articles.sorted is the time that lists go by, articles.address the hash of the canonical address,
 * and articles.fingerprint what an article is compared by when it is told again. All times are
 * seconds since 1970 but statuses.bookmarked_at, which is microseconds, for the order of bookmarks.
 *
 * tellings is apart from articles because it is rewritten each time a source is asked, and its rows
 * are small. */
static const char *const migrations[] = {
  /* The application's id is "Bdst", for file(1) and the like. */
  "PRAGMA application_id = 0x42647374;"

  "CREATE TABLE sources ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL,"
  "  title TEXT"
  ") STRICT;"
  "CREATE UNIQUE INDEX sources_by_name ON sources (name);"

  "CREATE TABLE identities ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  source INTEGER NOT NULL REFERENCES sources,"
  "  remote TEXT NOT NULL"
  ") STRICT;"
  "CREATE UNIQUE INDEX identities_by_remote ON identities (source, remote);"

  "CREATE TABLE statuses ("
  "  identity INTEGER PRIMARY KEY REFERENCES identities,"
  "  read INTEGER NOT NULL DEFAULT 0,"
  "  read_at INTEGER,"
  "  bookmarked INTEGER NOT NULL DEFAULT 0,"
  "  bookmarked_at INTEGER"
  ") STRICT;"
  "CREATE INDEX statuses_bookmarked ON statuses (bookmarked_at, identity) WHERE bookmarked = 1;"

  "CREATE TABLE articles ("
  "  id INTEGER PRIMARY KEY REFERENCES identities,"
  "  source INTEGER NOT NULL REFERENCES sources,"
  "  published INTEGER NOT NULL,"
  "  updated INTEGER NOT NULL,"
  "  first_seen INTEGER NOT NULL,"
  "  sorted INTEGER NOT NULL,"
  "  visits INTEGER NOT NULL,"
  "  pictured INTEGER NOT NULL,"
  "  protected INTEGER NOT NULL,"
  "  address INTEGER,"
  "  fingerprint BLOB NOT NULL,"
  "  title TEXT,"
  "  outlet TEXT,"
  "  byline TEXT,"
  "  language TEXT,"
  "  preview TEXT,"
  "  url TEXT,"
  "  lead BLOB"
  ") STRICT;"
  "CREATE INDEX articles_by_time ON articles (sorted, visits, pictured);"
  "CREATE INDEX articles_by_address ON articles (address) WHERE address IS NOT NULL;"

  "CREATE TABLE tellings ("
  "  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,"
  "  told INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE bodies ("
  "  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,"
  "  standfirst TEXT,"
  "  page BLOB,"
  "  text TEXT"
  ") STRICT;"

  "CREATE TABLE revisions ("
  "  id INTEGER PRIMARY KEY,"
  "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  "  replaced_at INTEGER NOT NULL,"
  "  title TEXT,"
  "  standfirst TEXT,"
  "  page BLOB,"
  "  text TEXT"
  ") STRICT;"
  "CREATE INDEX revisions_by_article ON revisions (article);"

  "CREATE TABLE queries ("
  "  id INTEGER PRIMARY KEY,"
  "  source INTEGER NOT NULL REFERENCES sources,"
  "  section TEXT NOT NULL,"
  "  told INTEGER NOT NULL DEFAULT 0,"
  "  answered INTEGER NOT NULL DEFAULT 0,"
  "  unread INTEGER NOT NULL DEFAULT 0,"
  "  UNIQUE (source, section)"
  ") STRICT;"

  "CREATE TABLE placements ("
  "  query INTEGER NOT NULL REFERENCES queries,"
  "  sorted INTEGER NOT NULL,"
  "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  "  asked INTEGER NOT NULL,"
  "  PRIMARY KEY (query, sorted, article)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE UNIQUE INDEX placements_by_article ON placements (article, query);"

  "CREATE TABLE topics ("
  "  id INTEGER PRIMARY KEY,"
  "  key TEXT NOT NULL UNIQUE,"
  "  name TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE article_topics ("
  "  topic INTEGER NOT NULL REFERENCES topics,"
  "  sorted INTEGER NOT NULL,"
  "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  PRIMARY KEY (topic, sorted, article)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE UNIQUE INDEX article_topics_by_article ON article_topics (article, topic);"

  "CREATE TABLE related ("
  "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  remote TEXT NOT NULL,"
  "  PRIMARY KEY (article, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE requests ("
  "  address TEXT PRIMARY KEY,"
  "  query INTEGER REFERENCES queries,"
  "  etag TEXT,"
  "  last_modified TEXT,"
  "  answered INTEGER NOT NULL,"
  "  hash INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;",

  /* How each query stands with its source, and what it took. Named and not numbered, as it is kept
   * of sources too that never answered and so have no row. today counts the requests of that day
   * (days since 1970, UTC). moves: where an address has gone for ever. */
  "CREATE TABLE askings ("
  "  source TEXT NOT NULL,"
  "  section TEXT NOT NULL,"
  "  tried INTEGER NOT NULL DEFAULT 0,"
  "  answered INTEGER NOT NULL DEFAULT 0,"
  "  failures INTEGER NOT NULL DEFAULT 0,"
  "  patient_until INTEGER NOT NULL DEFAULT 0,"
  "  forbidden_until INTEGER NOT NULL DEFAULT 0,"
  "  fresh_until INTEGER NOT NULL DEFAULT 0,"
  "  error_kind INTEGER NOT NULL DEFAULT 0,"
  "  error_code INTEGER NOT NULL DEFAULT 0,"
  "  error TEXT,"
  "  day INTEGER NOT NULL,"
  "  today INTEGER NOT NULL,"
  "  bytes INTEGER NOT NULL,"
  "  articles INTEGER NOT NULL,"
  "  PRIMARY KEY (source, section)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE moves ("
  "  address TEXT PRIMARY KEY,"
  "  target TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;",

  /* What a source gives, and for how long. summary_only: the article is told in short and is read
   * elsewhere. lapsed: there was a text, and its source's terms let nobody keep it any longer.
   * lifetime: the seconds for which an answer stays good by its own word, as one that says only
   * that nothing has changed does not repeat it. expired: the publisher has ended what is asked. */
  "ALTER TABLE articles ADD COLUMN summary_only INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE revisions ADD COLUMN summary_only INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE bodies ADD COLUMN lapsed INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE requests ADD COLUMN lifetime INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE askings ADD COLUMN expired INTEGER NOT NULL DEFAULT 0;",

  /* Where an article is read on, see news-reading-place.h. Apart from statuses, of which each row
   * is a mark that outlives its article. */
  "CREATE TABLE places ("
  "  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,"
  "  block INTEGER NOT NULL,"
  "  part INTEGER NOT NULL"
  ") STRICT;",

  /* Page and text in one, see news-body.h. Rows of before have the two columns that they had, until
   * they are packed too, which is a chore: work on all rows that is done a few at a time. Those up
   * to chores.next are still to come; a chore that is done has no row. */
  "ALTER TABLE bodies ADD COLUMN pack BLOB;"
  "ALTER TABLE revisions ADD COLUMN pack BLOB;"

  "CREATE TABLE chores ("
  "  name TEXT PRIMARY KEY,"
  "  next INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "INSERT INTO chores (name, next) SELECT 'pack bodies', max (article) FROM bodies"
  " HAVING count (*) > 0;"
  "INSERT INTO chores (name, next) SELECT 'pack revisions', max (id) FROM revisions"
  " HAVING count (*) > 0;",

  /* The order of bookmarks, see news-bookmark-order.h: until now it was that of their times, which
   * rank takes over. Each index has all there is to a bookmark, or tells one that was moved.
   *
   * What is kept of a bookmark besides its text: clippings says which articles have been seen to,
   * and when the pictures that could not be had then are to be asked for again; clipping_files has
   * the names of the files of pictures, which bookmarks may share. */
  "ALTER TABLE statuses ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;"
  "UPDATE statuses SET rank = min (max (bookmarked_at, 0), 7258118400000000) * 1024"
  " WHERE bookmarked_at IS NOT NULL;"
  "CREATE INDEX statuses_ranked ON statuses (rank, identity, bookmarked_at) WHERE bookmarked = 1;"
  "CREATE INDEX statuses_moved ON statuses (identity)"
  " WHERE bookmarked = 1 AND rank / 1024 <> bookmarked_at;"

  "CREATE TABLE clippings ("
  "  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,"
  "  tries INTEGER NOT NULL,"
  "  due INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE clipping_files ("
  "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  "  file TEXT NOT NULL,"
  "  PRIMARY KEY (article, file)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX clipping_files_by_file ON clipping_files (file);",

  /* Lists by visits. Many sources do not count them, and most articles of many have none. */
  "CREATE INDEX articles_by_visits ON articles (visits, sorted) WHERE visits > 0;",

  /* What a search looks in, see news-search-index.h. The stored articles are put into it bit by bit
   * later, as it may take minutes. postings.id is the number of the bucket times 2^40, and the
   * segment. */
  "CREATE TABLE segments ("
  "  id INTEGER PRIMARY KEY,"
  "  articles BLOB NOT NULL,"
  "  live INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE postings ("
  "  id INTEGER PRIMARY KEY,"
  "  terms BLOB NOT NULL"
  ") STRICT;"

  "CREATE TABLE pending ("
  "  article INTEGER PRIMARY KEY,"
  "  terms BLOB NOT NULL"
  ") STRICT;"

  "CREATE TABLE indexed ("
  "  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,"
  "  source INTEGER NOT NULL,"
  "  sorted INTEGER NOT NULL,"
  "  segment INTEGER NOT NULL,"
  "  hash INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE unindexed ("
  "  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE"
  ") STRICT;"
  "INSERT INTO unindexed SELECT id FROM articles;",

  /* The index has words instead of hashes of them, and all is to be indexed anew. */
  "DELETE FROM postings;"
  "DELETE FROM segments;"
  "DELETE FROM pending;"
  "DELETE FROM indexed;"
  "INSERT OR IGNORE INTO unindexed SELECT id FROM articles;",
};

/* One of each table and index that nothing works without. */
static const char *const canaries[] = {
  "SELECT s.name, i.remote, t.read FROM sources s, identities i, statuses t LIMIT 0",
  "SELECT 1 FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 LIMIT 0",
  "SELECT a.fingerprint, b.page, r.text FROM articles a, bodies b, revisions r LIMIT 0",
  "SELECT 1 FROM articles INDEXED BY articles_by_time LIMIT 0",
  "SELECT t.told, q.unread, p.asked FROM tellings t, queries q, placements p LIMIT 0",
  "SELECT t.key, a.position FROM topics t, article_topics a LIMIT 0",
  "SELECT r.remote, q.hash FROM related r, requests q LIMIT 0",
  "SELECT a.fresh_until, m.target FROM askings a, moves m LIMIT 0",
  "SELECT a.summary_only, b.lapsed FROM articles a, bodies b LIMIT 0",
  "SELECT r.lifetime, k.expired FROM requests r, askings k LIMIT 0",
  "SELECT block, part FROM places LIMIT 0",
  "SELECT b.pack, r.pack, c.next FROM bodies b, revisions r, chores c LIMIT 0",
  "SELECT rank FROM statuses INDEXED BY statuses_ranked WHERE bookmarked = 1 LIMIT 0",
  ("SELECT 1 FROM statuses INDEXED BY statuses_moved"
   " WHERE bookmarked = 1 AND rank / 1024 <> bookmarked_at LIMIT 0"),
  "SELECT c.due, f.file FROM clippings c, clipping_files f LIMIT 0",
  "SELECT 1 FROM articles INDEXED BY articles_by_visits WHERE visits > 0 LIMIT 0",
  "SELECT s.articles, p.terms, n.terms FROM segments s, postings p, pending n LIMIT 0",
  "SELECT i.hash, u.article FROM indexed i, unindexed u LIMIT 0",
};

static gint64
read_version (NewsDatabase *database)
{
  return news_statement_run_int (news_database_prepare (database, "PRAGMA user_version"), 0);
}

static void
set_too_new (GError **error)
{
  g_set_error_literal (error, NEWS_STORE_ERROR, NEWS_STORE_ERROR_TOO_NEW,
                       _ ("A later version of Broadsheet has written the stored articles. "
                          "Update Broadsheet to read them; they were left as they are."));
}

static gboolean
check_version (NewsDatabase *database, GError **error)
{
  gint64 version = read_version (database);

  if (!news_database_check (database, error))
    return FALSE;

  if (version >= 0 && version <= (gint64) G_N_ELEMENTS (migrations))
    return TRUE;

  set_too_new (error);

  return FALSE;
}

/* Readers then never wait for the writer. Some network file systems can't do it; there they do. */
static gboolean
enter_log_mode (NewsDatabase *database, GError **error)
{
  NewsStatement *statement = news_database_prepare (database, "PRAGMA journal_mode = WAL");
  g_autofree char *mode = NULL;

  if (news_statement_next (statement))
    mode = news_statement_dup_text (statement, 0);
  news_statement_end (statement);

  if (mode != NULL && strcmp (mode, "wal") != 0)
    g_debug ("The store has no write-ahead log here, but “%s”", mode);

  return news_database_check (database, error);
}

/* SQL that this file's tables do not fit, though they have the right version, means that they are
 * not what the migrations made. */
static void
condemn (NewsDatabase *database)
{
  if (news_database_get_failure (database) == SQLITE_ERROR)
    {
      news_database_forgive (database);
      news_database_latch (database, SQLITE_CORRUPT);
    }
}

static gboolean
migrate_step (NewsDatabase *database, guint step, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %u", step + 1);

  news_database_begin (database, NEWS_TRANSACTION_DURABLE);

  /* Another process may have taken this step in the meantime. */
  if (read_version (database) == step)
    {
      news_database_execute (database, migrations[step]);
      condemn (database);
      news_database_execute (database, pragma);
    }

  return news_database_end (database, error);
}

/* https://www.sqlite.org/fileformat.html, 1.3: user_version and application_id, big-endian. */
#define HEADER_BYTES 100
#define VERSION_AT 60
#define APPLICATION_AT 68

static guint32
get_number (const char *header, gsize at)
{
  guint32 number;

  memcpy (&number, header + at, sizeof number);

  return GUINT32_FROM_BE (number);
}

gboolean
news_schema_is_later (const char *path, GError **error)
{
  char header[HEADER_BYTES];
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize length;

  if (descriptor == -1)
    return FALSE;

  length = read (descriptor, header, sizeof header);
  close (descriptor);
  if (length != sizeof header || memcmp (header, "SQLite format 3", 16) != 0
      || get_number (header, APPLICATION_AT) != APPLICATION
      || get_number (header, VERSION_AT) <= G_N_ELEMENTS (migrations))
    return FALSE;

  set_too_new (error);

  return TRUE;
}

guint
news_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations);
}

gboolean
news_schema_migrate (NewsDatabase *database, guint version, GError **error)
{
  g_assert (version <= G_N_ELEMENTS (migrations));

  if (!check_version (database, error) || !enter_log_mode (database, error))
    return FALSE;

  for (guint step = (guint) read_version (database); step < version; step++)
    if (!migrate_step (database, step, error))
      return FALSE;

  return news_database_check (database, error);
}

gboolean
news_schema_check (NewsDatabase *database, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (canaries); i++)
    news_statement_run (news_database_prepare (database, canaries[i]));
  condemn (database);

  return news_database_check (database, error);
}
