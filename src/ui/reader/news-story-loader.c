/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-story-loader.h"

#include "news-fresh-marks.h"
#include "news-page-opening.h"

struct _NewsStoryLoader
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  NewsFreshMarks *marks;
};

typedef struct
{
  NewsStory *story;
  NewsPage *page;
  gboolean with_page;
} Loading;

G_DEFINE_FINAL_TYPE (NewsStoryLoader, news_story_loader, G_TYPE_OBJECT)

static void
free_loading (Loading *loading)
{
  g_clear_pointer (&loading->story, news_story_unref);
  g_clear_pointer (&loading->page, news_page_unref);
  g_free (loading);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  loading->page = news_page_open_finish (result, &error);
  if (loading->page != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
story_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  NewsArticle *article;

  loading->story = news_store_story_finish (NEWS_STORE (object), result, &error);
  if (loading->story == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  article = loading->story->article;
  if (loading->with_page && article->page != NULL)
    news_page_open_async (article->page, article->language, g_task_get_cancellable (task),
                          opened_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
news_story_loader_finalize (GObject *object)
{
  NewsStoryLoader *self = NEWS_STORY_LOADER (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (news_story_loader_parent_class)->finalize (object);
}

static void
news_story_loader_class_init (NewsStoryLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_story_loader_finalize;
}

static void
news_story_loader_init (NewsStoryLoader *self)
{
}

NewsStoryLoader *
news_story_loader_new (NewsStore *store)
{
  NewsStoryLoader *self = g_object_new (NEWS_TYPE_STORY_LOADER, NULL);

  self->store = g_object_ref (store);
  self->marks = news_fresh_marks_new (store);

  return self;
}

void
news_story_loader_load_async (NewsStoryLoader *self,
                              gint64 article,
                              gboolean with_page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  g_return_if_fail (NEWS_IS_STORY_LOADER (self));

  loading->with_page = with_page;
  g_task_set_source_tag (task, news_story_loader_load_async);
  g_task_set_task_data (task, loading, (GDestroyNotify) free_loading);
  news_fresh_marks_expect (self->marks);
  news_store_story_async (self->store, article, cancellable, story_cb, g_object_ref (task));
}

NewsStory *
news_story_loader_load_finish (NewsStoryLoader *self,
                               GAsyncResult *result,
                               NewsPage **page,
                               GError **error)
{
  Loading *loading = g_task_get_task_data (G_TASK (result));
  gboolean loaded = g_task_propagate_boolean (G_TASK (result), error);

  if (loaded)
    news_fresh_marks_get (self->marks, loading->story->number, &loading->story->read,
                          &loading->story->bookmarked);
  news_fresh_marks_arrived (self->marks);

  if (!loaded)
    return NULL;

  if (page != NULL)
    *page = g_steal_pointer (&loading->page);

  return g_steal_pointer (&loading->story);
}
