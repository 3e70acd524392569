/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-text.h"

#include "news-excerpt.h"
#include "news-markup.h"

#include <string.h>

typedef enum
{
  KIND_TEXT,
  KIND_HTML,     /* escaped */
  KIND_ELEMENTS, /* HTML as elements of the feed itself */
  KIND_BASE64,
  KIND_GUESS, /* RSS does not say */
  KIND_OTHER,
} Kind;

static Kind
judge_atom (const xmlNode *node)
{
  g_autofree char *type = news_xml_dup_attribute (node, "type");
  g_autofree char *mode = news_xml_dup_attribute (node, "mode");

  if (g_strcmp0 (mode, "base64") == 0)
    return KIND_BASE64;
  if (news_xml_has_elements (node))
    return KIND_ELEMENTS;
  if (type == NULL || strcmp (type, "text") == 0 || strcmp (type, "text/plain") == 0
      || strcmp (type, "xhtml") == 0 || strcmp (type, "application/xhtml+xml") == 0)
    return KIND_TEXT;
  if (g_strcmp0 (type, "html") == 0 || g_ascii_strncasecmp (type, "text/html", 9) == 0)
    return KIND_HTML;

  return g_str_has_prefix (type, "text/") ? KIND_TEXT : KIND_OTHER;
}

/* Atom 0.3 is careless in practice: its default is text, and feeds have HTML there. */
static Kind
judge (const xmlNode *node)
{
  Kind kind;

  if (news_xml_get_space (node) != NEWS_XML_ATOM)
    return news_xml_has_elements (node) ? KIND_ELEMENTS : KIND_GUESS;

  kind = judge_atom (node);
  if (kind == KIND_TEXT && xmlHasProp (node, (const xmlChar *) "mode") != NULL)
    return KIND_GUESS;

  return kind;
}

static char *
decode_base64 (const xmlNode *node)
{
  g_autofree char *text = news_xml_dup_text (node);
  g_autofree guchar *bytes = NULL;
  gsize length;

  if (text == NULL)
    return NULL;

  bytes = g_base64_decode (text, &length);

  return g_utf8_make_valid ((const char *) bytes, (gssize) length);
}

static char *
dup_source (const xmlNode *node, Kind kind)
{
  switch (kind)
    {
    case KIND_ELEMENTS:
      return news_xml_dup_html (node);
    case KIND_BASE64:
      return decode_base64 (node);
    case KIND_OTHER:
      return NULL;
    default:
      return news_xml_dup_text (node);
    }
}

void
news_feed_text_read (const xmlNode *node, char **html, char **text)
{
  Kind kind = judge (node);
  char *source = dup_source (node, kind);

  if (source != NULL && *source == '\0')
    g_clear_pointer (&source, g_free);
  *html = *text = NULL;
  if (kind == KIND_TEXT)
    *text = source;
  else
    *html = source;
}

char *
news_feed_text_dup_line (const xmlNode *node)
{
  Kind kind;
  g_autofree char *source = NULL;

  if (node == NULL)
    return NULL;

  kind = judge (node);
  source = dup_source (node, kind);
  if (source == NULL)
    return NULL;
  if (kind == KIND_TEXT)
    return news_markup_tidy_text (source);
  if (kind == KIND_HTML || kind == KIND_ELEMENTS)
    return news_markup_to_text (source);

  return news_markup_guess_text (source);
}

char *
news_feed_text_dup_summary (const xmlNode *node)
{
  Kind kind = judge (node);
  g_autofree char *source = dup_source (node, kind);
  g_autofree char *line = NULL;

  if (source == NULL)
    return NULL;

  if (kind == KIND_TEXT)
    line = news_markup_tidy_text (source);
  else
    line = news_markup_to_summary (source);

  return line != NULL ? news_excerpt_trim (line) : NULL;
}
