/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-key-points.h"
#include "page-dump.h"

#include <string.h>

#define PICTURE "<figure><img src='/p-1024x640.jpg'><figcaption>Words</figcaption></figure>"

static NewsPage *
read_page (const char *html)
{
  return news_page_new_from_html (html, -1, "https://site.example/a");
}

static void
assert_text (const char *html, const char *expected)
{
  g_autoptr (NewsPage) page = read_page (html);
  g_autofree char *text = news_page_dup_text (page);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_preview (const char *html, guint characters, const char *expected)
{
  g_autoptr (NewsPage) page = read_page (html);
  g_autofree char *preview = news_page_dup_preview (page, characters);

  g_assert_cmpstr (preview, ==, expected);
  if (preview != NULL)
    g_assert_cmpint (g_utf8_strlen (preview, -1), <=, characters);
}

static void
test_empty (void)
{
  const char *const nothing[]
    = { "", " ", "<p></p>", "<!-- -->", "<script>x</script>", "<ul></ul>" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (NewsPage) page = read_page (nothing[i]);
      g_autofree char *text = news_page_dup_text (page);

      g_assert_cmpuint (news_page_get_n_blocks (page), ==, 0);
      g_assert_cmpstr (text, ==, "");
      g_assert_null (news_page_dup_preview (page, 100));
      g_assert_null (news_page_get_first_picture (page));
      g_assert_false (news_page_is_cut (page));
    }
}

static void
test_text (void)
{
  assert_text ("<p>One<br>line</p><p>Two</p>", "One\nline\n\nTwo");
  assert_text ("<h2>H</h2><ul><li>a<ul><li>b</ul><li><p>c<p>d</ul><p>P", "H\n\na\nb\nc\nd\n\nP");
  assert_text ("<table><caption>T</caption><tr><th>A<th>B<tr><td>1<br>x<td><p>2<p>3</table>",
               "T\nA\tB\n1 x\t2 3");
  assert_text ("<figure><img src=x.jpg alt=Alt><figcaption>Cap</figcaption></figure>", "Alt\nCap");
  assert_text ("<figure><img src=x.jpg alt=Same><figcaption>Same</figcaption></figure>", "Same");
  assert_text ("<blockquote><p>A<p>B</p><cite>C</cite></blockquote><hr><p>D", "A\n\nB\nC\n\nD");
  assert_text ("<details><summary>S</summary><p>T</details>", "S\n\nT");
  assert_text ("<pre>a\n  b</pre>", "a\n  b");
  assert_text ("<p>soft&shy;ly bro&#8203;ken<wbr>", "softly broken");
  assert_text ("<p>中文</p><p>段落</p>", "中文\n\n段落");
}

static void
test_preview (void)
{
  assert_preview ("<h1>H</h1><p>First words here.</p><p>Second.</p>", 100,
                  "First words here. Second.");
  assert_preview ("<p>First words here.</p>", 12, "First words…");
  assert_preview ("<p>First words here.</p>", 11, "First…");
  assert_preview ("<p>First, then</p>", 9, "First…");
  assert_preview ("<p>First words</p>", 11, "First words");
  assert_preview ("<p>One</p><p>Two</p>", 5, "One…");
  assert_preview ("<p class=byline>By A</p><p><small>All small</small></p><p>Text</p>", 50, "Text");
  assert_preview ("<p>Some <small>small</small> text</p>", 50, "Some small text");
  assert_preview ("<figure><img src=x.jpg><figcaption>C</figcaption></figure><p>T", 50, "T");
  assert_preview ("<ul><li>Point</ul><p>Text", 50, "Text");
  assert_preview ("<ul><li>Point<li>Other</ul>", 50, "Point Other");
  assert_preview ("<p>Two<br>lines", 50, "Two lines");
  assert_preview ("<p>Extraordinarilylong", 10, "Extraordi…");
  assert_preview ("<p>a b", 1, "…");
  assert_preview ("<p>a b", 0, NULL);
}

static void
test_preview_letters (void)
{
  assert_preview ("<p>香港行政长官道歉。</p><p>他说</p>", 50, "香港行政长官道歉。他说");
  assert_preview ("<p>香港行政长官道歉</p>", 5, "香港行政…");
  assert_preview ("<p>香港，行政长官</p>", 4, "香港…");
  assert_preview ("<p>香港iPhone手机</p>", 5, "香港…");
  assert_preview ("<p>iPhone手机很好</p>", 8, "iPhone手…");
  /* A family, a flag, an accent, a skin tone: kept whole or left out. */
  assert_preview ("<p>👨‍👩‍👧👨‍👩‍👧x</p>", 6, "👨‍👩‍👧…");
  assert_preview ("<p>👨‍👩‍👧👨‍👩‍👧x</p>", 5, "…");
  assert_preview ("<p>🇩🇪🇫🇷🇮🇹</p>", 4, "🇩🇪…");
  assert_preview ("<p>e\u0301e\u0301e\u0301</p>", 4, "e\u0301…");
  assert_preview ("<p>👍🏽👍🏽👍🏽</p>", 4, "👍🏽…");
}

static void
test_first_picture (void)
{
  g_autoptr (NewsPage) page
    = read_page ("<img src=i.png width=100 height=100><p>T"
                 "<ul><li>x<img src=big.jpg width=800></ul><img src=c.jpg>");
  g_autoptr (NewsPage) unknown = read_page ("<blockquote><img src=u.jpg></blockquote>");
  g_autoptr (NewsPage) film = read_page ("<video src=v.mp4 poster=p.jpg></video>");
  NewsPicture *picture = news_page_get_first_picture (page);

  g_assert_cmpstr (news_picture_choose (picture, 1)->url, ==, "https://site.example/big.jpg");
  g_assert_nonnull (news_page_get_first_picture (unknown));
  g_assert_null (news_page_get_first_picture (film));
}

static NewsPicture *
create_lead (const char *url)
{
  NewsPicture *lead = news_picture_new ();

  news_picture_add_file (lead, url, 0, 0);

  return lead;
}

static void
test_without_lead (void)
{
  g_autoptr (NewsPage) page = read_page ("<h1>H</h1>" PICTURE "<p>T");
  g_autoptr (NewsPage) late = read_page ("<p>T" PICTURE);
  g_autoptr (NewsPicture) lead = create_lead ("http://site.example/p.jpg?w=300");
  g_autoptr (NewsPicture) other = create_lead ("https://site.example/q.jpg");
  g_autoptr (NewsPage) without = news_page_without_lead (page, lead);
  g_autoptr (NewsPage) with = news_page_without_lead (page, other);
  g_autoptr (NewsPage) with_late = news_page_without_lead (late, lead);
  g_autofree char *dump = NULL;

  g_assert_true (with == page);
  g_assert_true (with_late == late);
  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 3);

  /* The blocks live on with the new page. */
  g_clear_pointer (&page, news_page_unref);
  g_clear_pointer (&with, news_page_unref);
  dump = page_dump (without);
  g_assert_cmpstr (dump, ==, "heading 2: H\nparagraph: T\n");
}

