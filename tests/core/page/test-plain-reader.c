/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "page-dump.h"

#include <string.h>

static void
assert_read (const char *text, const char *expected)
{
  g_autoptr (NewsPage) page = news_page_new_from_text (text);
  g_autofree char *dump = page_dump (page);

  g_assert_cmpstr (dump, ==, expected);
}

static void
test_paragraphs (void)
{
  assert_read ("", "");
  assert_read (" \n\n \u00a0 \n", "");
  assert_read ("One", "paragraph: One\n");
  assert_read ("One\ntwo\n\nThree\n\n\n\nFour\n",
               "paragraph: One⏎two\nparagraph: Three\nparagraph: Four\n");
  assert_read ("One\r\ntwo\r\rThree\r\n\r\nFour",
               "paragraph: One⏎two\nparagraph: Three\nparagraph: Four\n");
  assert_read ("  a   b\t c  \n  d ", "paragraph: a b c⏎d\n");
  assert_read ("a\n \u3000\nb", "paragraph: a\nparagraph: b\n");
  assert_read ("<b>not</b> &amp; HTML [gallery]", "paragraph: <b>not</b> &amp; HTML [gallery]\n");
  assert_read ("中文\n段落", "paragraph: 中文⏎段落\n");
  assert_read ("a\x01\xff"
               "b",
               "paragraph: a\ufffdb\n");
}

static void
test_addresses (void)
{
  assert_read ("See https://a.example/b?c=d.",
               "paragraph: See {link=https://a.example/b?c=d|https://a.example/b?c=d}.\n");
  assert_read ("(http://a.example/x_(y)), HTTPS://B.example!",
               "paragraph: ({link=http://a.example/x_(y)|http://a.example/x_(y)}), "
               "{link=https://B.example|HTTPS://B.example}!\n");
  assert_read ("详见https://a.example/b，或者http://c.example/d了解。",
               "paragraph: 详见{link=https://a.example/b|https://a.example/b}，或者"
               "{link=http://c.example/d|http://c.example/d}了解。\n");
  assert_read ("“https://a.example/” <https://b.example/>",
               "paragraph: “{link=https://a.example/|https://a.example/}” "
               "<{link=https://b.example/|https://b.example/}>\n");
  assert_read ("xhttp://a.example http:// https:x http://..",
               "paragraph: xhttp://a.example http:// https:x http://..\n");
  assert_read ("https://a.example/?utm_source=x&b=1",
               "paragraph: {link=https://a.example/?b=1|https://a.example/?utm_source=x&b=1}\n");
}

static void
test_limits (void)
{
  g_autofree char *letters = g_strnfill (400001, 'x');
  g_autoptr (NewsPage) page = news_page_new_from_text (letters);
  g_autofree char *text = news_page_dup_text (page);

  g_assert_true (news_page_is_cut (page));
  g_assert_cmpuint (strlen (text), ==, 400000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-reader/paragraphs", test_paragraphs);
  g_test_add_func ("/plain-reader/addresses", test_addresses);
  g_test_add_func ("/plain-reader/limits", test_limits);

  return g_test_run ();
}
