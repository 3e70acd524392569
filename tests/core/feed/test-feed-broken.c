/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "feed-test.h"

#include <string.h>

#define GOOD "<item><title>%u</title><link>https://a.example/%u</link></item>"

static char *
create_feed (guint items, const char *before, const char *after)
{
  GString *xml = g_string_new (before);

  g_string_append (xml, "<rss version=\"2.0\"><channel><title>Feed</title>");
  for (guint i = 0; i < items; i++)
    g_string_append_printf (xml, GOOD, i, i);
  g_string_append (xml, after);

  return g_string_free (xml, FALSE);
}

/* --- encodings -------------------------------------------------------------------------------- */

static void
check_encoding (const char *charset, const char *label, const char *type, const char *mark)
{
  g_autofree char *text = feed_test_load ("rss-chinese.xml");
  g_autoptr (GString) declared = g_string_new (text);
  g_autofree char *encoded = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (NewsFeed) feed = NULL;
  gsize length, mark_length = mark != NULL ? strlen (mark) : 0;

  g_test_message ("%s, declared as %s, sent as %s", charset, label, type);
  g_string_replace (declared, "UTF-8", label, 1);
  encoded
    = g_convert (declared->str, (gssize) declared->len, charset, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (encoded);
  whole = g_malloc (length + mark_length);
  memcpy (whole, mark != NULL ? mark : "", mark_length);
  memcpy (whole + mark_length, encoded, length);

  feed = feed_test_read (whole, (gssize) (length + mark_length), type);
  g_assert_cmpstr (feed->title, ==, "港口晚报");
  g_assert_cmpuint (feed->articles->len, ==, 2);
  g_assert_cmpstr (feed_test_get (feed, 0)->title, ==, "渡轮“复航”，市民欢迎");
}

static void
test_encodings (void)
{
  check_encoding ("UTF-8", "UTF-8", NULL, "\xef\xbb\xbf");
  check_encoding ("UTF-8", "UTF-8", "text/xml; charset=ISO-8859-1", NULL);
  check_encoding ("UTF-8", "gb2312", NULL, "\xef\xbb\xbf");
  check_encoding ("GB18030", "GB2312", NULL, NULL);
  check_encoding ("GB18030", "gbk", "text/xml", NULL);
  check_encoding ("GB18030", "GBK", "application/rss+xml; charset=utf-8", NULL);
  check_encoding ("GB18030", "UTF-8", "text/xml; charset=\"gb18030\"", NULL);
  check_encoding ("UTF-16LE", "UTF-16", NULL, "\xff\xfe");
  check_encoding ("UTF-16BE", "UTF-16", NULL, "\xfe\xff");
  check_encoding ("UTF-16LE", "UTF-16", NULL, NULL);
}

static void
test_big5 (void)
{
  g_autofree char *encoded = g_convert ("<?xml version='1.0' encoding='Big5'?><rss><channel>"
                                        "<title>港口晚報</title></channel></rss>",
                                        -1, "BIG5", "UTF-8", NULL, NULL, NULL);
  g_autoptr (NewsFeed) feed = feed_test_read (encoded, -1, NULL);

  g_assert_cmpstr (feed->title, ==, "港口晚報");
}

static void
test_windows (void)
{
  g_autoptr (NewsFeed) declared
    = feed_test_read ("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel>"
                      "<title>\x93"
                      "Caf\xe9\x94 \x80</title></channel></rss>",
                      -1, NULL);
  g_autoptr (NewsFeed) silent
    = feed_test_read ("<rss><channel><title>Caf\xe9</title></channel></rss>", -1, NULL);
  g_autoptr (NewsFeed) wounded
    = feed_test_read ("<rss><channel><title>港口晚报\xe9</title></channel></rss>", -1, NULL);

  g_assert_cmpstr (declared->title, ==, "“Café” €");
  g_assert_cmpstr (silent->title, ==, "Café");
  g_assert_cmpstr (wounded->title, ==, "港口晚报\xef\xbf\xbd");
}

/* --- broken XML ------------------------------------------------------------------------------- */

static void
test_junk (void)
{
  g_autofree char *text
    = create_feed (2, "<br /><b>Warning</b>: mysql_connect()\n<!-- <rss> --><?xml version='1.0'?>",
                   "</channel></rss>\n<!-- cached --> trailing <b>");
  g_autoptr (NewsFeed) feed = feed_test_read (text, -1, "text/html");

  g_assert_cmpuint (feed->articles->len, ==, 2);
  g_assert_cmpuint (feed->faults->len, ==, 0);
}

static void
test_controls (void)
{
  static const char text[] = "<rss><channel><title>A\x01\x0b"
                             "B&#8;&#x1F;C\0D</title></channel></rss>";
  static const char mixed[] = "<rss><channel><title>A\0\xe9</title></channel></rss>";
  g_autoptr (NewsFeed) feed = feed_test_read (text, sizeof text - 1, NULL);
  g_autoptr (NewsFeed) other = feed_test_read (mixed, sizeof mixed - 1, NULL);
  /* U+FFFE, which UTF-8 can write and XML can't, in an attribute. */
  g_autoptr (NewsFeed) beyond
    = feed_test_read ("<rss><channel><link href='https://a.example/b\xef\xbf\xbe"
                      "c'/></channel></rss>",
                      -1, NULL);

  g_assert_cmpstr (feed->title, ==, "ABCD");
  g_assert_cmpstr (other->title, ==, "Aé");
  g_assert_cmpstr (beyond->home, ==, "https://a.example/bc");
}

static void
test_cut (void)
{
  static const char *const ends[]
    = { "<item><title>Half",
        "<item><title>Half</title><description><![CDATA[<p>",
        "<item",
        "<item><title>Half</title><link>https://a.example/half</link>",
        "<item><title a=\"b",
        "<item><!-- " };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = create_feed (3, "", ends[i]);
      g_autoptr (NewsFeed) feed = feed_test_read (text, -1, NULL);

      g_test_message ("%s", ends[i]);
      g_assert_cmpuint (feed->articles->len, ==, 3);
      g_assert_cmpuint (feed->faults->len, ==, 1);
    }
}

