/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-test-paper.h"

#include <string.h>

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"
#define POSTS "/wp-json/wp/v2/posts"

#define GIF "GIF89a and as many bytes as a picture has"

static NewsTestPaper *
create (void)
{
  NewsTestPaper *paper = news_test_paper_new (SECTIONS, SOURCES);
  g_autofree char *posts = news_test_paper_dup_posts (30, 11);

  news_test_server_serve (paper->server, POSTS, 200, "application/json", posts);
  news_test_server_serve (paper->server, "/a.gif", 200, "image/gif", GIF);
  news_test_paper_refresh (paper);

  return paper;
}

typedef struct
{
  NewsRoom room;
  guint steps;
  gboolean done;
} Wait;

static void
measured_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (news_desk_measure_finish (NEWS_DESK (object), result, &wait->room, &error));
  g_assert_no_error (error);
  wait->done = TRUE;
}

static NewsRoom
measure (NewsTestPaper *paper)
{
  Wait wait = { 0 };

  news_desk_measure_async (paper->desk, NULL, measured_cb, &wait);
  news_test_paper_run_until (&wait.done);

  return wait.room;
}

static void
progress_cb (goffset current, goffset total, gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_false (wait->done);
  g_assert_cmpint (current, <=, total);
  g_assert_cmpint (total, ==, 20);
  wait->steps++;
}

static void
cleared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (news_desk_clear_finish (NEWS_DESK (object), result, &error));
  g_assert_no_error (error);
  wait->done = TRUE;
}

static void
clear (NewsTestPaper *paper, guint steps)
{
  Wait wait = { 0 };

  news_desk_clear_async (paper->desk, steps > 0 ? progress_cb : NULL, &wait, NULL, cleared_cb,
                         &wait);
  news_test_paper_run_until (&wait.done);
  g_assert_cmpuint (wait.steps, ==, steps);
}

typedef struct
{
  NewsTestPaper *paper;
  NewsPictureFlags flags;
  gboolean done;
} Load;

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Load *load = data;
  g_autofree char *url = news_test_server_dup_url (load->paper->server, "/a.gif");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = news_picture_cache_load (news_desk_get_pictures (load->paper->desk),
                                                      url, load->flags, NULL, &error);

  g_assert_no_error (error);
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Load *) user_data)->done = TRUE;
}

static void
load_picture (NewsTestPaper *paper, NewsPictureFlags flags)
{
  Load load = { .paper = paper, .flags = flags };
  g_autoptr (GTask) task = g_task_new (NULL, NULL, loaded_cb, &load);

  g_task_set_task_data (task, &load, NULL);
  g_task_run_in_thread (task, load_thread);
  news_test_paper_run_until (&load.done);
}

static void
story_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NewsStory **story = user_data;

  *story = news_store_story_finish (NEWS_STORE (object), result, NULL);
  g_assert_nonnull (*story);
}

static void
open_story (NewsTestPaper *paper, gint64 number)
{
  g_autoptr (NewsStory) story = NULL;

  news_store_story_async (news_desk_get_store (paper->desk), number, NULL, story_cb, &story);
  while (story == NULL)
    g_main_context_iteration (NULL, TRUE);
  news_desk_note_opened (paper->desk, story);
}

static void
assert_articles (NewsTestPaper *paper, guint articles)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (paper, "one");

  g_assert_cmpuint (snapshot->rows->len, ==, articles);
}

/* Everything goes but the story on show, and comes again when it is asked for, though the server's
 * answer is the very same. */
static void
test_clear (void)
{
  g_autoptr (NewsTestPaper) paper = create ();
  NewsRoom before, after;

  load_picture (paper, 0);
  before = measure (paper);
  g_assert_cmpuint (before.articles, ==, 20);
  g_assert_cmpuint (before.article_bytes, >, 50000);
  g_assert_cmpuint (before.picture_bytes, ==, strlen (GIF));

  open_story (paper, 5);
  clear (paper, 1);
  after = measure (paper);
  g_assert_cmpuint (after.articles, ==, 1);
  g_assert_cmpuint (after.picture_bytes, ==, 0);
  assert_articles (paper, 1);

  news_test_paper_refresh (paper);
  assert_articles (paper, 20);
  g_assert_cmpuint (paper->problems->len, ==, 0);
}

/* What is kept with bookmarks is told apart from what goes. */
static void
test_shelf (void)
{
  g_autoptr (NewsTestPaper) paper = create ();

  g_assert_cmpuint (measure (paper).shelf_bytes, ==, 0);
  load_picture (paper, NEWS_PICTURE_TO_SHELF);
  g_assert_cmpuint (measure (paper).shelf_bytes, ==, strlen (GIF));
  g_assert_cmpuint (measure (paper).picture_bytes, ==, 0);
  clear (paper, 1);
  g_assert_cmpuint (measure (paper).shelf_bytes, ==, strlen (GIF));
}

/* With nothing there, and for someone who does not ask how far it is. */
static void
test_nothing (void)
{
  g_autoptr (NewsTestPaper) paper = create ();

  clear (paper, 0);
  clear (paper, 0);
  g_assert_cmpuint (measure (paper).articles, ==, 0);
}

/* What a person wants to be kept is heeded when the desk tidies. */
static void
test_keep (void)
{
  g_autoptr (NewsTestPaper) paper = create ();

  /* All of them are in the newest answer. */
  news_desk_set_keep (paper->desk, 0, 5);
  news_desk_tidy (paper->desk);
  news_test_paper_open (paper);
  assert_articles (paper, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-room/clear", test_clear);
  g_test_add_func ("/desk-room/shelf", test_shelf);
  g_test_add_func ("/desk-room/nothing", test_nothing);
  g_test_add_func ("/desk-room/keep", test_keep);

  return g_test_run ();
}
