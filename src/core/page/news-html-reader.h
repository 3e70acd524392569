/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-address.h"
#include "news-html-caption.h"
#include "news-html-element.h"
#include "news-text-builder.h"

G_BEGIN_DECLS

/* The reader of HTML, in more files than one: news-html-reader.c walks the tree, news-html-inline.c
 * reads what stands in a line, news-html-structure.c lists, boxes and preformatted text,
 * news-html-quote.c quotes and who is quoted, news-html-table.c tables, news-html-figure.c figures,
 * captions and galleries, news-html-embed.c what is played or shown elsewhere.
 *
 * Text is gathered in a builder until an element comes that begins or ends a block; then a block is
 * made of it. An element in a line may thus hold blocks, and any block text, as on the web. */

/* Where blocks go, and what stands around. Saved and restored around each container. */
typedef struct
{
  GPtrArray *blocks;
  guint depth;        /* of the blocks in @blocks */
  NewsBlockType flow; /* what text becomes: PARAGRAPH or HEADING */
  int level;

  NewsBlock *list; /* where items go; so below */
  NewsBlock *definitions;
  gboolean term; /* whether the last of @definitions was a term */
  NewsBlock *table;
  NewsBlock *row;
  GPtrArray *foot;
  NewsBlock *details;
  NewsBlock *quote;
  const NewsHtmlNode *quote_node;
  gboolean naming; /* who is quoted is read */

  NewsTextBuilder *caption; /* of the figure */
  gboolean in_line;         /* only one text is read: what begins a block begins a line */
  gboolean verbatim;        /* that text is preformatted */
  gboolean fallback;        /* for browsers without scripts: only pictures are taken */
} NewsHtmlScope;

typedef struct
{
  NewsHtmlScope scope;
  NewsTextBuilder *builder;
  GUri *base;
  char *language;                 /* of the whole, or NULL */
  const NewsHtmlNode *seen;       /* an image that was read ahead of its turn */
  const NewsBlock *last_fallback; /* only to be compared */
  guint n_quotations;
  guint n_elements;
  guint room;         /* in letters */
  gsize address_room; /* in bytes */
  gboolean lost;      /* there was no room for an address */
  gboolean cut;       /* the same, and nothing more is read */
} NewsHtmlReader;

/* news-html-reader.c */

void news_html_reader_read_element (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_reader_read_children (NewsHtmlReader *self, const NewsHtmlNode *node);

/* As a block of no kind of its own. */
void news_html_reader_read_block (NewsHtmlReader *self, const NewsHtmlNode *node);

/* Begins the scope of what is in @blocks, which lie @levels deeper than where we are: nothing of
 * the lists and tables around holds there. The caller restores the scope. */
void news_html_reader_enter (NewsHtmlReader *self, GPtrArray *blocks, guint levels);

/* The children of @node into @blocks, which lie @levels deeper than where we are. */
void news_html_reader_read_into (NewsHtmlReader *self,
                                 const NewsHtmlNode *node,
                                 GPtrArray *blocks,
                                 guint levels);

/* All in @node as one text; pictures in it become blocks. Empty if there is none. */
NewsText *news_html_reader_read_text (NewsHtmlReader *self,
                                      const NewsHtmlNode *node,
                                      gboolean verbatim);

/* Reads the children of @node into @builder, as one text with what is in it already. */
void news_html_reader_read_line (NewsHtmlReader *self,
                                 const NewsHtmlNode *node,
                                 NewsTextBuilder *builder,
                                 NewsStyle style);

/* Makes a block of the text gathered so far. */
void news_html_reader_flush (NewsHtmlReader *self);

/* Whether blocks may lie @levels deeper than those here. */
gboolean news_html_reader_can_nest (NewsHtmlReader *self, guint levels);

/* Adds a block, which is taken over. */
void news_html_reader_append (NewsHtmlReader *self, NewsBlock *block);
void news_html_reader_append_text (NewsHtmlReader *self, NewsText *text, NewsStyle style);

/* Moves all blocks of @from to the end of @to. */
void news_html_reader_move (GPtrArray *from, GPtrArray *to);

/* Frees the blocks that are unwanted, in one pass. */
void news_html_reader_remove (GPtrArray *blocks, gboolean (*is_unwanted) (const NewsBlock *block));

/* NULL if it is no address that a page may have; see news_address_resolve(). */
char *news_html_reader_resolve (NewsHtmlReader *self, const char *reference, NewsAddressUse use);

/* news-html-inline.c */

void news_html_read_inline (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_abbreviation (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_anchor (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_break (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_break_chance (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_quotation (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_reading (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_reading_bracket (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_noscript (NewsHtmlReader *self, const NewsHtmlNode *node);

/* news-html-structure.c */

void news_html_read_list (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_item (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_definitions (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_term (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_definition (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_preformatted (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_details (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_summary (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_note (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_key_points (NewsHtmlReader *self, const NewsHtmlNode *node);

/* news-html-quote.c */

void news_html_read_quote (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_pull_quote (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_cite (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_footer (NewsHtmlReader *self, const NewsHtmlNode *node);

/* news-html-table.c */

void news_html_read_table (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_table_foot (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_row (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_cell (NewsHtmlReader *self, const NewsHtmlNode *node);

/* news-html-figure.c */

void news_html_read_figure (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_caption (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_credit (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_image (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_picture (NewsHtmlReader *self, const NewsHtmlNode *node);

/* A gallery if all of @blocks are figures, and there are two or more: takes them over. Else NULL.
 */
NewsBlock *news_html_figure_make_gallery (GPtrArray *blocks);

/* news-html-embed.c */

void news_html_read_frame (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_audio_video (NewsHtmlReader *self, const NewsHtmlNode *node);
void news_html_read_post (NewsHtmlReader *self, const NewsHtmlNode *node);

/* An embed if @text is nothing but an address, and @any or one of a place for videos, sounds and
 * posts that is well known; else NULL. */
NewsBlock *news_html_embed_new_from_text (NewsHtmlReader *self, const NewsText *text, gboolean any);

G_END_DECLS
