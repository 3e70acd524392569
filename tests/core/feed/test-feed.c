/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "feed-test.h"

#define TEN G_GINT64_CONSTANT (1795428000) /* 2026-11-23T10:00:00Z */

static void
test_channel (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rss-english.xml");

  g_assert_cmpstr (feed->title, ==, "The Harbour & Hill Gazette");
  g_assert_cmpstr (feed->home, ==, "https://gazette.example/");
  g_assert_cmpstr (feed->summary, ==, "News of a small town, twice a week");
  g_assert_cmpstr (feed->language, ==, "en-GB");
  g_assert_cmpstr (feed->licence, ==, "CC BY 4.0, the Gazette");
  g_assert_cmpstr (feed->icon, ==, "https://site.example/icon.png");
  g_assert_cmpstr (feed->next, ==, "https://site.example/feed/?paged=2");
  g_assert_cmpuint (feed->ttl, ==, 5400);

  /* One item has nothing in it, and another has come before. */
  g_assert_cmpuint (feed->articles->len, ==, 3);
  g_assert_cmpuint (feed->faults->len, ==, 1);
}

static void
test_rss (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rss-english.xml");
  NewsArticle *article = feed_test_get (feed, 0);

  g_assert_cmpstr (article->id, ==, "https://gazette.example/?p=101");
  g_assert_cmpstr (article->title, ==, "Ferry returns after 12½ years – \"at last\"");
  g_assert_cmpstr (article->url, ==, "https://gazette.example/2026/ferry/");
  g_assert_cmpstr (article->byline, ==, "Ann Pettigrew, Bo Lindqvist");
  g_assert_cmpstr (article->outlet, ==, "The Harbour & Hill Gazette");
  g_assert_cmpstr (article->language, ==, "en-GB");
  g_assert_cmpint (article->published, ==, TEN);
  g_assert_cmpstr (article->standfirst, ==,
                   "The old ferry is back on the water, and so are its passengers…");
  g_assert_true (g_str_has_prefix (article->body_html, "<p>The old ferry"));
  g_assert_cmpuint (g_strv_length (article->topics), ==, 2);
  g_assert_cmpstr (article->topics[1], ==, "Sea & Shore");
}

static void
test_rss_pictures (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rss-english.xml");
  NewsPicture *first = feed_test_get (feed, 0)->lead;
  NewsPicture *second = feed_test_get (feed, 1)->lead;
  NewsPicture *third = feed_test_get (feed, 2)->lead;

  /* Two files of one picture; the third is another. */
  g_assert_cmpuint (first->files->len, ==, 2);
  g_assert_cmpint (g_array_index (first->files, NewsPictureFile, 1).width, ==, 1200);
  g_assert_cmpstr (first->caption, ==, "The ferry at the quay");
  g_assert_cmpstr (first->credit, ==, "Cy Orme");

  /* That of the summary, but not the pixel before it. */
  g_assert_cmpstr (g_array_index (second->files, NewsPictureFile, 0).url, ==,
                   "https://gazette.example/bridge.jpg");
  g_assert_cmpstr (second->alt, ==, "The bridge");
  g_assert_cmpstr (g_array_index (third->files, NewsPictureFile, 0).url, ==,
                   "https://gazette.example/note.jpg");
}

static void
test_rss_sparse (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rss-english.xml");
  NewsArticle *second = feed_test_get (feed, 1);
  NewsArticle *third = feed_test_get (feed, 2);

  g_assert_cmpstr (second->url, ==, "https://gazette.example/2026/bridge/");
  g_assert_cmpstr (second->byline, ==, "The night desk");
  g_assert_cmpstr (second->outlet, ==, "The Wire");
  g_assert_cmpstr (second->standfirst, ==, "Nine to four.");
  g_assert_null (second->body_html);
  g_assert_cmpint (second->published, ==, TEN - 25 * 3600 - 55 * 60);

  g_assert_null (third->title);
  g_assert_null (third->standfirst);
  g_assert_cmpstr (third->body_html, ==, "A short message without a title, as some write them.");
  g_assert_cmpstr (third->id, ==, "https://gazette.example/notes/7");
  g_assert_cmpint (third->published, ==, TEN - 22 * 3600);
}

static void
check_chinese (NewsFeed *feed)
{
  NewsArticle *first = feed_test_get (feed, 0);
  NewsArticle *second = feed_test_get (feed, 1);

  g_assert_cmpstr (feed->title, ==, "港口晚报");
  g_assert_cmpuint (feed->articles->len, ==, 2);
  g_assert_cmpuint (feed->faults->len, ==, 0);
  g_assert_cmpstr (first->title, ==, "渡轮“复航”，市民欢迎");
  g_assert_cmpstr (first->standfirst, ==, "渡轮时隔十二年重新开航。");
  g_assert_cmpint (first->published, ==, TEN);
  g_assert_null (first->body_html);
  /* Long enough to be read here. */
  g_assert_nonnull (second->body_html);
  g_assert_null (second->standfirst);
}

static void
test_chinese (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rss-chinese.xml");

  check_chinese (feed);
}

