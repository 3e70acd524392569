/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fake-network.h"
#include "news-clippings.h"
#include "news-test-paper.h"

#include <string.h>

#define SECTION "{ \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"feed\" } ] }"
#define FEED                                                           \
  "{ \"id\": \"feed\", \"name\": \"The Feed\", \"api\": \"jsonfeed\"," \
  "  \"parameters\": { \"feed\": \"@SERVER@/feed.json\" } }"

/* A picture is told by its first bytes. */
static const char gif[] = "GIF89a, and then what a picture holds";

static const char feed[]
  = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Feed\", \"items\": ["
    "  { \"id\": \"a\", \"url\": \"https://feed.example/a\", \"title\": \"A\","
    "    \"image\": \"@/lead.gif\","
    "    \"content_html\": \"<p>Its text</p><p><img src='@/own.gif' width='640' height='480'></p>"
    "<p>More</p><p><img src='@/shared.gif' width='640' height='480'></p>\" },"
    "  { \"id\": \"b\", \"url\": \"https://feed.example/b\", \"title\": \"B\","
    "    \"content_html\": \"<p>Text</p><p><img src='@/shared.gif' width='640' height='480'></p>\""
    "  } ] }";

static void
serve_picture (NewsTestPaper *paper, const char *path)
{
  news_test_server_serve (paper->server, path, 200, "image/gif", gif);
}

static NewsTestPaper *
create_paper (void)
{
  NewsTestPaper *paper = news_test_paper_new ("[" SECTION "]", "[" FEED "]");
  g_autofree char *address = news_test_server_dup_url (paper->server, "");
  g_auto (GStrv) parts = g_strsplit (feed, "@", -1);
  g_autofree char *text = g_strjoinv (address, parts);

  news_test_server_serve (paper->server, "/feed.json", 200, "application/feed+json", text);
  serve_picture (paper, "/lead.gif");
  serve_picture (paper, "/own.gif");
  serve_picture (paper, "/shared.gif");
  news_test_paper_refresh (paper);

  return paper;
}

