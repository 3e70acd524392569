/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-paragraph-private.h"
#include "news-wide-marks.h"

/* What headings have in place of the typography's leading. */
#define HEADING_LEADING 1.2

/* Han fills its square, and needs more room between lines than letters with their ascenders do. */
#define WIDE_LEADING 1.13

/* Of first lines, in ems: Chinese has two characters, of which one is as high as wide. */
#define INDENT 1.2
#define WIDE_INDENT 2

/* In ems. Chinese has an indent at each paragraph; elsewhere the first one, and those after a
 * heading or a picture, have none, as there is nothing to be told from. */
static double
get_indent (NewsParagraph *self)
{
  gboolean wide = news_wide_marks_has_language (self->language);

  if (self->place == NEWS_PARAGRAPH_APART || !news_typography_get_indent (self->typography))
    return 0;
  if (wide)
    return WIDE_INDENT;

  return self->place == NEWS_PARAGRAPH_FOLLOWING ? INDENT : 0;
}

double
_news_paragraph_get_leading (NewsParagraph *self)
{
  double leading = self->kind == NEWS_PARAGRAPH_HEADING
                     ? HEADING_LEADING
                     : news_typography_get_leading (self->typography);

  return news_wide_marks_has_language (self->language) ? leading * WIDE_LEADING : leading;
}

NewsTextStyle
_news_paragraph_get_style (NewsParagraph *self)
{
  /* A table's columns are too narrow for either. */
  gboolean is_text = self->kind <= NEWS_PARAGRAPH_RAGGED && self->most_chars == 0;

  return (NewsTextStyle) {
    .indent = get_indent (self),
    .drop_cap
    = self->place == NEWS_PARAGRAPH_OPENING && news_typography_get_drop_cap (self->typography),
    .leading = _news_paragraph_get_leading (self),
    .justify = is_text && self->kind != NEWS_PARAGRAPH_RAGGED
               && news_typography_get_justify (self->typography),
    .hyphenate = is_text && news_typography_get_hyphenate (self->typography),
    .preformatted = self->kind == NEWS_PARAGRAPH_PREFORMATTED,
    .language = self->language,
  };
}
