/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-response.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Where a request is sent on to. libsoup would follow by itself, but with every header, also to
 * another host, and would not tell which moves are for ever. */
typedef struct
{
  GUri *uri; /* what was asked last, without secrets; owned */
  char *method;
  guint followed;
  gboolean
    is_permanent;    /* every step so far was one for ever, and none left its origin with keys */
  gboolean has_left; /* the origin that the secrets are for */
} NewsRedirect;

void news_redirect_init (NewsRedirect *self, NewsRequest *request, GUri *uri);
void news_redirect_clear (NewsRedirect *self);

/* Whether an answer of @status sends on to @location (nullable). A body that is a secret is not
 * sent on to another origin: that answer is the last one. */
gboolean news_redirect_applies (NewsRedirect *self,
                                NewsRequest *request,
                                guint status,
                                const char *location);

/* Goes on to @location, at most ten times. Fails with NEWS_NET_ERROR_REDIRECTS, or with _INSECURE
 * where a request that has secrets would leave encryption. */
gboolean news_redirect_follow (NewsRedirect *self,
                               NewsRequest *request,
                               guint status,
                               const char *location,
                               GError **error);

G_END_DECLS
