/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-graphemes.h"
#include "news-letters.h"

#include <string.h>

static void
assert_graphemes (const char *first, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at;
  va_list rest;

  va_start (rest, first);
  for (const char *part = first; part != NULL; part = va_arg (rest, const char *))
    g_string_append (text, part);
  va_end (rest);

  at = text->str;
  va_start (rest, first);
  for (const char *part = first; part != NULL; part = va_arg (rest, const char *))
    {
      const char *next = news_grapheme_next (at);
      g_autofree char *found = g_strndup (at, next - at);

      g_assert_cmpstr (found, ==, part);
      at = next;
    }
  va_end (rest);
  g_assert_cmpint (*at, ==, '\0');
  g_assert_true (news_grapheme_next (at) == at);
}

static void
test_graphemes (void)
{
  assert_graphemes ("a", "b", " ", "中", "文", NULL);
  assert_graphemes ("e\u0301", "o\u0302\u0323", "x", NULL);
  assert_graphemes ("👨‍👩‍👧", "👨‍👩‍👧", NULL);
  assert_graphemes ("👍🏽", "👍", "❤\ufe0f", "1\ufe0f\u20e3", NULL);
  assert_graphemes ("🇩🇪", "🇫🇷", "🇮", NULL);
  assert_graphemes ("🏴\U000e0067\U000e0062\U000e007f", "x", NULL);
  assert_graphemes ("नि", "में", NULL);
  assert_graphemes ("한", "\u1112\u1161\u11ab", "\u1112\u1161", "\u1112", NULL);
  assert_graphemes ("a\u200d", "b", NULL);
  assert_graphemes ("字\U000e0100", "字", NULL);
}

static void
test_wide (void)
{
  g_assert_true (news_letter_is_wide (0x4e2d));
  g_assert_true (news_letter_is_wide (0x3042));
  g_assert_true (news_letter_is_wide (0x3002));
  g_assert_true (news_letter_is_wide (0xff0c));
  g_assert_true (news_letter_is_wide (0x20000));
  g_assert_false (news_letter_is_wide ('a'));
  g_assert_false (news_letter_is_wide (0xd55c));
  g_assert_false (news_letter_is_wide (0x1f600));
  g_assert_false (news_letter_is_wide (0x2014));
}

static void
test_kinds (void)
{
  g_assert_cmpint (news_letter_classify ('a'), ==, NEWS_LETTER_USUAL);
  g_assert_cmpint (news_letter_classify ('\n'), ==, NEWS_LETTER_SPACE);
  g_assert_cmpint (news_letter_classify (0x2028), ==, NEWS_LETTER_SPACE);
  g_assert_cmpint (news_letter_classify (0xa0), ==, NEWS_LETTER_BLANK);
  g_assert_cmpint (news_letter_classify (0x3000), ==, NEWS_LETTER_BLANK);
  g_assert_cmpint (news_letter_classify (0x200d), ==, NEWS_LETTER_BLANK);
  g_assert_cmpint (news_letter_classify (0x200f), ==, NEWS_LETTER_MARK);
  g_assert_cmpint (news_letter_classify (0xfeff), ==, NEWS_LETTER_DROPPED);
  g_assert_cmpint (news_letter_classify (0x1ffff), ==, NEWS_LETTER_DROPPED);
  g_assert_cmpint (news_letter_classify (0), ==, NEWS_LETTER_DROPPED);
  g_assert_cmpint (news_letter_mend (0x96), ==, 0x2013);
  g_assert_cmpint (news_letter_mend (0x20ac), ==, 0x20ac);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/graphemes", test_graphemes);
  g_test_add_func ("/letters/wide", test_wide);
  g_test_add_func ("/letters/kinds", test_kinds);

  return g_test_run ();
}
