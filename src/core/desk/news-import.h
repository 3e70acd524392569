/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-opml.h"

G_BEGIN_DECLS

/* What was in a file that a reader wants to take in: a whole edition, or a list of subscriptions to
 * add to one. One of the two is NULL. */
typedef struct
{
  NewsEdition *edition;
  NewsOpml *opml;
} NewsImport;

/* The largest file that is looked at, in bytes; that of an edition may have NEWS_EDITIONS_LIMIT. */
#define NEWS_IMPORT_LIMIT (16 * 1024 * 1024)

/* Reads the file, which is known by what is in it, whatever its name. @sample is as for
 * news_editions_parse(). Nothing is kept or changed. The error's message is for people. Worker
 * threads only. */
NewsImport *news_import_read (GFile *file,
                              const char *sample,
                              GCancellable *cancellable,
                              GError **error);
void news_import_free (NewsImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsImport, news_import_free)

G_END_DECLS
