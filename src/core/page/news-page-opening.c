/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-opening.h"

#include "news-page-hyphens.h"
#include "news-page-parts.h"

typedef struct
{
  GBytes *bytes;
  char *language;
} Request;

static void
free_request (Request *request)
{
  g_bytes_unref (request->bytes);
  g_free (request->language);
  g_free (request);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  NewsPage *page = news_page_new_from_bytes (request->bytes, &error);
  NewsHyphenator *hyphenator = page != NULL ? news_hyphenator_get (request->language) : NULL;

  if (hyphenator != NULL)
    news_page_insert_hyphens (page, hyphenator);
  if (page != NULL)
    news_page_part_paragraphs (page);
  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) news_page_unref);
  else
    g_task_return_error (task, error);
}

void
news_page_open_async (GBytes *bytes,
                      const char *language,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request;

  g_return_if_fail (bytes != NULL);

  request = g_new0 (Request, 1);
  request->bytes = g_bytes_ref (bytes);
  request->language = g_strdup (language);
  g_task_set_source_tag (task, news_page_open_async);
  g_task_set_task_data (task, request, (GDestroyNotify) free_request);
  g_task_run_in_thread (task, open_thread);
}

NewsPage *
news_page_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, news_page_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
