/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-block-view.h"
#include "news-page-order.h"
#include "news-page-parts.h"
#include "news-paragraph.h"

static void
assert_place (NewsPage *page, guint index, NewsParagraphPlace place, gboolean followed)
{
  const NewsBlockContext context = { NULL, "en", NULL };
  GtkWidget *view
    = g_object_ref_sink (news_block_view_new (news_page_get_block (page, index), &context));

  news_page_order_place (page, index, view);
  g_assert_cmpint (news_paragraph_get_place (NEWS_PARAGRAPH (view)), ==, place);
  g_assert_true (gtk_widget_has_css_class (view, "followed") == followed);
  g_assert_finalize_object (view);
}

static void
test_paragraphs (void)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<h2>Zero</h2><p>One</p><p>Two</p><h2>Three</h2><p>Four</p>", -1, "https://paper.example/");

  assert_place (page, 1, NEWS_PARAGRAPH_OPENING, TRUE);
  assert_place (page, 2, NEWS_PARAGRAPH_FOLLOWING, FALSE);
  assert_place (page, 4, NEWS_PARAGRAPH_FIRST, FALSE);
}

/* The rest of a paragraph that was parted has no indent and no drop cap. */
static void
test_parts (void)
{
  g_autoptr (GString) html = g_string_new ("<p>One</p><p>");
  g_autoptr (NewsPage) page = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (html, "A sentence. ");
  g_string_append (html, "</p><p>Last</p>");
  page = news_page_new_from_html (html->str, -1, "https://paper.example/");
  news_page_part_paragraphs (page);
  assert_place (page, 1, NEWS_PARAGRAPH_FOLLOWING, TRUE);
  assert_place (page, 2, NEWS_PARAGRAPH_APART, TRUE);
  assert_place (page, 3, NEWS_PARAGRAPH_FOLLOWING, FALSE);
}

/* What is no paragraph may be any widget, and is left alone. */
static void
test_others (void)
{
  g_autoptr (NewsPage) page
    = news_page_new_from_html ("<p>Zero</p><hr>", -1, "https://paper.example/");
  GtkWidget *view = g_object_ref_sink (gtk_label_new (NULL));

  news_page_order_place (page, 1, view);
  g_assert_false (gtk_widget_has_css_class (view, "followed"));
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/page-order/paragraphs", test_paragraphs);
  g_test_add_func ("/page-order/parts", test_parts);
  g_test_add_func ("/page-order/others", test_others);

  return g_test_run ();
}
