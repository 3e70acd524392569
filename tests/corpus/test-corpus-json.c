/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus-json.h"

#include "news-corpus-filler.h"
#include "news-descriptor.h"
#include "news-edition.h"
#include "news-intake.h"

#include <string.h>

static NewsDescriptor *
load_descriptor (void)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "data", "apis", "wordpress.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NewsDescriptor *descriptor;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  descriptor = news_descriptor_new_from_bytes (bytes, "wordpress.json", &error);
  g_assert_no_error (error);

  return descriptor;
}

static GPtrArray *
read_answer (char *json, NewsSource *source)
{
  g_autoptr (NewsDescriptor) descriptor = load_descriptor ();
  g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) body = g_bytes_new_take (json, strlen (json));
  NewsQuestion question = { .ask = NEWS_ASK_LIST };
  NewsReply reply = { 200, "https://news.example/wp-json/wp/v2/posts", headers, body };
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsAnswer) answer = NULL;

  news_source_set_parameter (source, "api", "https://news.example/wp-json/");
  answer = news_descriptor_read (descriptor, source, &question, &reply, &error);
  g_assert_no_error (error);

  return g_ptr_array_ref (answer->articles);
}

static void
check_same (NewsArticle *told, NewsArticle *meant)
{
  g_assert_cmpstr (told->id, ==, meant->id);
  g_assert_cmpstr (told->title, ==, meant->title);
  g_assert_cmpstr (told->url, ==, meant->url);
  g_assert_cmpstr (told->byline, ==, meant->byline);
  g_assert_cmpstr (told->standfirst, ==, meant->standfirst);
  g_assert_cmpstr (told->language, ==, meant->language);
  g_assert_cmpstr (told->text, ==, meant->text);
  g_assert_cmpint (told->published, ==, meant->published);
  g_assert_cmpint (told->updated, ==, meant->updated);
  g_assert_true (g_bytes_equal (told->page, meant->page));
  g_assert_true (
    g_strv_equal ((const char *const *) told->sections, (const char *const *) meant->sections));
  if (meant->topics != NULL)
    g_assert_true (
      g_strv_equal ((const char *const *) told->topics, (const char *const *) meant->topics));
  if (meant->lead != NULL)
    g_assert_true (news_picture_equal (told->lead, meant->lead));
}

/* What comes by way of JSON is what is put straight into a store. */
static void
test_answer (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 12, 600);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (NewsSource) source = news_corpus_create_source (corpus, i);
      g_autoptr (GPtrArray) articles
        = read_answer (news_corpus_dup_answer (corpus, i, 1, 10), source);

      g_assert_cmpuint (articles->len, ==, 10);
      for (guint j = 0; j < articles->len; j++)
        {
          NewsArticle *told = g_ptr_array_index (articles, j);
          guint number = (guint) g_ascii_strtoull (told->id, NULL, 10);
          g_autoptr (NewsArticle) meant = news_corpus_prepare_article (corpus, number);

          g_assert_cmpuint (news_corpus_get_source (corpus, number), ==, i);
          news_intake_prepare (told, source);
          check_same (told, meant);
        }
    }
}

static void
test_end (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 12, 60);
  g_autofree char *answer = news_corpus_dup_answer (corpus, 0, 1000, 10);

  g_assert_cmpstr (answer, ==, "[]");
}

static void
test_edition (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 24, 10);
  g_autofree char *text = news_corpus_dup_edition (corpus, "http://127.0.0.1:9");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) edition = news_edition_new_from_bytes (bytes, "corpus.json", &error);
  NewsSource *source;

  g_assert_no_error (error);
  g_assert_cmpuint (edition->sources->len, ==, 24);
  g_assert_cmpuint (edition->sections->len, ==, 4 + NEWS_CORPUS_GROUPS);
  source = g_ptr_array_index (edition->sources, 23);
  g_assert_cmpstr (news_source_get_parameter (source, "api"), ==,
                   "http://127.0.0.1:9/source-23/wp-json/");
}

static void
test_sections (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 24, 10);
  g_autoptr (NewsSection) all = news_corpus_create_section (corpus, "all");
  g_autoptr (NewsSection) half = news_corpus_create_section (corpus, "half");
  g_autoptr (NewsSection) group = news_corpus_create_section (corpus, "group-3");
  g_autoptr (NewsSection) small = news_corpus_create_section (corpus, "small");

  g_assert_cmpuint (all->queries->len, ==, 24);
  g_assert_cmpuint (half->queries->len, ==, 12);
  g_assert_cmpuint (group->queries->len, ==, 3);
  g_assert_true (news_section_has_query (group, "source-11", NULL));
  g_assert_cmpuint (small->queries->len, ==, 1);
  g_assert_true (news_section_has_query (small, "source-23", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus-json/answer", test_answer);
  g_test_add_func ("/corpus-json/end", test_end);
  g_test_add_func ("/corpus-json/edition", test_edition);
  g_test_add_func ("/corpus-json/sections", test_sections);

  return g_test_run ();
}
