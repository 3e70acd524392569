/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "page-dump.h"

#include <string.h>

#define BASE "https://site.example/"

static char *
repeat (const char *text, guint times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);

  return g_string_free_and_steal (all);
}

static guint
measure_depth (const NewsBlock *block)
{
  guint depth = 0;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    depth = MAX (depth, measure_depth (g_ptr_array_index (block->children, i)));

  return depth + 1;
}

/* A page of a start, a middle and an end, that keeps the limits and comes back from its bytes. */
static NewsPage *
read_page (const char *start, guint times, const char *middle, const char *end, guint end_times)
{
  g_autofree char *starts = repeat (start, times);
  g_autofree char *ends = repeat (end, end_times);
  g_autofree char *html = g_strconcat (starts, middle, ends, NULL);
  NewsPage *page = news_page_new_from_html (html, -1, BASE);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsPage) copy = news_page_new_from_bytes (bytes, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = news_page_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 64 << 20);
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    g_assert_cmpuint (measure_depth (news_page_get_block (page, i)), <=, NEWS_BLOCK_MAX_DEPTH);

  return page;
}

static void
assert_has (NewsPage *page, const char *word)
{
  g_autofree char *text = news_page_dup_text (page);

  g_assert_nonnull (strstr (text, word));
}

/* What nobody closes a few hundred times costs nothing of the text. */
static void
test_deep (void)
{
  const char *const starts[] = {
    "<div>",           "<p><font>x",       "<b><i>y",     "<ul><li>", "<blockquote>",
    "<table><tr><td>", "<figure>",         "<details>",   "<aside>",  "<dl><dt>",
    "<span>",          "<noscript>",       "<picture>",   "<q>",      "<a href=/x><div>",
    "<h2><div>",       "<section><nav-x>", "<ruby><rt>r", "<pre>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (NewsPage) page = read_page (starts[i], 250, "<p>bottom</p>", "</div>", 600);

      if (strcmp (starts[i], "<noscript>") != 0)
        assert_has (page, "bottom");
      g_assert_false (news_page_is_cut (page));
    }
}

/* What nests ten thousand times is an attack; it may cost the text, but the page says so. */
static void
test_deeper (void)
{
  g_autoptr (NewsPage) page = read_page ("<div>", 10000, "bottom", "</div>", 10000);
  g_autoptr (NewsPage) lists = read_page ("top<ul><li>", 10000, "bottom", "", 0);
  g_autoptr (NewsPage) quotes
    = read_page ("top<blockquote class=twitter-tweet>", 10000, "bottom", "", 0);

  g_assert_true (news_page_is_cut (page));
  g_assert_true (news_page_is_cut (lists));
  assert_has (lists, "top");
  g_assert_true (news_page_is_cut (quotes));
}

static void
test_pictures_in_the_deep (void)
{
  g_autoptr (NewsPage) page
    = read_page ("<font><div>", 200, "one<img src=a.jpg>two<br>three<hr>four", "</font>", 3);
  g_autofree char *dump = page_dump (page);

  g_assert_cmpstr (dump, ==,
                   "paragraph: one\nfigure\n  file 0x0 https://site.example/a.jpg\n"
                   "paragraph: two⏎three\nrule\nparagraph: four\n");
}

static void
test_long (void)
{
  g_autoptr (NewsPage) words = read_page ("<p>word word</p>", 19000, "", "", 0);
  g_autoptr (NewsPage) many = read_page ("<p>word</p>", 30000, "", "", 0);
  g_autoptr (NewsPage) text = read_page ("word ", 100001, "", "", 0);
  g_autoptr (NewsPage) full = read_page ("word ", 100000, "", "", 0);
  g_autoptr (NewsPage) han = read_page ("字", 400001, "", "", 0);
  g_autoptr (NewsPage) one = read_page ("x", 400001, "", "", 0);
  g_autofree char *one_text = news_page_dup_text (one);

  g_assert_false (news_page_is_cut (words));
  g_assert_true (news_page_is_cut (many));
  g_assert_true (news_page_is_cut (text));
  g_assert_false (news_page_is_cut (full));
  g_assert_true (news_page_is_cut (han));
  g_assert_true (news_page_is_cut (one));
  g_assert_cmpuint (strlen (one_text), ==, 400000);
}

