/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-graphemes.h"

#define JOINER 0x200d

static gboolean
extends (gunichar letter)
{
  GUnicodeType type;

  if (letter < 0x300)
    return FALSE;
  /* The joiner and its opposite, the skin tones, and the tags that make the flags of regions. */
  if (letter == 0x200c || letter == JOINER || (letter >= 0x1f3fb && letter <= 0x1f3ff)
      || (letter >= 0xe0020 && letter <= 0xe007f))
    return TRUE;

  type = g_unichar_type (letter);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK
         || type == G_UNICODE_SPACING_MARK;
}

static gboolean
is_regional (gunichar letter)
{
  return letter >= 0x1f1e6 && letter <= 0x1f1ff;
}

/* Any symbol will do for an emoji: what stands after a joiner is always part of a sequence. */
static gboolean
joins (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL
         || type == G_UNICODE_UNASSIGNED;
}

static gboolean
is_hangul_join (gunichar letter, gunichar next)
{
  gboolean leading = letter >= 0x1100 && letter <= 0x115f;
  gboolean syllable = letter >= 0xac00 && letter <= 0xd7a3;
  gboolean vowel = letter >= 0x1160 && letter <= 0x11a7;
  gboolean trailing = letter >= 0x11a8 && letter <= 0x11ff;

  if (next >= 0x11a8 && next <= 0x11ff)
    return vowel || trailing || syllable;
  if (next >= 0x1160 && next <= 0x11a7)
    return leading || vowel || (syllable && (letter - 0xac00) % 28 == 0);

  return leading && ((next >= 0x1100 && next <= 0x115f) || (next >= 0xac00 && next <= 0xd7a3));
}

const char *
news_grapheme_next (const char *text)
{
  gunichar letter;
  gboolean flag;

  if (*text == '\0')
    return text;

  letter = g_utf8_get_char (text);
  flag = is_regional (letter);
  for (text = g_utf8_next_char (text); *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar next = g_utf8_get_char (text);
      gboolean pair = flag && is_regional (next);

      if (!extends (next) && !pair && !(letter == JOINER && joins (next))
          && !is_hangul_join (letter, next))
        break;
      letter = next;
      flag = FALSE;
    }

  return text;
}
