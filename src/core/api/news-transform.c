/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-transform.h"

#include "news-entities.h"
#include "news-excerpt.h"
#include "news-markup.h"
#include "news-untokenise.h"
#include "news-web-address.h"

#include <string.h>

static char *
html_to_text (const char *text, const char *base)
{
  return news_markup_to_text (text);
}

static char *
html_decode (const char *text, const char *base)
{
  GString *decoded = g_string_sized_new (strlen (text));

  news_entities_decode (decoded, text, strlen (text), NEWS_ENTITIES_TEXT);

  return g_string_free (decoded, FALSE);
}

static char *
maybe_html (const char *text, const char *base)
{
  return news_markup_guess_text (text);
}

static char *
excerpt (const char *text, const char *base)
{
  g_autofree char *summary = news_markup_to_summary (text);

  return summary != NULL ? news_excerpt_trim (summary) : NULL;
}

static char *
resolve (const char *text, const char *base)
{
  return news_web_address_resolve (text, base);
}

static char *
address (const char *text, const char *base)
{
  return news_web_address_resolve (text, NULL);
}

/* POSIX has "zh_CN.UTF-8", BCP 47 has "zh-CN". */
static char *
language (const char *text, const char *base)
{
  char *tag = g_strndup (text, strcspn (text, ".@"));

  return g_strdelimit (tag, "_", '-');
}

static char *
untokenise (const char *text, const char *base)
{
  return news_untokenise (text);
}

/* "… [+1210 chars]" and "... [1210 chars]" say how much is missing. */
static char *
cut (const char *text, const char *base)
{
  const char *mark = g_str_has_suffix (text, " chars]") ? strrchr (text, '[') : NULL;
  const char *digits = mark != NULL ? mark + 1 + (mark[1] == '+') : NULL;

  if (digits == NULL || !g_str_equal (digits + strspn (digits, "0123456789"), " chars]"))
    return g_strdup (text);

  return g_strchomp (g_strndup (text, (gsize) (mark - text)));
}

static char *
spaces (const char *text, const char *base)
{
  return g_strdelimit (g_strdup (text), "_", ' ');
}

static char *
last_segment (const char *text, const char *base)
{
  gsize length = strcspn (text, "?#");
  const char *start;

  while (length > 0 && text[length - 1] == '/')
    length--;
  start = g_strrstr_len (text, (gssize) length, "/");

  return start != NULL ? g_strndup (start + 1, length - (gsize) (start + 1 - text))
                       : g_strndup (text, length);
}

static const struct
{
  const char *name;
  char *(*apply) (const char *text, const char *base);
} transforms[] = {
  [NEWS_TRANSFORM_HTML_TO_TEXT] = { "html-to-text", html_to_text },
  [NEWS_TRANSFORM_HTML_DECODE] = { "html-decode", html_decode },
  [NEWS_TRANSFORM_MAYBE_HTML] = { "maybe-html", maybe_html },
  [NEWS_TRANSFORM_EXCERPT] = { "excerpt", excerpt },
  [NEWS_TRANSFORM_RESOLVE] = { "resolve", resolve },
  [NEWS_TRANSFORM_ADDRESS] = { "address", address },
  [NEWS_TRANSFORM_LANGUAGE] = { "language", language },
  [NEWS_TRANSFORM_UNTOKENISE] = { "untokenise", untokenise },
  [NEWS_TRANSFORM_CUT] = { "cut", cut },
  [NEWS_TRANSFORM_SPACES] = { "spaces", spaces },
  [NEWS_TRANSFORM_LAST_SEGMENT] = { "last-segment", last_segment },
};

gboolean
news_transform_parse (const char *name, NewsTransform *transform)
{
  for (gsize i = 0; i < G_N_ELEMENTS (transforms); i++)
    if (g_str_equal (transforms[i].name, name))
      {
        *transform = (NewsTransform) i;
        return TRUE;
      }

  return FALSE;
}

char *
news_transform_apply (NewsTransform transform, const char *text, const char *base)
{
  g_return_val_if_fail ((gsize) transform < G_N_ELEMENTS (transforms), NULL);

  return transforms[transform].apply (text, base);
}