static void
test_bytes (void)
{
  g_autoptr (NewsPage) page = read_page ("<p>A <a href=/b lang=fr>b <i>c</i></a></p>" PICTURE
                                         "<ol start=4><li>x</ol><table><tr><th>a<td colspan=2>b"
                                         "<tr><td>c<td>d<td>e</table><hr><h5>中</h5>");
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  g_autoptr (GBytes) same = news_page_to_bytes (page);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (NewsPage) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = page_dump (page);
  g_autofree char *other = NULL;

  g_assert_true (g_bytes_equal (bytes, same));
  copy = news_page_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  other = page_dump (copy);
  g_assert_cmpstr (dump, ==, other);
  again = news_page_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
assert_stored (const char *html, const char *expected)
{
  g_autoptr (NewsPage) page = read_page (html);
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  GString *hex = g_string_new (NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (hex, "%02x", data[i]);
  g_assert_cmpstr (hex->str, ==, expected);
  g_string_free (hex, TRUE);
}

/* Known bytes: what other versions, and machines of the other byte order, wrote and must read.
 * Those with a link and a language are from before there were abbreviations. */
static void
test_stored (void)
{
  assert_stored ("<h3>Hi</h3>",
                 "0100000001000000010300000000000000000000000000000100000000000000000000000000000"
                 "048690003242420");
  assert_stored ("<p>A <a href=/b lang=fr>b</a></p>",
                 "0100000001000000000000000000000000000000000000000100000001000000000000000000000"
                 "04120620068747470733a2f2f736974652e6578616d706c652f6200667200041b1e000000020000"
                 "0003000000020000000300000000000000584120");
  assert_stored ("<p><abbr title='United Nations'>UN</abbr></p>",
                 "0100000001000000000000000000000000000000000000000100000001000000000000000000000"
                 "0554e00556e69746564204e6174696f6e7300031200000000020000000200000000000000008000"
                 "00483420");
}

static void
test_cut_is_kept (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (NewsPage) page = NULL;
  g_autoptr (NewsPage) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (html, "<p>x");
  page = read_page (html->str);
  bytes = news_page_to_bytes (page);
  copy = news_page_new_from_bytes (bytes, NULL);

  g_assert_true (news_page_is_cut (page));
  g_assert_true (news_page_is_cut (copy));
}

static void
assert_corrupt (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (news_page_new_from_bytes (bytes, &error));
  g_assert_error (error, NEWS_PAGE_ERROR, NEWS_PAGE_ERROR_CORRUPT);
}

static void
test_corrupt (void)
{
  g_autoptr (NewsPage) page
    = read_page ("<p>A <a href=/b>b <i>c</i></a></p>" PICTURE "<ul><li>x</ul>");
  g_autoptr (GBytes) bytes = news_page_to_bytes (page);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  assert_corrupt ("", 0);
  assert_corrupt ("x", 1);
  assert_corrupt (data, 1);
  for (gsize length = 0; length < size; length++)
    assert_corrupt (data, length);

  copy[0]++;
  assert_corrupt (copy, size);
  copy[0]--;

  /* Any other damage gives an error or a page; what it must not do is crash. */
  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autoptr (GBytes) damaged = NULL;
        g_autoptr (NewsPage) result = NULL;

        copy[i] ^= 1 << bit;
        damaged = g_bytes_new (copy, size);
        result = news_page_new_from_bytes (damaged, NULL);
        if (result != NULL)
          {
            g_autofree char *text = news_page_dup_text (result);
            g_autofree char *preview = news_page_dup_preview (result, 40);
            g_autofree char *dump = page_dump (result);

            g_assert_nonnull (text);
            g_assert_nonnull (dump);
            g_assert_null (strstr (dump, "SPANS-CROSS"));
            g_free (g_steal_pointer (&preview));
          }
        copy[i] ^= 1 << bit;
      }
}

static gpointer
read_in_thread (gpointer data)
{
  NewsPage *page = data;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (NewsPage) other = read_page ("<p lang=fr><q>x</q> <a href=/y class=z>y</a></p>");
      g_autoptr (NewsPage) ref = news_page_ref (page);
      g_autofree char *text = news_page_dup_text (ref);
      g_autofree char *other_text = news_page_dup_text (other);

      g_assert_cmpstr (text, ==, "shared");
      g_assert_cmpstr (other_text, ==, "«\u00a0x\u00a0» y");
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (NewsPage) page = read_page ("<p>shared");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, read_in_thread, page);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Before all else, once, and as the page's own when it is stored. */
static void
test_with_key_points (void)
{
  const char *const texts[] = { "One", "Two", NULL };
  g_autoptr (NewsPage) page = read_page (PICTURE "<p>Text</p>");
  g_autoptr (NewsPage) with
    = news_page_with_key_points (page, news_key_points_new_from_texts (texts));
  g_autoptr (NewsPage) twice
    = news_page_with_key_points (with, news_key_points_new_from_texts (texts));
  g_autoptr (NewsPage) alone
    = news_page_with_key_points (NULL, news_key_points_new_from_texts (texts));
  g_autoptr (GBytes) bytes = news_page_to_bytes (with);
  g_autoptr (NewsPage) copy = news_page_new_from_bytes (bytes, NULL);
  g_autofree char *text = news_page_dup_text (copy);
  g_autofree char *preview = news_page_dup_preview (copy, 50);
  g_autofree char *alone_text = news_page_dup_text (alone);

  g_assert_true (twice == with);
  g_assert_cmpuint (news_page_get_n_blocks (with), ==, 3);
  g_assert_cmpstr (text, ==, "One\nTwo\n\nWords\n\nText");
  g_assert_cmpstr (preview, ==, "Text");
  g_assert_cmpstr (alone_text, ==, "One\nTwo");
}

/* In reading order, however deep they lie. */
static void
test_figures (void)
{
  g_autoptr (NewsPage) page
    = read_page ("<p>A</p><img src='/1.jpg'><blockquote><p>B</p><img src='/2.jpg'></blockquote>"
                 "<table><tr><td>C<td><img src='/3.jpg'></table>"
                 "<details><summary>D</summary><img src='/4.jpg'></details>" PICTURE);
  g_autoptr (GPtrArray) figures = news_page_list_figures (page);
  g_autoptr (NewsPage) empty = read_page ("");
  g_autoptr (GPtrArray) none = news_page_list_figures (empty);
  const char *const names[] = { "/1.jpg", "/2.jpg", "/3.jpg", "/4.jpg", "/p-1024x640.jpg" };

  g_assert_cmpuint (figures->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < figures->len; i++)
    {
      const NewsBlock *figure = g_ptr_array_index (figures, i);

      g_assert_true (g_str_has_suffix (news_picture_choose (figure->picture, 1)->url, names[i]));
    }
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/threads", test_threads);
  g_test_add_func ("/page/empty", test_empty);
  g_test_add_func ("/page/figures", test_figures);
  g_test_add_func ("/page/with-key-points", test_with_key_points);
  g_test_add_func ("/page/text", test_text);
  g_test_add_func ("/page/preview", test_preview);
  g_test_add_func ("/page/preview-letters", test_preview_letters);
  g_test_add_func ("/page/first-picture", test_first_picture);
  g_test_add_func ("/page/without-lead", test_without_lead);
  g_test_add_func ("/page/bytes", test_bytes);
  g_test_add_func ("/page/stored", test_stored);
  g_test_add_func ("/page/cut-is-kept", test_cut_is_kept);
  g_test_add_func ("/page/corrupt", test_corrupt);

  return g_test_run ();
}
