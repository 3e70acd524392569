/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Every tests/fixtures/page/NAME.md and what is made of it, NAME.md.txt; and what is not in them.
 */

#include "news-markdown.h"
#include "page-dump.h"

#include <string.h>

#define BASE "https://site.example/dir/page"

static char *
dup_folder (void)
{
  return g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "fixtures", "page", NULL);
}

static char *
read_fixture (const char *name, const char *suffix)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *text = read_fixture (name, "");
  g_autofree char *expected = read_fixture (name, ".txt");
  g_autoptr (NewsPage) page = news_page_new_from_markdown (text, BASE);
  g_autofree char *dump = page_dump (page);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_html (const char *text, const char *expected)
{
  g_autofree char *html = news_markdown_to_html (text);

  g_assert_cmpstr (g_strchomp (html), ==, expected);
}

static void
test_lines (void)
{
  assert_html ("", "");
  assert_html ("\n \n\t\n", "");
  assert_html ("a\r\nb\rc", "<p>a\nb\nc</p>");
  assert_html ("a\n\nb", "<p>a</p>\n<p>b</p>");
  assert_html ("    moved in", "<p>moved in</p>");
  assert_html ("\xff*x*", "<p>\ufffd<em>x</em></p>");
}

static void
test_headings (void)
{
  assert_html ("# a", "<h1>a</h1>");
  assert_html ("###### a ## b ##", "<h6>a ## b</h6>");
  assert_html ("####### a", "<p>####### a</p>");
  assert_html ("#a", "<p>#a</p>");
  assert_html ("#", "<h1></h1>");
  assert_html ("a\n===\nb\n---\nc", "<h1>a</h1>\n<h2>b</h2>\n<p>c</p>");
  assert_html ("===", "<p>===</p>");
  assert_html ("---", "<hr>");
}

static void
test_lists (void)
{
  assert_html ("- a\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>");
  assert_html ("7) a", "<ol start=\"7\">\n<li>\n<p>a</p>\n</li>\n</ol>");
  assert_html ("1. a\n2. b\n5. c",
               "<ol start=\"1\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n"
               "<li>\n<p>c</p>\n</li>\n</ol>");
  /* Another mark, another list; none within a paragraph; none without a space. */
  assert_html ("- a\n+ b",
               "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n<ul>\n<li>\n<p>b</p>\n</li>\n</ul>");
  assert_html ("In\n1987. It", "<p>In\n1987. It</p>");
  assert_html ("-a", "<p>-a</p>");
  assert_html ("1234567890. a", "<p>1234567890. a</p>");
  assert_html ("-\n\n  a", "<ul>\n<li>\n</li>\n</ul>\n<p>a</p>");
  assert_html ("-\ta", "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>");
}

static void
test_emphasis (void)
{
  assert_html ("*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> "
                                      "<strong>d</strong></p>");
  assert_html ("***a***", "<p><em><strong>a</strong></em></p>");
  assert_html ("***a** b*", "<p><em><strong>a</strong> b</em></p>");
  assert_html ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>");
  assert_html ("*a **b* c**", "<p><em>a <em><em>b</em> c</em></em></p>");
  assert_html ("*foo**bar*", "<p><em>foo**bar</em></p>");
  assert_html ("a * b *", "<p>a * b *</p>");
  assert_html ("a_b_c *", "<p>a_b_c *</p>");
  assert_html ("un*frigging*believable", "<p>un<em>frigging</em>believable</p>");
  assert_html ("~~a~~ ~b~ ~~~c~~~", "<p><s>a</s> ~b~ ~~~c~~~</p>");
  assert_html ("**中文。**后面**“引”**后",
               "<p><strong>中文。</strong>后面<strong>“引”</strong>后</p>");
}

static void
test_addresses (void)
{
  assert_html ("[a](b)", "<p><a href=\"b\">a</a></p>");
  assert_html ("[a](<b c> 't')", "<p><a href=\"b c\">a</a></p>");
  assert_html ("[a](b c)", "<p>[a](b c)</p>");
  assert_html ("[a](b(c)d)", "<p><a href=\"b(c)d\">a</a></p>");
  assert_html ("[a](\"b)", "<p><a href=\"&quot;b\">a</a></p>");
  assert_html ("[a](b?c&copy=1&amp;d)", "<p><a href=\"b?c&amp;copy=1&amp;d\">a</a></p>");
  assert_html ("![a *b* \"c\"](d)", "<p><img src=\"d\" alt=\"a *b* &quot;c&quot;\"></p>");
  assert_html ("[`]`](b)", "<p><a href=\"b\"><code>]</code></a></p>");
  assert_html ("\\[a](b)", "<p>[a](b)</p>");
  assert_html ("[A  b]\n\n[a B]: c", "<p><a href=\"c\">A  b</a></p>");
  assert_html ("[a]: <b>\n[a]: c\n\n[a][]", "<p><a href=\"b\">a</a></p>");
  assert_html ("(https://a.example/b).",
               "<p>(<a href=\"https://a.example/b\">https://a.example/b</a>).</p>");
}

/* Marks without end: what comes out is in proportion, and what would take exponential time would
 * not end. */
static void
test_endless (void)
{
  static const char *const pieces[] = { "*a ",    "_*",    "**a* ",    "[",
                                        "[a](",   "![",    "[a](b \"", "[a](b (",
                                        "`a``",   "<a<a",  "<a b='",   "<!--\n",
                                        "> ",     "- ",    "|",        "\n|a|-",
                                        "a\n-\n", "&a",    "\\",       "[a]: b\n\n[a] ",
                                        "#\n",    "1) ",   "*",        "https://a.b/(",
                                        "\n>>a",  "~~~\n", "<b ",      "<script>\n",
                                        "|-|\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *html = NULL;

      while (text->len < 40000)
        g_string_append (text, pieces[i]);
      html = news_markdown_to_html (text->str);
      g_assert_cmpuint (strlen (html), <, 20 * text->len);
    }
}

/* A long address that is named again and again does not make gigabytes. */
static void
test_references (void)
{
  g_autofree char *path = g_strnfill (2000, 'x');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *html = NULL;

  g_string_printf (text, "[a]: https://a.example/%s\n\n", path);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "[a] ");
  html = news_markdown_to_html (text->str);
  g_assert_nonnull (strstr (html, "<a href"));
  g_assert_cmpuint (strlen (html), <, 4000000);
}

static void
add_fixtures (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".md"))
      {
        g_autofree char *path = g_strconcat ("/markdown/", file, NULL);

        g_test_add_data_func_full (path, g_strdup (file), test_fixture, g_free);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ();
  g_test_add_func ("/markdown/lines", test_lines);
  g_test_add_func ("/markdown/headings", test_headings);
  g_test_add_func ("/markdown/lists", test_lists);
  g_test_add_func ("/markdown/emphasis", test_emphasis);
  g_test_add_func ("/markdown/addresses", test_addresses);
  g_test_add_func ("/markdown/endless", test_endless);
  g_test_add_func ("/markdown/references", test_references);

  return g_test_run ();
}
