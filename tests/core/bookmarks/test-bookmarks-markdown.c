/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmarks-markdown.h"

#include <string.h>

static char *
read_fixture (const char *name, gsize *length)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "fixtures", "bookmarks", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

static char *
show (NewsBookmarkList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->bookmarks->len; i++)
    {
      NewsArticle *article = ((NewsBookmark *) g_ptr_array_index (list->bookmarks, i))->article;

      g_string_append_printf (text, "%s|%s|%s|%" G_GINT64_FORMAT "\n", article->url,
                              article->title != NULL ? article->title : "-",
                              article->outlet != NULL ? article->outlet : "-", article->published);
    }

  return g_string_free_and_steal (text);
}

static void
assert_reads (const char *text, const char *expected, guint left_out)
{
  g_autoptr (NewsBookmarkList) list = news_bookmarks_markdown_read (text, strlen (text));
  g_autofree char *shown = show (list);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpuint (list->left_out, ==, left_out);
  g_assert_true (list->ordered);
}

static void
test_any (void)
{
  gsize length;
  g_autofree char *text = read_fixture ("list.md", &length);

  assert_reads (text,
                "https://one.example/a_(b)?c=d|First [1] & last|The One|1795910400\n"
                "https://one.example/b|-|-|0\n"
                "https://one.example/c%20d|Third|-|0\n"
                "https://one.example/d|-|-|0\n"
                "https://one.example/f|-|-|0\n"
                "https://one.example/g|Fourth|-|0\n",
                2);
}

static void
test_broken (void)
{
  g_autofree char *brackets = g_strnfill (15000, '[');
  g_autofree char *item = g_strconcat ("- ", brackets, NULL);
  g_autofree char *parentheses = g_strnfill (15000, '(');
  g_autofree char *target = g_strconcat ("- [a]", parentheses, NULL);

  assert_reads ("", "", 0);
  assert_reads ("-", "", 0);
  assert_reads ("- ", "", 0);
  assert_reads ("- [", "", 0);
  assert_reads ("- []()", "", 1);
  assert_reads ("- \\", "", 0);
  assert_reads ("- [a](https://a.example/)\r\n- [b](https://b.example/)\r- x",
                "https://a.example/|a|-|0\nhttps://b.example/|b|-|0\n", 0);
  assert_reads (item, "", 0);
  assert_reads (target, "", 0);
}

static void
test_round (void)
{
  g_autoptr (NewsBookmarkList) list = news_bookmark_list_new ();
  NewsArticle *one = news_article_new ();
  NewsArticle *other = news_article_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *before = NULL;

  one->url = g_strdup ("https://one.example/a?b=(c");
  one->title = g_strdup ("A *bold* [title] & <b>, C:\\, `code` &amp; # 1. _x_");
  one->outlet = g_strdup ("The [One], Ltd");
  one->published = 1795910400;
  other->url = g_strdup ("https://two.example/");
  other->title = g_strdup ("港口");
  news_bookmark_list_take (list, one, 5);
  news_bookmark_list_take (list, other, 6);

  news_bookmarks_markdown_begin (text);
  for (guint i = 0; i < list->bookmarks->len; i++)
    news_bookmarks_markdown_append (text, g_ptr_array_index (list->bookmarks, i));
  g_set_str (&one->url, "https://one.example/a?b=%28c");
  before = show (list);
  assert_reads (text->str, before, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bookmarks-markdown/any", test_any);
  g_test_add_func ("/bookmarks-markdown/broken", test_broken);
  g_test_add_func ("/bookmarks-markdown/round", test_round);

  return g_test_run ();
}
