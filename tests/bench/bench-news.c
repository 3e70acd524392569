/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-news.h"

#define DAY (24 * 60 * 60)

typedef struct
{
  NewsCorpus *corpus;
  NewsStore *store;
  guint count;
  guint first; /* number of the first one */
} Bringing;

/* One of the corpus, as another and a later one. */
static NewsArticle *
create_article (Bringing *self, guint i)
{
  guint number = self->first + i;
  NewsArticle *article
    = news_corpus_prepare_article (self->corpus, i % news_corpus_get_n_articles (self->corpus));

  g_free (article->id);
  article->id = g_strdup_printf ("news-%u", number);
  g_free (article->url);
  article->url = g_strdup_printf ("https://source-0.example/news-%u/", number);
  article->published = g_get_real_time () / G_USEC_PER_SEC + DAY + number;

  return article;
}

static gpointer
bring_thread (gpointer data)
{
  Bringing *self = data;
  g_autoptr (NewsSource) source = news_corpus_create_source (self->corpus, 0);
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = source, .articles = articles };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->count; i++)
    g_ptr_array_add (articles, create_article (self, i));
  if (!news_store_take_in (self->store, &batch, NULL, &error))
    g_error ("%s", error->message);

  return NULL;
}

void
bench_news_bring (NewsCorpus *corpus, NewsStore *store, guint count)
{
  static guint brought;
  Bringing bringing = { corpus, store, count, brought };

  brought += count;
  g_thread_join (g_thread_new ("bring", bring_thread, &bringing));
}
