/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* For nftw(). */
#define _XOPEN_SOURCE 700

#include "ui-store.h"

#include "news-page.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

/* What only worker threads may do, and waits. */
typedef struct
{
  UiStore *self;
  int first;
  int last;
} Work;

static int
remove_cb (const char *path, const struct stat *status, int type, struct FTW *walk)
{
  return g_remove (path);
}

static gpointer
open_thread (gpointer data)
{
  UiStore *self = data;
  g_autofree char *path = g_build_filename (self->folder, "store.db", NULL);
  g_autoptr (GError) error = NULL;

  self->store = news_store_open (path, NULL, &error);
  g_assert_no_error (error);

  return NULL;
}

static NewsArticle *
create_article (int i)
{
  NewsArticle *article = news_article_new ();
  g_autoptr (NewsPage) page = NULL;

  article->id = g_strdup_printf ("%d", i);
  article->title = g_strdup_printf ("Story %d", i);
  article->url = g_strdup_printf ("https://peers.example/%d", i);
  article->outlet = g_strdup ("The Peers");
  article->preview = g_strdup_printf ("What story %d tells", i);
  article->text = g_strdup_printf ("The body of story %d.", i);
  page = news_page_new_from_text (article->text);
  article->page = news_page_to_bytes (page);
  article->published = UI_STORE_TIME (i);

  return article;
}

static gpointer
add_thread (gpointer data)
{
  Work *work = data;
  g_autoptr (NewsSource) source = news_source_new (UI_STORE_SOURCE, "The Peers", "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };
  g_autoptr (GError) error = NULL;

  for (int i = work->first; i <= work->last; i++)
    g_ptr_array_add (articles, create_article (i));
  news_store_take_in (work->self->store, &batch, NULL, &error);
  g_assert_no_error (error);

  return NULL;
}

UiStore *
ui_store_new (void)
{
  UiStore *self = g_new0 (UiStore, 1);

  self->folder = g_dir_make_tmp ("store-XXXXXX", NULL);
  g_thread_join (g_thread_new ("open", open_thread, self));

  return self;
}

void
ui_store_free (UiStore *self)
{
  news_store_close (self->store);
  /* Results on their way hold the store until they have been handed out. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->store);
  g_assert_cmpint (nftw (self->folder, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (self->folder);
  g_free (self);
}

void
ui_store_add (UiStore *self, int first, int last)
{
  Work work = { self, first, last };

  g_thread_join (g_thread_new ("add", add_thread, &work));
}

void
ui_store_forget_index (UiStore *self)
{
  g_autofree char *path = g_build_filename (self->folder, "store.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (database, "INSERT INTO unindexed SELECT id FROM articles", NULL, NULL, NULL), ==,
    SQLITE_OK);
  sqlite3_close (database);
}

static gpointer
index_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  int left = news_store_index_more (((UiStore *) data)->store, &error);

  g_assert_no_error (error);

  return GINT_TO_POINTER (left);
}

int
ui_store_index_more (UiStore *self)
{
  return GPOINTER_TO_INT (g_thread_join (g_thread_new ("index", index_thread, self)));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gint64 *number = user_data;
  g_autoptr (GError) error = NULL;

  *number = news_store_find_finish (NEWS_STORE (object), result, &error);
  g_assert_no_error (error);
}

gint64
ui_store_find (UiStore *self, int i)
{
  g_autofree char *url = g_strdup_printf ("https://peers.example/%d", i);
  gint64 number = -1;

  news_store_find_async (self->store, url, NULL, found_cb, &number);
  while (number == -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (number, >, 0);

  return number;
}

NewsScope *
ui_store_new_scope (void)
{
  g_autoptr (NewsSection) section = news_section_new ("all", "All", NULL);

  news_section_add_query (section, UI_STORE_SOURCE, NULL);

  return news_scope_new_section (section);
}
