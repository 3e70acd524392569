/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"

#include "news-html-parser.h"
#include "news-key-points.h"
#include "news-page-private.h"
#include "news-shortcode.h"

#include <string.h>

/* Addresses are resolved against the page's, which may be long, for each picture and link: a small
 * body must not become a large page by that. */
#define MAX_ADDRESS_BYTES (4 << 20)

/* More than this in a form is no form, but a page that is wrapped in one. */
#define FORM_TEXT 600

static void
read_heading (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsHtmlScope scope = self->scope;

  news_html_reader_flush (self);
  self->scope.flow = NEWS_BLOCK_HEADING;
  self->scope.level = MAX (node->name[1] - '0', 2);
  news_html_reader_read_block (self, node);
  self->scope = scope;
}

static void
read_rule (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  news_html_reader_flush (self);
  news_html_reader_append (self, news_block_new (NEWS_BLOCK_RULE));
}

/* Also where it is dropped, what is before it and what is behind are not one paragraph. */
static void
read_form (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  news_html_reader_flush (self);
  if (news_html_element_has_text (node, FORM_TEXT))
    news_html_reader_read_block (self, node);
}

static void
read_small_print (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  news_text_builder_push (self->builder, NEWS_STYLE_SMALL, NULL, NULL);
  news_html_reader_read_block (self, node);
  news_text_builder_pop (self->builder);
}

static void
read_dropped (NewsHtmlReader *self, const NewsHtmlNode *node)
{
}

typedef void (*ReadFunc) (NewsHtmlReader *self, const NewsHtmlNode *node);

static const struct
{
  ReadFunc read;
  gboolean in_line; /* whether it may stand in a line; others begin one there */
} kinds[] = {
  [NEWS_HTML_KIND_INLINE] = { news_html_read_inline, TRUE },
  [NEWS_HTML_KIND_BLOCK] = { news_html_reader_read_block, FALSE },
  [NEWS_HTML_KIND_DROPPED] = { read_dropped, TRUE },
  [NEWS_HTML_KIND_ABBREVIATION] = { news_html_read_abbreviation, TRUE },
  [NEWS_HTML_KIND_ANCHOR] = { news_html_read_anchor, TRUE },
  [NEWS_HTML_KIND_AUDIO_VIDEO] = { news_html_read_audio_video, TRUE },
  [NEWS_HTML_KIND_BREAK] = { news_html_read_break, TRUE },
  [NEWS_HTML_KIND_BREAK_CHANCE] = { news_html_read_break_chance, TRUE },
  [NEWS_HTML_KIND_CAPTION] = { news_html_read_caption, FALSE },
  [NEWS_HTML_KIND_CELL] = { news_html_read_cell, FALSE },
  [NEWS_HTML_KIND_CITE] = { news_html_read_cite, TRUE },
  [NEWS_HTML_KIND_CREDIT] = { news_html_read_credit, TRUE },
  [NEWS_HTML_KIND_DEFINITIONS] = { news_html_read_definitions, FALSE },
  [NEWS_HTML_KIND_DEFINITION] = { news_html_read_definition, FALSE },
  [NEWS_HTML_KIND_DETAILS] = { news_html_read_details, FALSE },
  [NEWS_HTML_KIND_FIGURE] = { news_html_read_figure, FALSE },
  [NEWS_HTML_KIND_FOOTER] = { news_html_read_footer, TRUE },
  [NEWS_HTML_KIND_FORM] = { read_form, TRUE },
  [NEWS_HTML_KIND_FRAME] = { news_html_read_frame, TRUE },
  [NEWS_HTML_KIND_HEADING] = { read_heading, FALSE },
  [NEWS_HTML_KIND_IMAGE] = { news_html_read_image, TRUE },
  [NEWS_HTML_KIND_ITEM] = { news_html_read_item, FALSE },
  [NEWS_HTML_KIND_KEY_POINTS] = { news_html_read_key_points, FALSE },
  [NEWS_HTML_KIND_LIST] = { news_html_read_list, FALSE },
  [NEWS_HTML_KIND_NOSCRIPT] = { news_html_read_noscript, TRUE },
  [NEWS_HTML_KIND_NOTE] = { news_html_read_note, FALSE },
  [NEWS_HTML_KIND_PICTURE] = { news_html_read_picture, TRUE },
  [NEWS_HTML_KIND_POST] = { news_html_read_post, FALSE },
  [NEWS_HTML_KIND_PREFORMATTED] = { news_html_read_preformatted, FALSE },
  [NEWS_HTML_KIND_PULL_QUOTE] = { news_html_read_pull_quote, FALSE },
  [NEWS_HTML_KIND_QUOTATION] = { news_html_read_quotation, TRUE },
  [NEWS_HTML_KIND_QUOTE] = { news_html_read_quote, FALSE },
  [NEWS_HTML_KIND_READING] = { news_html_read_reading, TRUE },
  [NEWS_HTML_KIND_READING_BRACKET] = { news_html_read_reading_bracket, TRUE },
  [NEWS_HTML_KIND_ROW] = { news_html_read_row, FALSE },
  [NEWS_HTML_KIND_RULE] = { read_rule, FALSE },
  [NEWS_HTML_KIND_SMALL_PRINT] = { read_small_print, FALSE },
  [NEWS_HTML_KIND_SUMMARY] = { news_html_read_summary, FALSE },
  [NEWS_HTML_KIND_TABLE] = { news_html_read_table, FALSE },
  [NEWS_HTML_KIND_TABLE_FOOT] = { news_html_read_table_foot, FALSE },
  [NEWS_HTML_KIND_TERM] = { news_html_read_term, FALSE },
};

