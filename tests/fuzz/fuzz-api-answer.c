/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-descriptor.h"

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

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The descriptors that are shipped, by their names; the folder is in DESCRIPTORS. */
static GPtrArray *
load_all (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *descriptors = g_ptr_array_new ();
  g_autoptr (GDir) folder = g_dir_open (DESCRIPTORS, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, ".schema.json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (descriptors, load (g_ptr_array_index (names, i)));
  g_assert_cmpuint (descriptors->len, >, 0);

  return descriptors;
}

/* The first byte says which descriptor, the second what was asked; the others are the answer. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GPtrArray *descriptors;
  g_autoptr (NewsSource) source = news_source_new ("fuzz", "Fuzz", "fuzz");
  g_autoptr (NewsAnswer) answer = NULL;
  g_autoptr (NewsSource) found = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  NewsQuestion question = { NEWS_ASK_LIST, NULL, "1", NULL };
  NewsReply reply = { 200, "https://a.example/x", NULL, NULL };
  NewsDescriptor *descriptor;

  fuzz_expect_silence ();

  if (size < 2)
    return 0;

  if (descriptors == NULL)
    descriptors = load_all ();

  descriptor = g_ptr_array_index (descriptors, data[0] % descriptors->len);
  question.ask = (NewsAsk) (data[1] % (NEWS_ASK_CHANGES + 1));
  body = g_bytes_new (data + 2, size - 2);
  reply.body = body;
  news_source_set_parameter (source, "api", "https://a.example/");
  news_source_set_parameter (source, "feed", "https://a.example/");
  news_source_set_parameter (source, "site", "https://a.example/");
  answer = news_descriptor_read (descriptor, source, &question, &reply, &error);
  g_assert_true ((answer == NULL) == (error != NULL));
  if (news_descriptor_get_n_ways (descriptor) > 0)
    found = news_descriptor_try_way (descriptor, 0, "https://a.example/", &reply);

  return 0;
}
