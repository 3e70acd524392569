/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* The four parts of NEWS_BLOCK_VARIANT. Blocks and spans are records of a fixed size, which
 * GVariant copies as a whole, and strings and pictures are written as it stores them: a variant for
 * each of them would take longer than reading the HTML does. */
#define NEWS_BLOCK_RECORD "(yyyiqquuuuu)"
#define NEWS_SPAN_RECORD "(uuuuq)"
#define NEWS_PICTURE_RECORDS "a" NEWS_PICTURE_VARIANT

enum
{
  NEWS_BLOCK_RECORD_ORDERED = 1 << 0,
  NEWS_BLOCK_RECORD_HEADER = 1 << 1,
};

/* Beside the styles of a span: what its link names is no address, but what it is short for. So
 * pages that have no abbreviations are the same bytes that they were before there were any in a
 * page, and those that were stored then are read as they are. */
#define NEWS_SPAN_RECORD_EXPANSION (1 << 15)

/* A block; those in it follow. Places in the other arrays are counted from 1, 0 is none. */
typedef struct
{
  guint8 type;
  guint8 level;
  guint8 flags;
  guint8 padding;
  gint32 start;
  guint16 columns;
  guint16 rows;
  guint32 n_children;
  guint32 text;
  guint32 n_spans; /* the next so many are of this text */
  guint32 link;
  guint32 picture;
} NewsBlockRecord;

typedef struct
{
  guint32 start;
  guint32 end;
  guint32 link;
  guint32 language;
  guint16 style;
  guint16 padding;
} NewsSpanRecord;

G_STATIC_ASSERT (sizeof (NewsBlockRecord) == 32);
G_STATIC_ASSERT (sizeof (NewsSpanRecord) == 20);

G_END_DECLS
