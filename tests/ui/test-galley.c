/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-galley.h"

#include <cairo-pdf.h>

/* A4 with margins of 2 cm. */
#define WIDTH 482.0
#define HEIGHT 729.0

#define PARAGRAPH                                                                                \
  "<p>The ferry left at nine, as it had done since the bridge was closed, with eleven people, "  \
  "two "                                                                                         \
  "bicycles and a dog. Nobody on board had heard of the vote; it would be noon before the news " \
  "crossed the water, and by then it was no longer quite true.</p>"

typedef struct
{
  NewsStory *story;
  NewsArticle *article; /* of the story */
  GHashTable *textures;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  NewsArticle *article = news_article_new ();

  article->id = g_strdup ("1");
  article->title = g_strdup ("The ferry & the <vote>");
  article->byline = g_strdup ("Ann Ames");
  article->outlet = g_strdup ("The Peers");
  article->url = g_strdup ("https://paper.example/1");
  article->language = g_strdup ("en");
  article->published = G_GINT64_CONSTANT (1795447800);
  fixture->article = article;
  fixture->story = news_story_new ();
  fixture->story->article = article;
  fixture->story->source = g_strdup ("peers");
  fixture->textures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->textures);
  news_story_unref (fixture->story);
}

static NewsPage *
read_page (const char *html, guint times)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, html);

  return news_page_new_from_html (text->str, -1, "https://paper.example/");
}

static NewsGalley *
set (Fixture *fixture, NewsPage *page)
{
  NewsGalley *galley = news_galley_new (fixture->story, page, fixture->textures, WIDTH, HEIGHT);

  while (!news_galley_set_some (galley, 100))
    continue;

  return galley;
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

/* Draws all pages as a PDF, and returns its size. */
static gsize
draw (NewsGalley *galley)
{
  gsize size = 0;
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (count_bytes, &size, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < news_galley_get_n_pages (galley); i++)
    {
      news_galley_draw (galley, i, cr);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return size;
}

/* What is drawn of page @index, and where: its ink. */
static void
measure (NewsGalley *galley, guint index, double *top, double *bottom)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  news_galley_draw (galley, index, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (x, >=, -2);
  g_assert_cmpfloat (x + width, <=, WIDTH + 2);
  *top = y;
  *bottom = y + height;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsGalley) galley = set (fixture, NULL);

  g_assert_cmpuint (news_galley_get_n_pages (galley), ==, 1);
  g_assert_cmpuint (draw (galley), >, 500);
}

/* Nothing is known but that there is an article. */
static void
test_bare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsArticle) bare = news_article_new ();
  g_autoptr (NewsStory) story = news_story_new ();
  g_autoptr (NewsGalley) galley = NULL;

  story->article = news_article_ref (bare);
  galley = news_galley_new (story, NULL, fixture->textures, WIDTH, HEIGHT);
  while (!news_galley_set_some (galley, 0))
    continue;
  g_assert_cmpuint (news_galley_get_n_pages (galley), ==, 1);
  draw (galley);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page = read_page (PARAGRAPH, 60);
  g_autoptr (NewsGalley) galley = set (fixture, page);
  guint pages = news_galley_get_n_pages (galley);

  g_assert_cmpuint (pages, >=, 4);
  g_assert_cmpuint (pages, <=, 8);
  for (guint i = 0; i < pages; i++)
    {
      double top, bottom;

      measure (galley, i, &top, &bottom);
      g_assert_cmpfloat (top, <, 30);
      /* The foot is at the foot. */
      g_assert_cmpfloat (bottom, >, HEIGHT - 26);
      g_assert_cmpfloat (bottom, <=, HEIGHT);
    }
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page = read_page (
    PARAGRAPH "<figure><img src=\"/a.jpg\" alt=\"A ferry\"><figcaption>Ferry</figcaption></figure>",
    1);
  g_autoptr (NewsGalley) without = set (fixture, page);
  g_autoptr (NewsGalley) with = NULL;
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (400 * 800 * 4), 400 * 800 * 4);
  gsize size;

  g_hash_table_insert (fixture->textures, news_page_get_first_picture (page),
                       gdk_memory_texture_new (400, 800, GDK_MEMORY_R8G8B8A8, pixels, 400 * 4));
  with = set (fixture, page);
  g_assert_cmpuint (news_galley_get_n_pages (with), ==, 1);
  size = draw (without);
  g_assert_cmpuint (draw (with), !=, size);
}

