/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

#define NEWS_TYPE_HEADLINE_CACHE (news_headline_cache_get_type ())

/* The headlines of a list that are looked at or were lately: each is one object, which is empty
 * until the store has been read, and is filled again when it changes. Of the main thread. */
G_DECLARE_FINAL_TYPE (NewsHeadlineCache, news_headline_cache, NEWS, HEADLINE_CACHE, GObject)

/* @scope is what the list is of: what a search has found is marked in the headlines. */
NewsHeadlineCache *news_headline_cache_new (NewsStore *store, NewsScope *scope);

/* Nothing is read any more; what is on its way is dropped, and headlines that are wanted from now
 * on stay empty. */
void news_headline_cache_close (NewsHeadlineCache *self);

/* The list is of another scope from now on. Headlines that somebody holds stay the same objects,
 * and as they are until the next news_headline_cache_renew(); all others are let go. */
void news_headline_cache_set_scope (NewsHeadlineCache *self, NewsScope *scope);

/* The headline of @article, or NULL if nobody has wanted it yet. Borrowed. */
NewsHeadline *news_headline_cache_get (NewsHeadlineCache *self, gint64 article);

/* Has the headlines of @articles (@length numbers) read together, those that are not here. They are
 * there at once, empty. */
void news_headline_cache_want (NewsHeadlineCache *self, const gint64 *articles, guint length);

/* Takes @headlines, NewsHeadline as the store told them with a list; others that somebody holds are
 * read again. */
void news_headline_cache_renew (NewsHeadlineCache *self, GPtrArray *headlines);

/* The article was marked, which what was read before does not undo. */
void news_headline_cache_mark (NewsHeadlineCache *self,
                               gint64 article,
                               gboolean read,
                               gboolean bookmarked);

G_END_DECLS
