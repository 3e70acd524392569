/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-redirect.h"

#include "news-fetcher.h"
#include "news-secrets.h"

#define MOST 10

static GUri *
resolve (NewsRedirect *self, const char *location)
{
  g_autoptr (GUri) uri = g_uri_parse_relative (self->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
      && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    return g_steal_pointer (&uri);

  return NULL;
}

void
news_redirect_init (NewsRedirect *self, NewsRequest *request, GUri *uri)
{
  self->uri = g_uri_ref (uri);
  self->method = g_strdup (request->method);
  self->is_permanent = TRUE;
}

void
news_redirect_clear (NewsRedirect *self)
{
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->method, g_free);
}

gboolean
news_redirect_applies (NewsRedirect *self, NewsRequest *request, guint status, const char *location)
{
  g_autoptr (GUri) next = NULL;

  if (location == NULL || !SOUP_STATUS_IS_REDIRECTION (status) || status == 304 || status == 300)
    return FALSE;
  if (!request->secret_body)
    return TRUE;

  next = resolve (self, location);

  return next == NULL || news_secrets_same_origin (self->uri, next);
}

gboolean
news_redirect_follow (NewsRedirect *self,
                      NewsRequest *request,
                      guint status,
                      const char *location,
                      GError **error)
{
  g_autoptr (GUri) next = resolve (self, location);
  gboolean secret = news_secrets_exist (request);

  if (next == NULL || ++self->followed > MOST)
    {
      g_set_error_literal (error, NEWS_NET_ERROR, NEWS_NET_ERROR_REDIRECTS, "sent on too often");
      return FALSE;
    }

  if (secret && !news_secrets_may_go (next))
    {
      g_set_error_literal (error, NEWS_NET_ERROR, NEWS_NET_ERROR_INSECURE, "sent on unencrypted");
      return FALSE;
    }

  /* Once gone the secrets do not come back, even if the way does: the other host chose it. */
  self->has_left |= !news_secrets_same_origin (self->uri, next);
  self->is_permanent &= (status == 301 || status == 308) && !(secret && self->has_left);

  /* RFC 9110, 15.4: only 307 and 308 keep what is asked. */
  if (status != 307 && status != 308 && !g_str_equal (self->method, "HEAD"))
    g_set_str (&self->method, "GET");

  g_uri_unref (self->uri);
  self->uri = news_secrets_strip (request, next);

  return TRUE;
}
