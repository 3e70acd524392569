/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-web-address.h"

#include <string.h>

#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Characters that no address may have as they are: those beyond ASCII, controls, blanks, and the
 * ones that RFC 3986 gives no place. */
static gboolean
is_unsafe (char c)
{
  return (guchar) c <= ' ' || (guchar) c >= 0x7f || strchr ("\"<>\\^`{|}", c) != NULL;
}

static gsize
skip_scheme (const char *text)
{
  if (g_ascii_strncasecmp (text, "https://", 8) == 0)
    return 8;

  return g_ascii_strncasecmp (text, "http://", 7) == 0 ? 7 : 0;
}

static char *
encode (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  GString *address;

  if (trimmed[strcspn (trimmed, "\"<>\\^`{|} \t\r\n")] == '\0' && g_str_is_ascii (trimmed))
    return g_steal_pointer (&trimmed);

  address = g_string_sized_new (strlen (trimmed) + 16);
  for (const char *at = trimmed; *at != '\0'; at++)
    if (*at == '\t' || *at == '\r' || *at == '\n')
      continue; /* As browsers do: a long address may have been wrapped. */
    else if (is_unsafe (*at))
      g_string_append_printf (address, "%%%02X", (guchar) *at);
    else
      g_string_append_c (address, *at);

  return g_string_free (address, FALSE);
}

/* Text up to the end of the host, and the rest. */
static gsize
measure_host (const char *text)
{
  gsize scheme = skip_scheme (text);

  return scheme + strcspn (text + scheme, "/?#");
}

/* GUri lets a host end at other signs, too, such as ";", and complains when it is to put together
 * again what it took apart there. */
static gboolean
has_sound_path (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return *path == '\0' || *path == '/';
}

/* How long the host at @at is, without user and port: a name or number, or a number of IPv6 in
 * brackets. Names may have letters beyond ASCII, as they are or percent-encoded. */
static gsize
measure_name (const char *at, gsize length)
{
  gsize end = 0;

  if (*at == '[')
    {
      end = 1 + strspn (at + 1, "0123456789abcdefABCDEF:.");
      return end < length && at[end] == ']' ? end + 1 : 0;
    }

  while (
    end < length
    && ((guchar) at[end] >= 0x80 || g_ascii_isalnum (at[end]) || strchr ("-._~%", at[end]) != NULL))
    end++;

  return end;
}

static gboolean
is_host (const char *at, gsize length)
{
  const char *user = g_strrstr_len (at, (gssize) length, "@");
  const char *host = user != NULL ? user + 1 : at;
  gsize left = length - (gsize) (host - at);
  gsize name = left > 0 ? measure_name (host, left) : 0;

  if (name == 0)
    return FALSE;
  if (name < left && host[name] != ':')
    return FALSE;

  for (gsize i = name + 1; i < left; i++)
    if (!g_ascii_isdigit (host[i]))
      return FALSE;

  return TRUE;
}

gboolean
news_web_address_is_web (const char *text)
{
  gsize scheme = text != NULL ? skip_scheme (text) : 0;

  return scheme > 0 && is_host (text + scheme, measure_host (text) - scheme);
}

char *
news_web_address_resolve (const char *text, const char *base)
{
  g_autofree char *address = encode (text);
  g_autofree char *resolved = NULL;
  g_autoptr (GUri) start = NULL;
  g_autoptr (GUri) uri = NULL;

  /* Most are absolute, and then there is nothing to take apart. */
  if (news_web_address_is_web (address))
    return g_steal_pointer (&address);
  if (!news_web_address_is_web (base) || *address == '\0')
    return NULL;

  start = g_uri_parse (base, FLAGS, NULL);
  uri = start != NULL ? g_uri_parse_relative (start, address, FLAGS, NULL) : NULL;
  if (uri == NULL || !has_sound_path (uri))
    return NULL;

  resolved = g_uri_to_string (uri);

  return news_web_address_is_web (resolved) ? g_steal_pointer (&resolved) : NULL;
}

char *
news_web_address_normalise (const char *text)
{
  g_autofree char *address = encode (text);
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;
  g_autofree char *whole = NULL;

  if (!news_web_address_is_web (address))
    return NULL;

  uri = g_uri_parse (address, FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || !has_sound_path (uri))
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  whole = g_uri_join (
    FLAGS, g_uri_get_scheme (uri), g_uri_get_userinfo (uri), host, g_uri_get_port (uri),
    *g_uri_get_path (uri) != '\0' ? g_uri_get_path (uri) : "/", g_uri_get_query (uri), NULL);

  return news_web_address_is_web (whole) ? g_steal_pointer (&whole) : NULL;
}

char *
news_web_address_dup_host (const char *text)
{
  g_autofree char *address = news_web_address_normalise (text);

  if (address == NULL)
    return NULL;

  return g_strdup_printf ("%.*s/", (int) measure_host (address), address);
}

char *
news_web_address_dup_host_name (const char *text)
{
  g_autofree char *address = news_web_address_normalise (text);
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, FLAGS, NULL) : NULL;

  return uri != NULL ? g_strdup (g_uri_get_host (uri)) : NULL;
}

char *
news_web_address_dup_folder (const char *text)
{
  g_autofree char *address = news_web_address_normalise (text);
  char *query, *slash;

  if (address == NULL)
    return NULL;

  query = strchr (address, '?');
  if (query != NULL)
    *query = '\0';
  if (g_str_has_suffix (address, "/"))
    return g_steal_pointer (&address);

  slash = strrchr (address, '/');
  if (strchr (slash, '.') == NULL)
    return g_strconcat (address, "/", NULL);
  slash[1] = '\0';

  return g_steal_pointer (&address);
}

gboolean
news_web_address_same_host (const char *one, const char *other)
{
  g_autofree char *first = news_web_address_dup_host (one);
  g_autofree char *second = news_web_address_dup_host (other);

  return first != NULL && g_strcmp0 (first, second) == 0;
}

void
news_web_address_append_query (GString *address, const char *name, const char *value)
{
  const char *query = strchr (address->str, '?');

  if (query == NULL)
    g_string_append_c (address, '?');
  else if (query[1] != '\0' && !g_str_has_suffix (address->str, "&"))
    g_string_append_c (address, '&');

  g_string_append (address, name);
  g_string_append_c (address, '=');
  g_string_append (address, value);
}
