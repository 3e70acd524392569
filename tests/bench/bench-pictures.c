/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-pictures.h"

#include <glib.h>
#include <string.h>
#include <unistd.h>

/* Among how many the long one is looked for. */
#define NEWEST 1000

guint
bench_pictures_find_long (NewsCorpus *corpus)
{
  guint end = news_corpus_get_n_articles (corpus);
  guint found = end - 1;
  gsize most = 0;

  for (guint i = end - NEWEST; i < end; i++)
    {
      g_autoptr (NewsArticle) article = news_corpus_create_article (corpus, i);
      gsize length = strlen (article->body_html);

      if (strcmp (article->language, "en") == 0 && article->lead != NULL && length > most
          && strstr (article->body_html, "<figure") != NULL)
        {
          found = i;
          most = length;
        }
    }

  return found;
}

char *
bench_pictures_dup_folder (BenchCorpus *corpus)
{
  g_autofree char *above = g_path_get_dirname (corpus->root);

  return g_strdup_printf ("%s/%u.pictures", above, news_corpus_get_n_articles (corpus->corpus));
}

void
bench_pictures_link (BenchCorpus *corpus)
{
  g_autofree char *kept = bench_pictures_dup_folder (corpus);
  g_autofree char *link = g_build_filename (corpus->cache, "pictures", NULL);

  if (!g_file_test (kept, G_FILE_TEST_IS_DIR))
    g_error ("There are no pictures in %s: fill-corpus makes them", kept);

  g_assert_cmpint (g_mkdir_with_parents (corpus->cache, 0700), ==, 0);
  g_assert_cmpint (symlink (kept, link), ==, 0);
}
