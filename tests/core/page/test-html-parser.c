/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-parser.h"

#include <string.h>

static void
append_nodes (GString *all, const NewsHtmlNode *first)
{
  for (const NewsHtmlNode *at = first; at != NULL; at = at->next)
    if (at->text != NULL)
      g_string_append (all, at->text);
    else
      {
        g_string_append_printf (all, "%s(", at->name);
        append_nodes (all, at->children);
        g_string_append_c (all, ')');
      }
}

/* A tree as "p(text b(bold))". */
static void
assert_tree (const char *html, const char *expected)
{
  NewsHtmlParsed parsed = news_html_parser_parse (html, -1);
  g_autoptr (NewsHtmlTree) tree = parsed.tree;
  g_autoptr (GString) found = g_string_new (NULL);

  append_nodes (found, news_html_tree_get_root (tree)->children);
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_false (parsed.cut);
}

static void
test_plain (void)
{
  assert_tree ("", "");
  assert_tree ("x", "x");
  assert_tree ("<p>a<b>b</b>c</p>d", "p(ab(b)c)d");
  assert_tree ("<div><div>a</div>b</div>c", "div(div(a)b)c");
  assert_tree ("<x-y>a<x-y>b</x-y>c</x-y>d", "x-y(ax-y(b)c)d");
}

