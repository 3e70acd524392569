/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-fetcher.h"
#include "news-keyring.h"
#include "news-registry.h"
#include "news-store.h"

G_BEGIN_DECLS

/* What an assignment works with. All of it may be used from any thread. */
typedef struct
{
  NewsFetcher *fetcher;
  NewsRegistry *registry;
  NewsStore *store;
  NewsKeyring *keyring; /* or NULL */
} NewsTools;

/* To bring the news of one query: its newest articles, or the page of older ones after those that
 * are there. */
typedef struct
{
  /* What to do; owned */
  NewsSource *source;
  char *section;    /* the source's own id, or NULL for everything */
  gboolean older;   /* the next page, not the newest */
  NewsPlace *place; /* of the next page if it is known, or NULL */
  gboolean patient; /* a clock asks, or the end of a list that came in sight */
  guint max_age;    /* seconds: an answer no older than that is good enough; 0 asks in any case */

  /* What came of it; owned */
  NewsPlace *next;    /* the page after the last that was asked for, or NULL */
  gboolean ended;     /* there are no older articles */
  gboolean was_asked; /* FALSE if the last answer was good enough */
  guint added;
  NewsToll toll;
  guint retry_after;
  guint lifetime;      /* of the newest page, see NewsErrand */
  guint today;         /* requests to the source before this, by UTC */
  gboolean expired;    /* the publisher has ended it, as the last whole answer told */
  gboolean is_used_up; /* what the source allows a day */
  GPtrArray *faults;   /* char*: articles that could not be understood */
} NewsAssignment;

NewsAssignment *news_assignment_new (NewsSource *source, const char *section);
void news_assignment_free (NewsAssignment *self);

/* Fetches, understands and stores: the whole way of an article but its being shown. Where
 * everything on the newest page is new, it goes on until it meets what is known, so that no gap
 * stays after a holiday; within limits.
 *
 * Keeps to news-timetable.h and to the limits that the source names, and notes in the store what
 * came of it. Where the query has to wait for a time that the server or a limit set, this fails
 * with NEWS_API_ERROR_RATE_LIMITED and says until when; where it has to wait because it failed, a
 * patient one fails again with what is kept of that. Worker threads only. */
gboolean news_assignment_run (NewsAssignment *self,
                              const NewsTools *tools,
                              GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsAssignment, news_assignment_free)

G_END_DECLS
