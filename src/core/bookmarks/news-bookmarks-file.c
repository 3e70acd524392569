/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmarks-file.h"

#include "news-bookmarks-html.h"
#include "news-bookmarks-json.h"
#include "news-bookmarks-markdown.h"
#include "news-web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK "\xef\xbb\xbf"

/* Bytes that are gathered before they are written. */
#define PIECE (64 * 1024)

G_DEFINE_QUARK (news-bookmarks-error-quark, news_bookmarks_error)

struct _NewsBookmarksWriter
{
  GString *text; /* what is not written yet */
  NewsBookmarksFormat format;
  gboolean any;

  GOutputStream *stream; /* borrowed */
};

const char *
news_bookmarks_format_get_suffix (NewsBookmarksFormat format)
{
  static const char *const suffixes[] = {
    [NEWS_BOOKMARKS_JSON] = "json",
    [NEWS_BOOKMARKS_HTML] = "html",
    [NEWS_BOOKMARKS_MARKDOWN] = "md",
  };

  return suffixes[format];
}

/* --- reading --- */

static NewsBookmarkList *
understand (const char *text, gsize length, GError **error)
{
  gsize first = 0;

  while (first < length && g_ascii_isspace (text[first]))
    first++;
  if (first < length && text[first] == '{')
    return news_bookmarks_json_read (text + first, length - first, error);
  if (news_bookmarks_html_recognise (text, length))
    return news_bookmarks_html_read (text, length);

  return news_bookmarks_markdown_read (text, length);
}

NewsBookmarkList *
news_bookmarks_file_read (GBytes *bytes, GError **error)
{
  g_autoptr (NewsBookmarkList) list = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length > NEWS_BOOKMARKS_LIMIT)
    {
      g_set_error_literal (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_LARGE,
                           _ ("The file is too large to be one of bookmarks."));
      return NULL;
    }
  if (length >= strlen (MARK) && memcmp (text, MARK, strlen (MARK)) == 0)
    {
      text += strlen (MARK);
      length -= strlen (MARK);
    }

  list = understand (text != NULL ? text : "", length, error);
  if (list == NULL)
    return NULL;
  if (list->bookmarks->len == 0)
    {
      g_set_error_literal (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_INVALID,
                           _ ("The file has no bookmarks that Broadsheet can read."));
      return NULL;
    }

  return g_steal_pointer (&list);
}

/* --- writing --- */

NewsBookmarksWriter *
news_bookmarks_writer_new (NewsBookmarksFormat format, GOutputStream *stream)
{
  NewsBookmarksWriter *self = g_new0 (NewsBookmarksWriter, 1);

  self->text = g_string_new (NULL);
  self->format = format;
  self->stream = stream;
  if (format == NEWS_BOOKMARKS_JSON)
    news_bookmarks_json_begin (self->text);
  else if (format == NEWS_BOOKMARKS_HTML)
    news_bookmarks_html_begin (self->text);
  else
    news_bookmarks_markdown_begin (self->text);

  return self;
}

void
news_bookmarks_writer_free (NewsBookmarksWriter *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
flush (NewsBookmarksWriter *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, cancellable,
                                  error))
    return FALSE;

  g_string_truncate (self->text, 0);

  return TRUE;
}

gboolean
news_bookmarks_writer_add (NewsBookmarksWriter *self,
                           const NewsBookmark *bookmark,
                           GCancellable *cancellable,
                           GError **error)
{
  if (!news_web_address_is_web (bookmark->article->url))
    return TRUE;

  if (self->format == NEWS_BOOKMARKS_JSON)
    news_bookmarks_json_append (self->text, bookmark, !self->any);
  else if (self->format == NEWS_BOOKMARKS_HTML)
    news_bookmarks_html_append (self->text, bookmark);
  else
    news_bookmarks_markdown_append (self->text, bookmark);
  self->any = TRUE;

  return self->text->len < PIECE || flush (self, cancellable, error);
}

gboolean
news_bookmarks_writer_end (NewsBookmarksWriter *self, GCancellable *cancellable, GError **error)
{
  if (self->format == NEWS_BOOKMARKS_JSON)
    news_bookmarks_json_end (self->text);
  else if (self->format == NEWS_BOOKMARKS_HTML)
    news_bookmarks_html_end (self->text);

  return flush (self, cancellable, error);
}
