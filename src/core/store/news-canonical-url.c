/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-canonical-url.h"

#include "news-fingerprint.h"
#include "news-tracking.h"

#include <gio/gio.h>
#include <string.h>

static void
append_host (GString *string, GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  g_autofree char *ascii = g_hostname_to_ascii (g_uri_get_host (uri));
  g_autofree char *host = g_ascii_strdown (ascii != NULL ? ascii : g_uri_get_host (uri), -1);
  int port = g_uri_get_port (uri);

  g_string_append (string, host);
  if (port > 0 && port != (strcmp (scheme, "https") == 0 ? 443 : 80))
    g_string_append_printf (string, ":%d", port);
}

static void
append_query (GString *string, const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
  char separator = '?';

  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0'
          || news_tracking_is_parameter (parameters[i], strcspn (parameters[i], "=")))
        continue;

      g_string_append_c (string, separator);
      g_string_append (string, parameters[i]);
      separator = '&';
    }
}

char *
news_canonical_url (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GString) string = g_string_new (NULL);

  /* GUri gives each escape its normal form. */
  if (url != NULL)
    uri = g_uri_parse (
      url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0'
      || (strcmp (g_uri_get_scheme (uri), "http") != 0
          && strcmp (g_uri_get_scheme (uri), "https") != 0))
    return NULL;

  append_host (string, uri);
  g_string_append (string, g_uri_get_path (uri));
  while (string->len > 0 && string->str[string->len - 1] == '/')
    g_string_truncate (string, string->len - 1);
  if (g_uri_get_query (uri) != NULL)
    append_query (string, g_uri_get_query (uri));

  return g_string_free_and_steal (g_steal_pointer (&string));
}

gint64
news_canonical_url_hash (const char *canonical)
{
  return (gint64) news_fingerprint_hash (NEWS_FINGERPRINT_SEED, canonical, strlen (canonical));
}
