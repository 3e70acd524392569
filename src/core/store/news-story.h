/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"
#include "news-reading-place.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* An article with what the reader's own side knows of it. Immutable once returned. */
typedef struct _NewsStory NewsStory;

struct _NewsStory
{
  gint64 number;        /* the store's number */
  char *source;         /* id of the source */
  NewsArticle *article; /* without body_html and body_text: the page has taken their place */
  gboolean read;
  gboolean bookmarked;
  gint64 bookmarked_at;   /* seconds since 1970; 0 unless it is a bookmark */
  NewsReadingPlace place; /* where it is read on */
};

NewsStory *news_story_new (void);
NewsStory *news_story_ref (NewsStory *self);
void news_story_unref (NewsStory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsStory, news_story_unref)

G_END_DECLS
