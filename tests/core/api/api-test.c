/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

static GBytes *
load (char *path)
{
  g_autofree char *owned = path;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (owned, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

NewsDescriptor *
api_test_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autoptr (GBytes) bytes
    = load (g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "data", "apis", file, NULL));
  g_autoptr (GError) error = NULL;
  NewsDescriptor *descriptor = news_descriptor_new_from_bytes (bytes, file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (descriptor);

  return descriptor;
}

NewsDescriptor *
api_test_parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return news_descriptor_new_from_bytes (bytes, "test.json", error);
}

GBytes *
api_test_fixture (const char *name)
{
  return load (g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "fixtures", "api", name, NULL));
}

NewsSource *
api_test_source (const char *api, const char *address)
{
  NewsSource *source = news_source_new ("test", "The Test Gazette", api);

  news_source_set_parameter (source, "api", address);
  news_source_set_parameter (source, "feed", address);
  news_source_set_parameter (source, "site", address);

  return source;
}

JsonNode *
api_test_json (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);

  return node;
}

NewsContext
api_test_context (JsonNode *root)
{
  return (NewsContext) { .here = root, .row = root, .root = root };
}

NewsAnswer *
api_test_read (NewsDescriptor *descriptor,
               NewsSource *source,
               const NewsQuestion *question,
               guint status,
               GBytes *body,
               const char *const *headers,
               GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NewsCall) call = news_descriptor_prepare (descriptor, source, question, NULL);
  NewsReply reply = { status, call != NULL ? call->url : NULL, table, body };

  for (; headers != NULL && *headers != NULL; headers++)
    {
      const char *colon = strstr (*headers, ": ");

      g_hash_table_insert (table, g_ascii_strdown (*headers, colon - *headers), (char *) colon + 2);
    }

  return news_descriptor_read (descriptor, source, question, &reply, error);
}

NewsAnswer *
api_test_read_fixture (NewsDescriptor *descriptor,
                       NewsSource *source,
                       NewsAsk ask,
                       const char *name,
                       GError **error)
{
  g_autoptr (GBytes) body = api_test_fixture (name);
  NewsQuestion question = { ask, NULL, ask == NEWS_ASK_ITEM ? "1" : NULL, NULL };

  return api_test_read (descriptor, source, &question, 200, body, NULL, error);
}

char *
api_test_join (char **list)
{
  return list != NULL ? g_strjoinv ("|", list) : g_strdup ("");
}
