/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"
#include "news-quotation-marks.h"

#include <string.h>

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
