/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"
#include "news-markup.h"
#include "news-quotation-marks.h"

#include <string.h>

/* What an abbreviation is short for is a few words; more of them are cut. In letters. */
#define EXPANSION 200

void
news_html_read_inline (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsStyle style = NEWS_STYLE_PLAIN;

  if (self->scope.caption == self->builder && news_html_node_is (node, "small"))
    style = NEWS_HTML_STYLE_MAYBE_CREDIT;

  news_text_builder_push (self->builder, style, NULL, NULL);
  news_html_reader_read_children (self, node);
  news_text_builder_pop (self->builder);
}

/* Microformats have moments and numbers for machines in the title: <abbr title="2026-02-22T10:00">.
 */
static gboolean
is_for_machines (const char *title)
{
  return strpbrk (title, " ") == NULL && g_ascii_isdigit (*title);
}

/* Whether @title says nothing but what is there to be read. */
static gboolean
says_the_same (const NewsHtmlNode *node, const char *title)
{
  const NewsHtmlNode *child = node->children;
  g_autofree char *words = NULL;

  if (child == NULL || child->text == NULL || child->next != NULL)
    return FALSE;

  words = news_markup_tidy_text (child->text);

  return g_strcmp0 (words, title) == 0;
}

/* What @node is short for (WHATWG HTML, 4.5.9 and 4.5.8: its title), or NULL. */
static char *
dup_expansion (const NewsHtmlNode *node)
{
  const char *title = news_html_node_get (node, "title");
  g_autofree char *words = title != NULL ? news_markup_tidy_text (title) : NULL;
  g_autofree char *start = NULL;

  if (words == NULL || is_for_machines (words) || says_the_same (node, words))
    return NULL;
  if (g_utf8_strlen (words, -1) <= EXPANSION)
    return g_steal_pointer (&words);

  start = g_utf8_substring (words, 0, EXPANSION - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

void
news_html_read_abbreviation (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  g_autofree char *expansion = dup_expansion (node);

  news_text_builder_push_abbreviation (self->builder, expansion);
  news_html_reader_read_children (self, node);
  news_text_builder_pop (self->builder);
}

/* Signs that only offer a place in the page, behind headings and footnotes. */
static gboolean
is_place_sign (const NewsHtmlNode *node)
{
  static const char *const signs[] = { "#", "¶", "🔗", "↩", "↩\ufe0e", "↩\ufe0f", "^", "↑", NULL };
  const NewsHtmlNode *child = node->children;
  g_autofree char *sign = NULL;

  if (child == NULL || child->text == NULL || child->next != NULL)
    return FALSE;

  sign = g_strstrip (g_strndup (child->text, 12));

  return g_strv_contains (signs, sign);
}

void
news_html_read_anchor (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const char *reference = news_html_node_get (node, "href");
  gboolean inside = reference != NULL && *reference == '#';
  g_autofree char *link = NULL;

  if (reference != NULL && !inside)
    link = news_html_reader_resolve (self, reference, NEWS_ADDRESS_LINK);
  if (link != NULL && news_address_same_document (self->base, link))
    {
      g_clear_pointer (&link, g_free);
      inside = TRUE;
    }
  if (inside && is_place_sign (node))
    return;

  news_text_builder_push (self->builder, NEWS_STYLE_PLAIN, link, NULL);
  news_html_reader_read_children (self, node);
  news_text_builder_pop (self->builder);
}

void
news_html_read_break (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  if (self->scope.verbatim)
    news_text_builder_add_verbatim (self->builder, "\n", 1, NULL);
  else
    news_text_builder_break (self->builder);
}

static void
add (NewsHtmlReader *self, const char *text)
{
  news_text_builder_add (self->builder, text, strlen (text), NULL);
}

void
news_html_read_break_chance (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  add (self, "\u200b");
}

void
news_html_read_quotation (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const char *language = news_text_builder_get_language (self->builder);
  const NewsQuotationMarks *marks
    = news_quotation_marks_get (language != NULL ? language : self->language, self->n_quotations);

  self->n_quotations++;
  add (self, marks->open);
  news_html_reader_read_children (self, node);
  add (self, marks->close);
  self->n_quotations--;
}

void
news_html_read_reading (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  if (!news_html_element_has_text (node, 0))
    return;

  add (self, "(");
  news_html_reader_read_children (self, node);
  add (self, ")");
}

/* Ours are set in any case. Whoever leaves out end tags has the reading itself in the bracket. */
void
news_html_read_reading_bracket (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  for (const NewsHtmlNode *at = node->children; at != NULL; at = at->next)
    if (at->text == NULL)
      news_html_reader_read_element (self, at);
}

void
news_html_read_noscript (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  gboolean fallback = self->scope.fallback;

  self->scope.fallback = TRUE;
  news_html_reader_read_children (self, node);
  self->scope.fallback = fallback;
}
