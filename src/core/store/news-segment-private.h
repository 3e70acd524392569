/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-segment.h"

/* What news-segment-building.c writes, and news-segment.c finds something in.
 *
 * A bucket has its terms in the order of their bytes. Of each: a byte with how many bytes it begins
 * with that the one before it has (3 bits), whether it has many articles (1), and how many bytes
 * follow (4); where all bits of one of these numbers are set, one more byte each has what it is
 * more. Then these bytes, and the articles: of many, a bit each, in 64 bytes; of few, in ascending
 * order, how much the number of each is more than that of the one before it, twice, and one more if
 * another follows, as numbers of seven bits a byte, the lowest first, the eighth bit where another
 * byte follows. */

#define SHARED_SHIFT 5
#define SHARED_BITS 7
#define MANY (1 << 4)
#define REST_BITS 15

#define ARTICLE_BYTES (NEWS_SEGMENT_ARTICLES / 8)
