/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-opening.h"

#include "news-rescue.h"
#include "news-schema.h"
#include "news-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Beside the store's file stand: the mark of a damage that was found while it was in use, the file
 * that is being made to replace it, and what SQLite keeps. */
#define MARK_SUFFIX ".suspect"
#define FRESH_SUFFIX ".new"
#define LOG_SUFFIX "-wal"
#define MEMORY_SUFFIX "-shm"

/* How often, and how far apart, a folder is tried that another process has locked: a minute. */
#define LOCK_ATTEMPTS 3000
#define LOCK_MICROSECONDS 20000

static gboolean
set_error_from_errno (GError **error, int code, int system)
{
  g_propagate_error (error, news_store_error_new (code, system, g_strerror (system)));

  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  return set_error_from_errno (error, SQLITE_CANTOPEN, errno);
}

/* Locks the folder against other processes that open a store in it, and returns its descriptor: to
 * lock a file of its own would leave that file behind. Where that can't be, as on some network file
 * systems, or where another process does not come to its end, only this protection is lost. */
static int
lock_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor == -1)
    return -1;

  for (guint attempt = 0; attempt < LOCK_ATTEMPTS; attempt++)
    {
      if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
      if (errno != EWOULDBLOCK && errno != EINTR)
        break;
      g_usleep (LOCK_MICROSECONDS);
    }

  g_debug ("The folder %s can’t be locked: %s", folder, g_strerror (errno));

  return descriptor;
}

static NewsDatabase *
open_and_migrate (const char *path, GError **error)
{
  g_autoptr (NewsDatabase) database = news_database_open (path, NEWS_DATABASE_WRITER, error);

  if (database == NULL || !news_schema_migrate (database, news_schema_get_version (), error)
      || !news_schema_check (database, error))
    return NULL;

  return g_steal_pointer (&database);
}

/* Moves what stands at @path with @suffix, if anything does. */
static gboolean
move (const char *path, const char *suffix, const char *target, GError **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (target, suffix, NULL);

  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;

  return set_error_from_errno (error, SQLITE_CANTOPEN, errno);
}

static void
remove_file (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  if (g_unlink (name) == -1 && errno != ENOENT)
    g_debug ("%s can’t be removed: %s", name, g_strerror (errno));
}

static char *
choose_name_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  char *name = g_strdup_printf ("%s.damaged-%s", path, date);

  for (guint n = 2; g_file_test (name, G_FILE_TEST_EXISTS); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u", path, date, n);
    }

  return name;
}

/* Writes what can be read of the file at @path into a new one beside it, whole or not at all. */
static gboolean
make_fresh (const char *path, const char *fresh, GError **error)
{
  g_autoptr (NewsDatabase) database = NULL;

  remove_file (fresh, "");
  remove_file (fresh, LOG_SUFFIX);
  remove_file (fresh, MEMORY_SUFFIX);

  database = open_and_migrate (fresh, error);

  return database != NULL && news_rescue_run (path, database, error);
}

/* Puts the damaged file aside and the new one into its place. The log goes with its file: it may
 * hold what the file does not yet have. */
static gboolean
swap (const char *path, const char *fresh, const char *aside, GError **error)
{
  if (!move (path, "", aside, error) || !move (path, LOG_SUFFIX, aside, error))
    return FALSE;
  remove_file (path, MEMORY_SUFFIX);

  if (!move (fresh, "", path, error))
    return FALSE;
  remove_file (path, MARK_SUFFIX);

  return TRUE;
}

static NewsDatabase *
replace (const char *path, char **set_aside, GError **error)
{
  g_autofree char *fresh = g_strconcat (path, FRESH_SUFFIX, NULL);
  g_autofree char *aside = choose_name_aside (path);
  NewsDatabase *database;

  if (!make_fresh (path, fresh, error) || !swap (path, fresh, aside, error))
    return NULL;

  database = open_and_migrate (path, error);
  if (database != NULL)
    *set_aside = g_steal_pointer (&aside);

  return database;
}

/* Where the last opening was stopped between the two moves of swap(), the new file is complete. */
static gboolean
finish_swap (const char *path, GError **error)
{
  g_autofree char *fresh = g_strconcat (path, FRESH_SUFFIX, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_test (fresh, G_FILE_TEST_EXISTS))
    return TRUE;

  remove_file (path, LOG_SUFFIX);
  remove_file (path, MEMORY_SUFFIX);
  remove_file (path, MARK_SUFFIX);

  return move (fresh, "", path, error);
}

static NewsDatabase *
open_or_replace (const char *path, char **set_aside, GError **error)
{
  g_autofree char *mark = g_strconcat (path, MARK_SUFFIX, NULL);
  g_autoptr (NewsDatabase) database = NULL;
  g_autoptr (GError) local = NULL;

  if (!finish_swap (path, error))
    return NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    remove_file (path, MARK_SUFFIX);

  database = open_and_migrate (path, &local);
  if (database != NULL && !g_file_test (mark, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&database);

  if (database == NULL && news_schema_is_later (path, error))
    return NULL;

  if (database == NULL && !g_error_matches (local, NEWS_STORE_ERROR, NEWS_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  g_clear_pointer (&database, news_database_close);

  return replace (path, set_aside, error);
}

NewsDatabase *
news_opening_open (const char *path, char **set_aside, GError **error)
{
  NewsDatabase *database;
  int lock;

  *set_aside = NULL;
  if (!make_folder (path, error))
    return NULL;

  lock = lock_folder (path);
  database = open_or_replace (path, set_aside, error);
  if (lock != -1)
    close (lock);

  return database;
}

void
news_opening_mark_damaged (const char *path)
{
  g_autofree char *mark = g_strconcat (path, MARK_SUFFIX, NULL);
  int descriptor = g_open (mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  if (descriptor == -1)
    g_debug ("%s can’t be written: %s", mark, g_strerror (errno));
  else
    close (descriptor);
}