static gint64
find (NewsTestPaper *paper, const char *title)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (paper, "one");

  for (guint i = 0; i < snapshot->headlines->len; i++)
    {
      NewsHeadline *headline = g_ptr_array_index (snapshot->headlines, i);

      if (strcmp (headline->title, title) == 0)
        return headline->article;
    }

  g_assert_not_reached ();
}

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (news_store_set_bookmarked_finish (NEWS_STORE (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
mark (NewsTestPaper *paper, const char *title, gboolean bookmarked)
{
  gboolean done = FALSE;

  news_store_set_bookmarked_async (news_desk_get_store (paper->desk), find (paper, title),
                                   bookmarked, NULL, marked_cb, &done);
  news_test_paper_run_until (&done);
}

static gboolean
is_kept (NewsTestPaper *paper, const char *path)
{
  g_autofree char *url = news_test_server_dup_url (paper->server, path);
  g_autofree char *name = news_picture_folder_dup_name (url);
  g_autofree char *file = g_build_filename (paper->folder, "bookmarks", name, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* Files come and go on another thread. */
static void
wait_for_file (NewsTestPaper *paper, const char *path, gboolean kept)
{
  while (is_kept (paper, path) != kept)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* What is due belongs to bookmarks that were not seen to. */
static void
wait_until_noted (NewsTestPaper *paper)
{
  for (guint left = 1; left > 0;)
    {
      g_autoptr (GArray) due
        = news_store_list_clippings_due (news_desk_get_store (paper->desk), 0, 10, NULL);

      left = due->len;
      g_main_context_iteration (NULL, FALSE);
    }
}

static GBytes *
load_kept (NewsTestPaper *paper, const char *path)
{
  g_autofree char *url = news_test_server_dup_url (paper->server, path);

  return news_picture_cache_load (news_desk_get_pictures (paper->desk), url,
                                  NEWS_PICTURE_CACHE_ONLY, NULL, NULL);
}

/* A bookmark is whole when its server is gone and what was shown is forgotten. */
static void
test_kept (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  static const char *const paths[] = { "/lead.gif", "/own.gif", "/shared.gif" };

  mark (paper, "A", TRUE);
  g_assert_false (is_kept (paper, "/lead.gif"));
  news_desk_tidy (paper->desk);
  wait_until_noted (paper);

  news_test_server_serve (paper->server, "/lead.gif", 200, NULL, NULL);
  news_test_server_serve (paper->server, "/own.gif", 200, NULL, NULL);
  news_test_server_serve (paper->server, "/shared.gif", 200, NULL, NULL);
  news_picture_cache_clear (news_desk_get_pictures (paper->desk));
  news_test_paper_open (paper);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GBytes) bytes = load_kept (paper, paths[i]);

      g_assert_nonnull (bytes);
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, sizeof gif - 1);
    }
}

/* Files go with the last bookmark that wants them, and others that nobody knows too. */
static void
test_tidy (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autofree char *stray = g_build_filename (paper->folder, "bookmarks", "stray", NULL);

  news_desk_tidy (paper->desk);
  mark (paper, "A", TRUE);
  mark (paper, "B", TRUE);
  wait_until_noted (paper);
  g_assert_true (is_kept (paper, "/own.gif"));
  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));

  mark (paper, "A", FALSE);
  news_desk_tidy (paper->desk);
  wait_for_file (paper, "/own.gif", FALSE);
  wait_for_file (paper, "/lead.gif", FALSE);
  while (g_file_test (stray, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_kept (paper, "/shared.gif"));
}

/* What could not be had is asked for later, and what could stays. */
static void
test_missing (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GArray) due = NULL;

  news_test_server_serve (paper->server, "/own.gif", 404, "text/plain", "Gone");
  mark (paper, "A", TRUE);
  news_desk_tidy (paper->desk);
  wait_until_noted (paper);
  g_assert_true (is_kept (paper, "/lead.gif"));
  g_assert_true (is_kept (paper, "/shared.gif"));
  g_assert_false (is_kept (paper, "/own.gif"));
  due = news_store_list_clippings_due (news_desk_get_store (paper->desk),
                                       g_get_real_time () / G_USEC_PER_SEC + 2 * 60 * 60, 10, NULL);
  g_assert_cmpuint (due->len, ==, 1);
}

/* A network that is paid for is left alone, unless pictures may be fetched there. */
static void
test_metered (void)
{
  g_autoptr (NewsTestPaper) paper = create_paper ();
  g_autoptr (GNetworkMonitor) network = fake_network_new ();

  news_test_paper_set_network (paper, network);
  fake_network_set (network, TRUE, TRUE);
  news_desk_tidy (paper->desk);
  mark (paper, "A", TRUE);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (news_test_server_count (paper->server, "/lead.gif"), ==, 0);

  news_desk_set_pictures_on_metered (paper->desk, TRUE);
  wait_until_noted (paper);
  g_assert_true (is_kept (paper, "/lead.gif"));
}

/* All that a page shows, each once, the row's own first, and not without end. */
static void
test_list (void)
{
  g_autoptr (NewsArticle) article = news_article_new ();
  g_autoptr (GString) html = g_string_new ("<p>Text</p>");
  g_autoptr (NewsPage) page = NULL;
  g_autoptr (GPtrArray) pictures = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (
      html,
      "<blockquote><p><img src='https://a.example/%u.jpg' width='640' height='480'></p>"
      "</blockquote><p>Words</p>",
      i / 2);
  for (guint i = 100; i < 160; i++)
    g_string_append_printf (
      html, "<p><img src='https://a.example/%u.jpg' width='640' height='480'></p><p>Words</p>", i);
  page = news_page_new_from_html (html->str, -1, NULL);
  article->lead = news_picture_new ();
  news_picture_add_file (article->lead, "https://a.example/lead.jpg", 640, 480);

  pictures = news_clippings_list_pictures (article, page);
  g_assert_cmpuint (pictures->len, ==, NEWS_CLIPPINGS_PICTURES);
  g_assert_true (g_ptr_array_index (pictures, 0) == article->lead);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *url = g_strdup_printf ("https://a.example/%u.jpg", i - 1);
      NewsPicture *picture = g_ptr_array_index (pictures, i);

      g_assert_cmpstr (news_picture_choose (picture, 1)->url, ==, url);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clipper/kept", test_kept);
  g_test_add_func ("/clipper/tidy", test_tidy);
  g_test_add_func ("/clipper/missing", test_missing);
  g_test_add_func ("/clipper/metered", test_metered);
  g_test_add_func ("/clipper/list", test_list);

  return g_test_run ();
}
