/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-page-tools.h"
#include "news-page.h"
#include "news-picture-loader.h"
#include "news-typography.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_READER (news_reader_get_type ())

/* The pane in which an article is read. It has the action "story.view-picture" (s), which opens the
 * viewer at the picture of the article that news_picture_frame_get_address() calls so.
 *
 * Property: narrow, whether it is alone in the window, so that a way back is needed and large
 * letters are too large.
 *
 * Signals: story-changed (), when another article, or a later state of it, is on show. */
G_DECLARE_FINAL_TYPE (NewsReader, news_reader, NEWS, READER, AdwNavigationPage)

void news_reader_set_desk (NewsReader *self, NewsDesk *desk, NewsPictureLoader *loader);

/* Shows @article, from its top; 0 shows that nothing is chosen. */
void news_reader_open (NewsReader *self, gint64 article);

/* The search by which the article that is or is to be on show was found; NULL for none. */
void news_reader_set_sought (NewsReader *self, const char *query);

/* The story on show, or NULL. Borrowed. */
NewsStory *news_reader_get_story (NewsReader *self);

/* The page of that story, or NULL where it has none. Borrowed. */
NewsPage *news_reader_get_page (NewsReader *self);

/* The number of the article that is or is to be on show. */
gint64 news_reader_get_article (NewsReader *self);

/* Scrolls on by a screen. FALSE at the end. */
gboolean news_reader_page_down (NewsReader *self);
gboolean news_reader_page_up (NewsReader *self);

/* Has stories set as @settings say, and follow them; to be called once. */
void news_reader_set_settings (NewsReader *self, GSettings *settings);

/* What can be done with the page on show. Borrowed. */
NewsPageTools *news_reader_get_tools (NewsReader *self);

/* What stands before and after the article in the list that it was opened from; NULL for none. */
void news_reader_set_neighbours (NewsReader *self, NewsHeadline *previous, NewsHeadline *next);

G_END_DECLS
