/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-json-path.h"

static const char answer[] = "{\"a\":[{\"b\":1,\"c\":[1,\"x\",null]},{\"b\":\"y\"},[[]]],"
                             "\"0\":{\"0\":1.5,\"1\":true},\"x\":{\"a\":{\"a\":{}}}}";

static gboolean
count_cb (const NewsValue *value, gpointer data)
{
  NewsValueBuffer buffer;

  news_value_peek_word (value, buffer);

  return ++*(guint *) data < 100000;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static JsonNode *root;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (NewsJsonPath) path = NULL;
  NewsContext context = { 0 };
  guint count = 0;

  fuzz_expect_silence ();

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  if (root == NULL)
    root = json_from_string (answer, NULL);

  path = news_json_path_new (text, NULL, NULL);
  if (path == NULL)
    return 0;

  context.here = context.row = context.root = root;
  news_json_path_foreach (path, &context, count_cb, &count);
  news_json_path_get_list (path, &context);

  return 0;
}
