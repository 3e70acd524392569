/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-fingerprint.h"
#include "news-story.h"

G_BEGIN_DECLS

/* The rows of the store that hold an article itself: its head, its body, its earlier versions.
 * Everything runs inside a transaction that writes. */

/* What the store knows of an article that is told again. */
typedef struct
{
  gboolean there;
  gint64 published;
  gint64 updated;
  gint64 visits;
  gint64 first_seen;
  gint64 sorted;
  NewsFingerprint fingerprint;
  NewsPicture *lead;
  gboolean lapsed;  /* its body may not be kept, and is no longer there */
  NewsStory *story; /* only where the article was completed from it */
} NewsKnown;

typedef enum
{
  NEWS_TELLING_SAME,    /* nothing had to be written */
  NEWS_TELLING_ADDED,   /* the article was not there */
  NEWS_TELLING_CHANGED, /* another version, and the earlier one is now a revision */
  NEWS_TELLING_UPDATED, /* the same version with other details, such as visits */
} NewsTelling;

/* Fills @known, which is all zeros, with what there is of @article. */
void news_article_rows_look_up (NewsDatabase *database, gint64 article, NewsKnown *known);
void news_known_clear (NewsKnown *self);

/* Completes @view, a copy of the article whose members are all borrowed, with what is known of it
 * and not told this time; what it borrows from @known lives as long as that. */
void news_article_rows_complete (NewsDatabase *database,
                                 gint64 article,
                                 NewsArticle *view,
                                 NewsKnown *known);

/* What lists go by: when it was published, unless that is unknown or yet to come at @now; then when
 * it was first seen. It changes only with the date itself: an article that is dated some hours
 * ahead must not jump once these hours have passed. */
gint64 news_article_rows_choose_time (const NewsArticle *view, const NewsKnown *known, gint64 now);

/* Takes the body of @article away, those of its earlier versions, and its lead picture, and leaves
 * its head, so that the source may tell it again. FALSE if there was nothing to take. */
gboolean news_article_rows_lapse (NewsDatabase *database, gint64 article);

/* Writes what is not yet there. @source is the row of its source. */
NewsTelling news_article_rows_write (NewsDatabase *database,
                                     gint64 article,
                                     gint64 source,
                                     const NewsArticle *view,
                                     const NewsKnown *known,
                                     gint64 sorted,
                                     gint64 now);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsKnown, news_known_clear)

G_END_DECLS
