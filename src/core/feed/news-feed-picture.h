/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture.h"
#include "news-xml-tree.h"

G_BEGIN_DECLS

/* The picture that stands for an item: of Media RSS (content and thumbnails, in groups or not, with
 * their widths, credit and description), an enclosure of RSS or Atom that is an image, an image of
 * the podcasts' module, or an <image> of the item itself; the first of these that there is. NULL
 * where there is none. @base is what relative addresses are relative to. */
NewsPicture *news_feed_picture_read (const xmlNode *item, const char *base);

/* The first picture in a summary as HTML that becomes plain text; NULL where there is none but
 * those of a single pixel, which count readers. */
NewsPicture *news_feed_picture_read_html (const char *html, const char *base);

G_END_DECLS
