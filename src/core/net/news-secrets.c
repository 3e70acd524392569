/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-secrets.h"

#include "news-address-guard.h"

#include <string.h>

static gboolean
is_secret (NewsRequest *request, const char *piece)
{
  g_autofree char *written = g_strndup (piece, strcspn (piece, "="));
  g_autofree char *name = g_uri_unescape_string (written, NULL);

  return g_hash_table_contains (request->secret_parameters, name != NULL ? name : written);
}

gboolean
news_secrets_exist (NewsRequest *request)
{
  return request->secret_body || g_hash_table_size (request->secret_headers) > 0
         || g_hash_table_size (request->secret_parameters) > 0;
}

gboolean
news_secrets_may_go (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "https")
         || news_address_is_here (g_uri_get_host (uri));
}

gboolean
news_secrets_same_origin (GUri *one, GUri *other)
{
  return g_str_equal (g_uri_get_scheme (one), g_uri_get_scheme (other))
         && g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (other)) == 0
         && g_uri_get_port (one) == g_uri_get_port (other);
}

GUri *
news_secrets_add (NewsRequest *request, GUri *uri)
{
  g_autoptr (GString) query = NULL;
  GHashTableIter iter;
  gpointer name, value;

  if (g_hash_table_size (request->secret_parameters) == 0)
    return g_uri_ref (uri);

  query = g_string_new (g_uri_get_query (uri));
  g_hash_table_iter_init (&iter, request->secret_parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      if (query->len > 0)
        g_string_append_c (query, '&');
      g_string_append_uri_escaped (query, name, NULL, FALSE);
      g_string_append_c (query, '=');
      g_string_append_uri_escaped (query, value, NULL, FALSE);
    }

  return soup_uri_copy (uri, SOUP_URI_QUERY, query->str, SOUP_URI_NONE);
}

GUri *
news_secrets_strip (NewsRequest *request, GUri *uri)
{
  g_autoptr (GString) kept = NULL;
  g_auto (GStrv) pieces = NULL;

  if (g_uri_get_query (uri) == NULL || g_hash_table_size (request->secret_parameters) == 0)
    return g_uri_ref (uri);

  kept = g_string_new (NULL);
  pieces = g_strsplit (g_uri_get_query (uri), "&", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (!is_secret (request, pieces[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "&" : "", pieces[i]);

  return soup_uri_copy (uri, SOUP_URI_QUERY, kept->len > 0 ? kept->str : NULL, SOUP_URI_NONE);
}
