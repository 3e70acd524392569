/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"

#include <string.h>

/* Text of a list outside its items becomes items; a list there belongs to the item before it. */
static void
wrap_strays (NewsHtmlReader *self)
{
  NewsBlock *list = self->scope.list;
  NewsBlock *item = NULL;
  gboolean lists = TRUE;

  for (guint i = 0; i < self->scope.blocks->len; i++)
    {
      const NewsBlock *block = g_ptr_array_index (self->scope.blocks, i);

      lists &= block->type == NEWS_BLOCK_LIST;
    }

  if (self->scope.blocks->len == 0)
    return;
  if (lists && list->children->len > 0)
    item = g_ptr_array_index (list->children, list->children->len - 1);
  else
    {
      item = news_block_new (NEWS_BLOCK_ITEM);
      g_ptr_array_add (list->children, item);
    }
  news_html_reader_move (self->scope.blocks, item->children);
}

/* Items have the number that their value says while they are read. */
static void
number_items (NewsBlock *list, int start, gboolean reversed)
{
  int number = start;

  if (!list->ordered)
    return;
  if (start == 0)
    number = reversed ? (int) list->children->len : 1;

  list->start = number;
  for (guint i = 0; i < list->children->len; i++)
    {
      NewsBlock *item = g_ptr_array_index (list->children, i);

      if (item->start != 0)
        number = item->start;
      item->start = number;
      number += reversed ? -1 : 1;
    }
}

/* Some galleries are lists of figures. */
static NewsBlock *
make_gallery (NewsBlock *list)
{
  g_autoptr (GPtrArray) figures = NULL;

  for (guint i = 0; i < list->children->len; i++)
    {
      const NewsBlock *item = g_ptr_array_index (list->children, i);
      const NewsBlock *child
        = item->children->len == 1 ? g_ptr_array_index (item->children, 0) : NULL;

      if (child == NULL || child->type != NEWS_BLOCK_FIGURE)
        return NULL;
    }
  if (list->children->len < 2)
    return NULL;

  figures = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  for (guint i = 0; i < list->children->len; i++)
    {
      NewsBlock *item = g_ptr_array_index (list->children, i);

      news_html_reader_move (item->children, figures);
    }

  return news_html_figure_make_gallery (figures);
}

static void
append_or_free (NewsHtmlReader *self, NewsBlock *block)
{
  if (block->children->len > 0)
    news_html_reader_append (self, block);
  else
    news_block_free (block);
}

static void
remove_empty_items (NewsBlock *list)
{
  for (guint i = list->children->len; i > 0; i--)
    {
      const NewsBlock *item = g_ptr_array_index (list->children, i - 1);

      if (item->children->len == 0)
        g_ptr_array_remove_index (list->children, i - 1);
    }
}

/* The scope of what is in a list: nothing of the lists and tables around it holds there. */
static void
enter (NewsHtmlReader *self, GPtrArray *blocks, guint levels)
{
  self->scope.blocks = blocks;
  self->scope.depth += levels;
  self->scope.flow = NEWS_BLOCK_PARAGRAPH;
  self->scope.level = 0;
  self->scope.list = self->scope.definitions = self->scope.table = self->scope.row = NULL;
  self->scope.term = FALSE;
}

void
news_html_read_list (NewsHtmlReader *self, const xmlNode *node)
{
  g_autoptr (GPtrArray) strays = NULL;
  NewsHtmlScope scope = self->scope;
  NewsBlock *list, *gallery;

  if (!news_html_reader_can_nest (self, 2))
    {
      news_html_reader_read_block (self, node);
      return;
    }

  news_html_reader_flush (self);
  strays = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  list = news_block_new (NEWS_BLOCK_LIST);
  list->ordered = news_html_element_is (node, "ol");
  enter (self, strays, 2);
  self->scope.list = list;
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
  wrap_strays (self);
  self->scope = scope;

  gallery = make_gallery (list);
  if (gallery != NULL)
    {
      news_block_free (list);
      news_html_reader_append (self, gallery);
      return;
    }

  number_items (list, news_html_element_get_number (node, "start"),
                xmlHasProp (node, BAD_CAST "reversed") != NULL);
  append_or_free (self, list);
}