/* All kinds of blocks, and more of each than a page holds. */
static void
test_blocks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page = read_page (
    "<h2>A <em>heading</em></h2><h3>Another</h3><ul><li>one<li><b>two</b><ol start=9><li>three"
    "<li>four</ol></ul><blockquote>" PARAGRAPH "<cite>Ann</cite></blockquote><pre>a\n  b</pre>"
    "<table><caption>T</caption><tr><th>a<th colspan=2>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>"
    "<p>g</p><p>h</p></table><hr><details><summary>More</summary>" PARAGRAPH "</details>"
    "<aside>" PARAGRAPH
    "</aside><iframe src=\"https://video.example/embed/1\" title=\"V\"></iframe>"
    "<p>x<sup>2</sup> H<sub>2</sub>O <mark>m</mark> <s>s</s> <code>c</code> <a "
    "href=\"/l\">l</a></p>"
    "<p lang=\"zh\">市议会周二开会。</p><p dir=\"rtl\">שלום</p>",
    12);
  g_autoptr (NewsGalley) galley = set (fixture, page);

  g_assert_cmpuint (news_galley_get_n_pages (galley), >, 5);
  for (guint i = 0; i < news_galley_get_n_pages (galley); i++)
    {
      double top, bottom;

      measure (galley, i, &top, &bottom);
      g_assert_cmpfloat (bottom, <=, HEIGHT);
    }
}

/* They come before the text, and take room of their own. */
static void
test_key_points (Fixture *fixture, gconstpointer data)
{
  const char *const points = "<ul><li>" PARAGRAPH "<li>" PARAGRAPH "</ul>";
  g_autofree char *html = g_strconcat ("<div class=key-points>", points, "</div>", NULL);
  g_autoptr (NewsPage) page = read_page (html, 1);
  g_autoptr (NewsPage) plain = read_page (points, 1);
  g_autoptr (NewsGalley) with = set (fixture, page);
  g_autoptr (NewsGalley) without = set (fixture, plain);

  g_assert_cmpint (news_page_get_block (page, 0)->type, ==, NEWS_BLOCK_KEY_POINTS);
  g_assert_cmpuint (news_galley_get_n_pages (with), ==, 1);
  g_assert_cmpuint (draw (with), >, draw (without));
}

/* A table that is too wide or too high to be one is still all there, as text. */
static void
test_unfit_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) html = g_string_new ("<table><tr>");
  g_autoptr (NewsPage) wide = NULL;
  g_autoptr (NewsPage) high = NULL;
  g_autoptr (NewsGalley) one = NULL;
  g_autoptr (NewsGalley) other = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (html, "<td>cell %u", i);
  wide = read_page (html->str, 1);
  g_string_assign (html, "<table><tr><td>a<td>");
  for (guint i = 0; i < 40; i++)
    g_string_append (html, PARAGRAPH);
  high = read_page (html->str, 1);

  one = set (fixture, wide);
  other = set (fixture, high);
  g_assert_cmpuint (news_galley_get_n_pages (one), >, 2);
  g_assert_cmpuint (news_galley_get_n_pages (other), >, 2);
  draw (one);
}

/* However deep quotations lie in one another, and however little room there is. */
static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (NewsPage) page = NULL;
  g_autoptr (NewsGalley) galley = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (html, "<blockquote><ul><li>");
  g_string_append (html, PARAGRAPH);
  page = read_page (html->str, 1);
  galley = news_galley_new (fixture->story, page, fixture->textures, 20, 40);
  while (!news_galley_set_some (galley, 0))
    continue;
  g_assert_cmpuint (news_galley_get_n_pages (galley), >, 10);
  draw (galley);
}

static void
test_chinese (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page
    = read_page ("<p>渡船照例在九点离岸，船上有十一个人、两辆自行车和一条狗。谁也没有听说投票的事，"
                 "消息要到中午才会过河，而那时它已经不完全是真的了。</p>",
                 60);
  g_autoptr (NewsGalley) galley = NULL;

  g_set_str (&fixture->article->language, "zh-Hans");
  g_set_str (&fixture->article->title, "渡船与投票");
  galley = set (fixture, page);
  g_assert_cmpuint (news_galley_get_n_pages (galley), >=, 3);
  draw (galley);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/galley/nothing", test_nothing);
  add ("/galley/bare", test_bare);
  add ("/galley/pages", test_pages);
  add ("/galley/picture", test_picture);
  add ("/galley/blocks", test_blocks);
  add ("/galley/key-points", test_key_points);
  add ("/galley/unfit-tables", test_unfit_tables);
  add ("/galley/deep", test_deep);
  add ("/galley/chinese", test_chinese);

  return g_test_run ();
}
