/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-picture.h"
#include "news-html-reader.h"

#include <string.h>

static void
set_caption (NewsBlock *figure, NewsText *caption)
{
  news_text_append_line (figure->text, caption);
  news_html_caption_split (figure->text, figure->picture);
}

/* Returns whether @block is one that has a caption. */
static gboolean
attach_caption (NewsBlock *block, NewsText *caption)
{
  if (block->type == NEWS_BLOCK_FIGURE)
    {
      set_caption (block, caption);
      return TRUE;
    }

  news_html_caption_split (caption, NULL);
  if (block->type != NEWS_BLOCK_GALLERY && block->type != NEWS_BLOCK_TABLE
      && block->type != NEWS_BLOCK_EMBED && block->type != NEWS_BLOCK_QUOTE
      && block->type != NEWS_BLOCK_PULL_QUOTE)
    return FALSE;

  if (strcmp (block->text->text, caption->text) != 0)
    news_text_append_line (block->text, caption);

  return TRUE;
}

/* A figure's caption may be a bare paragraph under the picture. */
static NewsText *
steal_caption (GPtrArray *blocks)
{
  NewsBlock *figure, *paragraph;
  NewsText *caption;

  if (blocks->len != 2)
    return NULL;
  figure = g_ptr_array_index (blocks, 0);
  paragraph = g_ptr_array_index (blocks, 1);
  if (figure->type != NEWS_BLOCK_FIGURE || !news_text_is_empty (figure->text)
      || paragraph->type != NEWS_BLOCK_PARAGRAPH)
    return NULL;

  caption = g_steal_pointer (&paragraph->text);
  g_ptr_array_set_size (blocks, 1);

  return caption;
}

/* What is only the address of a post or video is that; several pictures are a gallery. */
static void
combine (NewsHtmlReader *self, const NewsHtmlNode *node, GPtrArray *blocks)
{
  NewsBlock *block = blocks->len > 0 ? g_ptr_array_index (blocks, 0) : NULL;
  NewsBlock *other = NULL;

  if (blocks->len == 1 && block->type == NEWS_BLOCK_PARAGRAPH
      && news_html_element_has_class (node, "wp-block-embed"))
    {
      other = news_html_embed_new_from_text (self, block->text, TRUE);
      if (other != NULL)
        g_ptr_array_set_size (blocks, 0);
    }
  else if (blocks->len > 1 && news_html_reader_can_nest (self, 1))
    other = news_html_figure_make_gallery (blocks);

  if (other != NULL)
    g_ptr_array_add (blocks, other);
}

/* The block in @blocks that a caption belongs to: the only picture, or the only block. */
static NewsBlock *
find_captioned (GPtrArray *blocks)
{
  NewsBlock *figure = NULL;
  guint n_figures = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      NewsBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == NEWS_BLOCK_FIGURE)
        {
          figure = block;
          n_figures++;
        }
    }

  if (n_figures == 1)
    return figure;

  return blocks->len == 1 ? g_ptr_array_index (blocks, 0) : NULL;
}

static NewsBlock *
get_last (GPtrArray *blocks)
{
  return blocks->len > 0 ? g_ptr_array_index (blocks, blocks->len - 1) : NULL;
}

/* A lazy image and what stands for it where there are no scripts are the same picture. */
static gboolean
is_double (NewsHtmlReader *self, NewsPicture *picture)
{
  const NewsBlock *last = get_last (self->scope.blocks);

  return last != NULL && last->type == NEWS_BLOCK_FIGURE
         && (self->scope.fallback || last == self->last_fallback)
         && news_picture_same_image (last->picture, picture);
}