static void
begin_line (NewsHtmlReader *self)
{
  if (self->scope.verbatim)
    news_text_builder_begin_line_verbatim (self->builder);
  else if (news_text_builder_count_breaks (self->builder) == 0)
    news_text_builder_break (self->builder);
}

static void
read_as_line (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  begin_line (self);
  news_html_reader_read_children (self, node);
  begin_line (self);
}

void
news_html_reader_read_element (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  NewsHtmlKind kind = news_html_element_get_kind (node);
  g_autofree char *language = NULL;

  if (++self->n_elements > NEWS_PAGE_MAX_ELEMENTS)
    self->cut = TRUE;
  if (self->cut || kind == NEWS_HTML_KIND_DROPPED || node == self->seen)
    return;

  language = news_html_element_dup_language (node);
  if (g_strcmp0 (language, self->language) == 0
      && news_text_builder_get_language (self->builder) == NULL)
    g_clear_pointer (&language, g_free);

  news_text_builder_push (self->builder, news_html_element_get_style (node), NULL, language);
  if (self->scope.in_line && !kinds[kind].in_line)
    read_as_line (self, node);
  else
    kinds[kind].read (self, node);
  news_text_builder_pop (self->builder);
}

static void
read_text (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const char *text = node->text;
  gsize length = node->length;
  g_autofree char *stripped = NULL;
  gboolean code = (news_text_builder_get_style (self->builder) & NEWS_STYLE_CODE) != 0;
  gboolean fits;

  if (self->scope.fallback)
    return;

  if (self->scope.verbatim)
    fits = news_text_builder_add_verbatim (self->builder, text, length, &self->room);
  else
    {
      /* Classic editors make paragraphs of two line breaks. */
      if (news_text_builder_count_breaks (self->builder) > 1 && !self->scope.in_line
          && self->scope.flow == NEWS_BLOCK_PARAGRAPH && !news_text_builder_is_blank (text))
        news_html_reader_flush (self);
      if (!code && (stripped = news_shortcode_strip (text)) != NULL)
        {
          text = stripped;
          length = strlen (text);
        }
      fits = news_text_builder_add (self->builder, text, length, &self->room);
    }

  if (!fits)
    self->cut = TRUE;
}

