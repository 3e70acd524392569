/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Draws every drawing of the sample edition, and looks at it as a printer would. */

#include "news-drawing.h"
#include "news-sample-content.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 600
#define HEIGHT 400

static cairo_surface_t *
draw (NewsDrawing *drawing)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  news_drawing_draw (drawing, cr, WIDTH);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
            + x * 4,
          4);

  return pixel;
}

static void
assert_opaque (cairo_surface_t *surface)
{
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmphex (get_pixel (surface, x, y) >> 24, ==, 0xff);
}

/* A picture has many colours in many places, and no one of them fills it. */
static void
assert_not_flat (cairo_surface_t *surface)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer count;
  guint most = 0;

  for (int y = 2; y < HEIGHT; y += 5)
    for (int x = 2; x < WIDTH; x += 5)
      {
        gpointer colour = GUINT_TO_POINTER (get_pixel (surface, x, y) & 0xf0f0f0);
        guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (colours, colour)) + 1;

        g_hash_table_insert (colours, colour, GUINT_TO_POINTER (seen));
      }
  g_hash_table_iter_init (&iter, colours);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    most = MAX (most, GPOINTER_TO_UINT (count));
  g_assert_cmpuint (g_hash_table_size (colours), >=, 24);
  g_assert_cmpuint (most, <, (WIDTH / 5) * (HEIGHT / 5) * 2 / 3);
}

static void
test_drawing (gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("drawings/%s", (const char *) data);
  g_autoptr (GBytes) svg = news_sample_dup_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDrawing) drawing = news_drawing_new_from_bytes (svg, &error);
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  g_assert_cmpint (news_drawing_get_height (drawing, 1200), ==, 800);
  surface = draw (drawing);
  assert_opaque (surface);
  assert_not_flat (surface);
  cairo_surface_destroy (surface);

  one = news_drawing_create_png (drawing, 320, &error);
  g_assert_no_error (error);
  other = news_drawing_create_png (drawing, 320, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (one, other));
}

/* --- beside another drawer of SVG ------------------------------------------------------------- */

static gboolean
can_load_svg (void)
{
  GSList *formats = gdk_pixbuf_get_formats ();
  gboolean found = FALSE;

  for (GSList *l = formats; l != NULL; l = l->next)
    {
      g_autofree char *name = gdk_pixbuf_format_get_name (l->data);

      found = found || strcmp (name, "svg") == 0;
    }
  g_slist_free (formats);

  return found;
}

static GdkPixbuf *
load (GBytes *svg)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;

  gdk_pixbuf_loader_set_size (loader, WIDTH, HEIGHT);
  if (!gdk_pixbuf_loader_write_bytes (loader, svg, NULL))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, NULL))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);

  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* Where they differ by more than the softness of an edge, in parts of a thousand. */
static guint
compare (cairo_surface_t *surface, GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  guint n_different = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guint8 *theirs = pixels + y * stride + x * n_channels;
        guint32 ours = get_pixel (surface, x, y);

        if (abs ((int) (ours >> 16 & 0xff) - theirs[0]) > 24
            || abs ((int) (ours >> 8 & 0xff) - theirs[1]) > 24
            || abs ((int) (ours & 0xff) - theirs[2]) > 24)
          n_different++;
      }

  return n_different * 1000 / (WIDTH * HEIGHT);
}

static void
test_against_other (gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("drawings/%s", (const char *) data);
  g_autoptr (GBytes) svg = news_sample_dup_file (path);
  g_autoptr (NewsDrawing) drawing = news_drawing_new_from_bytes (svg, NULL);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;
  guint difference;

  if (!can_load_svg ())
    {
      g_test_skip ("GdkPixbuf has no loader for SVG here, so there is nothing to compare with");
      return;
    }
  pixbuf = load (svg);
  if (pixbuf == NULL || gdk_pixbuf_get_width (pixbuf) != WIDTH
      || gdk_pixbuf_get_height (pixbuf) != HEIGHT)
    {
      g_test_skip ("GdkPixbuf's loader for SVG does not load files here");
      return;
    }
  g_assert_nonnull (drawing);
  surface = draw (drawing);
  difference = compare (surface, pixbuf);
  g_test_message ("%u parts of a thousand differ", difference);
  g_assert_cmpuint (difference, <, 10);
  cairo_surface_destroy (surface);
}

/* The paper's 48, no fewer and no more. */
static void
test_names (void)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NewsSampleEdition) edition = news_sample_edition_new ("en", faults);
  g_auto (GStrv) names = news_sample_dup_drawings ();

  g_assert_cmpuint (g_strv_length (names), ==, edition->stories->len);
  for (guint i = 0; i < edition->stories->len; i++)
    {
      const NewsSampleStory *story = g_ptr_array_index (edition->stories, i);
      g_autofree char *name = g_strconcat (story->id, ".svg", NULL);

      g_assert_true (g_strv_contains ((const char *const *) names, name));
    }
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  names = news_sample_dup_drawings ();
  g_test_add_func ("/drawings/names", test_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/drawings/", names[i], NULL);
      g_autofree char *other = g_strconcat ("/drawings/against-other/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_drawing);
      g_test_add_data_func (other, names[i], test_against_other);
    }

  return g_test_run ();
}
