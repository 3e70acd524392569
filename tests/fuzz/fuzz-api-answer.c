/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-descriptor.h"

/* The descriptors that are shipped, compiled at the first call; the folder is in DESCRIPTORS. */
static NewsDescriptor *
load (const char *name)
{
  g_autofree char *path = g_build_filename (DESCRIPTORS, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  NewsDescriptor *descriptor;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, length);
  descriptor = news_descriptor_new_from_bytes (bytes, name, &error);
  g_assert_no_error (error);

  return descriptor;
}

/* The first byte says which descriptor and what was asked; the others are the answer. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const names[] = { "jsonfeed.json", "sample.json", "wordpress.json" };
  static NewsDescriptor *descriptors[G_N_ELEMENTS (names)];
  g_autoptr (NewsSource) source = news_source_new ("fuzz", "Fuzz", "fuzz");
  g_autoptr (NewsAnswer) answer = NULL;
  g_autoptr (NewsSource) found = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  NewsQuestion question = { NEWS_ASK_LIST, NULL, "1", NULL };
  NewsReply reply = { 200, "https://a.example/x", NULL, NULL };
  guint index;

  fuzz_expect_silence ();

  if (size == 0)
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (descriptors[i] == NULL)
      descriptors[i] = load (names[i]);

  index = data[0] % G_N_ELEMENTS (names);
  question.ask = (NewsAsk) (data[0] / G_N_ELEMENTS (names) % 4);
  body = g_bytes_new (data + 1, size - 1);
  reply.body = body;
  news_source_set_parameter (source, "api", "https://a.example/");
  news_source_set_parameter (source, "feed", "https://a.example/");
  answer = news_descriptor_read (descriptors[index], source, &question, &reply, &error);
  g_assert ((answer == NULL) == (error != NULL));
  found = news_descriptor_try_way (descriptors[index], 0, "https://a.example/", &reply);

  return 0;
}
