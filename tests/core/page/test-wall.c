/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wall-words.h"
#include "news-wall.h"

#define TEASER "<p>The council met on Tuesday. It will meet again when the bridge is mended.</p>"
#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

static NewsWall
find (const char *html)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, "https://news.example/1");

  return news_wall_find (html, -1, page);
}

static void
assert_wall (const char *html, NewsWall wall)
{
  if (find (html) != wall)
    g_error ("Not %d: %s", wall, html);
}

/* A text of @n such teasers, and then @end. */
static char *
repeat (guint n, const char *end)
{
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (html, TEASER);

  return g_strconcat (html->str, end, NULL);
}

static void
test_linked_data (void)
{
  static const char *const walls[] = {
    LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}"),
    LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}"),
    LD ("{\"@type\":\"Article\",\"isAccessibleForFree\":\"http://schema.org/False\"}"),
    LD ("{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"isAccessibleForFree\":false}"),
    LD ("[{\"@graph\":[{\"@type\":\"BlogPosting\",\"isAccessibleForFree\":false}]}]"),
    LD ("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"hasPart\":"
        "{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":\"false\"}}}"),
    LD ("{\"@type\":\"Article\",\"hasPart\":[{\"isAccessibleForFree\":true},"
        "{\"isAccessibleForFree\":false}]}"),
    "<meta property=\"article:content_tier\" content=\"locked\">",
  };
  static const char *const free[] = {
    "",
    LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}"),
    LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":1}"),
    LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":null,\"hasPart\":null}"),
    LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":"),
    LD ("{\"@type\":\"ItemList\",\"itemListElement\":"
        "[{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}]}"),
    LD ("{\"@type\":\"Event\",\"isAccessibleForFree\":false}"),
    LD ("{\"@type\":{},\"isAccessibleForFree\":false}"),
    LD ("\"isAccessibleForFree\""),
    "<script>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>",
    "<!--" LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}") "-->",
    "<meta property=\"article:content_tier\" content=\"free\">",
    "<meta property=\"article:content_tier\" content=\"metered\">",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autofree char *html = g_strconcat (walls[i], TEASER, NULL);

      assert_wall (html, NEWS_WALL_PAY);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (free); i++)
    {
      g_autofree char *html = g_strconcat (free[i], TEASER, NULL);

      assert_wall (html, NEWS_WALL_NONE);
    }
}

/* Of a page that is not parsed as it lies too deep, nothing is known. */
static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new ("<script type=\"application/ld+json\">");

  for (guint i = 0; i < 50000; i++)
    g_string_append_c (html, '[');
  g_string_append (html, "\"isAccessibleForFree\"</script>" TEASER);

  assert_wall (html->str, NEWS_WALL_NONE);
}

/* What is longer than a teaser was handed out whole. */
static void
test_whole (void)
{
  g_autofree char *html = repeat (60, LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":"
                                          "false}") "<p>Subscribe to continue reading</p>");

  assert_wall (html, NEWS_WALL_NONE);
}

static void
test_classes (void)
{
  g_autofree char *teaser = repeat (10, "<div class=\"a pmpro_content_message\">Hello</div>");
  g_autofree char *wrapped = repeat (30, "<div class='paywall'><p>And so it ends.</p></div>");

  assert_wall (teaser, NEWS_WALL_PAY);
  assert_wall (TEASER "<aside id=\"PayWall\"></aside>", NEWS_WALL_PAY);
  assert_wall (TEASER "<aside class=\"no-paywall paywalled\"></aside>", NEWS_WALL_NONE);
  assert_wall (TEASER "<aside class=' ad\npaywall-title' id=x></aside>", NEWS_WALL_PAY);
  assert_wall (TEASER "<aside class='' id=paywalls></aside>", NEWS_WALL_NONE);
  assert_wall ("<body class=\"paywall\">" TEASER, NEWS_WALL_NONE);
  assert_wall (wrapped, NEWS_WALL_NONE);
  assert_wall (LD ("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}") TEASER
               "<div class=\"paywall\"><p>More.</p></div>",
               NEWS_WALL_NONE);
}

