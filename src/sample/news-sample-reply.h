/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An HTTP answer, before it is compressed or cut down to its headers. */
typedef struct
{
  guint status;
  const char *type;  /* static */
  const char *cache; /* Cache-Control; static */
  const char *vary;  /* static, or NULL */
  char *etag;        /* as the header has it, or NULL */
  char *link;        /* the Link header, or NULL */
  GBytes *body;      /* or NULL */
} NewsSampleReply;

/* Takes @text. */
NewsSampleReply *news_sample_reply_new_json (guint status, char *text);
NewsSampleReply *news_sample_reply_new_page (guint status, char *html);

/* The JSON of an error: {"error":{"code":…,"message":…}}. */
NewsSampleReply *news_sample_reply_new_error (guint status, const char *code, const char *message);

/* Takes @bytes, which may be NULL. */
NewsSampleReply *news_sample_reply_new (guint status, const char *type, GBytes *bytes);
void news_sample_reply_free (NewsSampleReply *self);

/* Gives it a weak validator made of its body: weak, because it may be sent compressed or plain (RFC
 * 9110, 8.8.1). */
void news_sample_reply_add_etag (NewsSampleReply *self);

/* Whether @etag is named in @if_none_match, the header's value or NULL; by weak comparison, as RFC
 * 9110, 13.1.2, has it. */
gboolean news_sample_etag_matches (const char *etag, const char *if_none_match);

/* @body as gzip has it (RFC 1952). */
GBytes *news_sample_compress (GBytes *body, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleReply, news_sample_reply_free)

G_END_DECLS
