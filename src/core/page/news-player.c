/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-player.h"

#include <string.h>

/* Players in frames: the host and the beginning of the path, the parameter that has the rest (NULL:
 * the path goes on with it), and the address that it completes ("": it is one itself). */
static const struct
{
  const char *host;
  const char *path;
  const char *parameter;
  const char *page;
} players[] = {
  { "youtube.com", "/embed/videoseries", "list", "https://www.youtube.com/playlist?list=" },
  { "youtube-nocookie.com", "/embed/videoseries", "list",
    "https://www.youtube.com/playlist?list=" },
  { "youtube.com", "/embed/", NULL, "https://www.youtube.com/watch?v=" },
  { "youtube-nocookie.com", "/embed/", NULL, "https://www.youtube.com/watch?v=" },
  { "player.vimeo.com", "/video/", NULL, "https://vimeo.com/" },
  { "dailymotion.com", "/embed/video/", NULL, "https://www.dailymotion.com/video/" },
  { "open.spotify.com", "/embed/", NULL, "https://open.spotify.com/" },
  { "w.soundcloud.com", "/player/", "url", "" },
  { "cdn.embedly.com", "/widgets/", "url", "" },
  { "platform.twitter.com", "/embed/", "id", "https://twitter.com/i/status/" },
  { "facebook.com", "/plugins/", "href", "" },
  { "player.bilibili.com", "/player.html", "bvid", "https://www.bilibili.com/video/" },
  { "v.qq.com", "/txp/iframe/player.html", "vid", "https://v.qq.com/x/page/" },
  { "player.youku.com", "/embed/", NULL, "https://v.youku.com/v_show/id_" },
};

/* Pages of one thing each: the host and what the path has in it. */
static const struct
{
  const char *host;
  const char *path;
} pages[] = {
  { "youtube.com", "/watch" },
  { "youtube.com", "/shorts/" },
  { "youtube.com", "/live/" },
  { "youtube.com", "/embed/" },
  { "youtu.be", "/" },
  { "vimeo.com", "/" },
  { "dailymotion.com", "/video/" },
  { "twitter.com", "/status/" },
  { "x.com", "/status/" },
  { "instagram.com", "/p/" },
  { "instagram.com", "/reel/" },
  { "tiktok.com", "/video/" },
  { "facebook.com", "/videos/" },
  { "facebook.com", "/posts/" },
  { "open.spotify.com", "/track/" },
  { "open.spotify.com", "/episode/" },
  { "soundcloud.com", "/" },
  { "bsky.app", "/post/" },
  { "bilibili.com", "/video/" },
  { "threads.net", "/post/" },
};

static const char *const advertisers[] = {
  "doubleclick.net", "googlesyndication.com", "googletagmanager.com", "amazon-adsystem.com",
  "taboola.com",     "outbrain.com",          "disqus.com",           "slashdot.org",
};

/* The host itself, or one below it. */
static gboolean
is_host (GUri *uri, const char *host)
{
  const char *other = g_uri_get_host (uri);
  gsize length, other_length;

  if (other == NULL)
    return FALSE;

  length = strlen (host);
  other_length = strlen (other);

  return other_length >= length && g_ascii_strcasecmp (other + other_length - length, host) == 0
         && (other_length == length || other[other_length - length - 1] == '.');
}

static GUri *
parse (const char *address)
{
  return g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
}

static char *
dup_parameter (GUri *uri, const char *name)
{
  const char *query = g_uri_get_query (uri);
  gsize length = strlen (name);

  while (query != NULL && *query != '\0')
    {
      gsize end = strcspn (query, "&");

      if (strncmp (query, name, length) == 0 && query[length] == '=')
        return g_uri_unescape_segment (query + length + 1, query + end, NULL);
      query += end + (query[end] != '\0');
    }

  return NULL;
}

/* What is in a parameter may be any text: as part of a path it must be a name, as an address one of
 * the web. */
static gboolean
is_sound (const char *rest, const char *page)
{
  if (*page == '\0')
    return g_str_has_prefix (rest, "https://") || g_str_has_prefix (rest, "http://");

  return *rest != '\0'
         && rest[strspn (rest, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_/.=")] == '\0';
}

char *
news_player_dup_page (const char *address)
{
  g_autoptr (GUri) uri = parse (address);
  const char *path = uri != NULL ? g_uri_get_path (uri) : NULL;

  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (players); i++)
    {
      g_autofree char *rest = NULL;

      if (!is_host (uri, players[i].host) || !g_str_has_prefix (path, players[i].path))
        continue;

      rest = players[i].parameter != NULL ? dup_parameter (uri, players[i].parameter)
                                          : g_strdup (path + strlen (players[i].path));
      if (rest != NULL && is_sound (rest, players[i].page))
        return g_strconcat (players[i].page, rest, NULL);
    }

  return g_strdup (address);
}

gboolean
news_player_is_page (const char *address)
{
  g_autoptr (GUri) uri = parse (address);

  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (pages); i++)
    {
      const char *found;

      if (!is_host (uri, pages[i].host))
        continue;
      found = strstr (g_uri_get_path (uri), pages[i].path);
      /* There must be something of it behind: its number, or a question for it. */
      if (found != NULL && (found[strlen (pages[i].path)] != '\0' || g_uri_get_query (uri) != NULL))
        return TRUE;
    }

  return FALSE;
}

gboolean
news_player_is_advertisement (const char *address)
{
  g_autoptr (GUri) uri = parse (address);

  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (advertisers); i++)
    if (is_host (uri, advertisers[i]))
      return TRUE;

  return FALSE;
}