void
news_html_read_item (NewsHtmlReader *self, const xmlNode *node)
{
  NewsHtmlScope scope = self->scope;
  NewsBlock *list = self->scope.list;
  NewsBlock *item;

  news_html_reader_flush (self);
  if (list == NULL)
    {
      news_html_reader_read_block (self, node);
      return;
    }

  wrap_strays (self);
  item = news_block_new (NEWS_BLOCK_ITEM);
  item->start = list->ordered ? news_html_element_get_number (node, "value") : 0;
  enter (self, item->children, 0);
  news_html_reader_read_block (self, node);
  self->scope = scope;

  if (item->children->len > 0)
    g_ptr_array_add (list->children, item);
  else
    news_block_free (item);
}

/* A list of definitions becomes a list with an item for each group: the terms, in bold, and what
 * is said of them. So it reads well in print and aloud. */
void
news_html_read_definitions (NewsHtmlReader *self, const xmlNode *node)
{
  g_autoptr (GPtrArray) strays = NULL;
  NewsHtmlScope scope = self->scope;
  NewsBlock *list;

  if (!news_html_reader_can_nest (self, 2))
    {
      news_html_reader_read_block (self, node);
      return;
    }

  news_html_reader_flush (self);
  strays = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  list = news_block_new (NEWS_BLOCK_LIST);
  enter (self, strays, 2);
  self->scope.definitions = list;
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
  self->scope = scope;

  news_html_reader_move (strays, self->scope.blocks);
  remove_empty_items (list);
  append_or_free (self, list);
}

static void
read_definition_part (NewsHtmlReader *self, const xmlNode *node, gboolean term)
{
  NewsBlock *list = self->scope.definitions;
  NewsBlock *item = NULL;
  NewsHtmlScope scope = self->scope;

  news_html_reader_flush (self);
  if (list == NULL)
    {
      news_html_reader_read_block (self, node);
      return;
    }

  if (list->children->len > 0 && (!term || self->scope.term))
    item = g_ptr_array_index (list->children, list->children->len - 1);
  else
    {
      item = news_block_new (NEWS_BLOCK_ITEM);
      g_ptr_array_add (list->children, item);
    }

  enter (self, item->children, 0);
  news_text_builder_push (self->builder, term ? NEWS_STYLE_STRONG : NEWS_STYLE_PLAIN, NULL, NULL);
  news_html_reader_read_block (self, node);
  news_text_builder_pop (self->builder);
  self->scope = scope;
  self->scope.term = term;
}

void
news_html_read_term (NewsHtmlReader *self, const xmlNode *node)
{
  read_definition_part (self, node, TRUE);
}

void
news_html_read_definition (NewsHtmlReader *self, const xmlNode *node)
{
  read_definition_part (self, node, FALSE);
}

static void
finish_quote (NewsHtmlReader *self, NewsBlock *quote, const xmlNode *node)
{
  const char *cite = news_html_element_get (node, "cite");
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
read_quote (NewsHtmlReader *self, const xmlNode *node, NewsBlockType type)
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
  enter (self, quote->children, 1);
  self->scope.quote = quote;
  self->scope.quote_node = node;
  self->scope.caption = NULL;
  news_html_reader_read_block (self, node);
  self->scope = scope;
  finish_quote (self, quote, node);
}

