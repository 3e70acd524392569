/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The latest time of a row, after 278,000 years; the earliest is as far the other way. No date that
 * is read is beyond the year 9999. */
#define NEWS_ROW_LATEST ((G_GINT64_CONSTANT (1) << 43) - 1)

/* A row of a list, of which there are hundreds of thousands at a time. */
typedef struct
{
  gint64 article; /* the store's number of it */
  /* What it is sorted by, seconds since 1970: when it was published, or bookmarked. */
  gint64 time : 44;
  /* Of HOME: 0 for the top stories, then 1 + the index of the section; else 0. */
  guint64 group : 20;
} NewsRow;

G_STATIC_ASSERT (sizeof (NewsRow) == 16);

/* What a list held at one moment: all its rows, and the headlines of the first of them, so that
 * the first view needs no second question. Immutable once returned. */
typedef struct _NewsSnapshot NewsSnapshot;

struct _NewsSnapshot
{
  GArray *rows;         /* NewsRow */
  GPtrArray *headlines; /* NewsHeadline of the first rows, in their order */
  gboolean partial;     /* of SEARCH: not all has been looked at, and a later answer may say more */
};

NewsSnapshot *news_snapshot_new (void);
NewsSnapshot *news_snapshot_ref (NewsSnapshot *self);
void news_snapshot_unref (NewsSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSnapshot, news_snapshot_unref)

G_END_DECLS
