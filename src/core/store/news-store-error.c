/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#define PRIMARY(code) ((code) & 0xff)

/* What the file system said, as far as a person can do something about it; FAILED for the rest. */
static NewsStoreError
classify_system (int system)
{
  switch (system)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return NEWS_STORE_ERROR_FULL;

    case EACCES:
    case EPERM:
    case EROFS:
      return NEWS_STORE_ERROR_READ_ONLY;

    default:
      return NEWS_STORE_ERROR_FAILED;
    }
}

static NewsStoreError
classify (int code, int system)
{
  if (code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_SHORT_READ)
    return NEWS_STORE_ERROR_CORRUPT;

  /* The file can be written to, but it is no longer the one at its path. */
  if (code == SQLITE_READONLY_DBMOVED)
    return NEWS_STORE_ERROR_FAILED;

  switch (PRIMARY (code))
    {
    case SQLITE_FULL:
      return NEWS_STORE_ERROR_FULL;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return NEWS_STORE_ERROR_READ_ONLY;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return NEWS_STORE_ERROR_CORRUPT;

    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return classify_system (system);

    default:
      return NEWS_STORE_ERROR_FAILED;
    }
}

GQuark
news_store_error_quark (void)
{
  return g_quark_from_static_string ("news-store-error-quark");
}

GError *
news_store_error_new (int code, int system, const char *words)
{
  NewsStoreError error = classify (code, system);

  if (PRIMARY (code) == SQLITE_INTERRUPT)
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                _ ("The operation was cancelled."));

  if (PRIMARY (code) == SQLITE_BUSY)
    return g_error_new_literal (NEWS_STORE_ERROR, error,
                                _ ("Another program keeps the stored articles busy. Close it, and "
                                   "try again."));

  switch (error)
    {
    case NEWS_STORE_ERROR_FULL:
      return g_error_new_literal (NEWS_STORE_ERROR, error,
                                  _ ("The disk is full. Nothing that was stored is lost; free some "
                                     "space to store more."));

    case NEWS_STORE_ERROR_READ_ONLY:
      return g_error_new_literal (NEWS_STORE_ERROR, error,
                                  _ ("The folder of the stored articles can’t be written to. Check "
                                     "its permissions."));

    case NEWS_STORE_ERROR_CORRUPT:
      return g_error_new_literal (NEWS_STORE_ERROR, error,
                                  _ ("The file of the stored articles is damaged. It will be "
                                     "repaired at the next start."));

    case NEWS_STORE_ERROR_FAILED:
    case NEWS_STORE_ERROR_TOO_NEW:
    case NEWS_STORE_ERROR_NOT_FOUND:
    case NEWS_STORE_ERROR_CLOSED:
    default:
      return g_error_new (NEWS_STORE_ERROR, error,
                          /* Translators: %s is a technical message in English. */
                          _ ("The stored articles could not be reached: %s"), words);
    }
}

GError *
news_store_error_new_closed (void)
{
  return g_error_new_literal (NEWS_STORE_ERROR, NEWS_STORE_ERROR_CLOSED,
                              _ ("The stored articles are closed."));
}
