/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes of a letter in a text that is set. */
typedef enum
{
  NEWS_LETTER_USUAL,
  NEWS_LETTER_SPACE, /* becomes one space with its like */
  NEWS_LETTER_BLANK, /* shows as space or not at all, but is kept between letters */
  NEWS_LETTER_MARK,  /* is kept, but not seen: it turns directions */
  NEWS_LETTER_DROPPED,
} NewsLetterKind;

NewsLetterKind news_letter_classify (gunichar letter);

/* Browsers read the control characters from U+0080 on as what Windows-1252 has in their place
 * (WHATWG HTML, 13.2.5.80). */
gunichar news_letter_mend (gunichar letter);

/* Whether letters of this kind are set without spaces between words and break anywhere: Han and
 * Kana, with their punctuation. Not Hangul, which has spaces. */
gboolean news_letter_is_wide (gunichar letter);

G_END_DECLS
