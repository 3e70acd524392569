/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus-json.h"
#include "news-corpus-server.h"
#include "news-test-paper.h"

#define SOURCES 4
#define POSTS 6

#define SECTIONS                                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }, { \"id\": "      \
  "\"all\", \"title\": \"All\", \"queries\": [ "                 \
  "{ \"source\": \"source-0\" }, { \"source\": \"source-1\" }, " \
  "{ \"source\": \"source-2\" }, { \"source\": \"source-3\" } ] } ]"

#define SOURCE(n)                                                                               \
  "{ \"id\": \"source-" n "\", \"name\": \"" n "\", \"api\": \"wordpress\", \"parameters\": { " \
  "\"api\": \"@SERVER@/source-" n "/wp-json/\" } }"

/* All of it comes the way that the articles of any site come. */
static void
test_serve (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, SOURCES, 200);
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (
    SECTIONS, "[" SOURCE ("0") "," SOURCE ("1") "," SOURCE ("2") "," SOURCE ("3") "]");
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autoptr (NewsSnapshot) more = NULL;
  NewsHeadline *first;
  g_autoptr (NewsArticle) newest = news_corpus_create_article (corpus, 199);

  g_assert_cmpuint (news_corpus_serve (corpus, paper->server, SOURCES, 1, POSTS), >,
                    SOURCES * POSTS * 1000);
  news_test_paper_refresh (paper);
  snapshot = news_test_paper_list_section (paper, "all");
  g_assert_cmpuint (snapshot->rows->len, ==, SOURCES * POSTS);

  news_corpus_serve (corpus, paper->server, SOURCES, 0, POSTS);
  news_test_paper_refresh (paper);
  more = news_test_paper_list_section (paper, "all");
  g_assert_cmpuint (more->rows->len, ==, SOURCES * (POSTS + 1));
  first = g_ptr_array_index (more->headlines, 0);
  g_assert_cmpstr (first->title, ==, newest->title);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus-server/serve", test_serve);

  return g_test_run ();
}
