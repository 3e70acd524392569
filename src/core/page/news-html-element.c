/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-element.h"

#include "news-html-classes.h"

#include <string.h>

/* An element with more text than this, in bytes, has the article in it, whatever its class says. */
#define JUNK_TEXT 4000

typedef struct
{
  const char *name;
  NewsHtmlKind kind;
  NewsStyle style;
} Element;

/* Ordered by name. Those that are not here are inline and have no style. */
static const Element elements[] = {
  { "a", NEWS_HTML_KIND_ANCHOR, 0 },
  { "address", NEWS_HTML_KIND_BLOCK, 0 },
  { "amp-iframe", NEWS_HTML_KIND_FRAME, 0 },
  { "amp-img", NEWS_HTML_KIND_IMAGE, 0 },
  { "annotation", NEWS_HTML_KIND_DROPPED, 0 },
  { "annotation-xml", NEWS_HTML_KIND_DROPPED, 0 },
  { "applet", NEWS_HTML_KIND_DROPPED, 0 },
  { "area", NEWS_HTML_KIND_DROPPED, 0 },
  { "article", NEWS_HTML_KIND_BLOCK, 0 },
  { "aside", NEWS_HTML_KIND_NOTE, 0 },
  { "audio", NEWS_HTML_KIND_AUDIO_VIDEO, 0 },
  { "b", NEWS_HTML_KIND_INLINE, NEWS_STYLE_STRONG },
  { "base", NEWS_HTML_KIND_DROPPED, 0 },
  { "blockquote", NEWS_HTML_KIND_QUOTE, 0 },
  { "body", NEWS_HTML_KIND_BLOCK, 0 },
  { "br", NEWS_HTML_KIND_BREAK, 0 },
  { "button", NEWS_HTML_KIND_DROPPED, 0 },
  { "canvas", NEWS_HTML_KIND_DROPPED, 0 },
  { "caption", NEWS_HTML_KIND_CAPTION, 0 },
  { "center", NEWS_HTML_KIND_BLOCK, 0 },
  { "cite", NEWS_HTML_KIND_CITE, 0 },
  { "code", NEWS_HTML_KIND_INLINE, NEWS_STYLE_CODE },
  { "datalist", NEWS_HTML_KIND_DROPPED, 0 },
  { "dd", NEWS_HTML_KIND_DEFINITION, 0 },
  { "del", NEWS_HTML_KIND_INLINE, NEWS_STYLE_STRUCK },
  { "details", NEWS_HTML_KIND_DETAILS, 0 },
  { "dfn", NEWS_HTML_KIND_INLINE, NEWS_STYLE_EMPHASIS },
  { "dialog", NEWS_HTML_KIND_DROPPED, 0 },
  { "dir", NEWS_HTML_KIND_LIST, 0 },
  { "div", NEWS_HTML_KIND_BLOCK, 0 },
  { "dl", NEWS_HTML_KIND_DEFINITIONS, 0 },
  { "dt", NEWS_HTML_KIND_TERM, 0 },
  { "em", NEWS_HTML_KIND_INLINE, NEWS_STYLE_EMPHASIS },
  { "embed", NEWS_HTML_KIND_DROPPED, 0 },
  { "fieldset", NEWS_HTML_KIND_BLOCK, 0 },
  { "figcaption", NEWS_HTML_KIND_CAPTION, 0 },
  { "figure", NEWS_HTML_KIND_FIGURE, 0 },
  { "footer", NEWS_HTML_KIND_FOOTER, 0 },
  { "form", NEWS_HTML_KIND_FORM, 0 },
  { "frame", NEWS_HTML_KIND_DROPPED, 0 },
  { "frameset", NEWS_HTML_KIND_DROPPED, 0 },
  { "h1", NEWS_HTML_KIND_HEADING, 0 },
  { "h2", NEWS_HTML_KIND_HEADING, 0 },
  { "h3", NEWS_HTML_KIND_HEADING, 0 },
  { "h4", NEWS_HTML_KIND_HEADING, 0 },
  { "h5", NEWS_HTML_KIND_HEADING, 0 },
  { "h6", NEWS_HTML_KIND_HEADING, 0 },
  { "head", NEWS_HTML_KIND_DROPPED, 0 },
  { "header", NEWS_HTML_KIND_BLOCK, 0 },
  { "hgroup", NEWS_HTML_KIND_BLOCK, 0 },
  { "hr", NEWS_HTML_KIND_RULE, 0 },
  { "html", NEWS_HTML_KIND_BLOCK, 0 },
  { "i", NEWS_HTML_KIND_INLINE, NEWS_STYLE_EMPHASIS },
  { "iframe", NEWS_HTML_KIND_FRAME, 0 },
  { "image", NEWS_HTML_KIND_IMAGE, 0 },
  { "img", NEWS_HTML_KIND_IMAGE, 0 },
  { "input", NEWS_HTML_KIND_DROPPED, 0 },
  { "ins", NEWS_HTML_KIND_INLINE, NEWS_STYLE_UNDERLINED },
  { "kbd", NEWS_HTML_KIND_INLINE, NEWS_STYLE_CODE },
  { "legend", NEWS_HTML_KIND_BLOCK, 0 },
  { "li", NEWS_HTML_KIND_ITEM, 0 },
  { "link", NEWS_HTML_KIND_DROPPED, 0 },
  { "listing", NEWS_HTML_KIND_PREFORMATTED, 0 },
  { "main", NEWS_HTML_KIND_BLOCK, 0 },
  { "map", NEWS_HTML_KIND_DROPPED, 0 },
  { "mark", NEWS_HTML_KIND_INLINE, NEWS_STYLE_MARKED },
  { "menu", NEWS_HTML_KIND_LIST, 0 },
  { "meta", NEWS_HTML_KIND_DROPPED, 0 },
  { "nav", NEWS_HTML_KIND_DROPPED, 0 },
  { "noframes", NEWS_HTML_KIND_DROPPED, 0 },
  { "noscript", NEWS_HTML_KIND_NOSCRIPT, 0 },
  { "object", NEWS_HTML_KIND_DROPPED, 0 },
  { "ol", NEWS_HTML_KIND_LIST, 0 },
  { "optgroup", NEWS_HTML_KIND_DROPPED, 0 },
  { "option", NEWS_HTML_KIND_DROPPED, 0 },
  { "p", NEWS_HTML_KIND_BLOCK, 0 },
  { "param", NEWS_HTML_KIND_DROPPED, 0 },
  { "picture", NEWS_HTML_KIND_PICTURE, 0 },
  { "plaintext", NEWS_HTML_KIND_PREFORMATTED, 0 },
  { "pre", NEWS_HTML_KIND_PREFORMATTED, 0 },
  { "progress", NEWS_HTML_KIND_DROPPED, 0 },
  { "q", NEWS_HTML_KIND_QUOTATION, 0 },
  { "rp", NEWS_HTML_KIND_READING_BRACKET, 0 },
  { "rt", NEWS_HTML_KIND_READING, 0 },
  { "s", NEWS_HTML_KIND_INLINE, NEWS_STYLE_STRUCK },
  { "samp", NEWS_HTML_KIND_INLINE, NEWS_STYLE_CODE },
  { "script", NEWS_HTML_KIND_DROPPED, 0 },
  { "section", NEWS_HTML_KIND_BLOCK, 0 },
  { "select", NEWS_HTML_KIND_DROPPED, 0 },
  { "small", NEWS_HTML_KIND_INLINE, NEWS_STYLE_SMALL },
  { "strike", NEWS_HTML_KIND_INLINE, NEWS_STYLE_STRUCK },
  { "strong", NEWS_HTML_KIND_INLINE, NEWS_STYLE_STRONG },
  { "style", NEWS_HTML_KIND_DROPPED, 0 },
  { "sub", NEWS_HTML_KIND_INLINE, NEWS_STYLE_SUBSCRIPT },
  { "summary", NEWS_HTML_KIND_SUMMARY, 0 },
  { "sup", NEWS_HTML_KIND_INLINE, NEWS_STYLE_SUPERSCRIPT },
  { "svg", NEWS_HTML_KIND_DROPPED, 0 },
  { "table", NEWS_HTML_KIND_TABLE, 0 },
  { "td", NEWS_HTML_KIND_CELL, 0 },
  { "template", NEWS_HTML_KIND_DROPPED, 0 },
  { "textarea", NEWS_HTML_KIND_DROPPED, 0 },
  { "tfoot", NEWS_HTML_KIND_TABLE_FOOT, 0 },
  { "th", NEWS_HTML_KIND_CELL, 0 },
  { "title", NEWS_HTML_KIND_DROPPED, 0 },
  { "tr", NEWS_HTML_KIND_ROW, 0 },
  { "tt", NEWS_HTML_KIND_INLINE, NEWS_STYLE_CODE },
  { "u", NEWS_HTML_KIND_INLINE, NEWS_STYLE_UNDERLINED },
  { "ul", NEWS_HTML_KIND_LIST, 0 },
  { "var", NEWS_HTML_KIND_INLINE, NEWS_STYLE_EMPHASIS },
  { "video", NEWS_HTML_KIND_AUDIO_VIDEO, 0 },
  { "wbr", NEWS_HTML_KIND_BREAK_CHANCE, 0 },
  { "xmp", NEWS_HTML_KIND_PREFORMATTED, 0 },
};