/* A change of scene is none at either end, nor two of them in a row. */
static void
tidy_rules (GPtrArray *blocks)
{
  gsize n_blocks;
  g_autofree gpointer *all = g_ptr_array_steal (blocks, &n_blocks);
  NewsBlock *rule = NULL;

  for (gsize i = 0; i < n_blocks; i++)
    {
      NewsBlock *block = all[i];

      if (block->type == NEWS_BLOCK_RULE)
        {
          g_clear_pointer (&rule, news_block_free);
          rule = block;
          continue;
        }
      if (rule != NULL && blocks->len > 0)
        g_ptr_array_add (blocks, g_steal_pointer (&rule));
      g_clear_pointer (&rule, news_block_free);
      g_ptr_array_add (blocks, block);
    }
  g_clear_pointer (&rule, news_block_free);
}

/* The language of a whole document, or of the element in it that is read. */
static char *
dup_root_language (const NewsHtmlNode *root)
{
  char *language = NULL;

  /* The whole has its language in an element at the top. */
  if (root->parent == NULL)
    for (root = root->children; root != NULL && !news_html_node_is (root, "html");)
      root = root->next;
  for (; root != NULL && language == NULL; root = root->parent)
    language = news_html_element_dup_language (root);

  return language;
}

/* A whole document may say what its addresses are relative to; a part of one may not, since it
 * would say so for the page that it was taken from. */
static void
apply_base (NewsHtmlReader *self, const NewsHtmlNode *root)
{
  const NewsHtmlNode *at = root;
  g_autofree char *address = NULL;

  while (at != NULL && !(news_html_node_is (at, "base") && news_html_node_get (at, "href") != NULL))
    at = news_html_node_next (at, root, TRUE);

  if (at != NULL)
    address = news_address_resolve (self->base, news_html_node_get (at, "href"), NEWS_ADDRESS_FILE);
  if (address != NULL)
    {
      g_clear_pointer (&self->base, g_uri_unref);
      self->base = news_address_parse_base (address);
    }
}

static void
read_tree (NewsHtmlReader *self, NewsHtmlTree *tree, gboolean document)
{
  const NewsHtmlNode *root = news_html_tree_get_root (tree);

  if (document)
    {
      apply_base (self, root);
      root = news_html_tree_find_article (tree);
      self->language = dup_root_language (root);
    }
  news_html_reader_read_block (self, root);
}

void
news_html_reader_read_children (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  for (const NewsHtmlNode *at = node->children; at != NULL && !self->cut; at = at->next)
    if (at->text == NULL)
      news_html_reader_read_element (self, at);
    else
      read_text (self, at);
}

void
news_html_reader_read_block (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  news_html_reader_flush (self);
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
}

void
news_html_reader_read_into (NewsHtmlReader *self,
                            const NewsHtmlNode *node,
                            GPtrArray *blocks,
                            guint levels)
{
  NewsHtmlScope scope = self->scope;

  news_html_reader_flush (self);
  news_html_reader_enter (self, blocks, levels);
  news_html_reader_read_children (self, node);
  news_html_reader_flush (self);
  self->scope = scope;
}

void
news_html_reader_enter (NewsHtmlReader *self, GPtrArray *blocks, guint levels)
{
  self->scope.blocks = blocks;
  self->scope.depth += levels;
  self->scope.flow = NEWS_BLOCK_PARAGRAPH;
  self->scope.level = 0;
  self->scope.list = self->scope.definitions = self->scope.table = self->scope.row = NULL;
  self->scope.term = FALSE;
}

void
news_html_reader_read_line (NewsHtmlReader *self,
                            const NewsHtmlNode *node,
                            NewsTextBuilder *builder,
                            NewsStyle style)
{
  NewsHtmlScope scope = self->scope;
  NewsTextBuilder *outer = self->builder;

  news_text_builder_push (builder, style | news_text_builder_get_style (outer),
                          news_text_builder_get_link (outer),
                          news_text_builder_get_language (outer));
  self->builder = builder;
  self->scope.in_line = TRUE;
  news_html_reader_read_children (self, node);
  self->builder = outer;
  self->scope = scope;
  news_text_builder_pop (builder);
}

