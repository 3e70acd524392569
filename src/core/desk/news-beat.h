/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-assignment.h"

G_BEGIN_DECLS

/* A query that is gone round to again and again, and how it stands. Belongs to the main thread. */
typedef struct
{
  NewsSource *source;
  char *section;
  gboolean refreshing;
  gboolean again; /* to be asked once more, as soon as it is not refreshing any more */
  gboolean extending;
  gboolean ended;
  NewsPlace *next;
  GError *error; /* of the last time, or NULL */

  char *lane;    /* see news_beat_find_server() */
  gboolean here; /* the same */
} NewsBeat;

NewsBeat *news_beat_new (NewsSource *source, const char *section);
void news_beat_free (NewsBeat *self);

/* Another description of the same source, which is asked from the next time on. */
void news_beat_set_source (NewsBeat *self, NewsSource *source);

/* Sets the lane to the server that will be waited for, which sources of one outlet often share, and
 * says whether it is on this machine; a source without an address, which fails by itself, has its
 * own lane, here. Known until the source is described anew. */
void news_beat_find_server (NewsBeat *self, NewsRegistry *registry);

/* By which beats are told apart: a query's source and section. */
char *news_beat_dup_key (const char *source, const char *section);

/* Takes note of what came of an assignment; @error is NULL if it went well, and is copied. When
 * it may be asked again is kept in the store, see NewsAssignment. */
void news_beat_note (NewsBeat *self, NewsAssignment *assignment, const GError *error);

G_END_DECLS
