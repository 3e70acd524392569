/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-node.h"
#include "news-html-parser.h"

static void
test_next (void)
{
  NewsHtmlParsed parsed = news_html_parser_parse ("<p>a<b>b</b></p><i>c</i>", -1);
  g_autoptr (NewsHtmlTree) tree = parsed.tree;
  const NewsHtmlNode *root = news_html_tree_get_root (tree);
  const NewsHtmlNode *paragraph = news_html_node_next (root, root, TRUE);
  const NewsHtmlNode *text = news_html_node_next (paragraph, root, TRUE);
  const NewsHtmlNode *bold = news_html_node_next (text, root, TRUE);

  g_assert_cmpstr (root->name, ==, "");
  g_assert_cmpstr (paragraph->name, ==, "p");
  g_assert_cmpstr (text->text, ==, "a");
  g_assert_cmpstr (bold->name, ==, "b");
  g_assert_true (bold->parent == paragraph);
  g_assert_cmpstr (news_html_node_next (bold, root, TRUE)->text, ==, "b");
  g_assert_cmpstr (news_html_node_next (bold, root, FALSE)->name, ==, "i");
  g_assert_null (news_html_node_next (bold, paragraph, FALSE));
  g_assert_null (news_html_node_next (paragraph, paragraph, FALSE));
  g_assert_null (news_html_node_next (root, root, FALSE));
}

static void
test_is (void)
{
  NewsHtmlParsed parsed = news_html_parser_parse ("<P>x</P> \n<my-tag>", -1);
  g_autoptr (NewsHtmlTree) tree = parsed.tree;
  const NewsHtmlNode *paragraph = news_html_tree_get_root (tree)->children;

  g_assert_true (news_html_node_is (paragraph, "p"));
  g_assert_false (news_html_node_is (paragraph, "pre"));
  g_assert_false (news_html_node_is (paragraph->children, "p"));
  g_assert_false (news_html_node_is_blank (paragraph));
  g_assert_false (news_html_node_is_blank (paragraph->children));
  g_assert_true (news_html_node_is_blank (paragraph->next));
  g_assert_true (news_html_node_is (paragraph->next->next, "my-tag"));
}

static void
test_get (void)
{
  NewsHtmlParsed parsed = news_html_parser_parse ("<p Class=a class=b hidden title=''>", -1);
  g_autoptr (NewsHtmlTree) tree = parsed.tree;
  const NewsHtmlNode *node = news_html_tree_get_root (tree)->children;

  g_assert_cmpstr (news_html_node_get (node, "class"), ==, "a");
  g_assert_null (news_html_node_get (node, "hidden"));
  g_assert_null (news_html_node_get (node, "title"));
  g_assert_null (news_html_node_get (node, "clas"));
  g_assert_true (news_html_node_has (node, "hidden"));
  g_assert_true (news_html_node_has (node, "title"));
  g_assert_false (news_html_node_has (node, "href"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-node/next", test_next);
  g_test_add_func ("/html-node/is", test_is);
  g_test_add_func ("/html-node/get", test_get);

  return g_test_run ();
}
