/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-builder.h"

#include <string.h>

#define LINK "https://a.example/"

static void
add (NewsTextBuilder *builder, const char *text)
{
  g_assert_true (news_text_builder_add (builder, text, strlen (text), NULL));
}

/* The text with a letter for each span around it: <b>, <i>, <a>, or <?> for others. */
static char *
dup_marked (const NewsText *text)
{
  GString *marked = g_string_new (NULL);

  for (guint at = 0; at <= strlen (text->text); at++)
    {
      for (guint i = text->spans->len; i > 0; i--)
        if (g_array_index (text->spans, NewsSpan, i - 1).end == at)
          g_string_append (marked, "</>");
      for (guint i = 0; i < text->spans->len; i++)
        {
          const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

          if (span->start == at)
            g_string_append_printf (
              marked, "<%s%s%s>", (span->style & NEWS_STYLE_STRONG) != 0 ? "b" : "",
              (span->style & NEWS_STYLE_EMPHASIS) != 0 ? "i" : "", span->link != NULL ? "a" : "");
        }
      if (text->text[at] != '\0')
        g_string_append_c (marked, text->text[at]);
    }

  return g_string_free_and_steal (marked);
}

static void
assert_taken (NewsTextBuilder *builder, const char *expected)
{
  g_autoptr (NewsText) text = news_text_builder_take (builder);
  g_autofree char *marked = text != NULL ? dup_marked (text) : NULL;

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_spaces (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  add (builder, "  a \n\t b");
  add (builder, " ");
  add (builder, "\f c  ");
  assert_taken (builder, "a b c");

  add (builder, " \n ");
  g_assert_true (news_text_builder_is_empty (builder));
  assert_taken (builder, NULL);
  add (builder, "\u00a0\u3000\u200b \ufeff");
  assert_taken (builder, NULL);
  add (builder, "\u200e\u202a");
  assert_taken (builder, NULL);

  add (builder, "\u3000a\u00a0 b\u00a0");
  assert_taken (builder, "a\u00a0 b");
  add (builder, "a\u2028b\u2029\u2028c");
  assert_taken (builder, "a b c");
  add (builder, "\x01"
                "a\x7f\ufffe\ufdd0\ufffc"
                "b\xc2\x96");
  assert_taken (builder, "ab–");
}

static void
test_han_lines (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  add (builder, "中\n文 字");
  add (builder, "\n");
  add (builder, "a\n字，\n「x\n한\n국");
  assert_taken (builder, "中文 字 a 字，「x 한 국");
  /* The line feed at the start is no reason to join what comes later. */
  add (builder, "\n中 文");
  assert_taken (builder, "中 文");
  add (builder, "中\u00a0\n文");
  assert_taken (builder, "中\u00a0 文");
}

static void
test_breaks (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  news_text_builder_break (builder);
  g_assert_cmpuint (news_text_builder_count_breaks (builder), ==, 0);
  add (builder, " a ");
  news_text_builder_break (builder);
  add (builder, " \u00a0 ");
  news_text_builder_break (builder);
  g_assert_cmpuint (news_text_builder_count_breaks (builder), ==, 2);
  add (builder, " b");
  g_assert_cmpuint (news_text_builder_count_breaks (builder), ==, 0);
  news_text_builder_break (builder);
  add (builder, "\u00a0c");
  news_text_builder_break (builder);
  assert_taken (builder, "a\u2028b\u2028\u00a0c");
  add (builder, "d");
  assert_taken (builder, "d");
}

static void
test_spans (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  add (builder, "a");
  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  add (builder, " b ");
  news_text_builder_push (builder, NEWS_STYLE_EMPHASIS, LINK, NULL);
  add (builder, " c ");
  news_text_builder_pop (builder);
  news_text_builder_pop (builder);
  add (builder, "d");
  assert_taken (builder, "a <b>b <ia>c</></> d");

  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  news_text_builder_push (builder, NEWS_STYLE_EMPHASIS, NULL, NULL);
  add (builder, "same");
  news_text_builder_pop (builder);
  news_text_builder_pop (builder);
  assert_taken (builder, "<bi>same</>");

  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  add (builder, "one");
  news_text_builder_pop (builder);
  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  add (builder, "two");
  news_text_builder_push (builder, NEWS_STYLE_EMPHASIS, NULL, NULL);
  add (builder, "i");
  news_text_builder_pop (builder);
  news_text_builder_pop (builder);
  assert_taken (builder, "<b>onetwo<i>i</></>");

  add (builder, "x");
  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  add (builder, "  ");
  news_text_builder_pop (builder);
  add (builder, "y");
  assert_taken (builder, "x y");
}

static void
test_over_texts (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  news_text_builder_push (builder, 0, LINK, NULL);
  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  add (builder, "a ");
  assert_taken (builder, "<ba>a</>");
  assert_taken (builder, NULL);
  add (builder, "b");
  news_text_builder_pop (builder);
  add (builder, "c");
  assert_taken (builder, "<a><b>b</>c</>");
  add (builder, "d");
  news_text_builder_pop (builder);
  add (builder, "e");
  assert_taken (builder, "<a>d</>e");
}

static void
test_nothing_added (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  for (guint i = 0; i < 1000; i++)
    news_text_builder_push (builder, NEWS_STYLE_STRONG, i == 0 ? LINK : "https://b.example/", "de");
  g_assert_cmpstr (news_text_builder_get_link (builder), ==, LINK);
  g_assert_cmpstr (news_text_builder_get_language (builder), ==, "de");
  g_assert_cmpint (news_text_builder_get_style (builder), ==, NEWS_STYLE_STRONG);
  add (builder, "a");
  for (guint i = 0; i < 1000; i++)
    news_text_builder_pop (builder);
  add (builder, "b");
  assert_taken (builder, "<ba>a</>b");

  /* Each says something new, but there is an end. */
  for (guint i = 0; i < 1000; i++)
    news_text_builder_push (builder, 0, NULL, i % 2 == 0 ? "de" : "fr");
  for (guint i = 0; i < 1000; i++)
    {
      add (builder, "x");
      news_text_builder_pop (builder);
    }
  {
    g_autoptr (NewsText) text = news_text_builder_take (builder);

    g_assert_cmpuint (text->spans->len, <=, 32);
    g_assert_cmpuint (strlen (text->text), ==, 1000);
  }
}

static void
test_verbatim (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();

  news_text_builder_add_verbatim (builder, "\n  \n  a\r\n\tb\rc\x01\n\n ", 17, NULL);
  assert_taken (builder, "  a\n\tb\nc");

  news_text_builder_push (builder, NEWS_STYLE_STRONG, NULL, NULL);
  news_text_builder_add_verbatim (builder, "\n a", 3, NULL);
  news_text_builder_pop (builder);
  news_text_builder_begin_line_verbatim (builder);
  news_text_builder_begin_line_verbatim (builder);
  news_text_builder_push (builder, NEWS_STYLE_EMPHASIS, NULL, NULL);
  news_text_builder_add_verbatim (builder, "b \n", 3, NULL);
  news_text_builder_pop (builder);
  assert_taken (builder, "<b> a</>\n<i>b</>");

  news_text_builder_add_verbatim (builder, " \n ", 3, NULL);
  assert_taken (builder, NULL);
}

static void
test_room (void)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();
  guint room = 5;

  g_assert_true (news_text_builder_add (builder, "a bc ", 5, &room));
  g_assert_cmpuint (room, ==, 2);
  g_assert_false (news_text_builder_add (builder, "défg", 5, &room));
  g_assert_cmpuint (room, ==, 0);
  g_assert_true (news_text_builder_add (builder, "  ", 2, &room));
  g_assert_false (news_text_builder_add (builder, "中", 3, &room));
  assert_taken (builder, "a bc dé");

  room = 4;
  g_assert_false (news_text_builder_add (builder, " a b c d e", 10, &room));
  g_assert_cmpuint (room, ==, 0);
  assert_taken (builder, "a b c d");

  room = 2;
  g_assert_false (news_text_builder_add_verbatim (builder, "abc", 3, &room));
  assert_taken (builder, "ab");
}

static void
test_blank (void)
{
  g_assert_true (news_text_builder_is_blank (" \n\u00a0\u200b\ufeff"));
  g_assert_true (news_text_builder_is_blank (""));
  g_assert_false (news_text_builder_is_blank (" a"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-builder/spaces", test_spaces);
  g_test_add_func ("/text-builder/han-lines", test_han_lines);
  g_test_add_func ("/text-builder/breaks", test_breaks);
  g_test_add_func ("/text-builder/spans", test_spans);
  g_test_add_func ("/text-builder/over-texts", test_over_texts);
  g_test_add_func ("/text-builder/nothing-added", test_nothing_added);
  g_test_add_func ("/text-builder/verbatim", test_verbatim);
  g_test_add_func ("/text-builder/room", test_room);
  g_test_add_func ("/text-builder/blank", test_blank);

  return g_test_run ();
}
