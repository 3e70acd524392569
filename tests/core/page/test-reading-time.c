/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-letters.h"
#include "news-page.h"
#include "news-reading-time.h"

static NewsPage *
read_repeated (const char *text, guint times)
{
  g_autoptr (GString) html = g_string_new ("<p>");

  for (guint i = 0; i < times; i++)
    g_string_append (html, text);

  return news_page_new_from_html (html->str, -1, NULL);
}

static void
assert_time (const char *text, guint times, double minutes)
{
  g_autoptr (NewsPage) page = read_repeated (text, times);

  g_assert_cmpfloat_with_epsilon (news_page_measure_reading_time (page, G_MAXDOUBLE), minutes,
                                  0.001);
}

static void
test_words (void)
{
  assert_time ("word ", 238, 1);
  assert_time ("A well-read man’s 3.5 lines. ", 238, 5);
  assert_time ("one—two…three ", 238, 3);
  assert_time ("слово بسم 한국어 ", 238, 3);
}

static void
test_han (void)
{
  assert_time ("汉", 400, 1);
  assert_time ("報紙、", 200, 1);
  assert_time ("かな", 200, 1);
  assert_time ("新闻，", 400, 2);
  assert_time ("䷿㐀一鿯鿰", 400, 4);
}

/* What is counted without a look at them is what a look would tell. */
static void
test_common (void)
{
  for (gunichar letter = 0x4e00; letter < 0x9ff0; letter++)
    g_assert_true (g_unichar_isalnum (letter) && news_letter_is_wide (letter));
}

static void
test_mixed (void)
{
  assert_time ("他在GNOME 里 ", 200, 600 / 400.0 + 200 / 238.0);
}

static void
test_unspaced (void)
{
  assert_time ("กขคงจ", 238, 1);
}

static void
test_nothing (void)
{
  assert_time ("", 1, 0);
  assert_time ("… — !? ", 50, 0);
  assert_time ("<img src=\"https://news.example/a.jpg\" alt=\"words that only describe\">", 1, 0);
}

static void
test_blocks (void)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<h2>one</h2><ul><li>two<li><p>three</ul><blockquote>four</blockquote>"
    "<table><tr><td>five<td>six</table>"
    "<figure><img src=\"https://news.example/a.jpg\" alt=\"no\"><figcaption>seven</figcaption>"
    "</figure>",
    -1, NULL);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (NewsPage) stored = news_page_new_from_bytes (bytes, NULL);

  g_assert_cmpfloat_with_epsilon (news_page_measure_reading_time (page, G_MAXDOUBLE), 7 / 238.0,
                                  0.0001);
  g_assert_cmpfloat_with_epsilon (news_page_measure_reading_time (stored, G_MAXDOUBLE), 7 / 238.0,
                                  0.0001);
}

/* No more is counted than is asked for. */
static void
test_most (void)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<p>one two three</p><ul><li>four</li><li>five</li></ul><p>six</p>", -1, "https://a.example/");

  g_assert_cmpfloat_with_epsilon (news_page_measure_reading_time (page, G_MAXDOUBLE), 6 / 238.0,
                                  0.0001);
  g_assert_cmpfloat_with_epsilon (news_page_measure_reading_time (page, 2 / 238.0), 3 / 238.0,
                                  0.0001);
  g_assert_cmpfloat_with_epsilon (news_page_measure_reading_time (page, 3.5 / 238.0), 4 / 238.0,
                                  0.0001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-time/words", test_words);
  g_test_add_func ("/reading-time/han", test_han);
  g_test_add_func ("/reading-time/common", test_common);
  g_test_add_func ("/reading-time/mixed", test_mixed);
  g_test_add_func ("/reading-time/unspaced", test_unspaced);
  g_test_add_func ("/reading-time/nothing", test_nothing);
  g_test_add_func ("/reading-time/blocks", test_blocks);
  g_test_add_func ("/reading-time/most", test_most);

  return g_test_run ();
}