static void
test_endings (void)
{
  g_autofree char *early = repeat (8, "");
  g_autofree char *body = g_strconcat ("<p>Subscribe to continue reading.</p>", early, NULL);

  assert_wall (TEASER "<p><a href=\"/join\">Subscribe to  Continue\nReading</a></p>",
               NEWS_WALL_PAY);
  assert_wall (TEASER "<div>You’ve reached your limit of free articles.</div>", NEWS_WALL_PAY);
  assert_wall (TEASER "<ul><li>Already a subscriber? Log in</ul>", NEWS_WALL_PAY);
  assert_wall ("<p>市议会周二开会。</p><p>登录后阅读全文</p>", NEWS_WALL_PAY);
  assert_wall ("<p>市議會週二開會。</p><p>訂閱後繼續閱讀</p>", NEWS_WALL_PAY);

  assert_wall (TEASER "<p>Subscribe to Reader’s Weekly, our newsletter.</p>", NEWS_WALL_NONE);
  assert_wall (TEASER "<p><a href=\"/1\">Continue reading</a></p>", NEWS_WALL_NONE);
  assert_wall (TEASER "<p>订阅我们的简报</p>", NEWS_WALL_NONE);
  assert_wall (body, NEWS_WALL_NONE);
}

/* Letters of any case, with marks of any form, and texts that are a phrase and no more. */
static void
test_letters (void)
{
  g_autoptr (GString) capitals = g_string_new (NULL);

  g_assert_true (news_wall_words_end ("for subscribers only"));
  g_assert_true (news_wall_words_end ("解锁全文"));
  g_assert_true (news_wall_words_end ("Yes: FOR\t\u3000\u2028Subscribers\u00a0 ONLY!"));
  g_assert_true (news_wall_words_end ("YOU\u02bcVE READ YOUR LAST FREE ARTICLE"));
  g_assert_true (news_wall_words_end ("SUBSCRIBE TO \u212aEEP READING"));
  g_assert_true (news_wall_words_end ("Subscribe to readers, subscribe to read"));
  g_assert_false (news_wall_words_end ("Resubscribe to read"));
  g_assert_false (news_wall_words_end ("S\u0130GN IN TO CONTINUE READING"));
  g_assert_false (news_wall_words_end ("for subscribers onlİ"));
  g_assert_false (news_wall_words_end ("onl"));

  /* Small ones that take more room. */
  for (guint i = 0; i < 150; i++)
    g_string_append (capitals, "\u023a\u0130");
  g_assert_false (news_wall_words_end (capitals->str));
  g_assert_false (news_wall_words_ask_consent (capitals->str));
  g_string_append (capitals, " Unlock this article");
  g_assert_true (news_wall_words_end (capitals->str));
}

static void
test_consent (void)
{
  g_autofree char *article = repeat (
    40, "<p>“We value your privacy”, it says, and “accept all” cookies or “reject all”.</p>");
  g_autofree char *after = repeat (8, "<p>We use cookies. Accept all. Reject all.</p>");

  assert_wall ("<h1>We value your privacy</h1><p>We and our 842 partners store cookies on your "
               "device. You can accept or refuse.</p><p>Accept all</p><p>Manage options</p>",
               NEWS_WALL_CONSENT);
  assert_wall ("<h1>我们重视您的隐私</h1><p>我们和我们的合作伙伴使用 Cookie。</p>"
               "<p>全部接受</p><p>管理选项</p>",
               NEWS_WALL_CONSENT);

  assert_wall ("<p>We value your privacy, said the minister, and left.</p>", NEWS_WALL_NONE);
  assert_wall (article, NEWS_WALL_NONE);
  assert_wall (after, NEWS_WALL_NONE);
}

static void
test_nothing (void)
{
  g_assert_false (news_wall_words_end (""));
  g_assert_false (news_wall_words_ask_consent (""));
  assert_wall ("", NEWS_WALL_NONE);
  assert_wall ("<", NEWS_WALL_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/linked-data", test_linked_data);
  g_test_add_func ("/wall/deep", test_deep);
  g_test_add_func ("/wall/whole", test_whole);
  g_test_add_func ("/wall/classes", test_classes);
  g_test_add_func ("/wall/endings", test_endings);
  g_test_add_func ("/wall/letters", test_letters);
  g_test_add_func ("/wall/consent", test_consent);
  g_test_add_func ("/wall/nothing", test_nothing);

  return g_test_run ();
}
