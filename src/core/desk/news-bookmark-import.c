/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmark-import.h"

#include "news-chosen-file.h"
#include "news-page.h"

#include <glib/gi18n-lib.h>

/* How many are taken in at a time: what a person who marks something may have to wait for. */
#define PIECE 200

#define PREVIEW 280

/* --- reading --- */

NewsBookmarkImport *
news_bookmark_import_read (NewsStore *store, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (NewsBookmarkImport) self = g_new0 (NewsBookmarkImport, 1);
  g_autoptr (GBytes) bytes = news_chosen_file_read (file, NEWS_BOOKMARKS_LIMIT, cancellable, error);

  if (bytes == NULL)
    return NULL;

  self->list = news_bookmarks_file_read (bytes, error);
  if (self->list == NULL
      || !news_store_compare_bookmarks (store, self->list->bookmarks, &self->tally, error))
    return NULL;

  self->left = self->list->bookmarks->len;
  self->marked = g_array_new (FALSE, FALSE, sizeof (gint64));

  return g_steal_pointer (&self);
}

void
news_bookmark_import_free (NewsBookmarkImport *self)
{
  g_clear_pointer (&self->list, news_bookmark_list_free);
  g_clear_pointer (&self->marked, g_array_unref);
  g_free (self);
}

/* --- taking in --- */

/* A page that is not sound is not stored; its plain text takes its place. */
static NewsPage *
read_page (NewsArticle *article)
{
  NewsPage *page = article->page != NULL ? news_page_new_from_bytes (article->page, NULL) : NULL;

  if (page == NULL && article->text != NULL)
    page = news_page_new_from_text (article->text);

  return page;
}

/* What intake does for articles that sources tell. */
static void
prepare (NewsArticle *article)
{
  g_autoptr (NewsPage) page = read_page (article);

  g_clear_pointer (&article->page, g_bytes_unref);
  g_clear_pointer (&article->text, g_free);
  if (page != NULL)
    {
      article->page = news_page_to_bytes (page);
      article->text = news_page_dup_text (page);
    }

  if (article->standfirst != NULL)
    g_set_str (&article->preview, article->standfirst);
  else if (page != NULL)
    article->preview = news_page_dup_preview (page, PREVIEW);
}

gboolean
news_bookmark_import_take (NewsBookmarkImport *self, NewsStore *store, GError **error)
{
  g_autoptr (NewsSource) source = news_source_new (NEWS_BOOKMARK_IMPORT_SOURCE, _ ("Imported"), "");
  guint n = MIN (self->left, PIECE);
  guint first = self->left - n;
  g_autoptr (GArray) marked = NULL;

  for (guint i = first; i < first + n; i++)
    prepare (((NewsBookmark *) g_ptr_array_index (self->list->bookmarks, i))->article);

  marked = news_store_take_bookmarks (store, source, self->list->bookmarks, first, n,
                                      self->list->ordered, error);
  if (marked == NULL)
    return FALSE;

  g_array_append_vals (self->marked, marked->data, marked->len);
  self->left = first;

  return TRUE;
}

/* --- writing --- */

typedef struct
{
  NewsStore *store;
  NewsBookmarksWriter *writer;
  GHashTable *limited;
} Export;

/* What leads to the article, without what it says. */
static NewsArticle *
create_reference (const NewsArticle *article)
{
  NewsArticle *reference = news_article_new ();

  reference->url = g_strdup (article->url);
  reference->title = g_strdup (article->title);
  reference->outlet = g_strdup (article->outlet);
  reference->byline = g_strdup (article->byline);
  reference->language = g_strdup (article->language);
  reference->topics = g_strdupv (article->topics);
  reference->published = article->published;
  reference->updated = article->updated;

  return reference;
}

static NewsBookmark *
create_bookmark (const Export *self, const NewsStory *story)
{
  NewsArticle *article = g_hash_table_contains (self->limited, story->source)
                           ? create_reference (story->article)
                           : news_article_ref (story->article);

  return news_bookmark_new_take (article, story->bookmarked_at);
}

/* A bookmark that went in the meantime is passed over. */
static gboolean
write_bookmark (const Export *self, gint64 article, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (NewsStory) story = news_store_get_story (self->store, article, &failure);
  g_autoptr (NewsBookmark) bookmark = NULL;

  if (g_error_matches (failure, NEWS_STORE_ERROR, NEWS_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (story == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  bookmark = create_bookmark (self, story);

  return news_bookmarks_writer_add (self->writer, bookmark, cancellable, error);
}

static gboolean
write_all (const Export *self, GArray *articles, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < articles->len; i++)
    if (!write_bookmark (self, g_array_index (articles, gint64, i), cancellable, error))
      return FALSE;

  return news_bookmarks_writer_end (self->writer, cancellable, error);
}

/* A stream that is closed with a cancelled cancellable leaves what the file had. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

int
news_bookmark_export_write (NewsStore *store,
                            GFile *file,
                            NewsBookmarksFormat format,
                            GHashTable *limited,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GArray) articles = news_store_list_bookmarks (store, error);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (NewsBookmarksWriter) writer = NULL;
  Export export = { .store = store, .limited = limited };

  if (articles == NULL)
    return -1;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return -1;

  export.writer = writer = news_bookmarks_writer_new (format, G_OUTPUT_STREAM (stream));
  if (!write_all (&export, articles, cancellable, error))
    {
      give_up (G_OUTPUT_STREAM (stream));
      return -1;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return -1;

  return (int) articles->len;
}
