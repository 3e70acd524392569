/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"
#include "news-store.h"

G_BEGIN_DECLS

#define NEWS_TYPE_STORY_LOADER (news_story_loader_get_type ())

/* Reads articles of a store with their pages, which a worker opens. Marks are as they are when the
 * answer is taken, though the store may have found it before. Of the main thread. */
G_DECLARE_FINAL_TYPE (NewsStoryLoader, news_story_loader, NEWS, STORY_LOADER, GObject)

NewsStoryLoader *news_story_loader_new (NewsStore *store);

/* Reads @article; its page only @with_page. */
void news_story_loader_load_async (NewsStoryLoader *self,
                                   gint64 article,
                                   gboolean with_page,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* NULL with an error of the store or of the page, or G_IO_ERROR_CANCELLED. @page (NULL for none to
 * be given) is owned by the caller, and NULL for an article that has none. */
NewsStory *news_story_loader_load_finish (NewsStoryLoader *self,
                                          GAsyncResult *result,
                                          NewsPage **page,
                                          GError **error);

G_END_DECLS
