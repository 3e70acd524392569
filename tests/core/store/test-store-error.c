/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

static const struct
{
  int code;
  int system;
  NewsStoreError error;
} codes[] = {
  { SQLITE_FULL, 0, NEWS_STORE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, ENOSPC, NEWS_STORE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, EDQUOT, NEWS_STORE_ERROR_FULL },
  { SQLITE_IOERR_SHMSIZE, EFBIG, NEWS_STORE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, EIO, NEWS_STORE_ERROR_FAILED },
  { SQLITE_IOERR_WRITE, EROFS, NEWS_STORE_ERROR_READ_ONLY },
  { SQLITE_CANTOPEN, EACCES, NEWS_STORE_ERROR_READ_ONLY },
  { SQLITE_CANTOPEN, EISDIR, NEWS_STORE_ERROR_FAILED },
  { SQLITE_READONLY_DIRECTORY, 0, NEWS_STORE_ERROR_READ_ONLY },
  { SQLITE_READONLY_DBMOVED, 0, NEWS_STORE_ERROR_FAILED },
  { SQLITE_PERM, 0, NEWS_STORE_ERROR_READ_ONLY },
  { SQLITE_CORRUPT_INDEX, 0, NEWS_STORE_ERROR_CORRUPT },
  { SQLITE_NOTADB, 0, NEWS_STORE_ERROR_CORRUPT },
  { SQLITE_IOERR_SHORT_READ, 0, NEWS_STORE_ERROR_CORRUPT },
  { SQLITE_IOERR_CORRUPTFS, 0, NEWS_STORE_ERROR_CORRUPT },
  { SQLITE_BUSY_TIMEOUT, 0, NEWS_STORE_ERROR_FAILED },
  { SQLITE_ERROR, 0, NEWS_STORE_ERROR_FAILED },
};

static void
test_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = news_store_error_new (codes[i].code, codes[i].system, "words");

      g_test_message ("%d: %s", codes[i].code, error->message);
      g_assert_error (error, NEWS_STORE_ERROR, (int) codes[i].error);
    }
}

/* What nobody can act upon comes with SQLite's own words, the rest with words that help. */
static void
test_words (void)
{
  g_autoptr (GError) failed = news_store_error_new (SQLITE_ERROR, 0, "no such thing");
  g_autoptr (GError) busy = news_store_error_new (SQLITE_BUSY, 0, "no such thing");

  g_assert_nonnull (strstr (failed->message, "no such thing"));
  g_assert_null (strstr (busy->message, "no such thing"));
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = news_store_error_new (SQLITE_INTERRUPT, 0, "interrupted");

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-error/codes", test_codes);
  g_test_add_func ("/store-error/words", test_words);
  g_test_add_func ("/store-error/cancelled", test_cancelled);

  return g_test_run ();
}
