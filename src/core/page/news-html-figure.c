/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-picture.h"
#include "news-html-reader.h"

#include <string.h>

/* What was marked as a credit; other marks only say that it may be one. */
#define STYLE_CREDIT NEWS_STYLE_PRIVATE

#define PRIVATE_STYLES (STYLE_CREDIT | NEWS_HTML_STYLE_MAYBE_CREDIT)

/* What stands between a caption and its credit, or around the credit. */
#define SEPARATORS " \t\n|/()[]·•–—-"

static gboolean
is_separator (gunichar letter)
{
  return letter < 0x80 ? strchr (SEPARATORS, (char) letter) != NULL
                       : letter == 0xb7 || letter == 0x2022 || letter == 0x2013 || letter == 0x2014
                           || letter == 0x2028;
}

static gboolean
is_all_separators (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_separator (g_utf8_get_char (text)) && *text != '.')
      return FALSE;

  return TRUE;
}

/* One line of plain text, without separators at its ends; NULL if nothing is left. */
static char *
dup_line (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);
  g_autofree char *part = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) lines = NULL;

  while (start < end && is_separator (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_separator (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start == end)
    return NULL;

  part = g_strndup (start, end - start);
  lines = g_strsplit (part, "\u2028", -1);

  return g_strjoinv (" ", lines);
}

/* A cite or small print is a credit if a caption is before it and nothing behind. */
static gboolean
is_credit (const NewsSpan *span, const char *text)
{
  if ((span->style & STYLE_CREDIT) != 0)
    return TRUE;

  return (span->style & NEWS_HTML_STYLE_MAYBE_CREDIT) != 0 && span->start > 0
         && is_all_separators (text + span->end);
}

static char *
dup_whole (const NewsText *text)
{
  g_auto (GStrv) lines = g_strsplit (text->text, "\u2028", -1);

  return news_text_is_empty (text) ? NULL : g_strjoinv (" ", lines);
}

/* Gives the picture its caption and credit in plain text. */
static void
split_credit (NewsPicture *picture, const NewsText *text)
{
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autoptr (GString) credit = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      if (span->start < at || !is_credit (span, text->text))
        continue;
      g_string_append_len (caption, text->text + at, span->start - at);
      if (credit->len > 0)
        g_string_append_c (credit, ' ');
      g_string_append_len (credit, text->text + span->start, span->end - span->start);
      at = span->end;
    }
  if (!is_all_separators (text->text + at))
    g_string_append (caption, text->text + at);

  g_free (picture->caption);
  g_free (picture->credit);
  picture->credit = dup_line (credit->str);
  picture->caption = picture->credit != NULL ? dup_line (caption->str) : dup_whole (text);
}

/* Makes small print of the credits, and leaves no mark. */
static void
clear_marks (NewsText *text)
{
  for (guint i = text->spans->len; i > 0; i--)
    {
      NewsSpan *span = &g_array_index (text->spans, NewsSpan, i - 1);

      /* Small print, not the title of a work, as a cite is elsewhere. */
      if (is_credit (span, text->text))
        span->style = (span->style & ~NEWS_STYLE_EMPHASIS) | NEWS_STYLE_SMALL;
      span->style &= ~PRIVATE_STYLES;
      if (span->style == NEWS_STYLE_PLAIN && span->link == NULL && span->language == NULL)
        g_array_remove_index (text->spans, i - 1);
    }
}

static void
set_caption (NewsBlock *figure, NewsText *caption)
{
  news_text_append_line (figure->text, caption);
  split_credit (figure->picture, figure->text);
  clear_marks (figure->text);
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

  clear_marks (caption);
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
combine (NewsHtmlReader *self, const xmlNode *node, GPtrArray *blocks)
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
read_image (NewsHtmlReader *self, const xmlNode *image, const xmlNode *around)
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
read_caption_part (NewsHtmlReader *self, const xmlNode *node, NewsStyle style)
{
  if (!news_text_builder_is_empty (self->scope.caption))
    news_text_builder_break (self->scope.caption);
  news_html_reader_read_line (self, node, self->scope.caption, style);
}

static void
read_small (NewsHtmlReader *self, const xmlNode *node)
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
news_html_read_figure (NewsHtmlReader *self, const xmlNode *node)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();
  g_autoptr (NewsText) caption = NULL;
  NewsHtmlScope scope = self->scope;

  news_html_reader_flush (self);
  self->scope.list = self->scope.definitions = self->scope.table = NULL;
  self->scope.caption = builder;
  news_html_reader_read_into (self, node, blocks, 0);
  self->scope = scope;

  caption = news_text_builder_take (builder);
  if (caption == NULL)
    caption = steal_caption (blocks);
  combine (self, node, blocks);
  if (caption != NULL && blocks->len == 1
      && attach_caption (g_ptr_array_index (blocks, 0), caption))
    g_clear_pointer (&caption, news_text_free);

  news_html_reader_move (blocks, self->scope.blocks);
  if (caption != NULL)
    {
      clear_marks (caption);
      news_html_reader_append_text (self, g_steal_pointer (&caption), NEWS_STYLE_SMALL);
    }
}

void
news_html_read_caption (NewsHtmlReader *self, const xmlNode *node)
{
  NewsBlock *last;
  g_autoptr (NewsText) text = NULL;

  if (self->scope.table != NULL && news_html_element_is (node, "caption"))
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
  if (last == NULL || last->type != NEWS_BLOCK_FIGURE || !news_text_is_empty (last->text))
    {
      read_small (self, node);
      return;
    }

  self->scope.caption = news_text_builder_new ();
  read_caption_part (self, node, NEWS_STYLE_PLAIN);
  text = news_text_builder_take (self->scope.caption);
  g_clear_pointer (&self->scope.caption, news_text_builder_free);
  if (text != NULL)
    set_caption (last, text);
}

void
news_html_read_credit (NewsHtmlReader *self, const xmlNode *node)
{
  if (self->scope.caption == NULL)
    read_small (self, node);
  else if (self->builder != self->scope.caption)
    read_caption_part (self, node, STYLE_CREDIT);
  else
    {
      if (!news_html_element_is_inline (node)
          && news_text_builder_count_breaks (self->builder) == 0)
        news_text_builder_break (self->builder);
      news_text_builder_push (self->builder, STYLE_CREDIT, NULL, NULL);
      news_html_reader_read_children (self, node);
      news_text_builder_pop (self->builder);
    }
}

void
news_html_read_image (NewsHtmlReader *self, const xmlNode *node)
{
  read_image (self, node, NULL);
}

void
news_html_read_picture (NewsHtmlReader *self, const xmlNode *node)
{
  const xmlNode *seen = self->seen;
  const xmlNode *image = node;

  while (image != NULL && !news_html_element_is (image, "img"))
    image = news_html_element_next (image, node, TRUE);

  read_image (self, image, node);
  /* If nobody closed it, the rest of the text is in it. */
  self->seen = image;
  news_html_reader_read_children (self, node);
  self->seen = seen;
}
