/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-story-loader.h"
#include "ui-store.h"

#define STORIES 3

typedef struct
{
  UiStore *store;
  NewsStoryLoader *loader;
  GCancellable *cancellable;

  /* The last answer */
  NewsStory *story;
  NewsPage *page;
  GError *error;
  gboolean loaded;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = ui_store_new ();
  ui_store_add (fixture->store, 1, STORIES);
  fixture->loader = news_story_loader_new (fixture->store->store);
  fixture->cancellable = g_cancellable_new ();
}

static void
clear_answer (Fixture *fixture)
{
  g_clear_pointer (&fixture->story, news_story_unref);
  g_clear_pointer (&fixture->page, news_page_unref);
  g_clear_error (&fixture->error);
  fixture->loaded = FALSE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clear_answer (fixture);
  g_clear_object (&fixture->cancellable);
  g_assert_finalize_object (fixture->loader);
  ui_store_free (fixture->store);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->story = news_story_loader_load_finish (NEWS_STORY_LOADER (object), result,
                                                  &fixture->page, &fixture->error);
  fixture->loaded = TRUE;
}

static void
begin (Fixture *fixture, gint64 article, gboolean with_page)
{
  clear_answer (fixture);
  news_story_loader_load_async (fixture->loader, article, with_page, fixture->cancellable,
                                loaded_cb, fixture);
}

static void
wait_for_answer (Fixture *fixture)
{
  while (!fixture->loaded)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true ((fixture->story == NULL) == (fixture->error != NULL));
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  gint64 article = ui_store_find (fixture->store, 2);

  begin (fixture, article, TRUE);
  wait_for_answer (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->story->number, ==, article);
  g_assert_cmpstr (fixture->story->article->title, ==, "Story 2");
  g_assert_nonnull (fixture->page);

  begin (fixture, article, FALSE);
  wait_for_answer (fixture);
  g_assert_cmpint (fixture->story->number, ==, article);
  g_assert_null (fixture->page);
}

/* The store has not been asked again, and a later answer is its own. */
static void
test_marked (Fixture *fixture, gconstpointer data)
{
  gint64 article = ui_store_find (fixture->store, 1);

  begin (fixture, article, TRUE);
  g_signal_emit_by_name (fixture->store->store, "status-changed", article, TRUE, TRUE);
  wait_for_answer (fixture);
  g_assert_true (fixture->story->read);
  g_assert_true (fixture->story->bookmarked);

  begin (fixture, article, TRUE);
  wait_for_answer (fixture);
  g_assert_false (fixture->story->read);
  g_assert_false (fixture->story->bookmarked);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  begin (fixture, STORIES + 100, TRUE);
  wait_for_answer (fixture);
  g_assert_nonnull (fixture->error);
  g_assert_null (fixture->page);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  begin (fixture, ui_store_find (fixture->store, 1), TRUE);
  g_cancellable_cancel (fixture->cancellable);
  wait_for_answer (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function) \
  g_test_add ("/story-loader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("page", test_page);
  ADD ("marked", test_marked);
  ADD ("none", test_none);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
