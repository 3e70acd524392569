/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-reply.h"

#include "news-sample-json.h"

#include <gio/gio.h>
#include <libsoup/soup.h>
#include <string.h>

static const char *
skip_weak (const char *etag)
{
  return g_str_has_prefix (etag, "W/") ? etag + 2 : etag;
}

NewsSampleReply *
news_sample_reply_new (guint status, const char *type, GBytes *bytes)
{
  NewsSampleReply *self = g_new0 (NewsSampleReply, 1);

  self->status = status;
  self->type = type;
  self->cache = "no-cache";
  self->body = bytes;

  return self;
}

NewsSampleReply *
news_sample_reply_new_json (guint status, char *text)
{
  return news_sample_reply_new (status, "application/json; charset=utf-8",
                                g_bytes_new_take (text, strlen (text)));
}

NewsSampleReply *
news_sample_reply_new_page (guint status, char *html)
{
  return news_sample_reply_new (status, "text/html; charset=utf-8",
                                g_bytes_new_take (html, strlen (html)));
}

NewsSampleReply *
news_sample_reply_new_error (guint status, const char *code, const char *message)
{
  return news_sample_reply_new_json (status, news_sample_json_error (code, message));
}

void
news_sample_reply_free (NewsSampleReply *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->link);
  g_free (self);
}

void
news_sample_reply_add_etag (NewsSampleReply *self)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->body);

  g_free (self->etag);
  self->etag = g_strdup_printf ("W/\"%.24s\"", sum);
}

gboolean
news_sample_etag_matches (const char *etag, const char *if_none_match)
{
  GSList *named;
  gboolean found = FALSE;

  if (etag == NULL || if_none_match == NULL)
    return FALSE;
  named = soup_header_parse_list (if_none_match);
  for (GSList *l = named; l != NULL && !found; l = l->next)
    found = strcmp (l->data, "*") == 0 || strcmp (skip_weak (l->data), skip_weak (etag)) == 0;
  soup_header_free_list (named);

  return found;
}

GBytes *
news_sample_compress (GBytes *body, GError **error)
{
  g_autoptr (GZlibCompressor) compressor
    = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);

  return g_converter_convert_bytes (G_CONVERTER (compressor), body, error);
}
