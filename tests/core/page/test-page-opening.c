/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-opening.h"

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **opened = user_data;

  *opened = g_object_ref (result);
}

/* Never NULL, whatever came. */
static GAsyncResult *
open_bytes (GBytes *bytes, GCancellable *cancellable)
{
  GAsyncResult *opened = NULL;

  news_page_open_async (bytes, "en", cancellable, opened_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);

  return opened;
}

static void
test_page (void)
{
  g_autoptr (NewsPage) page = news_page_new_from_html ("<p>One</p><p>Two</p>", -1, NULL);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (GAsyncResult) result = open_bytes (bytes, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsPage) opened = news_page_open_finish (result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (news_page_get_n_blocks (opened), ==, 2);
  g_assert_cmpstr (news_page_get_block (opened, 1)->text->text, ==, "Two");
}

static void
test_no_page (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no page", 7);
  g_autoptr (GAsyncResult) result = open_bytes (bytes, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (news_page_open_finish (result, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (void)
{
  g_autoptr (NewsPage) page = news_page_new_from_html ("<p>One</p>", -1, NULL);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = open_bytes (bytes, cancellable);
  g_assert_null (news_page_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-opening/page", test_page);
  g_test_add_func ("/page-opening/no-page", test_no_page);
  g_test_add_func ("/page-opening/cancelled", test_cancelled);

  return g_test_run ();
}
