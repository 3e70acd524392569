/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-citation.h"

#include <gio/gio.h>

static NewsArticle *
create (void)
{
  NewsArticle *article = news_article_new ();

  article->title = g_strdup ("Bread & <roses>");
  article->byline = g_strdup ("Ann Ames");
  article->outlet = g_strdup ("The Peers");
  article->language = g_strdup ("en");
  article->url = g_strdup ("https://paper.example/1?utm_source=feed&id=5");
  article->published = G_GINT64_CONSTANT (1795447800);

  return article;
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_link (void)
{
  g_autoptr (NewsArticle) article = create ();

  assert_text (news_citation_dup_link (article), "https://paper.example/1?id=5");
  g_set_str (&article->url, "javascript:alert(1)");
  g_assert_null (news_citation_dup_link (article));
  g_clear_pointer (&article->url, g_free);
  g_assert_null (news_citation_dup_link (article));
}

static void
test_text (void)
{
  g_autoptr (NewsArticle) article = create ();

  assert_text (news_citation_dup_text (article),
               "“Bread & <roses>”, Ann Ames, The Peers, November 23, 2026, "
               "https://paper.example/1?id=5");

  g_set_str (&article->language, "de");
  g_clear_pointer (&article->byline, g_free);
  article->published = 0;
  assert_text (news_citation_dup_text (article),
               "„Bread & <roses>“, The Peers, https://paper.example/1?id=5");
}

static void
test_html (void)
{
  g_autoptr (NewsArticle) article = create ();

  assert_text (news_citation_dup_html (article),
               "<p><a href=\"https://paper.example/1?id=5\" lang=\"en\">“Bread &amp; "
               "&lt;roses&gt;”</a>, Ann Ames, The Peers, November 23, 2026</p>");

  g_clear_pointer (&article->url, g_free);
  g_clear_pointer (&article->title, g_free);
  assert_text (news_citation_dup_html (article), "<p>Ann Ames, The Peers, November 23, 2026</p>");
}

static void
test_quote_text (void)
{
  g_autoptr (NewsArticle) article = create ();

  assert_text (news_citation_dup_quote_text (article, " One.\nTwo. "),
               "“One.\nTwo.”\n— “Bread & <roses>”, Ann Ames, The Peers, November 23, 2026\n"
               "https://paper.example/1?id=5");
}

static void
test_quote_html (void)
{
  g_autoptr (NewsArticle) article = create ();

  assert_text (news_citation_dup_quote_html (article, "1 < 2\n\n & so \n"),
               "<blockquote cite=\"https://paper.example/1?id=5\" lang=\"en\"><p>1 &lt; 2</p>"
               "<p>&amp; so</p></blockquote><p>— <a href=\"https://paper.example/1?id=5\" "
               "lang=\"en\">“Bread &amp; &lt;roses&gt;”</a>, Ann Ames, The Peers, "
               "November 23, 2026</p>");
}

/* Nothing known of it is nothing said, and no dangling comma. */
static void
test_nothing (void)
{
  g_autoptr (NewsArticle) article = news_article_new ();

  assert_text (news_citation_dup_text (article), "");
  assert_text (news_citation_dup_html (article), "<p></p>");
  assert_text (news_citation_dup_quote_text (article, "One."), "“One.”\n");
  assert_text (news_citation_dup_mail (article), "mailto:?subject=An%20article&body=An%20article"
                                                 "%0D%0A");
}

static void
test_mail (void)
{
  g_autoptr (NewsArticle) article = create ();
  g_autofree char *long_title = g_strnfill (2000, 'a');
  g_autofree char *mail = NULL;
  g_autoptr (GError) error = NULL;

  assert_text (news_citation_dup_mail (article),
               "mailto:?subject=Bread%20%26%20%3Croses%3E&body=Bread%20%26%20%3Croses%3E%0D%0A"
               "The%20Peers%0D%0Ahttps%3A%2F%2Fpaper.example%2F1%3Fid%3D5%0D%0A");

  g_set_str (&article->title, "面包\n与花");
  g_clear_pointer (&article->outlet, g_free);
  g_clear_pointer (&article->url, g_free);
  assert_text (news_citation_dup_mail (article),
               "mailto:?subject=%E9%9D%A2%E5%8C%85%20%E4%B8%8E%E8%8A%B1"
               "&body=%E9%9D%A2%E5%8C%85%20%E4%B8%8E%E8%8A%B1%0D%0A");

  g_set_str (&article->title, long_title);
  mail = news_citation_dup_mail (article);
  g_assert_cmpuint (strlen (mail), <, 1000);
  g_assert_true (g_uri_is_valid (mail, G_URI_FLAGS_NONE, &error));
  g_assert_no_error (error);
}

static void
test_content (void)
{
  g_autoptr (GdkContentProvider) content
    = news_citation_create_content ("a & b", "<p>a &amp; b</p>");
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "a & b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/link", test_link);
  g_test_add_func ("/citation/text", test_text);
  g_test_add_func ("/citation/html", test_html);
  g_test_add_func ("/citation/quote-text", test_quote_text);
  g_test_add_func ("/citation/quote-html", test_quote_html);
  g_test_add_func ("/citation/nothing", test_nothing);
  g_test_add_func ("/citation/mail", test_mail);
  g_test_add_func ("/citation/content", test_content);

  return g_test_run ();
}