static gboolean
is_image_address (const char *address)
{
  static const char *const suffixes[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif" };
  gsize length = strcspn (address, "?#");

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize suffix = strlen (suffixes[i]);

      if (length > suffix
          && g_ascii_strncasecmp (address + length - suffix, suffixes[i], suffix) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_figure (NewsHtmlReader *self, NewsPicture *picture)
{
  const char *link = news_text_builder_get_link (self->builder);
  NewsBlock *figure = news_block_new (NEWS_BLOCK_FIGURE);

  figure->picture = news_picture_ref (picture);
  /* A link to the picture itself only shows it larger. */
  if (link != NULL && !is_image_address (link))
    figure->link = news_html_reader_resolve (self, link, NEWS_ADDRESS_LINK);

  news_html_reader_flush (self);
  news_html_reader_append (self, figure);
  self->last_fallback = self->scope.fallback ? figure : NULL;
}

static void
read_image (NewsHtmlReader *self, const NewsHtmlNode *image, const NewsHtmlNode *around)
{
  NewsHtmlImage kind = image != NULL ? news_html_picture_classify (image) : NEWS_HTML_IMAGE_PICTURE;
  g_autoptr (NewsPicture) picture = NULL;

  if (kind == NEWS_HTML_IMAGE_LETTER && !self->scope.fallback)
    {
      g_autofree char *alt = news_html_picture_dup_alt (image);

      if (alt != NULL && !news_text_builder_add (self->builder, alt, strlen (alt), &self->room))
        self->cut = TRUE;
    }
  else if (kind == NEWS_HTML_IMAGE_PICTURE)
    {
      picture = news_html_picture_new (self, image, around);
      if (picture != NULL && !is_double (self, picture))
        append_figure (self, picture);
    }
}

/* Into the caption of the figure, which may have more than one part. */
static void
read_caption_part (NewsHtmlReader *self, const NewsHtmlNode *node, NewsStyle style)
{
  if (!news_text_builder_is_empty (self->scope.caption))
    news_text_builder_break (self->scope.caption);
  news_html_reader_read_line (self, node, self->scope.caption, style);
}

static void
read_small (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  news_text_builder_push (self->builder, NEWS_STYLE_SMALL, NULL, NULL);
  if (news_html_element_is_inline (node))
    news_html_reader_read_children (self, node);
  else
    news_html_reader_read_block (self, node);
  news_text_builder_pop (self->builder);
}

NewsBlock *
news_html_figure_make_gallery (GPtrArray *blocks)
{
  NewsBlock *gallery;

  if (blocks->len < 2)
    return NULL;
  for (guint i = 0; i < blocks->len; i++)
    if (((NewsBlock *) g_ptr_array_index (blocks, i))->type != NEWS_BLOCK_FIGURE)
      return NULL;

  gallery = news_block_new (NEWS_BLOCK_GALLERY);
  news_html_reader_move (blocks, gallery->children);

  return gallery;
}

void
news_html_read_figure (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();
  g_autoptr (NewsText) caption = NULL;
  NewsHtmlScope scope = self->scope;
  NewsBlock *captioned;

  news_html_reader_flush (self);
  self->scope.caption = builder;
  news_html_reader_read_into (self, node, blocks, 0);
  self->scope = scope;

  caption = news_text_builder_take (builder);
  if (caption == NULL)
    caption = steal_caption (blocks);
  combine (self, node, blocks);
  captioned = find_captioned (blocks);
  if (caption != NULL && captioned != NULL && attach_caption (captioned, caption))
    g_clear_pointer (&caption, news_text_free);

  news_html_reader_move (blocks, self->scope.blocks);
  if (caption != NULL)
    {
      news_html_caption_split (caption, NULL);
      news_html_reader_append_text (self, g_steal_pointer (&caption), NEWS_STYLE_SMALL);
    }
}

/* What stands right behind a picture that is in no figure. */
static void
read_late_caption (NewsHtmlReader *self,
                   const NewsHtmlNode *node,
                   NewsBlock *figure,
                   NewsStyle style)
{
  g_autoptr (NewsText) text = NULL;

  self->scope.caption = news_text_builder_new ();
  read_caption_part (self, node, style);
  text = news_text_builder_take (self->scope.caption);
  g_clear_pointer (&self->scope.caption, news_text_builder_free);
  if (text != NULL)
    set_caption (figure, text);
}

void
news_html_read_caption (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsBlock *last;
  g_autoptr (NewsText) text = NULL;

  if (self->scope.table != NULL && news_html_node_is (node, "caption"))
    {
      text = news_html_reader_read_text (self, node, FALSE);
      news_text_append_line (self->scope.table->text, text);
      return;
    }

  news_html_reader_flush (self);
  if (self->scope.caption != NULL)
    {
      read_caption_part (self, node, NEWS_STYLE_PLAIN);
      return;
    }

  last = get_last (self->scope.blocks);
  if (last != NULL && last->type == NEWS_BLOCK_FIGURE && news_text_is_empty (last->text))
    read_late_caption (self, node, last, NEWS_STYLE_PLAIN);
  else
    read_small (self, node);
}

void
news_html_read_credit (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsBlock *last = get_last (self->scope.blocks);

  if (self->scope.caption == NULL)
    {
      if (last != NULL && last->type == NEWS_BLOCK_FIGURE && last->picture->credit == NULL
          && !self->scope.in_line && news_text_builder_is_empty (self->builder))
        read_late_caption (self, node, last, NEWS_HTML_STYLE_CREDIT);
      else
        read_small (self, node);
    }
  else if (self->builder != self->scope.caption)
    read_caption_part (self, node, NEWS_HTML_STYLE_CREDIT);
  else
    {
      if (!news_html_element_is_inline (node)
          && news_text_builder_count_breaks (self->builder) == 0)
        news_text_builder_break (self->builder);
      news_text_builder_push (self->builder, NEWS_HTML_STYLE_CREDIT, NULL, NULL);
      news_html_reader_read_children (self, node);
      news_text_builder_pop (self->builder);
    }
}

void
news_html_read_image (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  read_image (self, node, NULL);
}

void
news_html_read_picture (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const NewsHtmlNode *seen = self->seen;
  const NewsHtmlNode *image = node;

  while (image != NULL && !news_html_node_is (image, "img"))
    image = news_html_node_next (image, node, TRUE);

  read_image (self, image, node);
  /* If nobody closed it, the rest of the text is in it. */
  self->seen = image;
  news_html_reader_read_children (self, node);
  self->seen = seen;
}
