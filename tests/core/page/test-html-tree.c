/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-parser.h"

/* More than the tree asks of the system at a time. */
static void
test_many (void)
{
  g_autoptr (NewsHtmlTree) tree = news_html_tree_new (g_strdup ("text"));
  NewsHtmlNode *last = NULL;
  NewsHtmlAttribute attributes[50] = { 0 };

  for (guint i = 0; i < 3000; i++)
    {
      NewsHtmlNode *node = news_html_tree_add_node (tree);

      g_assert_null (node->parent);
      g_assert_null (node->children);
      g_assert_cmpuint (node->n_attributes, ==, 0);
      attributes[49].value = "last";
      node->attributes = news_html_tree_add_attributes (tree, attributes, 50);
      node->n_attributes = 50;
      node->next = last;
      last = node;
    }

  for (const NewsHtmlNode *at = last; at != NULL; at = at->next)
    g_assert_cmpstr (at->attributes[49].value, ==, "last");
}

static void
assert_article (const char *html, const char *name)
{
  NewsHtmlParsed parsed = news_html_parser_parse (html, -1);

  g_assert_cmpstr (news_html_tree_find_article (parsed.tree)->name, ==, name);
  news_html_tree_free (parsed.tree);
}

static void
test_article (void)
{
  assert_article ("", "");
  assert_article ("<p>All of it.", "");
  assert_article ("<nav>Many words that lead elsewhere</nav><article>Text</article>", "article");
  assert_article ("<article>One</article><article>Two</article><article>Six</article>", "");
  assert_article ("<p>Far more text than there is in the teaser<article>Two</article>", "");
  assert_article ("<main><article>One</article><article>Two</article><article>Six</article></main>",
                  "main");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-tree/many", test_many);
  g_test_add_func ("/html-tree/article", test_article);

  return g_test_run ();
}
