/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-player.h"

static void
assert_page (const char *address, const char *expected)
{
  g_autofree char *page = news_player_dup_page (address);

  g_assert_cmpstr (page, ==, expected);
}

static void
test_page (void)
{
  assert_page ("https://www.youtube.com/embed/a-_1?start=3",
               "https://www.youtube.com/watch?v=a-_1");
  assert_page ("https://youtube-nocookie.com/embed/x", "https://www.youtube.com/watch?v=x");
  assert_page ("https://www.youtube.com/embed/videoseries?list=PL1",
               "https://www.youtube.com/playlist?list=PL1");
  assert_page ("https://player.vimeo.com/video/1?h=2", "https://vimeo.com/1");
  assert_page ("https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1&x=y",
               "https://api.soundcloud.com/tracks/1");
  assert_page ("https://platform.twitter.com/embed/Tweet.html?id=1&x",
               "https://twitter.com/i/status/1");
  assert_page ("https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa",
               "https://www.facebook.com/a");
  assert_page ("https://v.qq.com/txp/iframe/player.html?vid=x1", "https://v.qq.com/x/page/x1");
}

static void
test_unknown_page (void)
{
  const char *const kept[] = {
    "https://maps.example/embed/1",
    "https://www.youtube.com/embed/",
    "https://www.youtube.com/embed/%22%3E",
    "https://notyoutube.com/embed/x",
    "https://youtube.com.evil.example/embed/x",
    "https://w.soundcloud.com/player/?url=javascript%3Aalert(1)",
    "https://w.soundcloud.com/player/",
    "https://player.bilibili.com/player.html?bvid=a%26b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    assert_page (kept[i], kept[i]);
}

static void
test_is_page (void)
{
  g_assert_true (news_player_is_page ("https://www.youtube.com/watch?v=x"));
  g_assert_true (news_player_is_page ("https://m.youtube.com/shorts/x"));
  g_assert_true (news_player_is_page ("https://youtu.be/x"));
  g_assert_true (news_player_is_page ("https://x.com/a/status/1"));
  g_assert_true (news_player_is_page ("https://www.bilibili.com/video/BV1"));
  g_assert_false (news_player_is_page ("https://youtu.be/"));
  g_assert_false (news_player_is_page ("https://www.youtube.com/"));
  g_assert_false (news_player_is_page ("https://x.com/a"));
  g_assert_false (news_player_is_page ("https://box.com/a/status/1"));
  g_assert_false (news_player_is_page ("https://a.example/watch?v=x"));
  g_assert_false (news_player_is_page ("not an address"));
}

static void
test_advertisement (void)
{
  g_assert_true (news_player_is_advertisement ("https://ad.doubleclick.net/x"));
  g_assert_true (news_player_is_advertisement ("https://www.googletagmanager.com/ns.html?id=1"));
  g_assert_false (news_player_is_advertisement ("https://maps.example/doubleclick.net"));
  g_assert_false (news_player_is_advertisement ("https://notdoubleclick.net/"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/player/page", test_page);
  g_test_add_func ("/player/unknown-page", test_unknown_page);
  g_test_add_func ("/player/is-page", test_is_page);
  g_test_add_func ("/player/advertisement", test_advertisement);

  return g_test_run ();
}
