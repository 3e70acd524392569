/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-html-reader.h"

G_BEGIN_DECLS

/* What an image is there for. */
typedef enum
{
  NEWS_HTML_IMAGE_PICTURE,
  NEWS_HTML_IMAGE_LETTER,  /* it stands for its alternative text: emoji, formulas, small icons */
  NEWS_HTML_IMAGE_TRACKER, /* to count readers, or to take up space */
} NewsHtmlImage;

NewsHtmlImage news_html_picture_classify (const NewsHtmlNode *image);

/* The picture that an <img> and the <picture> around it, each of which may be NULL, tell of, with
 * all files that it is safe to load: src, srcset, what scripts would put there later, and the
 * sources of <picture> in formats that everyone reads (others if there are none else). The files
 * have widths from srcset, from the attributes, or from the name that WordPress gives them. NULL if
 * there is no file. */
NewsPicture *news_html_picture_new (NewsHtmlReader *reader,
                                    const NewsHtmlNode *image,
                                    const NewsHtmlNode *picture);

/* Alternative text as plain text in one line, or NULL; names of files are none. */
char *news_html_picture_dup_alt (const NewsHtmlNode *image);

G_END_DECLS
