/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-markup.h"

#include <pango/pango.h>

#define ROUNDS 500

static void
add_span (NewsText *text, guint start, guint end, NewsStyle style, const char *link)
{
  NewsSpan span = { start, end, style, g_strdup (link), NULL };

  g_array_append_val (text->spans, span);
}

static NewsText *
create_text (const char *words)
{
  NewsText *text = news_text_new ();

  g_set_str (&text->text, words);

  return text;
}

static void
assert_markup (const NewsText *text, const char *expected)
{
  g_autofree char *markup = news_text_dup_markup (text);

  g_assert_cmpstr (markup, ==, expected);
}

/* Whatever is in it, Pango reads it, and reads the same words. Links are the label's, not Pango's.
 */
static void
assert_reads (const NewsText *text)
{
  g_autofree char *markup = news_text_dup_markup (text);
  g_autoptr (GRegex) links = g_regex_new ("</?a( href=\"[^\"]*\")?>", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace (links, markup, -1, 0, "", 0, NULL);
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;

  pango_parse_markup (bare, -1, 0, NULL, &read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, text->text);
}

static void
test_plain (void)
{
  g_autoptr (NewsText) empty = create_text ("");
  g_autoptr (NewsText) text = create_text ("Tom & Jerry’s <b>\"feud\"</b>");

  assert_markup (empty, "");
  assert_markup (text, "Tom &amp; Jerry’s &lt;b&gt;&quot;feud&quot;&lt;/b&gt;");
  assert_reads (text);
}

static void
test_nested (void)
{
  g_autoptr (NewsText) text = create_text ("one two three four");

  add_span (text, 0, 18, NEWS_STYLE_EMPHASIS, NULL);
  add_span (text, 4, 13, NEWS_STYLE_PLAIN, "https://paper.example/?a=1&b=2");
  add_span (text, 4, 7, NEWS_STYLE_STRONG | NEWS_STYLE_STRUCK, NULL);
  add_span (text, 14, 18, NEWS_STYLE_CODE, NULL);
  assert_markup (
    text, "<i>one <a href=\"https://paper.example/?a=1&amp;b=2\"><b><s>two</s></b> three</a> "
          "<tt>four</tt></i>");
  assert_reads (text);
}

/* Two that begin or end at the same place, one behind the other without a gap, and empty ones. */
static void
test_edges (void)
{
  g_autoptr (NewsText) text = create_text ("abcd");

  add_span (text, 0, 4, NEWS_STYLE_STRONG, NULL);
  add_span (text, 0, 2, NEWS_STYLE_EMPHASIS, NULL);
  add_span (text, 2, 2, NEWS_STYLE_CODE, NULL);
  add_span (text, 2, 4, NEWS_STYLE_UNDERLINED, NULL);
  assert_markup (text, "<b><i>ab</i><tt></tt><u>cd</u></b>");
  assert_reads (text);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "</span></b></i><a href=\"javascript:alert(1)\">",
    "&lt;&amp;&#0;&#x110000;&unknown;",
    "\x01\x02\x1f\x7f control",
    "right \xe2\x80\xae to left \xe2\x80\xac and back",
    "a line\xe2\x80\xa8; and another",
    "<span size=\"999999999\">large</span>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (NewsText) text = create_text (texts[i]);

      add_span (text, 0, 1, NEWS_STYLE_MARKED | NEWS_STYLE_SMALL, "https://x.example/\"><b>");
      g_set_str (&g_array_index (text->spans, NewsSpan, 0).language, "en\"><b>");
      assert_reads (text);
    }
}

/* Spans within a stretch, nested or apart, in the order in which they begin. */
static void
add_random (NewsText *text, GRand *rand, guint start, guint end, int depth)
{
  while (start < end && depth > 0)
    {
      guint from = (guint) g_rand_int_range (rand, (gint32) start, (gint32) end + 1);
      guint to = (guint) g_rand_int_range (rand, (gint32) from, (gint32) end + 1);

      add_span (text, from, to, (NewsStyle) g_rand_int_range (rand, 0, 1 << 9),
                g_rand_boolean (rand) ? "https://paper.example/" : NULL);
      add_random (text, rand, from, to, depth - 1);
      start = to + 1;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (NewsText) text = create_text ("Sphinx <of> black & quartz, judge my vow");

      add_random (text, rand, 0, 40, 4);
      assert_reads (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-markup/plain", test_plain);
  g_test_add_func ("/text-markup/nested", test_nested);
  g_test_add_func ("/text-markup/edges", test_edges);
  g_test_add_func ("/text-markup/hostile", test_hostile);
  g_test_add_func ("/text-markup/random", test_random);

  return g_test_run ();
}
