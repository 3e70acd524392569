/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE (news_headline_get_type ())

G_DECLARE_FINAL_TYPE (NewsHeadline, news_headline, NEWS, HEADLINE, GObject)

/* Some bytes of a text, such as those that a search has found. */
typedef struct
{
  guint start;
  guint end;
} NewsTextRange;

/* An article as a row of a list shows it. Everything but the two states is written once, before the
 * object is shared, and then read as plain members. Belongs to the main thread. */
struct _NewsHeadline
{
  GObject parent_instance;

  gint64 article; /* the store's number; 0 as long as nothing else is known */
  char *title;    /* never NULL once filled */
  char *outlet;
  char *byline;
  char *preview;
  char *language;
  char *url;
  NewsPicture *lead;  /* NULL without a picture */
  gint64 published;   /* seconds since 1970, UTC */
  gint64 visits;      /* -1 where the source does not count */
  gboolean protected; /* as of NewsArticle: what is here is a teaser */
  gboolean consent;   /* the same: its site wants to track who reads it */

  /* In the list of a search: some of the text around what was found (NULL where it is in none), and
   * the ranges (NewsTextRange) of what was found in it and in the title; NULL for none. */
  char *snippet;
  GArray *snippet_ranges;
  GArray *title_ranges;

  gboolean read;
  gboolean bookmarked;
};

NewsHeadline *news_headline_new (gint64 article);

/* Takes what @other, which is of the same article, knows; emits "filled" if that is something else
 * than before, as whoever shows it would have to lay it out anew. */
void news_headline_fill (NewsHeadline *self, NewsHeadline *other);

/* The two states, as properties "read" and "bookmarked". */
gboolean news_headline_get_read (NewsHeadline *self);
void news_headline_set_read (NewsHeadline *self, gboolean read);
gboolean news_headline_get_bookmarked (NewsHeadline *self);
void news_headline_set_bookmarked (NewsHeadline *self, gboolean bookmarked);

G_END_DECLS
