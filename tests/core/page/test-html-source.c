/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-source.h"

#include <string.h>

static void
assert_source_length (const char *html, gssize length, const char *expected)
{
  g_autoptr (NewsHtmlSource) source = news_html_source_new (html, length);

  g_assert_cmpstr (source->html->str, ==, expected);
  g_assert_true (g_utf8_validate (source->html->str, source->html->len, NULL));
  g_assert_false (source->cut);
}

static void
assert_source (const char *html, const char *expected)
{
  assert_source_length (html, -1, expected);
}

static void
test_kept (void)
{
  const char *const kept[] = {
    "",
    "text",
    "<p>x</p>",
    "<p title=\"a > b\">x",
    "<p title='<!--'>x<b>",
    "<a href=x/y>z</a>",
    "<p a=\"b\"c='d' e=f g>x",
    "<br/>",
    "&amp; &unknown; &",
    "&#38; &#60; &#x3c; &#0; &#128; &#x9f; &#55296; &#xd800; &#x1f600; &#99999999999; &#; &#x;",
    "&#8217",
    "中文",
    "a > b",
    "<p\n\tx=y>",
    "<scripty>x</scripty>",
    "<styles>x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    assert_source (kept[i], kept[i]);
}

static void
test_dropped (void)
{
  assert_source ("a<!-- b -->c", "ac");
  assert_source ("a<!-->b", "ab");
  assert_source ("a<!--->b", "ab");
  assert_source ("a<!-- - -- -> --->b", "ab");
  assert_source ("a<!-- x --!>b", "ab");
  assert_source ("a<!-- x", "a");
  assert_source ("a<!--", "a");
  assert_source ("<!DOCTYPE html><?xml x?>a<![if !mso]>b<![endif]>", "ab");
  assert_source ("a<script>if (a < b) '</p>'</script>b", "ab");
  assert_source ("a<script src='>'>\"<!--\"</SCRIPT >b", "ab");
  assert_source ("a<style>p { }</style>b", "ab");
  assert_source ("a<script>x", "a");
  assert_source ("a<script>x</scripts>y", "a");
  assert_source ("a</ b>c</>d", "acd");
  assert_source ("\x01"
                 "a\x0b\x1f"
                 "b",
                 "ab");
  assert_source ("a\fb", "a b");
}

static void
test_mended (void)
{
  assert_source ("1 < 2 <3 <<x>", "1 &lt; 2 &lt;3 &lt;<x>");
  assert_source ("&lpar;&rpar; &NewLine;", "()  ");
  assert_source ("<p title=\"&colon;\">", "<p title=\":\">");
  assert_source ("&lparx; &lpar", "&lparx; &lpar");
  assert_source ("caf&eacute;&nbsp;&rsquo;&hellip;", "café\u00a0’…");
  assert_source ("&rsquo &rsquo", "&rsquo &rsquo");
  assert_source ("&#8217;&#x2019;&#X2019;&#08217;&#160;&#xd7ff;", "’’’’\u00a0\ud7ff");
  assert_source ("<p title=\"&#8217;&rsquo;\">", "<p title=\"&#8217;&rsquo;\">");
  assert_source_length ("&#8217;", 6, "&#8217");
  assert_source_length ("&rsquo;", 6, "&rsquo");
  assert_source_length ("&#8217;", 1, "&");
  assert_source ("<![CDATA[<p>x</p>]]>y]]>", "<p>x</p>y]]>");
  assert_source ("a <img src=x", "a <img src=x>");
  assert_source ("a <img alt=\"x", "a <img alt=\"x\">");
  assert_source ("<", "&lt;");
}

static void
test_bytes (void)
{
  assert_source_length ("a\xff"
                        "b",
                        -1,
                        "a\xef\xbf\xbd"
                        "b");
  assert_source_length ("a\xe4\xb8", -1, "a\xef\xbf\xbd\xef\xbf\xbd");
  assert_source_length ("\xed\xa0\x80", 3, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  assert_source_length ("a\0b", 3,
                        "a\xef\xbf\xbd"
                        "b");
  assert_source_length ("abc", 2, "ab");
  assert_source_length ("", 0, "");
}

static void
test_attributes (void)
{
  g_autoptr (GString) html = g_string_new ("<p");
  g_autoptr (NewsHtmlSource) source = NULL;
  guint n_values = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (html, " a%u=\"v > w\"", i);
  g_string_append (html, ">text");
  source = news_html_source_new (html->str, html->len);

  for (const char *at = source->html->str; (at = strstr (at, "v > w")) != NULL; at++)
    n_values++;
  g_assert_cmpuint (n_values, ==, 100);
  g_assert_null (strstr (source->html->str, "a100"));
  g_assert_true (g_str_has_suffix (source->html->str, ">text"));
}

static void
test_document (void)
{
  const char *const documents[] = {
    "<html>x",
    "<!DOCTYPE html>\n<HTML lang=en><body>",
    " <!-- x --><body>x",
    "<head><title>",
  };
  const char *const fragments[] = {
    "<p>x<html>", "x<body>", "<bodyguard>", "<htmlx>", "", "<header>x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (NewsHtmlSource) source = news_html_source_new (documents[i], -1);

      g_assert_true (source->document);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_autoptr (NewsHtmlSource) source = news_html_source_new (fragments[i], -1);

      g_assert_false (source->document);
    }
}

static void
test_cut (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (NewsHtmlSource) source = NULL;

  while (html->len < (9 << 20))
    g_string_append (html, "中文字符");
  source = news_html_source_new (html->str, html->len);

  g_assert_true (source->cut);
  g_assert_true (g_utf8_validate (source->html->str, source->html->len, NULL));
  g_assert_null (strstr (source->html->str, "\ufffd"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-source/kept", test_kept);
  g_test_add_func ("/html-source/dropped", test_dropped);
  g_test_add_func ("/html-source/mended", test_mended);
  g_test_add_func ("/html-source/bytes", test_bytes);
  g_test_add_func ("/html-source/attributes", test_attributes);
  g_test_add_func ("/html-source/document", test_document);
  g_test_add_func ("/html-source/cut", test_cut);

  return g_test_run ();
}
