/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline-model.h"
#include "news-picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE_FACTORY (news_headline_factory_get_type ())

/* Makes the rows and the headings of a view of headlines.
 *
 * Signals: clicked (position: guint), when a row was clicked. */
G_DECLARE_FINAL_TYPE (NewsHeadlineFactory, news_headline_factory, NEWS, HEADLINE_FACTORY, GObject)

NewsHeadlineFactory *news_headline_factory_new (NewsHeadlineModel *model);

/* Has @view, whose model shows the same rows, made by this. */
void news_headline_factory_serve (NewsHeadlineFactory *self, GtkListView *view);

/* Whether @view, which is served by this, has headings; it has at first. */
void news_headline_factory_set_headings (NewsHeadlineFactory *self,
                                         GtkListView *view,
                                         gboolean shown);

/* Where pictures come from in the rows that are bound from now on. */
void news_headline_factory_set_loader (NewsHeadlineFactory *self, NewsPictureLoader *loader);

G_END_DECLS
