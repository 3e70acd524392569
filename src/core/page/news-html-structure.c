/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"

#include "news-key-points.h"

#include <string.h>

/* What stands in a list outside its items becomes items; a list belongs to the item before it. */
static void
wrap_strays (NewsHtmlReader *self)
{
  NewsBlock *list = self->scope.list;
  gsize n_blocks;
  g_autofree gpointer *blocks = g_ptr_array_steal (self->scope.blocks, &n_blocks);
  gboolean begun = FALSE;

  for (gsize i = 0; i < n_blocks; i++)
    {
      NewsBlock *block = blocks[i];
      NewsBlock *item;

      if (list->children->len == 0 || (!begun && block->type != NEWS_BLOCK_LIST))
        {
          g_ptr_array_add (list->children, news_block_new (NEWS_BLOCK_ITEM));
          begun = TRUE;
        }
      item = g_ptr_array_index (list->children, list->children->len - 1);
      g_ptr_array_add (item->children, block);
    }
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

static gboolean
is_empty (const NewsBlock *block)
{
  return block->children->len == 0;
}

void
news_html_read_list (NewsHtmlReader *self, const NewsHtmlNode *node)
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
  list->ordered = news_html_node_is (node, "ol");
  news_html_reader_enter (self, strays, 2);
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
                news_html_node_has (node, "reversed"));
  append_or_free (self, list);
}

void
news_html_read_item (NewsHtmlReader *self, const NewsHtmlNode *node)
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
  news_html_reader_enter (self, item->children, 0);
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
news_html_read_definitions (NewsHtmlReader *self, const NewsHtmlNode *node)
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
  news_html_reader_enter (self, strays, 2);
  self->scope.definitions = list;
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
  self->scope = scope;

  news_html_reader_move (strays, self->scope.blocks);
  news_html_reader_remove (list->children, is_empty);
  append_or_free (self, list);
}

static void
read_definition_part (NewsHtmlReader *self, const NewsHtmlNode *node, gboolean term)
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

  news_html_reader_enter (self, item->children, 0);
  news_text_builder_push (self->builder, term ? NEWS_STYLE_STRONG : NEWS_STYLE_PLAIN, NULL, NULL);
  news_html_reader_read_block (self, node);
  news_text_builder_pop (self->builder);
  self->scope = scope;
  self->scope.term = term;
}

void
news_html_read_term (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  read_definition_part (self, node, TRUE);
}

void
news_html_read_definition (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  read_definition_part (self, node, FALSE);
}

/* Poems are set like text, all else like what a machine wrote. */
void
news_html_read_preformatted (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsBlock *block;

  news_html_reader_flush (self);
  block = news_block_new_take_text (NEWS_BLOCK_PREFORMATTED,
                                    news_html_reader_read_text (self, node, TRUE));
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
news_html_read_details (NewsHtmlReader *self, const NewsHtmlNode *node)
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
  news_html_reader_enter (self, details->children, 1);
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
news_html_read_summary (NewsHtmlReader *self, const NewsHtmlNode *node)
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
news_html_read_note (NewsHtmlReader *self, const NewsHtmlNode *node)
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
  news_html_reader_enter (self, note->children, 1);
  news_html_reader_read_block (self, node);
  self->scope = scope;
  append_or_free (self, note);
}

/* As what it is by its name, of those that a class may make key points of. */
static void
read_box (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  if (node->tag->kind == NEWS_HTML_KIND_LIST)
    news_html_read_list (self, node);
  else if (node->tag->kind == NEWS_HTML_KIND_NOTE)
    news_html_read_note (self, node);
  else
    news_html_reader_read_block (self, node);
}

/* Where the class stands around something else, or further down, it says nothing. */
void
news_html_read_key_points (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  g_autoptr (GPtrArray) blocks = NULL;
  NewsHtmlScope scope = self->scope;
  NewsBlock *key_points;

  news_html_reader_flush (self);
  if (self->scope.depth > 1 || !news_key_points_may_follow (self->scope.blocks))
    {
      read_box (self, node);
      return;
    }

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  news_html_reader_enter (self, blocks, 0);
  read_box (self, node);
  self->scope = scope;

  key_points = news_key_points_new (blocks);
  if (key_points != NULL)
    news_html_reader_append (self, key_points);
  else
    news_html_reader_move (blocks, self->scope.blocks);
}