NewsText *
news_html_reader_read_text (NewsHtmlReader *self, const NewsHtmlNode *node, gboolean verbatim)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();
  gboolean outer = self->scope.verbatim;
  NewsText *text;

  self->scope.verbatim = verbatim;
  news_html_reader_read_line (self, node, builder, NEWS_STYLE_PLAIN);
  self->scope.verbatim = outer;
  text = news_text_builder_take (builder);

  return text != NULL ? text : news_text_new ();
}

void
news_html_reader_flush (NewsHtmlReader *self)
{
  g_autoptr (NewsText) text = NULL;
  NewsBlock *block = NULL;

  if (self->scope.in_line || (text = news_text_builder_take (self->builder)) == NULL)
    return;

  if (self->scope.flow == NEWS_BLOCK_PARAGRAPH)
    block = news_html_embed_new_from_text (self, text, FALSE);
  if (block == NULL)
    {
      block = news_block_new_take_text (self->scope.flow, g_steal_pointer (&text));
      block->level = self->scope.level;
    }
  news_html_reader_append (self, block);
}

gboolean
news_html_reader_can_nest (NewsHtmlReader *self, guint levels)
{
  return self->scope.depth + levels <= NEWS_BLOCK_MAX_DEPTH;
}

void
news_html_reader_append (NewsHtmlReader *self, NewsBlock *block)
{
  g_ptr_array_add (self->scope.blocks, block);
}

void
news_html_reader_append_text (NewsHtmlReader *self, NewsText *text, NewsStyle style)
{
  NewsBlock *block;

  if (news_text_is_empty (text))
    {
      news_text_free (text);
      return;
    }

  block = news_block_new_take_text (NEWS_BLOCK_PARAGRAPH, text);
  if (style != NEWS_STYLE_PLAIN)
    news_text_set_style (text, style);
  news_html_reader_append (self, block);
}

void
news_html_reader_move (GPtrArray *from, GPtrArray *to)
{
  gsize n_blocks;
  g_autofree gpointer *blocks = g_ptr_array_steal (from, &n_blocks);

  for (gsize i = 0; i < n_blocks; i++)
    g_ptr_array_add (to, blocks[i]);
}

void
news_html_reader_remove (GPtrArray *blocks, gboolean (*is_unwanted) (const NewsBlock *block))
{
  gsize n_blocks;
  g_autofree gpointer *all = g_ptr_array_steal (blocks, &n_blocks);

  for (gsize i = 0; i < n_blocks; i++)
    if (is_unwanted (all[i]))
      news_block_free (all[i]);
    else
      g_ptr_array_add (blocks, all[i]);
}

char *
news_html_reader_resolve (NewsHtmlReader *self, const char *reference, NewsAddressUse use)
{
  g_autofree char *address = NULL;
  gsize length;

  if (self->lost || (address = news_address_resolve (self->base, reference, use)) == NULL)
    return NULL;

  length = strlen (address);
  self->lost = length > self->address_room;
  if (self->lost)
    return NULL;
  self->address_room -= length;

  return g_steal_pointer (&address);
}

NewsPage *
news_page_new_from_html (const char *html, gssize length, const char *base)
{
  NewsHtmlParsed parsed = news_html_parser_parse (html, length);
  NewsHtmlReader self = { .room = NEWS_PAGE_MAX_LETTERS, .address_room = MAX_ADDRESS_BYTES };
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);

  self.scope.blocks = blocks;
  self.scope.depth = 1;
  self.scope.flow = NEWS_BLOCK_PARAGRAPH;
  self.builder = news_text_builder_new ();
  self.base = news_address_parse_base (base);

  read_tree (&self, parsed.tree, parsed.document);
  tidy_rules (blocks);
  news_key_points_find (blocks);
  self.lost |= news_text_builder_has_lost_links (self.builder);

  news_html_tree_free (parsed.tree);
  news_text_builder_free (self.builder);
  g_clear_pointer (&self.base, g_uri_unref);
  g_free (self.language);

  return news_page_new_take (blocks, parsed.cut || self.cut || self.lost);
}
