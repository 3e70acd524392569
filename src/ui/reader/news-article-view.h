/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline.h"
#include "news-page.h"
#include "news-picture-loader.h"
#include "news-selection.h"
#include "news-story.h"
#include "news-typography.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_ARTICLE_VIEW (news_article_view_get_type ())

/* One article as a page: topic line, headline, standfirst, byline, lead, body, the way to the
 * original and more headlines. Activates "story.follow" (s) for links, "story.topic" (s) for topics
 * and "story.open" (x) for other headlines. It has the focus where no link or button in it has, and
 * is not scrolled to for that.
 *
 * Signals: place-changed (), built (), see NewsPageColumn. */
G_DECLARE_FINAL_TYPE (NewsArticleView, news_article_view, NEWS, ARTICLE_VIEW, GtkBox)

GtkWidget *news_article_view_new (void);

/* Shows @story from @place on; its first screens of blocks at once, the others when there is time.
 * @page may be NULL, where the source has no body. */
void news_article_view_set_story (NewsArticleView *self,
                                  NewsPictureLoader *loader,
                                  NewsStory *story,
                                  NewsPage *page,
                                  NewsReadingPlace place);

/* See news_page_column_hold(). */
void news_article_view_hold (NewsArticleView *self, double y);

/* See news_page_column_get_place(). */
NewsReadingPlace news_article_view_get_place (NewsArticleView *self);

/* The page on show, or NULL. Borrowed. */
NewsPage *news_article_view_get_page (NewsArticleView *self);

/* Brings date and visits up to date, and nothing else. */
void news_article_view_set_facts (NewsArticleView *self, NewsStory *story);

/* @headlines holds NewsHeadline. */
void news_article_view_set_more (NewsArticleView *self,
                                 NewsPictureLoader *loader,
                                 GPtrArray *headlines);

/* How stories are set that are shown from now on; later changes of it have effect at once. */
void news_article_view_set_typography (NewsArticleView *self, NewsTypography *typography);

/* What is selected of the page. Borrowed. */
NewsSelection *news_article_view_get_selection (NewsArticleView *self);

/* The pictures of the page in reading order, the lead first. The array is the caller's, of
 * NewsPicture with a reference each. */
GPtrArray *news_article_view_list_pictures (NewsArticleView *self);

/* See news_neighbours_set(). */
void news_article_view_set_neighbours (NewsArticleView *self,
                                       NewsHeadline *previous,
                                       NewsHeadline *next);

G_END_DECLS