/* Wherever a feed is cut, what was whole before is there, and nothing else. */
static void
test_cut_anywhere (void)
{
  g_autofree char *text = feed_test_load ("atom.xml");
  const char *end = strstr (text, "</entry>") + strlen ("</entry>");

  for (gsize length = (gsize) (end - text); length < strlen (text); length++)
    {
      g_autoptr (NewsFeed) feed = feed_test_read (text, (gssize) length, NULL);

      g_assert_cmpuint (feed->articles->len, >=, 1);
      g_assert_cmpstr (feed_test_get (feed, 0)->title, ==, "Moss & stone");
      g_assert_true (feed->articles->len == 3 || feed->faults->len == 1);
    }
}

static void
test_nested (void)
{
  g_autoptr (NewsFeed) feed
    = feed_test_read ("<rss><channel><item><title>One <b>bold</title><guid>1</guid></item>"
                      "<item><title>Two</title><guid>2</guid></item></channel></rss>",
                      -1, NULL);

  g_assert_cmpuint (feed->articles->len, ==, 2);
}

/* --- hostile XML ------------------------------------------------------------------------------ */

static void
test_bomb (void)
{
  GString *xml = g_string_new ("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 \"boom\">");
  g_autofree char *text = NULL;
  g_autoptr (NewsFeed) feed = NULL;

  for (int i = 1; i < 12; i++)
    {
      g_string_append_printf (xml, "<!ENTITY a%d \"", i);
      for (int j = 0; j < 10; j++)
        g_string_append_printf (xml, "&a%d;", i - 1);
      g_string_append (xml, "\">");
    }
  g_string_append (xml, "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>"
                        "<rss><channel><title>&a11; &file;</title></channel></rss>");
  text = g_string_free (xml, FALSE);
  feed = feed_test_read (text, -1, NULL);
  g_assert_cmpstr (feed->title, ==, "&a11; &file;");
}

static void
test_deep (void)
{
  g_autoptr (GString) deep = g_string_new ("<item><title>Deep</title><description>");
  g_autofree char *text = NULL;
  g_autoptr (NewsFeed) feed = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (deep, "<div>");
  text = create_feed (3, "", deep->str);
  feed = feed_test_read (text, -1, NULL);
  g_assert_cmpuint (feed->articles->len, ==, 3);
  g_assert_cmpuint (feed->faults->len, ==, 1);
}

static void
test_many (void)
{
  g_autofree char *text = create_feed (5100, "", "</channel></rss>");
  g_autoptr (NewsFeed) feed = feed_test_read (text, -1, NULL);

  g_assert_cmpuint (feed->articles->len, ==, 5000);
  g_assert_cmpuint (feed->faults->len, ==, 1);
}

static void
test_other (void)
{
  static const char *const others[] = { "",
                                        "<",
                                        "{\"version\": 1}",
                                        "<html><body><rss></rss></body></html>",
                                        "<!DOCTYPE html><title>Page</title><feed>",
                                        "<opml version='2.0'/>",
                                        "plain text",
                                        "<rssx></rssx>" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (others[i], strlen (others[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (news_feed_new_from_bytes (bytes, NULL, "https://a.example/", &error));
      g_assert_error (error, NEWS_FEED_ERROR, NEWS_FEED_ERROR_NOT_A_FEED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed-broken/encodings", test_encodings);
  g_test_add_func ("/feed-broken/big5", test_big5);
  g_test_add_func ("/feed-broken/windows", test_windows);
  g_test_add_func ("/feed-broken/junk", test_junk);
  g_test_add_func ("/feed-broken/controls", test_controls);
  g_test_add_func ("/feed-broken/cut", test_cut);
  g_test_add_func ("/feed-broken/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/feed-broken/nested", test_nested);
  g_test_add_func ("/feed-broken/bomb", test_bomb);
  g_test_add_func ("/feed-broken/deep", test_deep);
  g_test_add_func ("/feed-broken/many", test_many);
  g_test_add_func ("/feed-broken/other", test_other);

  return g_test_run ();
}