/* End tags that are left out: 13.1.2.4. */
static void
test_left_out (void)
{
  static const struct
  {
    const char *html;
    const char *tree;
  } cases[] = {
    { "<p>a<p>b", "p(a)p(b)" },
    { "<p>a<div>b", "p(a)div(b)" },
    { "<p>a<b>b<p>c", "p(ab(b))p(c)" },
    { "<p>a<em>b<p>c", "p(aem(bp(c)))" },
    { "<p>a<h2>b<p>c", "p(a)h2(b)p(c)" },
    { "<p>a<hr>b", "p(a)hr()b" },
    { "<p>a<a>b<div>c</div></a></p>d", "p(aa(bdiv(c)))d" },
    { "<ul><li>a<li>b</ul>c", "ul(li(a)li(b))c" },
    { "<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(aul(li(b)))li(c))" },
    { "<ul><li><p>a<li>b</ul>", "ul(li(p(a))li(b))" },
    { "<dl><dt>a<dd>b<dt>c<dd>d</dl>e", "dl(dt(a)dd(b)dt(c)dd(d))e" },
    { "<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(a)td(b))tr(th(c)))d" },
    { "<table><tr><td><b>a<td>b</table>", "table(tr(td(b(a))td(b)))" },
    { "<table><tr><td><p>a<tr><td>b</table>", "table(tr(td(p(a)))tr(td(b)))" },
    { "<table><thead><tr><td>a<tbody><tr><td>b</table>",
      "table(thead(tr(td(a)))tbody(tr(td(b))))" },
    { "<table><caption>a<tr><td>b</table>", "table(caption(a)tr(td(b)))" },
    { "<table><td><table><td>a</table>b<td>c</table>", "table(td(table(td(a))b)td(c))" },
    { "<select><option>a<option>b<optgroup><option>c</select>d",
      "select(option(a)option(b)optgroup(option(c)))d" },
    { "<ruby>a<rp>(<rt>b<rp>)</ruby>c", "ruby(arp(()rt(b)rp()))c" },
    { "<a>a<a>b</a>c", "a(a)a(b)c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_tree (cases[i].html, cases[i].tree);
}

static void
test_empty (void)
{
  assert_tree ("<img>a<br>b<wbr>c<hr/>d", "img()abr()bwbr()chr()d");
  assert_tree ("a<br></br>b</img>c", "abr()br()bc");
  assert_tree ("<picture><source><source><img></picture>a", "picture(source()source()img())a");
  assert_tree ("<div/>a<i/>b", "div()ai()b");
}

static void
test_end_tags (void)
{
  assert_tree ("a</b>b</div>c", "abc");
  assert_tree ("a</p>b", "ap()b");
  assert_tree ("<p>a</p>b</p>c", "p(a)bp()c");
  assert_tree ("<b><i>a</b>b</i>c", "b(i(a))bc");
  assert_tree ("<b>a<div>b</b>c</div>d", "b(adiv(bc)d)");
  assert_tree ("<blockquote><div>a</blockquote>b", "blockquote(div(a))b");
  assert_tree ("<div><table><td>a</div>b</table>c</div>d", "div(table(td(ab))c)d");
  assert_tree ("<table><tr><td>a</tr>b</table>c", "table(tr(td(a))b)c");
  assert_tree ("<x-y><div>a</x-y>b</div>c</x-y>d", "x-y(div(ab)c)d");
  assert_tree ("<x-y><q-r>a</x-y>b</q-r>c", "x-y(q-r(a))bc");
}

static void
test_frame (void)
{
  assert_tree ("<html><head><title>a</title></head><body>b</body></html>c",
               "html(head(title(a))body(bc))");
  assert_tree ("<html><head><meta><p>a<body>b", "html(head(meta())p(ab))");
  assert_tree ("<html><head><meta>a<body>b", "html(head(meta())abody(b))");
  assert_tree ("<html><head><title>a<body>b", "html(head(title(ab)))");
  assert_tree ("<body>a<body>b<html>c<head>d", "body(abcd)");
  assert_tree ("<p>a<html>b<body>c</p>d</body>e", "p(abc)de");
}

static void
assert_document (const char *html, gboolean document)
{
  NewsHtmlParsed parsed = news_html_parser_parse (html, -1);

  g_assert_cmpint (parsed.document, ==, document);
  news_html_tree_free (parsed.tree);
}

static void
test_document (void)
{
  const char *const documents[] = {
    "<html>x",
    "<!DOCTYPE html>\n<HTML lang=en><body>",
    " <!-- x --><body>x",
    "<script>x</script><head><title>",
  };
  const char *const parts[] = {
    "<p>x<html>", "x<body>", "<bodyguard>", "<htmlx>", "", "<header>x", "&lt;<body>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    assert_document (documents[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_document (parts[i], FALSE);
}

static void
assert_bytes (const char *html, gssize length, const char *expected)
{
  NewsHtmlParsed parsed = news_html_parser_parse (html, length);
  g_autoptr (NewsHtmlTree) tree = parsed.tree;
  const NewsHtmlNode *text = news_html_tree_get_root (tree)->children;

  g_assert_cmpstr (text->text, ==, expected);
  g_assert_cmpuint (text->length, ==, strlen (expected));
}

static void
test_bytes (void)
{
  assert_bytes ("a\xff"
                "b",
                -1, "a\ufffdb");
  assert_bytes ("a\xe4\xb8", -1, "a\ufffd\ufffd");
  assert_bytes ("\xed\xa0\x80", 3, "\ufffd\ufffd\ufffd");
  assert_bytes ("a\0b", 3, "a\ufffdb");
  assert_bytes ("abc", 2, "ab");
}

static guint
measure_depth (const NewsHtmlNode *node)
{
  guint depth = 0;

  for (; node->children != NULL; depth++)
    for (node = node->children; node->children == NULL && node->next != NULL;)
      node = node->next;

  return depth;
}

static void
assert_deep (const char *start, const char *end, guint times, gboolean cut)
{
  g_autoptr (GString) html = g_string_new (NULL);
  NewsHtmlParsed parsed;

  for (guint i = 0; i < times; i++)
    g_string_append (html, start);
  g_string_append (html, "text");
  for (guint i = 0; i < times; i++)
    g_string_append (html, end);
  g_string_append (html, "<p>after");
  parsed = news_html_parser_parse (html->str, html->len);

  g_assert_cmpint (parsed.cut, ==, cut);
  g_assert_cmpuint (measure_depth (news_html_tree_get_root (parsed.tree)), <=,
                    NEWS_HTML_MAX_DEPTH + 1);
  if (!cut && *end != '\0')
    {
      const NewsHtmlNode *last = news_html_tree_get_root (parsed.tree)->children;

      while (last->next != NULL)
        last = last->next;
      g_assert_cmpstr (last->children->text, ==, "after");
    }
  news_html_tree_free (parsed.tree);
}

static void
test_limits (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  NewsHtmlParsed parsed;

  assert_deep ("<div>", "</div>", 1000, FALSE);
  assert_deep ("<x-y>", "</x-y>", 1000, FALSE);
  assert_deep ("<b><i>", "</i></b>", 1000, FALSE);
  assert_deep ("<font>", "", 4000, FALSE);
  assert_deep ("<div>", "</div>", 10000, TRUE);

  while (html->len < (9 << 20))
    g_string_append (html, "中文字符");
  parsed = news_html_parser_parse (html->str, html->len);
  g_assert_true (parsed.cut);
  g_assert_true (g_utf8_validate (news_html_tree_get_root (parsed.tree)->children->text, -1, NULL));
  g_assert_null (strstr (news_html_tree_get_root (parsed.tree)->children->text, "\ufffd"));
  news_html_tree_free (parsed.tree);
}

/* So many elements that nobody knows, of different names and never closed, are text in brackets. */
static void
test_names (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  NewsHtmlParsed parsed;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (html, "List<Type%u>", i);
  g_string_append (html, "</type5><p>after");
  parsed = news_html_parser_parse (html->str, html->len);

  g_assert_false (parsed.cut);
  g_assert_cmpuint (measure_depth (news_html_tree_get_root (parsed.tree)), <=,
                    NEWS_HTML_MAX_DEPTH + 1);
  news_html_tree_free (parsed.tree);
}

/* What takes seconds as soon as anything is looked for among all that is open, or all before. */
static void
test_traps (void)
{
  const char *const traps[] = {
    "<a href=x>y",      "<p><b>y",     "</b>",      "<b><div></b>", "</x-y>",
    "<x-y><div></x-y>", "<table><td>", "<ul><li>x", "<!-- x",       "<script>",
    "<![CDATA[",        "</p>",        "<p a=b",    "&#8217",       "<html><body>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      NewsHtmlParsed parsed;

      for (guint k = 0; k < 100000; k++)
        g_string_append (html, traps[i]);
      parsed = news_html_parser_parse (html->str, html->len);
      g_assert_cmpuint (measure_depth (news_html_tree_get_root (parsed.tree)), <=,
                        NEWS_HTML_MAX_DEPTH + 1);
      news_html_tree_free (parsed.tree);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-parser/plain", test_plain);
  g_test_add_func ("/html-parser/left-out", test_left_out);
  g_test_add_func ("/html-parser/empty", test_empty);
  g_test_add_func ("/html-parser/end-tags", test_end_tags);
  g_test_add_func ("/html-parser/frame", test_frame);
  g_test_add_func ("/html-parser/document", test_document);
  g_test_add_func ("/html-parser/bytes", test_bytes);
  g_test_add_func ("/html-parser/limits", test_limits);
  g_test_add_func ("/html-parser/names", test_names);
  g_test_add_func ("/html-parser/traps", test_traps);

  return g_test_run ();
}