/* Small bodies that would be large pages. */
static void
test_growing (void)
{
  g_autofree char *path = g_strnfill (4000, 'x');
  g_autofree char *link = g_strconcat ("<a href='/", path, "'>", NULL);
  g_autofree char *base = g_strconcat ("https://site.example/", path, "/", NULL);
  g_autofree char *links = repeat ("<p>y", 9000);
  g_autofree char *pictures = repeat ("<img srcset='a 1w,b 2w,c 3w,d 4w,e 5w'>", 9000);
  g_autoptr (NewsPage) page = read_page (link, 1, links, "", 0);
  g_autoptr (NewsPage) images = read_page (link, 1, pictures, "", 0);
  g_autoptr (NewsPage) based = news_page_new_from_html (pictures, -1, base);
  g_autoptr (GBytes) bytes = news_page_to_bytes (based);
  g_autofree char *text = news_page_dup_text (page);

  g_assert_cmpuint (strlen (text), ==, 9000 * 3 - 2);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 16 << 20);
  g_assert_true (news_page_is_cut (based));
}

static void
test_attributes (void)
{
  g_autofree char *names = repeat (" a=b", 50000);
  g_autofree char *tag = g_strconcat ("<p", names, ">x</p>", NULL);
  g_autofree char *letters = g_strnfill (2 << 20, 'y');
  g_autofree char *large = g_strconcat ("<img src=a.jpg alt='", letters, "'><p class='", letters,
                                        "' style='", letters, "'>z", NULL);
  g_autoptr (NewsPage) page = read_page (tag, 1, "", "", 0);
  g_autoptr (NewsPage) image = read_page (large, 1, "", "", 0);
  g_autofree char *text = news_page_dup_text (image);

  assert_has (page, "x");
  g_assert_true (g_str_has_suffix (text, "z"));
  g_assert_cmpuint (strlen (text), <, 5000);
}

static void
test_bytes (void)
{
  const char bytes[] = "<p>a\0b \xff\xfe \xc0\x80 \xed\xa0\x80 \xf4\x90\x80\x80 \xe4\xb8</p>\xe4";
  g_autoptr (NewsPage) page = news_page_new_from_html (bytes, sizeof bytes - 1, NULL);
  g_autofree char *text = news_page_dup_text (page);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_prefix (text, "a"));
}

/* Every piece of markup beside every other: nothing in particular is expected but a sound page. */
static void
test_mixed (void)
{
  static const char *const pieces[] = {
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th colspan=3 rowspan=9>",
    "</table>",
    "<tfoot>",
    "<caption>c",
    "<figure>",
    "<figcaption>f",
    "</figure>",
    "<img src=i.jpg>",
    "<a href=/l>",
    "</a>",
    "<b>",
    "</b>",
    "<pre>\n x",
    "</pre>",
    "<blockquote cite=/q>",
    "<cite>c",
    "</blockquote>",
    "<details>",
    "<summary>s",
    "<dl>",
    "<dt>t",
    "<dd>d",
    "<br><br>",
    "text ",
    "<hr>",
    "<h3>",
    "</h3>",
    "<noscript>",
    "</noscript>",
    "<picture>",
    "<ruby>r<rt>",
    "<q>",
    "<footer>",
    "<div class=gallery>",
    "<div class='pullquote'>",
    "<span class=credit>",
    "<small>",
    "<i lang=fr>",
    "<iframe src=//f.example/>",
    "<video src=v>",
    "<p class=wp-caption-text>",
    "<blockquote class=twitter-tweet>",
    "<aside>",
    "</div>",
    "<wbr>",
    "[gallery]",
    "&nbsp;",
    "字\n字",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
      for (guint l = (i + k) % 11; l < G_N_ELEMENTS (pieces); l += 11)
        {
          g_autofree char *html
            = g_strconcat ("w", pieces[i], "x", pieces[k], "y", pieces[l], "z", NULL);
          g_autoptr (NewsPage) page = read_page (html, 1, "", "", 0);
          g_autofree char *dump = page_dump (page);

          g_assert_null (strstr (dump, "SPANS-CROSS"));
          g_assert_null (strstr (dump, "UNKNOWN-STYLE"));
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-limits/deep", test_deep);
  g_test_add_func ("/html-limits/deeper", test_deeper);
  g_test_add_func ("/html-limits/pictures-in-the-deep", test_pictures_in_the_deep);
  g_test_add_func ("/html-limits/long", test_long);
  g_test_add_func ("/html-limits/growing", test_growing);
  g_test_add_func ("/html-limits/attributes", test_attributes);
  g_test_add_func ("/html-limits/bytes", test_bytes);
  g_test_add_func ("/html-limits/mixed", test_mixed);

  return g_test_run ();
}
