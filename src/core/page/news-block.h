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

/* A stretch of a text, in bytes, that is set in a style, leads somewhere, or is in another
 * language. */
typedef struct
{
  guint start;
  guint end;
  NewsStyle style;
  char *link;     /* absolute address (http, https, mailto), or NULL */
  char *language; /* BCP 47, or NULL for the page's */
} NewsSpan;

/* A text with spans: ordered by start, nested or apart, never crossing. Line breaks are U+2028.
 * Spaces are as a browser would show them: none at either end, one between words. */
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
  NEWS_BLOCK_ITEM,         /* children: any */
  NEWS_BLOCK_QUOTE,        /* children: any; text: who is quoted, or empty */
  NEWS_BLOCK_PULL_QUOTE,   /* the same, set apart */
  NEWS_BLOCK_PREFORMATTED, /* text, with line breaks as line feeds and all its spaces */
  NEWS_BLOCK_FIGURE,       /* picture; text: the caption with its links, or empty */
  NEWS_BLOCK_GALLERY,      /* children: figures; text: caption of all, or empty */
  NEWS_BLOCK_TABLE,        /* children: rows; text: caption, or empty */
  NEWS_BLOCK_ROW,          /* children: cells */
  NEWS_BLOCK_CELL,         /* children: any; header, columns, rows it spans */
  NEWS_BLOCK_RULE,         /* nothing: a change of scene */
  NEWS_BLOCK_EMBED,        /* link: where the video, sound or post is; text: its title, or empty */
  NEWS_BLOCK_DETAILS,      /* children: any; text: the summary that opens it */
  NEWS_BLOCK_NOTE,         /* children: any: an aside, a box, small print */
} NewsBlockType;

typedef struct _NewsBlock NewsBlock;

/* Members that a type does not name above are 0 or NULL. */
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
};

NewsText *news_text_new (void);
void news_text_free (NewsText *self);

NewsBlock *news_block_new (NewsBlockType type);
void news_block_free (NewsBlock *self);

/* The floating variant of a block and all in it, and back; NULL where @variant is none. */
GVariant *news_block_to_variant (const NewsBlock *self);
NewsBlock *news_block_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsText, news_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsBlock, news_block_free)

G_END_DECLS