static void
test_rdf (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rdf.xml");
  NewsArticle *article = feed_test_get (feed, 0);

  g_assert_cmpstr (feed->title, ==, "Notes on tides");
  g_assert_cmpstr (feed->language, ==, "en");
  g_assert_cmpstr (feed->licence, ==, "All rights reserved");
  g_assert_cmpuint (feed->ttl, ==, 21600);
  g_assert_cmpuint (feed->articles->len, ==, 1);
  g_assert_cmpstr (article->id, ==, "https://notes.example/1");
  g_assert_cmpstr (article->byline, ==, "D. Marsh");
  g_assert_cmpstr (article->topics[0], ==, "Moon");
  g_assert_cmpint (article->published, ==, TEN);
  g_assert_cmpstr (article->body_html, ==, "<p>It has nothing to do with spring.</p>");
}

static void
test_atom (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("atom.xml");
  NewsArticle *article = feed_test_get (feed, 0);

  g_assert_cmpstr (feed->title, ==, "Field notes");
  g_assert_cmpstr (feed->home, ==, "https://atom.example/blog/");
  g_assert_cmpstr (feed->icon, ==, "https://atom.example/blog/favicon.png");
  g_assert_cmpstr (feed->next, ==, "https://atom.example/blog/feed.atom?page=2");
  g_assert_cmpuint (feed->articles->len, ==, 3);
  g_assert_cmpstr (article->title, ==, "Moss & stone");
  g_assert_cmpstr (article->url, ==, "https://atom.example/blog/2026/moss.html");
  g_assert_cmpstr (article->byline, ==, "E. Fern");
  g_assert_cmpstr (article->standfirst, ==, "Where it holds on.");
  g_assert_cmpstr (article->body_html, ==,
                   "<div><p>It <a href=\"how.html\">holds</a> on.<br>Still.</p></div>");
  g_assert_cmpstr (article->body_base, ==, "https://atom.example/blog/2026/");
  g_assert_cmpstr (article->topics[0], ==, "Mosses");
  g_assert_cmpstr (article->topics[1], ==, "stone");
  g_assert_cmpint (article->published, ==, TEN - 25 * 3600);
  g_assert_cmpint (article->updated, ==, TEN);
  g_assert_cmpstr (g_array_index (article->lead->files, NewsPictureFile, 0).url, ==,
                   "https://atom.example/blog/2026/moss.png");
}

static void
test_atom_types (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("atom.xml");
  NewsArticle *chinese = feed_test_get (feed, 1);
  NewsArticle *plain = feed_test_get (feed, 2);

  g_assert_cmpstr (chinese->title, ==, "1 < 2 的道理");
  g_assert_cmpstr (chinese->language, ==, "zh-Hans");
  g_assert_cmpstr (chinese->byline, ==, "林一, 王二");
  g_assert_cmpstr (chinese->body_html, ==, "<p>道理很简单。</p>");
  g_assert_cmpint (chinese->published, ==, chinese->updated);
  g_assert_null (plain->body_html);
  g_assert_cmpstr (plain->body_text, ==, "Line <one>");
  g_assert_cmpstr (plain->url, ==, "https://atom.example/blog/plain");
}

static void
test_atom03 (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("atom03.xml");
  NewsArticle *article = feed_test_get (feed, 0);

  g_assert_cmpstr (feed->summary, ==, "Since 2003");
  g_assert_cmpstr (feed->licence, ==, "Nobody");
  g_assert_cmpstr (article->body_html, ==, "<p>Escaped</p>");
  g_assert_cmpint (article->published, ==, 1071318569);
  g_assert_cmpint (article->updated, ==, 1071340202);
}

static void
test_rss091 (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("rss091.xml");
  NewsArticle *article = feed_test_get (feed, 0);

  g_assert_cmpstr (feed->title, ==, "Café news");
  g_assert_cmpstr (article->title, ==,
                   "Un\xc2\xa0"
                   "café & un thé à 2 € &unknown; R&D");
  g_assert_cmpstr (article->url, ==, "https://cafe.example/?a=1&b=2&copy=3");
  g_assert_cmpstr (article->standfirst, ==, "5 < 6 et après");
}

static void
test_podcast (void)
{
  g_autoptr (NewsFeed) feed = feed_test_read_file ("podcast.xml");
  NewsArticle *article = feed_test_get (feed, 0);

  /* The prefix is not declared in it. */
  g_assert_cmpstr (feed->icon, ==, "https://pod.example/cover.jpg");
  g_assert_cmpstr (article->byline, ==, "H. Ibis");
  g_assert_cmpstr (article->standfirst, ==, "Of mud.");
  g_assert_cmpstr (g_array_index (article->lead->files, NewsPictureFile, 0).url, ==,
                   "https://pod.example/1.jpg");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/channel", test_channel);
  g_test_add_func ("/feed/rss", test_rss);
  g_test_add_func ("/feed/rss-pictures", test_rss_pictures);
  g_test_add_func ("/feed/rss-sparse", test_rss_sparse);
  g_test_add_func ("/feed/chinese", test_chinese);
  g_test_add_func ("/feed/rdf", test_rdf);
  g_test_add_func ("/feed/atom", test_atom);
  g_test_add_func ("/feed/atom-types", test_atom_types);
  g_test_add_func ("/feed/atom03", test_atom03);
  g_test_add_func ("/feed/rss091", test_rss091);
  g_test_add_func ("/feed/podcast", test_podcast);

  return g_test_run ();
}
