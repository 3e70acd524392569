/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmarks-html.h"

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

/* What was read, one bookmark a line. */
static char *
show (NewsBookmarkList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->bookmarks->len; i++)
    {
      NewsBookmark *bookmark = g_ptr_array_index (list->bookmarks, i);
      NewsArticle *article = bookmark->article;
      g_autofree char *topics
        = article->topics != NULL ? g_strjoinv (",", article->topics) : g_strdup ("-");

      g_string_append_printf (text, "%s|%s|%" G_GINT64_FORMAT "|%s|%s\n", article->url,
                              article->title != NULL ? article->title : "-", bookmark->time, topics,
                              article->standfirst != NULL ? article->standfirst : "-");
    }

  return g_string_free_and_steal (text);
}

static void
assert_reads (const char *html, gssize length, const char *expected, guint left_out)
{
  g_autoptr (NewsBookmarkList) list
    = news_bookmarks_html_read (html, length < 0 ? strlen (html) : (gsize) length);
  g_autofree char *shown = show (list);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpuint (list->left_out, ==, left_out);
}

static void
assert_file (const char *name, const char *expected, guint left_out)
{
  gsize length;
  g_autofree char *html = read_fixture (name, &length);

  g_assert_true (news_bookmarks_html_recognise (html, length));
  assert_reads (html, (gssize) length, expected, left_out);
}

/* As browsers write them. */
static void
test_browsers (void)
{
  assert_file ("firefox.html",
               "https://one.example/harbour?a=1&b=2|A harbour & its <cranes>|1771768800"
               "|harbours,trade|What was built, and what was not\n"
               "https://two.example/%E6%B8%AF|港口|1771768600|Long reads|-\n"
               "http://three.example/|Three|0|-|-\n",
               2);
  assert_file ("chrome.html",
               "https://one.example/a|First|1700000002|-|-\n"
               "https://one.example/b|Second|1700000005|News,Local|-\n"
               "https://one.example/c|-|1700000007|-|-\n",
               1);
  assert_file ("safari.html",
               "https://one.example/a|First|0|Favourites|-\n"
               "https://one.example/b|Second|0|Reading List|-\n"
               "https://one.example/c|Third|0|Reading List|-\n",
               0);
}

/* As services do that keep articles for later; whatever unit their times are in. */
static void
test_services (void)
{
  assert_file ("pocket.html",
               "https://one.example/a|First|1700000001|trade,the sea|-\n"
               "https://one.example/b|Second|1700000002|-|-\n"
               "https://one.example/c|https://one.example/c|1700000003|-|-\n",
               0);
}

static void
test_broken (void)
{
  assert_reads ("", -1, "", 0);
  assert_reads ("</DL></DL><A HREF=https://a.example/>One<DT><A HREF='https://b.example/'>Two", -1,
                "https://a.example/|One|0|-|-\nhttps://b.example/|Two|0|-|-\n", 0);
  assert_reads ("<A>No</A><A HREF=\"\">No</A><A HREF=\"https://\">No</A>", -1, "", 1);
  assert_reads ("<H3>Open<DL><A HREF=https://a.example/ ADD_DATE=-5>\xff\xfe<DD>\0x", 55,
                "https://a.example/|��|0|Open|-\n", 0);
  assert_reads ("<A HREF=https://a.example/ ADD_DATE=99999999999999999999999>One", -1,
                "https://a.example/|One|9223372036854|-|-\n", 0);
  g_assert_false (news_bookmarks_html_recognise ("- [a](https://a.example/)", 25));
}

/* However many folders are opened, and however long the words are. */
static void
test_large (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (NewsBookmarkList) list = NULL;
  NewsBookmark *bookmark;

  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "<H3>x</H3><DL>");
  g_string_append (html, "<A HREF=https://a.example/>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "word ");
  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "</DL>");
  g_string_append (html, "<A HREF=https://b.example/ TAGS=\"");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (html, "%u,", i);
  g_string_append (html, "\">b</A>");

  list = news_bookmarks_html_read (html->str, html->len);
  g_assert_cmpuint (list->bookmarks->len, ==, 2);
  bookmark = g_ptr_array_index (list->bookmarks, 0);
  g_assert_cmpuint (strlen (bookmark->article->title), <=, 4000);
  bookmark = g_ptr_array_index (list->bookmarks, 1);
  g_assert_cmpuint (g_strv_length (bookmark->article->topics), <=, 32);
}

static void
test_too_many (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (NewsBookmarkList) list = NULL;

  for (guint i = 0; i < NEWS_BOOKMARK_LIST_MOST + 5; i++)
    g_string_append (html, "<A HREF=https://a.example/>a</A>");
  list = news_bookmarks_html_read (html->str, html->len);
  g_assert_cmpuint (list->bookmarks->len, ==, NEWS_BOOKMARK_LIST_MOST);
  g_assert_cmpuint (list->left_out, ==, 5);
}

/* What is written is read as it was. */
static void
test_round (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  gsize length;
  g_autofree char *text = read_fixture ("firefox.html", &length);
  g_autoptr (NewsBookmarkList) list = news_bookmarks_html_read (text, length);
  g_autofree char *before = show (list);

  news_bookmarks_html_begin (html);
  for (guint i = 0; i < list->bookmarks->len; i++)
    news_bookmarks_html_append (html, g_ptr_array_index (list->bookmarks, i));
  news_bookmarks_html_end (html);
  assert_reads (html->str, -1, before, 0);
  g_assert_true (g_str_has_prefix (html->str, "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"));
}

/* The order of a file is a reader's own where Broadsheet has written it, and not where others have:
 * they add what is new at the end. */
static void
test_order (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (NewsBookmarkList) list = news_bookmark_list_new ();
  g_autoptr (NewsBookmarkList) ours = NULL;
  g_autoptr (NewsBookmarkList) others = NULL;
  g_autofree char *shown = NULL;
  gsize length;
  g_autofree char *chrome = read_fixture ("chrome.html", &length);
  static const gint64 times[] = { 20, 90, 50 };

  news_bookmarks_html_begin (html);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      NewsArticle *article = news_article_new ();

      article->url = g_strdup_printf ("https://a.example/%u", i);
      news_bookmark_list_take (list, article, times[i]);
      news_bookmarks_html_append (html, g_ptr_array_index (list->bookmarks, i));
    }
  news_bookmarks_html_end (html);

  ours = news_bookmarks_html_read (html->str, html->len);
  shown = show (ours);
  g_assert_true (ours->ordered);
  g_assert_cmpstr (shown, ==,
                   "https://a.example/0|https://a.example/0|20|-|-\n"
                   "https://a.example/1|https://a.example/1|90|-|-\n"
                   "https://a.example/2|https://a.example/2|50|-|-\n");

  others = news_bookmarks_html_read (chrome, length);
  g_assert_false (others->ordered);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bookmarks-html/browsers", test_browsers);
  g_test_add_func ("/bookmarks-html/services", test_services);
  g_test_add_func ("/bookmarks-html/broken", test_broken);
  g_test_add_func ("/bookmarks-html/large", test_large);
  g_test_add_func ("/bookmarks-html/too-many", test_too_many);
  g_test_add_func ("/bookmarks-html/round", test_round);
  g_test_add_func ("/bookmarks-html/order", test_order);

  return g_test_run ();
}
