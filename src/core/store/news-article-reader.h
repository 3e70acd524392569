/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"
#include "news-headline.h"
#include "news-picture.h"
#include "news-story.h"

G_BEGIN_DECLS

/* What articles.protected holds. */
enum
{
  NEWS_STORED_FREE,
  NEWS_STORED_PROTECTED, /* NewsArticle.protected */
  NEWS_STORED_CONSENT,   /* NewsArticle.consent */
};

/* Reading articles out of the store, inside a transaction. NULL where the article is not there, or
 * the database has failed. */

NewsHeadline *news_article_reader_get_headline (NewsDatabase *database, gint64 article);

/* The whole of it as it was told, but for its topics, sections and related articles. */
NewsStory *news_article_reader_get_story (NewsDatabase *database, gint64 article);

/* What a row of the list says of it, without body and standfirst. */
NewsStory *news_article_reader_get_head (NewsDatabase *database, gint64 article);

/* Adds the standfirst and the body to what news_article_reader_get_head() gave. */
void news_article_reader_add_body (NewsDatabase *database, NewsStory *story);

/* Adds the topics, sections and related articles, and the name of the source where the article
 * names no outlet. */
void news_article_reader_add_links (NewsDatabase *database, NewsStory *story);

/* A picture as the store keeps it, and back; NULL for NULL. */
GBytes *news_article_reader_pack_picture (NewsPicture *picture);
NewsPicture *news_article_reader_unpack_picture (GBytes *bytes);

G_END_DECLS
