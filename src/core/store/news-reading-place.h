/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of how many parts of a block a place counts. */
#define NEWS_READING_PLACE_WHOLE 10000

/* Where a reader is in an article, however wide the page and large the text: a block of its page,
 * and how much of that has been read, in ten-thousandths. All 0 is the beginning. */
typedef struct
{
  guint block;
  guint part;
} NewsReadingPlace;

G_END_DECLS
