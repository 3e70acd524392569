/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus.h"

#include <string.h>

#define YEAR ((gint64) 365 * 24 * 60 * 60)

static void
add_text (GChecksum *sum, const char *text)
{
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
add_article (GChecksum *sum, NewsArticle *article)
{
  g_autofree char *numbers
    = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                       article->published, article->updated, article->visits);
  g_autofree char *sections = g_strjoinv (" ", article->sections);

  add_text (sum, article->id);
  add_text (sum, article->url);
  add_text (sum, article->title);
  add_text (sum, article->byline);
  add_text (sum, article->standfirst);
  add_text (sum, article->language);
  add_text (sum, article->body_html);
  add_text (sum, numbers);
  add_text (sum, sections);
  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    add_text (sum, article->topics[i]);
  for (guint i = 0; article->lead != NULL && i < article->lead->files->len; i++)
    add_text (sum, g_array_index (article->lead->files, NewsPictureFile, i).url);
}

static char *
dup_sum (guint32 seed)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (seed, 24, 300);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < 310; i++)
    {
      g_autoptr (NewsArticle) article = news_corpus_create_article (corpus, i);

      add_article (sum, article);
    }

  return g_strdup (g_checksum_get_string (sum));
}

/* A corpus that is not this one makes figures that can't be compared with earlier ones. */
static void
test_bytes (void)
{
  g_autofree char *sum = dup_sum (1);
  g_autofree char *other = dup_sum (2);

  g_assert_cmpstr (sum, ==, "08b729f666e59857e1f65b67316a1bc6fd92a5ab29c157fd3c9de185a394a4e9");
  g_assert_cmpstr (sum, !=, other);
}

/* Each article can be had by itself. */
static void
test_alone (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 24, 300);
  g_autoptr (NewsCorpus) again = news_corpus_new (1, 24, 300);
  g_autoptr (NewsArticle) before = news_corpus_create_article (corpus, 5);
  g_autoptr (NewsArticle) article = news_corpus_create_article (corpus, 200);
  g_autoptr (NewsArticle) same = news_corpus_create_article (again, 200);

  g_assert_cmpstr (article->body_html, ==, same->body_html);
  g_assert_cmpstr (article->title, !=, before->title);
}

static void
test_times (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 60, 20000);
  guint last_year = 0, first_year = 0, night = 0;

  for (guint i = 0; i < 20000; i++)
    {
      gint64 time = news_corpus_get_time (corpus, i);
      gint64 hour = time / 3600 % 24;

      g_assert_cmpint (time, <=, NEWS_CORPUS_NOW);
      g_assert_true (i == 0 || time >= news_corpus_get_time (corpus, i - 1));
      last_year += time > NEWS_CORPUS_NOW - YEAR;
      first_year += time < NEWS_CORPUS_NOW - 9 * YEAR;
      night += hour < 6;
    }
  g_assert_cmpuint (last_year, >, 20000 / 4);
  g_assert_cmpuint (first_year, >, 20000 / 50);
  g_assert_cmpuint (first_year, <, last_year / 4);
  g_assert_cmpuint (night, <, 20000 / 8);
  g_assert_cmpint (news_corpus_get_time (corpus, 20000), >, NEWS_CORPUS_NOW);
}

/* A third in Chinese, a quarter of these in Traditional; seven in ten with a picture; two topics
 * for one in fifteen; and the marks. */
static void
test_shares (void)
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (1, 600, 30000);
  guint languages[CORPUS_LANGUAGES] = { 0 };
  guint bookmarks = 0, read = 0, pictures = 0, topics = 0, visits = 0;

  for (guint i = 0; i < 30000; i++)
    {
      languages[news_corpus_get_language (corpus, news_corpus_get_source (corpus, i))]++;
      bookmarks += news_corpus_is_bookmarked (corpus, i);
      read += news_corpus_is_read (corpus, i);
    }
  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (NewsArticle) article = news_corpus_create_article (corpus, i);

      pictures += article->lead != NULL;
      visits += article->visits >= 0;
      topics += article->topics != NULL ? g_strv_length (article->topics) : 0;
    }

  g_assert_cmpuint (languages[CORPUS_ENGLISH], >, 19500);
  g_assert_cmpuint (languages[CORPUS_ENGLISH], <, 20500);
  g_assert_cmpuint (languages[CORPUS_TRADITIONAL], >, 2200);
  g_assert_cmpuint (languages[CORPUS_TRADITIONAL], <, 2800);
  g_assert_cmpuint (bookmarks, >, 2800);
  g_assert_cmpuint (bookmarks, <, 3200);
  g_assert_cmpuint (read, >, 11500);
  g_assert_cmpuint (read, <, 12500);
  g_assert_cmpuint (pictures, >, 950);
  g_assert_cmpuint (pictures, <, 1150);
  g_assert_cmpuint (visits, >, 650);
  g_assert_cmpuint (visits, <, 850);
  g_assert_cmpuint (topics, >=, 199);
  g_assert_cmpuint (topics, <=, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus/bytes", test_bytes);
  g_test_add_func ("/corpus/alone", test_alone);
  g_test_add_func ("/corpus/times", test_times);
  g_test_add_func ("/corpus/shares", test_shares);

  return g_test_run ();
}
