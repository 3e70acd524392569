/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block-view.h"
#include "news-reading-place.h"

G_BEGIN_DECLS

#define NEWS_TYPE_PAGE_COLUMN (news_page_column_get_type ())

/* The blocks of a page in their box, which a GtkViewport scrolls: builds them piece by piece,
 * between the frames; sets the texts and loads the pictures that are in sight or near it, and lets
 * go of those that are far; and keeps what is in sight where it is, whatever changes above it or
 * how wide and large the text becomes. Without a viewport all is near. For the main thread.
 *
 * Signals: place-changed (), when another place is in sight than in the frame before; built (),
 * when all blocks of a page are there. */
G_DECLARE_FINAL_TYPE (NewsPageColumn, news_page_column, NEWS, PAGE_COLUMN, GObject)

/* @box is empty, and is kept alive. */
NewsPageColumn *news_page_column_new (GtkBox *box);

/* Shows @page (NULL: none), from @place on; the first of its blocks are there when this returns.
 * @context need not stay. */
void news_page_column_show (NewsPageColumn *self,
                            NewsPage *page,
                            const NewsBlockContext *context,
                            NewsReadingPlace place);

/* Where to read on: what was at the top in the last frame. The beginning of a page that was hardly
 * begun, or of which the end has been in sight. */
NewsReadingPlace news_page_column_get_place (NewsPageColumn *self);

/* Until the page is scrolled, what is @y pixels below the top of the viewport stays there, in place
 * of what is at the top: a pointer is there. Nothing, if that is above the text. */
void news_page_column_hold (NewsPageColumn *self, double y);

/* What is at the top stays there from now on, while the size or the measure of the text changes:
 * only what is in sight is set anew at once. */
void news_page_column_expect_change (NewsPageColumn *self);

G_END_DECLS
