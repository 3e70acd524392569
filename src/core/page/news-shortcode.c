/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-shortcode.h"

#include <string.h>

/* Longer than any list of picture numbers. A bracket that is open longer is a bracket. */
#define MAX_LENGTH 1000

static const struct
{
  const char *name;
  gboolean bare; /* whether it is one without parameters, too */
} shortcodes[] = {
  { "gallery", TRUE }, { "caption", TRUE }, { "wp_caption", TRUE }, { "embed", TRUE },
  { "audio", FALSE },  { "video", FALSE },  { "playlist", TRUE },
};

/* The length of the shortcode that begins with the bracket at @text, or 0. */
static gsize
measure (const char *text)
{
  gboolean closing = text[1] == '/';
  const char *name = text + 1 + closing;
  gsize name_length = strcspn (name, " \t\r\n]/[");
  const char *end = name + name_length;

  for (guint i = 0; i < G_N_ELEMENTS (shortcodes); i++)
    {
      gsize length;

      if (strlen (shortcodes[i].name) != name_length
          || strncmp (shortcodes[i].name, name, name_length) != 0)
        continue;

      length = strcspn (end, "[]");
      if (end[length] != ']' || length > MAX_LENGTH)
        return 0;
      if (!closing && !shortcodes[i].bare && memchr (end, '=', length) == NULL)
        return 0;

      return end + length + 1 - text;
    }

  return 0;
}

char *
news_shortcode_strip (const char *text)
{
  GString *stripped = NULL;
  const char *from = text;

  for (const char *at = text; (at = strchr (at, '[')) != NULL;)
    {
      gsize length = at > text && at[-1] == '[' ? 0 : measure (at);

      if (length == 0)
        {
          at++;
          continue;
        }
      if (stripped == NULL)
        stripped = g_string_new (NULL);
      g_string_append_len (stripped, from, at - from);
      from = at += length;
    }

  if (stripped == NULL)
    return NULL;

  g_string_append (stripped, from);

  return g_string_free_and_steal (stripped);
}
