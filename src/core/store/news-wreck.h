/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-story.h"

G_BEGIN_DECLS

/* A damaged file of the store, read as far as that goes. Nothing fails: what can't be read is not
 * there. It takes the tables as any version of the schema made them, for a file of an earlier
 * version may be damaged too. */
typedef struct _NewsWreck NewsWreck;

typedef struct
{
  gint64 identity;
  gint64 read_at; /* 0 for never */
  gint64 bookmarked_at;
  gint64 rank; /* see news-bookmark-order.h; that of its time where none can be read */
  gboolean read;
  gboolean bookmarked;
} NewsWreckStatus;

typedef struct
{
  char *source; /* id of the source */
  char *title;  /* its name, or NULL */
  char *remote; /* the source's own id of the article */
} NewsWreckIdentity;

/* NULL where nothing at all can be read. */
NewsWreck *news_wreck_open (const char *path);
void news_wreck_close (NewsWreck *self);

/* An array of NewsWreckStatus, each identity once. */
GArray *news_wreck_read_statuses (NewsWreck *self);

NewsWreckIdentity *news_wreck_get_identity (NewsWreck *self, gint64 identity);
void news_wreck_identity_free (NewsWreckIdentity *self);

/* The article with as much of its body and its links as can be read, or NULL. */
NewsStory *news_wreck_get_story (NewsWreck *self, gint64 identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsWreck, news_wreck_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsWreckIdentity, news_wreck_identity_free)

G_END_DECLS
