/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"
#include "news-page.h"
#include "news-picture-loader.h"
#include "news-story.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ARTICLE_VIEW (news_article_view_get_type ())

/* One article as a page: topic line, headline, standfirst, byline, lead, body, the way to the
 * original and more headlines. Activates "story.follow" (s) for links, "story.topic" (s) for topics
 * and "story.open" (x) for other headlines. */
G_DECLARE_FINAL_TYPE (NewsArticleView, news_article_view, NEWS, ARTICLE_VIEW, GtkBox)

GtkWidget *news_article_view_new (void);

/* Shows @story; its first screens of blocks at once, the others when there is time. @page may be
 * NULL, where the source has no body. */
void news_article_view_set_story (NewsArticleView *self,
                                  NewsPictureLoader *loader,
                                  NewsStory *story,
                                  NewsPage *page);

/* The page on show, or NULL. Borrowed. */
NewsPage *news_article_view_get_page (NewsArticleView *self);

/* Brings date and visits up to date, and nothing else. */
void news_article_view_set_facts (NewsArticleView *self, NewsStory *story);

/* @headlines holds NewsHeadline. */
void news_article_view_set_more (NewsArticleView *self,
                                 NewsPictureLoader *loader,
                                 GPtrArray *headlines);

/* See news_neighbours_set(). */
void news_article_view_set_neighbours (NewsArticleView *self,
                                       NewsHeadline *previous,
                                       NewsHeadline *next);

/* The width of a line, in times of the usual text size. */
void news_article_view_set_text_scale (NewsArticleView *self, double scale);

G_END_DECLS
