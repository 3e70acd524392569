/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-compositor.h"
#include "news-page-parts.h"

/* The texts that blocks become, one a line, each behind where it begins in points; "|" where a bar
 * runs along it, "+" where it stays with what follows. */
static void
assert_set (const char *html, const char *expected)
{
  PangoContext *context = news_print_text_create_context (NULL);
  g_autoptr (GHashTable) textures = g_hash_table_new (NULL, NULL);
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, NULL);
  g_autoptr (NewsCompositor) compositor = news_compositor_new (context, textures, 400, 700);
  g_autoptr (GString) set = g_string_new (NULL);
  GPtrArray *slugs = news_compositor_get_slugs (compositor);

  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    news_compositor_set_block (compositor, news_page_get_block (page, i));
  for (guint i = 0; i < slugs->len; i++)
    {
      const NewsSlug *slug = g_ptr_array_index (slugs, i);
      PangoLayout *layout = g_ptr_array_index (slug->layouts, 0);

      g_string_append_printf (set, "%.0f%s%s %s%s%s\n", slug->x, slug->bar >= 0 ? "|" : "",
                              slug->keeps ? "+" : "",
                              slug->mark != NULL ? pango_layout_get_text (slug->mark) : "",
                              slug->mark != NULL ? " " : "", pango_layout_get_text (layout));
    }
  g_assert_cmpstr (set->str, ==, expected);
  g_object_unref (context);
}

static void
test_texts (void)
{
  assert_set ("<p>One</p><h2>Two</h2><p>Three</p>", "0 One\n0+ Two\n0 Three\n");
  assert_set ("<ul><li>a<ol start=9><li>b</ol><li>c</ul>", "18 • a\n36 9. b\n18 • c\n");
  assert_set ("<blockquote><p>Said</p><cite>Ann</cite></blockquote><p>So</p>",
              "18|+ Said\n18 Ann\n0 So\n");
}

/* Below the source's title for them or ours, in a box of their own; the text goes on as before. */
static void
test_key_points (void)
{
  assert_set ("<div class=key-points><ul><li>First<li>Second</ul></div><p>Text</p>",
              "0+ Key points\n28| • First\n28| • Second\n0 Text\n");
  assert_set ("<h3>What to know</h3><ul><li>First<li>Second</ul><p>Text</p>",
              "0+ What to know\n28| • First\n28| • Second\n0 Text\n");
  assert_set ("<h3>Others</h3><ul><li>First<li>Second</ul>",
              "0+ Others\n18 • First\n18 • Second\n");
}

/* Between the parts of one paragraph there is no room. */
static void
test_parts (void)
{
  PangoContext *context = news_print_text_create_context (NULL);
  g_autoptr (GHashTable) textures = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) html = g_string_new ("<p>");
  g_autoptr (NewsPage) page = NULL;
  g_autoptr (NewsCompositor) compositor = news_compositor_new (context, textures, 400, 700);
  GPtrArray *slugs = news_compositor_get_slugs (compositor);

  for (guint i = 0; i < 1000; i++)
    g_string_append (html, "A sentence. ");
  g_string_append (html, "<p>Another");
  page = news_page_new_from_html (html->str, -1, NULL);
  news_page_part_paragraphs (page);
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    news_compositor_set_block (compositor, news_page_get_block (page, i));
  g_assert_cmpuint (slugs->len, ==, 3);
  g_assert_cmpfloat (((NewsSlug *) g_ptr_array_index (slugs, 1))->before, ==, 0);
  g_assert_cmpfloat (((NewsSlug *) g_ptr_array_index (slugs, 2))->before, >, 0);
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compositor/texts", test_texts);
  g_test_add_func ("/compositor/parts", test_parts);
  g_test_add_func ("/compositor/key-points", test_key_points);

  return g_test_run ();
}