static int
compare_names (const void *name, const void *element)
{
  return strcmp (name, ((const Element *) element)->name);
}

static const Element *
find_element (const xmlNode *node)
{
  return bsearch (node->name, elements, G_N_ELEMENTS (elements), sizeof *elements, compare_names);
}

/* What only says to a screen reader that it may be passed over is dropped only if it has no words:
 * authors hide letters so that are set one by one, too. */
static gboolean
is_hidden (const xmlNode *node)
{
  g_autofree char *display = news_html_element_dup_property (node, "display");
  g_autofree char *visibility = news_html_element_dup_property (node, "visibility");

  if (g_strcmp0 (display, "none") == 0 || g_strcmp0 (visibility, "hidden") == 0)
    return TRUE;
  if (xmlHasProp (node, BAD_CAST "hidden") != NULL)
    return g_strcmp0 (news_html_element_get (node, "hidden"), "false") != 0;

  return g_strcmp0 (news_html_element_get (node, "aria-hidden"), "true") == 0
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
apply_properties (const xmlNode *node, NewsStyle style)
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
news_html_element_get_kind (const xmlNode *node)
{
  const Element *element = find_element (node);
  NewsHtmlKind by_name = element != NULL ? element->kind : NEWS_HTML_KIND_INLINE;
  NewsHtmlKind kind;

  if (by_name == NEWS_HTML_KIND_DROPPED || node->properties == NULL)
    return by_name;
  if (is_hidden (node))
    return NEWS_HTML_KIND_DROPPED;

  kind = news_html_classes_get_kind (news_html_element_get (node, "class"),
                                     news_html_element_get (node, "id"), by_name);
  if (kind == NEWS_HTML_KIND_DROPPED && news_html_element_has_text (node, JUNK_TEXT))
    return by_name;

  return kind;
}

gboolean
news_html_element_is_inline (const xmlNode *node)
{
  const Element *element = find_element (node);

  return element == NULL || element->kind == NEWS_HTML_KIND_INLINE
         || element->kind == NEWS_HTML_KIND_ANCHOR || element->kind == NEWS_HTML_KIND_CITE
         || element->kind == NEWS_HTML_KIND_QUOTATION;
}

NewsStyle
news_html_element_get_style (const xmlNode *node)
{
  const Element *element = find_element (node);
  NewsStyle style = element != NULL ? element->style : NEWS_STYLE_PLAIN;

  return news_html_element_get (node, "style") != NULL ? apply_properties (node, style) : style;
}

char *
news_html_element_dup_language (const xmlNode *node)
{
  const char *language = news_html_element_get (node, "lang");
  gsize subtag = 0;

  if (language == NULL)
    language = news_html_element_get (node, "xml:lang");
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

const char *
news_html_element_get (const xmlNode *node, const char *attribute)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (strcmp ((const char *) at->name, attribute) == 0)
      {
        /* The parser makes one text of a value, or nothing of an empty one. */
        const char *value = at->children != NULL ? (const char *) at->children->content : NULL;

        return value != NULL && *value != '\0' ? value : NULL;
      }

  return NULL;
}

int
news_html_element_get_number (const xmlNode *node, const char *attribute)
{
  const char *value = news_html_element_get (node, attribute);
  char *end;
  gint64 number;

  if (value == NULL)
    return 0;

  number = g_ascii_strtoll (value, &end, 10);

  return strchr (end, '%') == NULL ? (int) CLAMP (number, 0, 65535) : 0;
}

char *
news_html_element_dup_property (const xmlNode *node, const char *property)
{
  const char *at = news_html_element_get (node, "style");
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
news_html_element_has_text (const xmlNode *node, gsize limit)
{
  const xmlNode *at = node;
  gsize length = 0;

  while (at != NULL && length <= limit)
    {
      if (at->type == XML_TEXT_NODE && !xmlIsBlankNode (at))
        length += strlen ((const char *) at->content);

      at = news_html_element_next (at, node, TRUE);
    }

  return length > limit;
}

const xmlNode *
news_html_element_next (const xmlNode *node, const xmlNode *root, gboolean enter)
{
  if (enter && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != root && node->next == NULL)
    node = node->parent;

  return node != root ? node->next : NULL;
}

gboolean
news_html_element_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

gboolean
news_html_element_has_class (const xmlNode *node, const char *name)
{
  const char *at = news_html_element_get (node, "class");
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
