/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-block-view.h"
#include "news-page-parts.h"
#include "news-selection-html.h"
#include "news-selection.h"

/* All of @html, read as a page, set, selected, and written again. */
static void
assert_all (const char *html, const char *expected)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, NULL);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  NewsBlockContext context = { NULL, "en", NULL };
  g_autoptr (NewsSelection) selection = news_selection_new (box);
  GtkWindow *window;
  g_autofree char *written = NULL;

  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    gtk_box_append (GTK_BOX (box), news_block_view_new (news_page_get_block (page, i), &context));
  window = ui_test_show (box, 400, 300);
  g_assert_null (news_selection_html_dup (box));
  news_selection_select_all (selection);
  written = news_selection_html_dup (box);
  g_assert_cmpstr (written, ==, expected);
  g_clear_object (&selection);
  ui_test_close (window);
  g_assert_finalize_object (box);
}

static void
test_blocks (void)
{
  const char *const cases[] = {
    "<p>One</p><p>Two</p>",
    "<h2>Head</h2><p>1 &lt; 2<br>&amp; so</p>",
    "<ul><li>One</li><li>Two</li></ul>",
    "<ol start=\"3\"><li>One</li><li>Two</li></ol>",
    "<ul><li><p>One</p><ol start=\"1\"><li>Within</li></ol></li></ul>",
    "<blockquote><p>Said</p></blockquote>",
    "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_all (cases[i], cases[i]);
}

/* Folded, it has its summary alone; unfolded, all of it. */
static void
test_details (void)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<details><summary>How</summary><p>One by one</p></details>", -1, NULL);
  NewsBlockContext context = { NULL, "en", NULL };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *expander = news_block_view_new (news_page_get_block (page, 0), &context);
  g_autoptr (NewsSelection) selection = news_selection_new (box);
  GtkWindow *window;
  g_autofree char *folded = NULL;
  g_autofree char *whole = NULL;

  gtk_box_append (GTK_BOX (box), expander);
  window = ui_test_show (box, 400, 300);
  news_selection_select_all (selection);
  folded = news_selection_html_dup (box);
  g_assert_cmpstr (folded, ==, "<details><summary>How</summary></details>");
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  news_selection_select_all (selection);
  whole = news_selection_html_dup (box);
  g_assert_cmpstr (whole, ==, "<details><summary>How</summary><p>One by one</p></details>");
  g_clear_object (&selection);
  ui_test_close (window);
  g_assert_finalize_object (box);
}

static void
test_spans (void)
{
  const char *const cases[] = {
    "<p>It is <em>so</em> and <strong>more <em>than</em></strong> so.</p>",
    "<p>See <a href=\"https://paper.example/?a=1&amp;b=2\">the <em>paper</em></a>.</p>",
    "<p>E = mc<sup>2</sup>, H<sub>2</sub>O</p>",
    "<p>The <abbr title=\"Food &amp; Agriculture\"><em>FAO</em></abbr>.</p>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_all (cases[i], cases[i]);
}

/* Of a span, the part that is selected; of paragraphs, those that are. */
static void
test_part (void)
{
  g_autoptr (NewsPage) page
    = news_page_new_from_html ("<p>It is <em>really so</em>.</p><p>Two</p><p>3</p>", -1, NULL);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  NewsBlockContext context = { NULL, "en", NULL };
  g_autofree char *written = NULL;

  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    gtk_box_append (GTK_BOX (box), news_block_view_new (news_page_get_block (page, i), &context));
  news_paragraph_set_selection (NEWS_PARAGRAPH (gtk_widget_get_first_child (box)), 13, 16);
  news_paragraph_set_selection (
    NEWS_PARAGRAPH (gtk_widget_get_next_sibling (gtk_widget_get_first_child (box))), 0, 2);
  written = news_selection_html_dup (box);
  g_assert_cmpstr (written, ==, "<p><em>so</em>.</p><p>Tw</p>");
  g_assert_finalize_object (box);
}

/* What was parted for setting is one paragraph again, as text, too. */
static void
test_parted (void)
{
  g_autoptr (GString) html = g_string_new ("<p>");
  g_autoptr (GString) expected = NULL;
  g_autoptr (NewsPage) page = NULL;
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  NewsBlockContext context = { NULL, "en", NULL };
  g_autoptr (NewsSelection) selection = news_selection_new (box);
  GtkWindow *window;
  g_autofree char *written = NULL;
  g_autofree char *plain = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (html, i == 0 ? "A sentence." : " A sentence.");
  g_string_append (html, "</p><p>Another</p>");
  page = news_page_new_from_html (html->str, -1, NULL);
  news_page_part_paragraphs (page);
  g_assert_cmpuint (news_page_get_n_blocks (page), ==, 3);
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    gtk_box_append (GTK_BOX (box), news_block_view_new (news_page_get_block (page, i), &context));
  window = ui_test_show (box, 400, 300);
  news_selection_select_all (selection);
  written = news_selection_html_dup (box);
  g_assert_cmpstr (written, ==, html->str);
  plain = news_selection_dup_text (selection);
  expected = g_string_new (html->str);
  g_string_replace (expected, "</p><p>", "\n\n", 0);
  g_string_replace (expected, "<p>", "", 0);
  g_string_replace (expected, "</p>", "", 0);
  g_assert_cmpstr (plain, ==, expected->str);
  g_clear_object (&selection);
  ui_test_close (window);
  g_assert_finalize_object (box);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/selection-html/blocks", test_blocks);
  g_test_add_func ("/selection-html/details", test_details);
  g_test_add_func ("/selection-html/spans", test_spans);
  g_test_add_func ("/selection-html/part", test_part);
  g_test_add_func ("/selection-html/parted", test_parted);

  return g_test_run ();
}
