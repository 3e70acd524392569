/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-descriptor.h"

#include <string.h>

#define SECRET "S3cr3t!of&ours"
#define NOW G_GINT64_CONSTANT (1795422600)

static void
trace_cb (const char *field, const char *rule, const char *value, gboolean has_rule, gpointer data)
{
  g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
}

/* With whatever the descriptor asks for; every second time also what it has a value for. */
static NewsSource *
create_source (NewsDescriptor *descriptor, gboolean all)
{
  NewsSource *source = news_source_new ("fuzz", "Fuzz", "fuzz");

  for (guint i = 0; i < news_descriptor_get_n_parameters (descriptor); i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (descriptor, i);
      const char *value = parameter->type == NEWS_PARAMETER_ADDRESS  ? "https://a.example/b"
                          : parameter->type == NEWS_PARAMETER_SECRET ? SECRET
                          : parameter->choices != NULL               ? parameter->choices[0]
                                                                     : "words of ours";

      if (all || parameter->fallback == NULL)
        news_source_set_parameter (source, parameter->name, value);
    }
  if (news_descriptor_has_login (descriptor))
    news_source_set_parameter (source, "token", SECRET);

  return source;
}

/* What may be shown and written down has no secret in it. */
static void
check_call (const NewsCall *call)
{
  if (call == NULL)
    return;

  g_assert_null (strstr (call->url, SECRET));
  g_assert_true (g_utf8_validate (call->url, -1, NULL));
}

static void
read_answer (NewsDescriptor *descriptor,
             NewsSource *source,
             const NewsQuestion *question,
             const NewsReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsAnswer) answer
    = news_descriptor_trace (descriptor, source, question, reply, trace_cb, NULL, &error);

  g_assert_true ((answer == NULL) == (error != NULL));
  for (guint i = 0; answer != NULL && i < answer->articles->len; i++)
    {
      NewsArticle *article = g_ptr_array_index (answer->articles, i);

      g_assert_nonnull (article->id);
      g_assert_true (article->title == NULL || g_utf8_validate (article->title, -1, NULL));
    }
  if (answer != NULL && answer->next != NULL)
    {
      NewsQuestion next = *question;
      g_autoptr (NewsCall) call = NULL;

      next.place = answer->next;
      call = news_descriptor_prepare (descriptor, source, &next, NULL);
      check_call (call);
    }
}

static void
ask (NewsDescriptor *descriptor, NewsSource *source, const NewsReply *reply)
{
  for (NewsAsk what = NEWS_ASK_SITE; what <= NEWS_ASK_CHANGES; what++)
    {
      const NewsQuestion question
        = { what, what == NEWS_ASK_LIST ? "world" : NULL, "1,2", NULL, "ferry & sea", NOW, NOW };
      g_autoptr (GError) error = NULL;
      g_autoptr (NewsAnswer) own = news_descriptor_answer_itself (descriptor, &question);
      g_autoptr (NewsCall) call = NULL;

      if (!news_descriptor_can (descriptor, what))
        continue;
      call = news_descriptor_prepare (descriptor, source, &question, &error);
      g_assert_true ((call == NULL) == (error != NULL));
      check_call (call);
      read_answer (descriptor, source, &question, reply);
    }
}

static void
log_in (NewsDescriptor *descriptor, NewsSource *source, const NewsReply *reply)
{
  g_autoptr (NewsCall) call = NULL;
  g_autofree char *token = NULL;

  if (!news_descriptor_has_login (descriptor))
    return;

  call = news_descriptor_prepare_login (descriptor, source, NULL);
  check_call (call);
  token = news_descriptor_read_login (descriptor, source, reply, NULL);
}

static void
discover (NewsDescriptor *descriptor, const NewsReply *reply)
{
  for (guint i = 0; i < news_descriptor_get_n_ways (descriptor); i++)
    {
      g_autofree char *address
        = news_descriptor_dup_way_address (descriptor, i, "https://a.example/c/d.html");
      g_autoptr (NewsSource) found
        = news_descriptor_try_way (descriptor, i, "https://a.example/c/d.html", reply);
    }
}

/* The bytes of a descriptor's file and, after a NUL, of an answer, by which all that the descriptor
 * says is put to use. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *nul = size > 0 ? memchr (data, '\0', size) : NULL;
  gsize length = nul != NULL ? (gsize) (nul - data) : size;
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GBytes) body
    = g_bytes_new (nul != NULL ? nul + 1 : data, nul != NULL ? size - length - 1 : size);
  g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDescriptor) descriptor = news_descriptor_new_from_bytes (bytes, "fuzz", &error);
  NewsReply reply = { 200, "https://a.example/x?y", headers, body };

  fuzz_expect_silence ();

  g_assert_true ((descriptor == NULL) == (error != NULL));
  if (descriptor == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_hash_table_insert (headers, (char *) "link", (char *) "<https://a.example/x?page=2>; rel=next");
  g_hash_table_insert (headers, (char *) "x-wp-total", (char *) "7");
  g_hash_table_insert (headers, (char *) "retry-after", (char *) "60");
  for (int all = 0; all <= 1; all++)
    {
      g_autoptr (NewsSource) source = create_source (descriptor, all);

      reply.status = 200;
      ask (descriptor, source, &reply);
      log_in (descriptor, source, &reply);
      reply.status = 429;
      read_answer (descriptor, source, &(NewsQuestion) { NEWS_ASK_LIST, .now = NOW }, &reply);
      news_descriptor_get_retry (descriptor, source, &reply, NOW);
      news_descriptor_get_address (descriptor, source);
    }
  reply.status = 200;
  discover (descriptor, &reply);

  return 0;
}
