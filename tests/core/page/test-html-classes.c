/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-classes.h"

static void
assert_kind (const char *classes, const char *id, NewsHtmlKind kind, NewsHtmlKind expected)
{
  g_assert_cmpint (news_html_classes_get_kind (classes, id, kind), ==, expected);
}

static void
test_dropped (void)
{
  const NewsHtmlKind block = NEWS_HTML_KIND_BLOCK;

  assert_kind ("sharedaddy", NULL, block, NEWS_HTML_KIND_DROPPED);
  assert_kind ("a  sharedaddy\nb", NULL, NEWS_HTML_KIND_LIST, NEWS_HTML_KIND_DROPPED);
  assert_kind ("gallery sharedaddy", NULL, block, NEWS_HTML_KIND_DROPPED);
  assert_kind (NULL, "jp-relatedposts", block, NEWS_HTML_KIND_DROPPED);
  assert_kind ("addtoany_share_save", NULL, block, NEWS_HTML_KIND_DROPPED);
  assert_kind ("heateor_sss_x", NULL, NEWS_HTML_KIND_INLINE, NEWS_HTML_KIND_DROPPED);
}

/* Names that only resemble those of plugins stand around articles. */
static void
test_kept (void)
{
  const char *const kept[] = {
    "",
    "shared",
    "sharedaddy2",
    "my-sharedaddy",
    "Sharedaddy",
    "share",
    "social",
    "related",
    "newsletter",
    "post related-posts-enabled",
    "wp-block-jetpack-markdown",
    "comments",
    "content",
    "entry-content post-12",
    "ads",
    "widget",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      assert_kind (kept[i], NULL, NEWS_HTML_KIND_BLOCK, NEWS_HTML_KIND_BLOCK);
      assert_kind (NULL, kept[i], NEWS_HTML_KIND_BLOCK, NEWS_HTML_KIND_BLOCK);
    }
}

static void
test_changed (void)
{
  assert_kind ("wp-caption", NULL, NEWS_HTML_KIND_BLOCK, NEWS_HTML_KIND_FIGURE);
  assert_kind ("wp-caption", NULL, NEWS_HTML_KIND_HEADING, NEWS_HTML_KIND_HEADING);
  assert_kind ("wp-caption-text", NULL, NEWS_HTML_KIND_DEFINITION, NEWS_HTML_KIND_CAPTION);
  assert_kind ("credit", NULL, NEWS_HTML_KIND_INLINE, NEWS_HTML_KIND_CREDIT);
  assert_kind ("credit", NULL, NEWS_HTML_KIND_TABLE, NEWS_HTML_KIND_TABLE);
  assert_kind ("pullquote", NULL, NEWS_HTML_KIND_QUOTE, NEWS_HTML_KIND_PULL_QUOTE);
  assert_kind ("gallery", NULL, NEWS_HTML_KIND_QUOTE, NEWS_HTML_KIND_QUOTE);
  assert_kind (NULL, "gallery", NEWS_HTML_KIND_BLOCK, NEWS_HTML_KIND_BLOCK);
  assert_kind ("twitter-tweet", NULL, NEWS_HTML_KIND_QUOTE, NEWS_HTML_KIND_POST);
  assert_kind ("key-points", NULL, NEWS_HTML_KIND_NOTE, NEWS_HTML_KIND_KEY_POINTS);
  assert_kind ("summary", NULL, NEWS_HTML_KIND_LIST, NEWS_HTML_KIND_KEY_POINTS);
  assert_kind ("summary", NULL, NEWS_HTML_KIND_INLINE, NEWS_HTML_KIND_INLINE);
  assert_kind ("highlights", NULL, NEWS_HTML_KIND_FIGURE, NEWS_HTML_KIND_FIGURE);
}

static void
test_long (void)
{
  g_autofree char *name = g_strnfill (100000, 'x');

  assert_kind (name, name, NEWS_HTML_KIND_BLOCK, NEWS_HTML_KIND_BLOCK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-classes/dropped", test_dropped);
  g_test_add_func ("/html-classes/kept", test_kept);
  g_test_add_func ("/html-classes/changed", test_changed);
  g_test_add_func ("/html-classes/long", test_long);

  return g_test_run ();
}
