/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How a run of letters is set. More than one may hold. */
typedef enum
{
  NEWS_STYLE_PLAIN = 0,
  NEWS_STYLE_STRONG = 1 << 0,
  NEWS_STYLE_EMPHASIS = 1 << 1,
  NEWS_STYLE_CODE = 1 << 2,
  NEWS_STYLE_SUPERSCRIPT = 1 << 3,
  NEWS_STYLE_SUBSCRIPT = 1 << 4,
  NEWS_STYLE_STRUCK = 1 << 5,
  NEWS_STYLE_UNDERLINED = 1 << 6,
  NEWS_STYLE_MARKED = 1 << 7,
  NEWS_STYLE_SMALL = 1 << 8,
} NewsStyle;

/* A stretch of a text, in bytes, that is set in a style, leads somewhere, is in another language,
 * or is short for something. It never both leads somewhere and is short for something: those are
 * two spans, one in the other. */
typedef struct
{
  guint start;
  guint end;
  NewsStyle style;
  char *link;      /* absolute address (http, https, mailto), or NULL */
  char *language;  /* BCP 47, or NULL for the page's */
  char *expansion; /* what an abbreviation stands for, on one line, or NULL */
} NewsSpan;

/* An expansion is no longer than this, in bytes. */
#define NEWS_SPAN_MAX_EXPANSION 800

/* A text with spans: ordered by start, an outer one before those in it, nested or apart, never
 * crossing. Line breaks are U+2028. Spaces are as a browser would show them: none at either end,
 * one between words. */
typedef struct
{
  char *text;
  GArray *spans; /* NewsSpan */
} NewsText;

typedef enum
{
  NEWS_BLOCK_PARAGRAPH,    /* text */
  NEWS_BLOCK_HEADING,      /* text, level 2 to 6: the article's own title is 1 */
  NEWS_BLOCK_LIST,         /* children: items; ordered, start */
  NEWS_BLOCK_ITEM,         /* children: any; start: its number in an ordered list */
  NEWS_BLOCK_QUOTE,        /* children: any; text: who is quoted, or empty */
  NEWS_BLOCK_PULL_QUOTE,   /* the same, set apart */
  NEWS_BLOCK_PREFORMATTED, /* text, with line breaks as line feeds and all its spaces; in the style
                              CODE as a whole, unless it is verse */
  NEWS_BLOCK_FIGURE,       /* picture; text: the caption and the credit (in the style SMALL) with
                              their links, or empty; link: where the picture leads, or NULL */
  NEWS_BLOCK_GALLERY,      /* children: figures; text: caption of all, or empty */
  NEWS_BLOCK_TABLE,        /* children: rows; text: caption, or empty */
  NEWS_BLOCK_ROW,          /* children: cells */
  NEWS_BLOCK_CELL,         /* children: any; header, columns, rows it spans */
  NEWS_BLOCK_RULE,         /* nothing: a change of scene */
  NEWS_BLOCK_EMBED,        /* link: where the video, sound or post is; text: its title or words, or
                              empty; picture: its poster, or NULL */
  NEWS_BLOCK_DETAILS,      /* children: any; text: the summary that opens it */
  NEWS_BLOCK_NOTE,         /* children: any: an aside, a box, small print */
  NEWS_BLOCK_KEY_POINTS, /* children: a list; text: its title, or empty: the summary before the text
                          */
} NewsBlockType;

typedef struct _NewsBlock NewsBlock;

/* Members that a type does not name above are 0 or NULL. Those that it names are there: "empty" is
 * a text without letters, not NULL. Lists hold items only, galleries figures, tables rows, rows
 * cells; and those are found nowhere else. */
struct _NewsBlock
{
  NewsBlockType type;
  NewsText *text;
  GPtrArray *children; /* NewsBlock */
  NewsPicture *picture;
  char *link;
  int level;
  int start;
  int columns;
  int rows;
  gboolean ordered;
  gboolean header;
  gboolean goes_on; /* a paragraph of which the next one is the rest: see news-page-parts.h */
};

/* How deep blocks may lie in one another; a block of the page itself is at 1. */
#define NEWS_BLOCK_MAX_DEPTH 32

/* An empty text without spans. */
NewsText *news_text_new (void);

/* A text without spans, of letters that are taken over: UTF-8, never NULL. */
NewsText *news_text_new_take (char *text);

void news_text_free (NewsText *self);
gboolean news_text_is_empty (const NewsText *self);

/* Appends a line break, if @self is not empty, and the text of @other with its spans. */
void news_text_append_line (NewsText *self, const NewsText *other);

/* Cuts the first @length bytes off. */
void news_text_cut_start (NewsText *self, gsize length);

/* Sets all of @self in @style, in addition to what parts of it are set in. */
void news_text_set_style (NewsText *self, NewsStyle style);

/* Makes all of @self lead to @link, unless a part of it leads somewhere already. */
void news_text_set_link (NewsText *self, const char *link);

/* For search and for other programs: line breaks as line feeds, without the marks that only tell
 * where a word may be broken. */
char *news_text_dup_plain (const NewsText *self);

/* The same at the end of @plain. */
void news_text_append_plain (const NewsText *self, GString *plain);

/* A block with an empty text and no children, where its type has them. */
NewsBlock *news_block_new (NewsBlockType type);

/* The same with a text that is taken over; NULL if blocks of the type have none. */
NewsBlock *news_block_new_take_text (NewsBlockType type, NewsText *text);

void news_block_free (NewsBlock *self);

/* Whether blocks of a type have a text, and children. */
gboolean news_block_type_has_text (NewsBlockType type);
gboolean news_block_type_has_children (NewsBlockType type);

/* Whether @child may stand in @parent. */
gboolean news_block_type_holds (NewsBlockType parent, NewsBlockType child);

/* The floating variant of a block and all in it, of the type NEWS_BLOCK_VARIANT, and back; NULL
 * where @variant is none, or holds what no page may: spans that cross, addresses that are not
 * http, https or mailto, blocks out of place or too deep.
 *
 * Its parts: the blocks, each followed by those in it, with the number of its children (a variant
 * may not nest as deeply as a page); all strings; the spans of all texts; the pictures. */
#define NEWS_BLOCK_VARIANT "(a(yyyiqquuuuu)asa(uuuuq)a(a(sii)msmsms))"
GVariant *news_block_to_variant (const NewsBlock *self);
NewsBlock *news_block_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsText, news_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBlock, news_block_free)

G_END_DECLS
