/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-intake.h"

#include <string.h>

static NewsArticle *
prepare (const char *html)
{
  NewsArticle *article = news_article_new ();
  g_autoptr (NewsSource) source = news_source_new ("peers", "The Peers", "feed");

  article->id = g_strdup ("1");
  article->url = g_strdup ("https://paper.example/1");
  article->body_html = g_strdup (html);
  news_intake_prepare (article, source);
  g_assert_null (article->body_html);

  return article;
}

static void
test_whole (void)
{
  g_autoptr (NewsArticle) article = prepare ("<p>The council met on Tuesday.</p>");

  g_assert_cmpstr (article->text, ==, "The council met on Tuesday.");
  g_assert_cmpstr (article->preview, ==, "The council met on Tuesday.");
  g_assert_nonnull (article->page);
  g_assert_false (article->protected);
  g_assert_false (article->consent);
}

static NewsArticle *
prepare_text (const char *text)
{
  NewsArticle *article = news_article_new ();
  g_autoptr (NewsSource) source = news_source_new ("peers", "The Peers", "feed");

  article->id = g_strdup ("1");
  article->url = g_strdup ("https://paper.example/1");
  article->body_text = g_strdup (text);
  news_intake_prepare (article, source);
  g_assert_null (article->body_text);

  return article;
}

/* A body that is said to be plain may be Markdown; an asterisk alone is none. */
static void
test_markdown (void)
{
  g_autoptr (NewsArticle) markdown = prepare_text ("# A\n\nThe **first** [boat](/b)\nleft.");
  g_autoptr (NewsArticle) plain = prepare_text ("The first boat*\nleft.\n\n* As _we_ hear.");

  g_assert_cmpstr (markdown->text, ==, "A\n\nThe first boat left.");
  g_assert_cmpstr (plain->text, ==, "The first boat*\nleft.\n\n* As _we_ hear.");
}

static NewsArticle *
prepare_points (const char *html, const char *points_html, gboolean summary_only)
{
  NewsArticle *article = news_article_new ();
  g_autoptr (NewsSource) source = news_source_new ("peers", "The Peers", "feed");

  article->id = g_strdup ("1");
  article->url = g_strdup ("https://paper.example/1");
  article->body_html = g_strdup (html);
  article->key_points = g_strsplit ("One|Two", "|", -1);
  article->key_points_html = g_strdup (points_html);
  article->summary_only = summary_only;
  news_intake_prepare (article, source);
  g_assert_null (article->key_points);
  g_assert_null (article->key_points_html);

  return article;
}

/* A summary that is told apart is a part of the page; but it is no body where one is to come. */
static void
test_key_points (void)
{
  g_autoptr (NewsArticle) texts = prepare_points ("<p>Text</p>", NULL, FALSE);
  g_autoptr (NewsArticle) html = prepare_points ("<p>Text</p>", "<ul><li>A<li>B</ul>", FALSE);
  g_autoptr (NewsArticle) own
    = prepare_points ("<div class=key-points><ul><li>X<li>Y</ul></div><p>Text</p>", NULL, FALSE);
  g_autoptr (NewsArticle) summary = prepare_points (NULL, NULL, TRUE);
  g_autoptr (NewsArticle) bare = prepare_points (NULL, NULL, FALSE);

  g_assert_cmpstr (texts->text, ==, "One\nTwo\n\nText");
  g_assert_cmpstr (texts->preview, ==, "Text");
  g_assert_cmpstr (html->text, ==, "A\nB\n\nText");
  g_assert_cmpstr (own->text, ==, "X\nY\n\nText");
  g_assert_cmpstr (summary->text, ==, "One\nTwo");
  g_assert_null (bare->page);
}

/* The teaser of an article for subscribers stays, and is known to be one. */
static void
test_teaser (void)
{
  g_autoptr (NewsArticle) article
    = prepare ("<p>The council met on Tuesday.</p><p>Subscribe to continue reading</p>");

  g_assert_true (article->protected);
  g_assert_nonnull (article->page);
  g_assert_cmpstr (article->preview, ==,
                   "The council met on Tuesday. Subscribe to continue reading");
}

/* A question for consent is not the article. */
static void
test_consent (void)
{
  g_autoptr (NewsArticle) article
    = prepare ("<h1>We value your privacy</h1><img src=\"/a.jpg\" width=800 height=600><p>We and "
               "our 842 partners use cookies.</p><p>Accept all</p><p>Manage options</p>");

  g_assert_true (article->consent);
  g_assert_false (article->protected);
  g_assert_null (article->page);
  g_assert_null (article->text);
  g_assert_null (article->preview);
  g_assert_null (article->lead);
}

static NewsArticle *
prepare_with_standfirst (const char *standfirst)
{
  NewsArticle *article = news_article_new ();
  g_autoptr (NewsSource) source = news_source_new ("peers", "The Peers", "feed");

  article->id = g_strdup ("1");
  article->standfirst = g_strdup (standfirst);
  news_intake_prepare (article, source);

  return article;
}

/* A row needs no more of a long summary than of a body; the summary itself stays. */
static void
test_long_standfirst (void)
{
  g_autofree char *words = g_strnfill (2000, 'w');
  g_autofree char *summary = NULL;
  g_autoptr (NewsArticle) brief = prepare_with_standfirst ("The council met.");
  g_autoptr (NewsArticle) article = NULL;

  for (gsize i = 5; i < 2000; i += 6)
    words[i] = ' ';
  summary = g_strconcat ("Long: ", words, NULL);
  article = prepare_with_standfirst (summary);

  g_assert_cmpstr (brief->preview, ==, "The council met.");
  g_assert_cmpstr (article->standfirst, ==, summary);
  g_assert_true (g_str_has_prefix (article->preview, "Long: wwwww wwwww"));
  g_assert_true (g_str_has_suffix (article->preview, "…"));
  g_assert_cmpint (g_utf8_strlen (article->preview, -1), <=, 281);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/whole", test_whole);
  g_test_add_func ("/intake/markdown", test_markdown);
  g_test_add_func ("/intake/key-points", test_key_points);
  g_test_add_func ("/intake/teaser", test_teaser);
  g_test_add_func ("/intake/consent", test_consent);
  g_test_add_func ("/intake/long-standfirst", test_long_standfirst);

  return g_test_run ();
}
