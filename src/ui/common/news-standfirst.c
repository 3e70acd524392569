/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-standfirst.h"

#include <string.h>

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* Whether @text begins with the @length bytes of @start, however its words stand apart. */
static gboolean
begins_with (const char *text, const char *start, gsize length)
{
  const char *end = start + length;

  while (start < end)
    {
      if (g_ascii_isspace (*start) != g_ascii_isspace (*text)
          || (!g_ascii_isspace (*start) && *start != *text))
        return FALSE;
      start = g_ascii_isspace (*start) ? skip_space (start) : start + 1;
      text = g_ascii_isspace (*text) ? skip_space (text) : text + 1;
    }

  return TRUE;
}

/* A standfirst that only repeats how the text begins is a source's cut, not an editor's word. The
 * cut may go on into the next paragraph. */
static gboolean
repeats_body (NewsArticle *article)
{
  gsize length;

  if (article->standfirst == NULL || article->text == NULL)
    return FALSE;

  length = strlen (article->standfirst);
  if (g_str_has_suffix (article->standfirst, "…"))
    length -= strlen ("…");
  while (length > 0 && g_ascii_isspace (article->standfirst[length - 1]))
    length--;

  return length > 0 && begins_with (article->text, article->standfirst, length);
}

const char *
news_standfirst_get (NewsArticle *article)
{
  return repeats_body (article) ? NULL : article->standfirst;
}
