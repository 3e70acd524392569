/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-pictures.h"

#include "news-page.h"
#include "news-picture-folder.h"
#include "ui-pictures.h"

#define LIMIT (512 * 1024 * 1024)

/* Of how many of the newest articles there are pictures: of more than a bench scrolls by. */
#define PICTURED 600

typedef struct
{
  NewsPictureFolder *folder;
  GHashTable *pictures; /* width to GBytes: of one size all are alike */
} Keeper;

static void
keep_file (Keeper *self, const NewsPictureFile *file)
{
  gpointer key = GINT_TO_POINTER (file->width);
  GBytes *png = g_hash_table_lookup (self->pictures, key);

  if (png == NULL)
    {
      png = ui_pictures_create_png (file->width, file->height > 0 ? file->height : file->width);
      g_hash_table_insert (self->pictures, key, png);
    }
  news_picture_folder_write (self->folder, file->url, png);
}

static void
keep (Keeper *self, NewsPicture *picture)
{
  for (guint i = 0; picture != NULL && i < picture->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);

      if (file->width > 0)
        keep_file (self, file);
    }
}

static GPtrArray *
list_figures (NewsArticle *article, NewsPage **page)
{
  *page = news_page_new_from_bytes (article->page, NULL);

  return news_page_list_figures (*page);
}

static void
make (NewsCorpus *corpus, const char *folder, guint first, guint count)
{
  Keeper self = { news_picture_folder_new (folder, LIMIT),
                  g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref) };

  for (guint i = first; i < first + count; i++)
    {
      g_autoptr (NewsArticle) article = news_corpus_prepare_article (corpus, i);
      g_autoptr (NewsPage) page = NULL;
      g_autoptr (GPtrArray) figures = list_figures (article, &page);

      keep (&self, article->lead);
      for (guint j = 0; j < figures->len; j++)
        keep (&self, ((const NewsBlock *) g_ptr_array_index (figures, j))->picture);
    }

  g_hash_table_unref (self.pictures);
  news_picture_folder_free (self.folder);
}

/* The file "whole" is written last. */
void
bench_pictures_make (BenchCorpus *corpus)
{
  g_autofree char *folder = bench_pictures_dup_folder (corpus);
  g_autofree char *whole = g_strconcat (folder, ".whole", NULL);
  guint n = news_corpus_get_n_articles (corpus->corpus);

  if (g_file_test (whole, G_FILE_TEST_EXISTS))
    return;

  make (corpus->corpus, folder, n - PICTURED, PICTURED);
  make (corpus->corpus, folder, bench_pictures_find_long (corpus->corpus), 1);
  g_assert_true (g_file_set_contents (whole, "", 0, NULL));
}
