/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-letters.h"

/* Of U+0080 to U+009F. */
static const guint16 windows_letters[32] = {
  0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

gunichar
news_letter_mend (gunichar letter)
{
  return letter >= 0x80 && letter < 0xa0 ? windows_letters[letter - 0x80] : letter;
}

NewsLetterKind
news_letter_classify (gunichar letter)
{
  if (letter < 0x80)
    {
      if (letter == ' ' || (letter >= '\t' && letter <= '\r'))
        return NEWS_LETTER_SPACE;
      return letter < 0x20 || letter == 0x7f ? NEWS_LETTER_DROPPED : NEWS_LETTER_USUAL;
    }
  if (letter < 0xa0)
    return NEWS_LETTER_DROPPED;
  if (letter == 0xa0 || letter == 0xad || letter == 0x1680 || letter == 0x202f || letter == 0x205f
      || letter == 0x2060 || letter == 0x3000 || (letter >= 0x2000 && letter <= 0x200d))
    return NEWS_LETTER_BLANK;
  if (letter == 0x2028 || letter == 0x2029)
    return NEWS_LETTER_SPACE;
  if (letter == 0x200e || letter == 0x200f || (letter >= 0x202a && letter <= 0x202e)
      || (letter >= 0x2066 && letter <= 0x2069))
    return NEWS_LETTER_MARK;
  /* The byte order mark, anchors of annotations, stand-ins for objects, and what is no letter. */
  if (letter == 0xfeff || (letter >= 0xfff9 && letter <= 0xfffc) || (letter & 0xfffe) == 0xfffe
      || (letter >= 0xfdd0 && letter <= 0xfdef))
    return NEWS_LETTER_DROPPED;

  return NEWS_LETTER_USUAL;
}

gboolean
news_letter_is_wide (gunichar letter)
{
  if (letter < 0x2e80 || (letter >= 0xac00 && letter <= 0xd7a3)
      || (letter >= 0x3130 && letter <= 0x318f))
    return FALSE;

  /* Emoji are wide too, but stand among words like words. */
  return g_unichar_iswide (letter) && g_unichar_type (letter) != G_UNICODE_OTHER_SYMBOL
         && letter < 0x3fffe && !(letter >= 0x1f000 && letter <= 0x1ffff);
}
