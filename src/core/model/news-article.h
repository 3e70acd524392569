/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ARTICLE (news_article_get_type ())

/* An article as a source tells it. Filled by one thread, then only read; so its members are plain,
 * and may be handed from thread to thread with a reference.
 *
 * All texts are UTF-8 and plain, without markup or entities, but for those in HTML. A text that the
 * source does not give is NULL, never "". Times are seconds since 1970 in UTC, 0 when not given. */
typedef struct _NewsArticle NewsArticle;

struct _NewsArticle
{
  /* What the API said. */
  char *id;              /* the source's own; never NULL */
  char *title;           /* NULL where there is none, as with microblogs */
  char *url;             /* of the page for browsers; absolute */
  char *byline;          /* the authors */
  char *outlet;          /* who publishes it */
  char *standfirst;      /* the summary that an editor wrote, or the source cut */
  char *language;        /* BCP 47, such as "en" or "zh-Hans" */
  char *body_html;       /* as it came, and not to be trusted */
  char *body_text;       /* where the source has plain text only */
  char *body_base;       /* what addresses in the body are relative to, or NULL for @url */
  char **key_points;     /* a summary in a few points, before the text; or NULL */
  char *key_points_html; /* the same as a list in HTML: as it came, and not to be trusted */
  char **topics;         /* names, or NULL */
  char **sections;       /* the source's own ids of the sections it stands in, or NULL */
  char **related;        /* the source's own ids of related articles, or NULL */
  NewsPicture *lead;
  gint64 published;
  gint64 updated;
  gint64 visits;         /* -1 where the source does not count */
  gboolean protected;    /* the body, or its rest, is behind a password or a subscription */
  gboolean summary_only; /* the source gives no more than this; the rest is at @url */

  /* What intake made of the body (see desk/news-intake.h). */
  GBytes *page;     /* the page's tree, serialised */
  char *text;       /* the whole body as plain text, paragraphs apart by blank lines */
  char *preview;    /* the first words, for a row of the list */
  gboolean consent; /* there is no page: the site gave none before one agrees to be tracked */

  /* What the store says: the body was there, and the source's terms let nobody keep it longer. */
  gboolean lapsed;
};

GType news_article_get_type (void) G_GNUC_CONST;
NewsArticle *news_article_new (void);
NewsArticle *news_article_ref (NewsArticle *self);
void news_article_unref (NewsArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsArticle, news_article_unref)

G_END_DECLS
