/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"

#include <string.h>

static void
finish_quote (NewsHtmlReader *self, NewsBlock *quote, const NewsHtmlNode *node)
{
  const char *cite = news_html_node_get (node, "cite");
  g_autofree char *link = NULL;

  if (quote->children->len == 0)
    {
      /* Nobody is quoted without words: what looked like who said them is them. */
      news_html_reader_append_text (self, g_steal_pointer (&quote->text), NEWS_STYLE_PLAIN);
      news_block_free (quote);
      return;
    }

  if (cite != NULL && !news_text_is_empty (quote->text)
      && (link = news_html_reader_resolve (self, cite, NEWS_ADDRESS_LINK)) != NULL)
    news_text_set_link (quote->text, link);
  news_html_reader_append (self, quote);
}

static void
read_quote (NewsHtmlReader *self, const NewsHtmlNode *node, NewsBlockType type)
{
  NewsHtmlScope scope = self->scope;
  NewsBlock *quote;

  news_html_reader_flush (self);
  if (!news_html_reader_can_nest (self, 1))
    {
      news_html_reader_read_block (self, node);
      return;
    }

  quote = news_block_new (type);
  news_html_reader_enter (self, quote->children, 1);
  self->scope.quote = quote;
  self->scope.quote_node = node;
  self->scope.caption = NULL;
  news_html_reader_read_block (self, node);
  self->scope = scope;
  finish_quote (self, quote, node);
}

/* How many bytes of dashes and spaces @text begins with. */
static gsize
measure_dashes (const char *text)
{
  const char *at = text;

  while (g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_DASH_PUNCTUATION
         || g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at - text;
}

/* Whether there are no letters or digits in @text. */
static gboolean
is_decoration (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* Reads who is quoted. The dash before a name is for the reader to draw, or not. */
static void
read_attribution (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  g_autoptr (NewsText) before = news_text_builder_take (self->builder);
  g_autoptr (NewsText) text = NULL;

  if (before != NULL && !is_decoration (before->text))
    news_html_reader_append_text (self, g_steal_pointer (&before), NEWS_STYLE_PLAIN);

  self->scope.naming = TRUE;
  text = news_html_reader_read_text (self, node, FALSE);
  self->scope.naming = FALSE;

  news_text_cut_start (text, measure_dashes (text->text));
  if (!news_text_is_empty (text))
    news_text_append_line (self->scope.quote->text, text);
}

/* A cite names who is quoted if it stands for itself: in the quote, or in a paragraph of it alone
 * or after a dash. In a sentence it is the title of a work. */
static gboolean
is_attribution (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const NewsHtmlNode *parent = node->parent;

  if (self->scope.quote == NULL || self->scope.in_line)
    return FALSE;
  if (parent == self->scope.quote_node)
    return news_text_builder_is_empty (self->builder);
  if (parent->parent != self->scope.quote_node)
    return FALSE;

  for (const NewsHtmlNode *at = parent->children; at != NULL; at = at->next)
    if (at != node
        && (at->text != NULL ? !is_decoration (at->text) : news_html_element_has_text (at, 0)))
      return FALSE;

  return TRUE;
}

void
news_html_read_quote (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const NewsBlock *outer = self->scope.quote;
  const NewsHtmlNode *outer_node = self->scope.quote_node;

  /* The quote in what was announced as a pull quote is the same one. */
  if (outer == NULL || outer->type != NEWS_BLOCK_PULL_QUOTE || outer->children->len > 0)
    {
      read_quote (self, node, NEWS_BLOCK_QUOTE);
      return;
    }

  self->scope.quote_node = node;
  news_html_reader_read_block (self, node);
  self->scope.quote_node = outer_node;
}

void
news_html_read_pull_quote (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  if (self->scope.quote != NULL && self->scope.quote->type == NEWS_BLOCK_PULL_QUOTE)
    news_html_read_quote (self, node);
  else
    read_quote (self, node, NEWS_BLOCK_PULL_QUOTE);
}

void
news_html_read_cite (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsStyle style = self->scope.naming ? NEWS_STYLE_PLAIN : NEWS_STYLE_EMPHASIS;

  if (is_attribution (self, node))
    {
      read_attribution (self, node);
      return;
    }

  if (self->scope.caption == self->builder)
    style |= NEWS_HTML_STYLE_MAYBE_CREDIT;
  news_text_builder_push (self->builder, style, NULL, NULL);
  news_html_reader_read_children (self, node);
  news_text_builder_pop (self->builder);
}

void
news_html_read_footer (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  if (self->scope.quote != NULL && !self->scope.in_line)
    read_attribution (self, node);
}