void
news_html_read_quote (NewsHtmlReader *self, const xmlNode *node)
{
  const NewsBlock *outer = self->scope.quote;
  const xmlNode *outer_node = self->scope.quote_node;

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
news_html_read_pull_quote (NewsHtmlReader *self, const xmlNode *node)
{
  if (self->scope.quote != NULL && self->scope.quote->type == NEWS_BLOCK_PULL_QUOTE)
    news_html_read_quote (self, node);
  else
    read_quote (self, node, NEWS_BLOCK_PULL_QUOTE);
}

static void
read_attribution (NewsHtmlReader *self, const xmlNode *node)
{
  g_autoptr (NewsText) text = NULL;

  news_html_reader_flush (self);
  text = news_html_reader_read_text (self, node, FALSE);
  if (!news_text_is_empty (text))
    news_text_append_line (self->scope.quote->text, text);
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

/* A cite names who is quoted if it stands for itself: in the quote, or in a paragraph of it alone
 * or after a dash. In a sentence it is the title of a work. */
static gboolean
is_attribution (NewsHtmlReader *self, const xmlNode *node)
{
  const xmlNode *parent = node->parent;

  if (self->scope.quote == NULL || self->scope.in_line)
    return FALSE;
  if (parent == self->scope.quote_node)
    return news_text_builder_is_empty (self->builder);
  if (parent->parent != self->scope.quote_node)
    return FALSE;

  for (const xmlNode *at = parent->children; at != NULL; at = at->next)
    if (at != node
        && (at->type == XML_TEXT_NODE ? !is_decoration ((const char *) at->content)
                                      : news_html_element_has_text (at, 0)))
      return FALSE;

  return TRUE;
}

void
news_html_read_cite (NewsHtmlReader *self, const xmlNode *node)
{
  NewsStyle style = NEWS_STYLE_EMPHASIS;

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
news_html_read_footer (NewsHtmlReader *self, const xmlNode *node)
{
  if (self->scope.quote != NULL && !self->scope.in_line)
    read_attribution (self, node);
}

/* Poems are set like text, all else like what a machine wrote. */
void
news_html_read_preformatted (NewsHtmlReader *self, const xmlNode *node)
{
  NewsBlock *block;

  news_html_reader_flush (self);
  block = news_block_new (NEWS_BLOCK_PREFORMATTED);
  news_text_free (block->text);
  block->text = news_html_reader_read_text (self, node, TRUE);
  if (news_text_is_empty (block->text))
    {
      news_block_free (block);
      return;
    }

  if (!news_html_element_has_class (node, "wp-block-verse")
      && !news_html_element_has_class (node, "verse")
      && !news_html_element_has_class (node, "poem"))
    news_text_set_style (block->text, NEWS_STYLE_CODE);
  news_html_reader_append (self, block);
}

void
news_html_read_details (NewsHtmlReader *self, const xmlNode *node)
{
  NewsHtmlScope scope = self->scope;
  NewsBlock *details;

  news_html_reader_flush (self);
  if (!news_html_reader_can_nest (self, 1))
    {
      news_html_reader_read_block (self, node);
      return;
    }

  details = news_block_new (NEWS_BLOCK_DETAILS);
  enter (self, details->children, 1);
  self->scope.details = details;
  news_html_reader_read_block (self, node);
  self->scope = scope;

  if (details->children->len > 0)
    news_html_reader_append (self, details);
  else
    {
      news_html_reader_append_text (self, g_steal_pointer (&details->text), NEWS_STYLE_PLAIN);
      news_block_free (details);
    }
}

void
news_html_read_summary (NewsHtmlReader *self, const xmlNode *node)
{
  g_autoptr (NewsText) text = NULL;

  if (self->scope.details == NULL)
    {
      news_html_reader_read_block (self, node);
      return;
    }

  news_html_reader_flush (self);
  text = news_html_reader_read_text (self, node, FALSE);
  if (!news_text_is_empty (text))
    news_text_append_line (self->scope.details->text, text);
}

void
news_html_read_note (NewsHtmlReader *self, const xmlNode *node)
{
  NewsHtmlScope scope = self->scope;
  NewsBlock *note;

  news_html_reader_flush (self);
  if (!news_html_reader_can_nest (self, 1))
    {
      news_html_reader_read_block (self, node);
      return;
    }

  note = news_block_new (NEWS_BLOCK_NOTE);
  enter (self, note->children, 1);
  news_html_reader_read_block (self, node);
  self->scope = scope;
  append_or_free (self, note);
}
