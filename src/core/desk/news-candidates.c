/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-candidates.h"

#include "news-web-address.h"

#include <string.h>

static gboolean
has_scheme (const char *typed)
{
  return g_ascii_strncasecmp (typed, "http://", 7) == 0
         || g_ascii_strncasecmp (typed, "https://", 8) == 0;
}

/* Servers on this machine and in the house seldom have certificates. */
static gboolean
is_local (const char *typed)
{
  return g_str_has_prefix (typed, "127.") || g_str_has_prefix (typed, "localhost")
         || g_str_has_prefix (typed, "[::1]") || g_str_has_prefix (typed, "192.168.")
         || g_str_has_prefix (typed, "10.");
}

/* "mailto:", "file://" and the like; a host may have a port. */
static gboolean
has_other_scheme (const char *bare)
{
  gsize length = strspn (bare, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "+.-");

  return g_ascii_isalpha (*bare) && bare[length] == ':' && !g_ascii_isdigit (bare[length + 1]);
}

/* Nobody means a user of a site's who types an address of e-mail. */
static gboolean
has_user (const char *bare)
{
  return memchr (bare, '@', strcspn (bare, "/?#")) != NULL;
}

/* What some pages put before the addresses of feeds: "feed://host/" or "feed:https://host/". */
static const char *
skip_feed_scheme (const char *bare)
{
  return g_ascii_strncasecmp (bare, "feed:", 5) == 0 && !g_ascii_isdigit (bare[5]) ? bare + 5
                                                                                   : bare;
}

static void
add_candidate (GPtrArray *candidates, const char *scheme, const char *bare)
{
  g_autofree char *typed = g_strconcat (scheme, bare, NULL);
  g_autofree char *address = news_web_address_normalise (typed);

  if (address != NULL)
    g_ptr_array_add (candidates, g_steal_pointer (&typed));
}

GPtrArray *
news_candidates_list (const char *typed)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  const char *bare = skip_feed_scheme (stripped);

  if (has_scheme (bare))
    {
      add_candidate (candidates, "", bare);
      return candidates;
    }

  if (g_str_has_prefix (bare, "//"))
    bare += 2;
  if (has_other_scheme (bare) || has_user (bare))
    return candidates;
  add_candidate (candidates, is_local (bare) ? "http://" : "https://", bare);
  add_candidate (candidates, is_local (bare) ? "https://" : "http://", bare);

  return candidates;
}
