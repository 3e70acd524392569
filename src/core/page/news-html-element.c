/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-element.h"

#include "news-html-classes.h"

#include <string.h>

/* An element with more text than this, in bytes, has the article in it, whatever its class says. */
#define JUNK_TEXT 4000

/* What only says to a screen reader that it may be passed over is dropped only if it has no words:
 * authors hide letters so that are set one by one, too. */
static gboolean
is_hidden (const NewsHtmlNode *node)
{
  g_autofree char *display = news_html_element_dup_property (node, "display");
  g_autofree char *visibility = news_html_element_dup_property (node, "visibility");

  if (g_strcmp0 (display, "none") == 0 || g_strcmp0 (visibility, "hidden") == 0)
    return TRUE;
  if (news_html_node_has (node, "hidden"))
    return g_strcmp0 (news_html_node_get (node, "hidden"), "false") != 0;

  return g_strcmp0 (news_html_node_get (node, "aria-hidden"), "true") == 0
         && !news_html_element_has_text (node, 0);
}

static gboolean
is_bold (const char *weight)
{
  return g_str_has_prefix (weight, "bold") || g_ascii_strtoll (weight, NULL, 10) >= 600;
}

/* What the style attribute says goes before what the name says: editors wrap whole articles in
 * <b style="font-weight: normal">. */
static NewsStyle
apply_properties (const NewsHtmlNode *node, NewsStyle style)
{
  g_autofree char *weight = news_html_element_dup_property (node, "font-weight");
  g_autofree char *slant = news_html_element_dup_property (node, "font-style");
  g_autofree char *line = news_html_element_dup_property (node, "text-decoration");

  if (weight != NULL)
    style = (style & ~NEWS_STYLE_STRONG) | (is_bold (weight) ? NEWS_STYLE_STRONG : 0);
  if (slant != NULL)
    style = (style & ~NEWS_STYLE_EMPHASIS)
            | (strcmp (slant, "italic") == 0 || strcmp (slant, "oblique") == 0 ? NEWS_STYLE_EMPHASIS
                                                                               : 0);
  if (line != NULL && strstr (line, "line-through") != NULL)
    style |= NEWS_STYLE_STRUCK;

  return style;
}

NewsHtmlKind
news_html_element_get_kind (const NewsHtmlNode *node)
{
  NewsHtmlKind by_name = node->tag->kind;
  NewsHtmlKind kind;

  if (by_name == NEWS_HTML_KIND_DROPPED || node->n_attributes == 0)
    return by_name;
  if (is_hidden (node))
    return NEWS_HTML_KIND_DROPPED;

  kind = news_html_classes_get_kind (news_html_node_get (node, "class"),
                                     news_html_node_get (node, "id"), by_name);
  if (kind == NEWS_HTML_KIND_DROPPED && news_html_element_has_text (node, JUNK_TEXT))
    return by_name;

  return kind;
}

gboolean
news_html_element_is_inline (const NewsHtmlNode *node)
{
  NewsHtmlKind kind = node->tag->kind;

  return kind == NEWS_HTML_KIND_INLINE || kind == NEWS_HTML_KIND_ANCHOR
         || kind == NEWS_HTML_KIND_CITE || kind == NEWS_HTML_KIND_QUOTATION
         || kind == NEWS_HTML_KIND_ABBREVIATION;
}

NewsStyle
news_html_element_get_style (const NewsHtmlNode *node)
{
  NewsStyle style = node->tag->style;

  return news_html_node_get (node, "style") != NULL ? apply_properties (node, style) : style;
}

char *
news_html_element_dup_language (const NewsHtmlNode *node)
{
  const char *language = news_html_node_get (node, "lang");
  gsize subtag = 0;

  if (language == NULL)
    language = news_html_node_get (node, "xml:lang");
  if (language == NULL || strlen (language) > 35)
    return NULL;

  for (const char *at = language; *at != '\0'; at++)
    {
      gboolean dash = *at == '-' || *at == '_';

      subtag = dash ? 0 : subtag + 1;
      if ((!dash && !g_ascii_isalnum (*at)) || subtag > 8)
        return NULL;
    }
  /* The first is of letters, two at least; what is in <code lang="c"> is no language of people. */
  if (subtag == 0 || !g_ascii_isalpha (language[0]) || !g_ascii_isalpha (language[1]))
    return NULL;

  return g_strdelimit (g_strdup (language), "_", '-');
}

int
news_html_element_get_number (const NewsHtmlNode *node, const char *attribute)
{
  const char *value = news_html_node_get (node, attribute);
  char *end;
  gint64 number;

  if (value == NULL)
    return 0;

  number = g_ascii_strtoll (value, &end, 10);

  return strchr (end, '%') == NULL ? (int) CLAMP (number, 0, 65535) : 0;
}

char *
news_html_element_dup_property (const NewsHtmlNode *node, const char *property)
{
  const char *at = news_html_node_get (node, "style");
  gsize length = strlen (property);

  while (at != NULL && *at != '\0')
    {
      gsize end = strcspn (at, ";");
      gsize space = strspn (at, " \t\r\n");

      if (space + length < end && g_ascii_strncasecmp (at + space, property, length) == 0
          && at[space + length + strspn (at + space + length, " ")] == ':')
        {
          g_autofree char *value = g_strndup (at + space + length, end - space - length);
          g_autofree char *lower = g_ascii_strdown (strchr (value, ':') + 1, -1);

          return g_strdup (g_strstrip (lower));
        }
      at += end + (at[end] == ';');
    }

  return NULL;
}

gboolean
news_html_element_has_text (const NewsHtmlNode *node, gsize limit)
{
  const NewsHtmlNode *at = node;
  gsize length = 0;

  while (at != NULL && length <= limit)
    {
      if (at->text != NULL && !news_html_node_is_blank (at))
        length += at->length;

      at = news_html_node_next (at, node, TRUE);
    }

  return length > limit;
}

gboolean
news_html_element_has_class (const NewsHtmlNode *node, const char *name)
{
  const char *at = news_html_node_get (node, "class");
  gsize length = strlen (name);

  while (at != NULL && *at != '\0')
    {
      gsize token = strcspn (at, " \t\r\n");

      if (token == length && strncmp (at, name, length) == 0)
        return TRUE;
      at += token;
      at += strspn (at, " \t\r\n");
    }

  return FALSE;
}
