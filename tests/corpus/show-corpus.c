/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* show-corpus [FIRST [COUNT]]: prints articles of the corpus, to be looked at. */

#include "news-corpus-filler.h"

#include <stdio.h>
#include <stdlib.h>

static void
print (NewsCorpus *corpus, guint number)
{
  g_autoptr (NewsArticle) article = news_corpus_prepare_article (corpus, number);
  g_autoptr (NewsSource) source
    = news_corpus_create_source (corpus, news_corpus_get_source (corpus, number));
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (article->published);
  g_autofree char *time = g_date_time_format_iso8601 (date);
  g_autofree char *topics
    = article->topics != NULL ? g_strjoinv (", ", article->topics) : g_strdup ("none");

  printf ("%s  %s  %s\n%s\n%s\n\n%s\n\nTopics: %s\n\n%s\n\n----\n\n", article->id, source->name,
          time, article->title, article->byline, article->standfirst, topics, article->text);
}

int
main (int argc, char *argv[])
{
  g_autoptr (NewsCorpus) corpus = news_corpus_new (NEWS_CORPUS_SEED, NEWS_CORPUS_SOURCES, 300000);
  guint first = argc > 1 ? (guint) atoi (argv[1]) : 0;
  guint count = argc > 2 ? (guint) atoi (argv[2]) : 1;

  for (guint i = 0; i < count; i++)
    print (corpus, first + i);

  return 0;
}
