/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus-filler.h"

#include "news-corpus-json.h"
#include "store-fixture.h"

#define ARTICLES 400

static guint
count_marked (NewsCorpus *corpus, gboolean (*is_marked) (NewsCorpus *corpus, guint article))
{
  guint found = 0;

  for (guint i = 0; i < news_corpus_get_n_articles (corpus); i++)
    found += is_marked (corpus, i);

  return found;
}

static guint64
measure_text (NewsCorpus *corpus)
{
  guint64 sum = 0;

  for (guint i = 0; i < news_corpus_get_n_articles (corpus); i++)
    {
      g_autoptr (NewsArticle) article = news_corpus_prepare_article (corpus, i);

      sum += news_corpus_measure_text (article);
    }

  return sum;
}

/* All of it is there, and the sums are those of what is there. */
static void
test_fill (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 24, ARTICLES);
  g_autoptr (NewsSection) all = news_corpus_create_section (corpus, "all");
  g_autoptr (NewsScope) scope = news_scope_new_section (all);
  g_autoptr (NewsScope) bookmarked = news_scope_new_bookmarks ();
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autoptr (NewsSnapshot) bookmarks = NULL;
  g_autoptr (GError) error = NULL;
  NewsCorpusSums sums;

  news_corpus_fill (corpus, fixture->store, &sums, &error);
  g_assert_no_error (error);

  snapshot = store_fixture_list (fixture, scope, 0, 1);
  g_assert_cmpuint (snapshot->rows->len, ==, ARTICLES);
  g_assert_cmpint (g_array_index (snapshot->rows, NewsRow, 0).time, ==,
                   news_corpus_get_time (corpus, ARTICLES - 1));
  bookmarks = store_fixture_list (fixture, bookmarked, 0, 0);

  g_assert_cmpuint (sums.articles, ==, ARTICLES);
  g_assert_cmpuint (sums.bookmarks, ==, count_marked (corpus, news_corpus_is_bookmarked));
  g_assert_cmpuint (bookmarks->rows->len, ==, sums.bookmarks);
  g_assert_cmpuint (sums.read, ==, count_marked (corpus, news_corpus_is_read));
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM statuses WHERE read = 1"), ==,
                   sums.read);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM article_topics"), ==,
                   sums.topics);
  g_assert_cmpuint (sums.text, ==, measure_text (corpus));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/corpus-filler/fill", StoreFixture, NULL, store_fixture_set_up, test_fill,
              store_fixture_tear_down);

  return g_test_run ();
}
