/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-address.h"

#include "news-tracking.h"

#include <string.h>

/* Longer ones are attacks or data; servers refuse them from about here on. */
#define MAX_LENGTH 4096

#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED)

/* The other parameters stay byte for byte as they are: some servers sign them. */
static char *
dup_clean_query (const char *query)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  while (*query != '\0')
    {
      gsize length = strcspn (query, "&");

      if (!news_tracking_is_parameter (query, MIN (length, strcspn (query, "="))))
        {
          if (clean->len > 0)
            g_string_append_c (clean, '&');
          g_string_append_len (clean, query, length);
        }
      query += length + (query[length] != '\0');
    }

  return clean->len > 0 ? g_strdup (clean->str) : NULL;
}

/* Whether @reference is an address of the web that would come out as it went in: a host of usual
 * letters, and a path of them without a segment that begins with a dot. Most are. */
static gboolean
is_plain (const char *reference)
{
  static const char usual[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
  gsize scheme = g_str_has_prefix (reference, "https://")  ? strlen ("https://")
                 : g_str_has_prefix (reference, "http://") ? strlen ("http://")
                                                           : 0;
  const char *at = reference + scheme;
  gsize host = strspn (at, usual);

  if (scheme == 0 || host == 0)
    return FALSE;

  for (at += host; *at == '/' && at[1] != '.'; at += strspn (at, usual))
    at++;

  return *at == '\0' && at > reference + scheme + host && at - reference <= MAX_LENGTH;
}

/* As browsers read an address: line breaks and tabs in it are no part of it, nor is space around
 * it; a backslash before the query is a slash. NULL if it is too long. */
static char *
dup_tidy (const char *reference)
{
  g_autoptr (GString) tidy = g_string_new (NULL);
  gboolean path = TRUE;

  for (const char *at = reference; *at != '\0' && tidy->len <= MAX_LENGTH; at++)
    {
      guchar byte = *at;

      if (byte == '?' || byte == '#')
        path = FALSE;
      if (byte == '\\' && path)
        byte = '/';
      if (byte > ' ' || (byte == ' ' && tidy->len > 0))
        g_string_append_c (tidy, byte);
    }
  if (tidy->len > MAX_LENGTH)
    return NULL;

  g_strchomp (tidy->str);

  return g_strdup (tidy->str);
}

/* What GUri leaves as it is though no address may have it. */
static char *
dup_escaped (const char *address)
{
  GString *escaped = g_string_sized_new (strlen (address));

  for (const char *at = address; *at != '\0'; at++)
    if (strchr ("\"<>\\^`{|}", *at) != NULL)
      g_string_append_printf (escaped, "%%%02X", *at);
    else
      g_string_append_c (escaped, *at);

  return g_string_free_and_steal (escaped);
}

static gboolean
is_host (const char *host)
{
  if (host == NULL || *host == '\0')
    return FALSE;

  for (; *host != '\0'; host++)
    if (!g_ascii_isalnum (*host) && strchr ("-._:", *host) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *path = g_uri_get_path (uri);

  /* GUri lets a host end at ";", too, and would not put together again what it took apart so. */
  if (*path != '\0' && *path != '/')
    return FALSE;

  return (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0)
         && is_host (g_uri_get_host (uri));
}

static char *
join_web (GUri *uri, NewsAddressUse use)
{
  const char *query = g_uri_get_query (uri);
  g_autofree char *clean = NULL;
  g_autofree char *address = NULL;

  if (query != NULL && use == NEWS_ADDRESS_LINK)
    query = clean = dup_clean_query (query);

  address
    = g_uri_join (FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                  g_uri_get_path (uri), query, g_uri_get_fragment (uri));

  return dup_escaped (address);
}

static char *
join_mail (GUri *uri)
{
  g_autofree char *address = NULL;

  if (strchr (g_uri_get_path (uri), '@') == NULL)
    return NULL;

  address = g_uri_to_string (uri);

  return dup_escaped (address);
}

static GUri *
parse (GUri *base, const char *reference)
{
  g_autofree char *completed = NULL;

  /* Without a base, "//host/path" still tells all but the scheme. */
  if (base == NULL && g_str_has_prefix (reference, "//"))
    reference = completed = g_strconcat ("https:", reference, NULL);

  return g_uri_parse_relative (base, reference, FLAGS, NULL);
}

GUri *
news_address_parse_base (const char *base)
{
  g_autofree char *clean = NULL;

  if (base != NULL)
    clean = news_address_resolve (NULL, base, NEWS_ADDRESS_LINK);

  return clean != NULL && !g_str_has_prefix (clean, "mailto:") ? g_uri_parse (clean, FLAGS, NULL)
                                                               : NULL;
}

char *
news_address_resolve (GUri *base, const char *reference, NewsAddressUse use)
{
  g_autofree char *tidy = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  if (is_plain (reference))
    return g_strdup (reference);

  tidy = dup_tidy (reference);
  uri = tidy != NULL && *tidy != '\0' ? parse (base, tidy) : NULL;
  if (uri == NULL)
    return NULL;

  if (is_web (uri))
    address = join_web (uri, use);
  else if (use == NEWS_ADDRESS_LINK && strcmp (g_uri_get_scheme (uri), "mailto") == 0)
    address = join_mail (uri);

  return address != NULL && strlen (address) <= MAX_LENGTH ? g_steal_pointer (&address) : NULL;
}

gboolean
news_address_is_safe (const char *address, NewsAddressUse use)
{
  if (strlen (address) > MAX_LENGTH)
    return FALSE;

  return g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")
         || (use == NEWS_ADDRESS_LINK && g_str_has_prefix (address, "mailto:"));
}

gboolean
news_address_same_document (GUri *base, const char *address)
{
  g_autofree char *document = NULL;
  gsize length;

  if (base == NULL || strchr (address, '#') == NULL)
    return FALSE;

  document = g_uri_to_string (base);
  length = strcspn (document, "#");

  return strncmp (document, address, length) == 0 && address[length] == '#';
}
