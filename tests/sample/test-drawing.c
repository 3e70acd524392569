/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-drawing.h"

#include <string.h>

/* Small drawings are drawn ten times as large, so that one of their units has pixels in its middle
 * that no edge touches. */
#define SCALE 10
#define BEGIN "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 12 8\">"
#define END "</svg>"

static NewsDrawing *
read (const char *inside, GError **error)
{
  g_autofree char *text = g_strconcat (BEGIN, inside, END, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return news_drawing_new_from_bytes (bytes, error);
}

static cairo_surface_t *
draw (const char *inside)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDrawing) drawing = read (inside, &error);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 12 * SCALE, 8 * SCALE);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  news_drawing_draw (drawing, cr, 12 * SCALE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The pixel in the middle of a unit, as 0xAARRGGBB. */
static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, data + (y * SCALE + SCALE / 2) * stride + (x * SCALE + SCALE / 2) * 4, 4);

  return pixel;
}

/* What is drawn, and the colour of a unit of it. */
static const struct
{
  const char *inside;
  int x, y;
  guint32 pixel;
} pixels[] = {
  { "", 3, 3, 0 },
  { "<rect width=\"12\" height=\"8\"/>", 3, 3, 0xff000000 },
  { "<rect x=\"2\" y=\"2\" width=\"2\" height=\"2\" fill=\"#f00\"/>", 3, 3, 0xffff0000 },
  { "<rect x=\"2\" y=\"2\" width=\"2\" height=\"2\" fill=\"#f00\"/>", 4, 3, 0 },
  { "<rect width=\"8\" height=\"8\" rx=\"4\" fill=\"#00ff00\"/>", 0, 0, 0 },
  { "<rect width=\"8\" height=\"8\" rx=\"4\" fill=\"#00ff00\"/>", 3, 0, 0xff00ff00 },
  { "<circle cx=\"4\" cy=\"4\" r=\"3\" fill=\"#00f\"/>", 1, 4, 0xff0000ff },
  { "<circle cx=\"4\" cy=\"4\" r=\"3\" fill=\"#00f\"/>", 1, 1, 0 },
  { "<ellipse cx=\"6\" cy=\"4\" rx=\"5\" ry=\"1\" fill=\"#00f\"/>", 2, 4, 0xff0000ff },
  { "<ellipse cx=\"6\" cy=\"4\" rx=\"5\" ry=\"1\" fill=\"#00f\"/>", 6, 6, 0 },
  { "<line x1=\"0\" y1=\"3.5\" x2=\"9\" y2=\"3.5\" stroke=\"#f00\"/>", 8, 3, 0xffff0000 },
  { "<line x1=\"0\" y1=\"3.5\" x2=\"9\" y2=\"3.5\" stroke=\"#f00\"/>", 9, 3, 0 },
  { "<line x1=\"0\" y1=\"3.5\" x2=\"9\" y2=\"3.5\" stroke=\"#f00\" stroke-linecap=\"square\""
    " stroke-width=\"2\"/>",
    9, 3, 0xffff0000 },
  { "<line x1=\"0\" y1=\"3.5\" x2=\"9\" y2=\"3.5\" stroke=\"#f00\" stroke-dasharray=\"2 3\"/>", 3,
    3, 0 },
  { "<line x1=\"0\" y1=\"3.5\" x2=\"9\" y2=\"3.5\" stroke=\"#f00\" stroke-dasharray=\"2 3\"/>", 5,
    3, 0xffff0000 },
  { "<polygon points=\"0,0 8,0 8,8\" fill=\"#f00\"/>", 6, 1, 0xffff0000 },
  { "<polygon points=\"0,0 8,0 8,8\" fill=\"#f00\"/>", 1, 6, 0 },
  { "<polyline points=\"0 .5 9.5 .5 9.5 8\" fill=\"none\" stroke=\"#f00\"/>", 9, 5, 0xffff0000 },
  { "<path d=\"M0 0H8V8H0ZM2 2H6V6H2Z\" fill=\"#f00\" fill-rule=\"evenodd\"/>", 4, 4, 0 },
  { "<path d=\"M0 0H8V8H0ZM2 2H6V6H2Z\" fill=\"#f00\"/>", 4, 4, 0xffff0000 },
  { "<path d=\"M2 4a2 2 0 1 0 4 0a2 2 0 1 0-4 0Z\" fill=\"#f00\"/>", 3, 3, 0xffff0000 },
  /* What is inherited, and what is not. */
  { "<g fill=\"#f00\"><g><rect width=\"9\" height=\"9\"/></g></g>", 3, 3, 0xffff0000 },
  { "<g fill=\"#f00\"><rect fill=\"#00f\" width=\"9\" height=\"9\"/></g>", 3, 3, 0xff0000ff },
  { "<g transform=\"translate(2 1) scale(2)\"><rect width=\"1\" height=\"1\"/></g>", 3, 2,
    0xff000000 },
  { "<g transform=\"translate(2 1) scale(2)\"><rect width=\"1\" height=\"1\"/></g>", 4, 2, 0 },
  { "<rect width=\"4\" height=\"1\" transform=\"rotate(90 2 2)\" fill=\"#f00\"/>", 3, 3,
    0xffff0000 },
  { "<rect width=\"4\" height=\"1\" transform=\"rotate(90 2 2)\" fill=\"#f00\"/>", 0, 0, 0 },
  /* Two that lie over one another are one in a group that shines through. */
  { "<g opacity=\".5\"><rect width=\"9\" height=\"9\"/><rect width=\"9\" height=\"9\"/></g>", 3, 3,
    0x80000000 },
  { "<rect width=\"9\" height=\"9\" stroke=\"#000\" stroke-width=\"8\" opacity=\"50%\"/>", 3, 3,
    0x80000000 },
  { "<rect width=\"9\" height=\"9\" fill-opacity=\".5\"/>", 3, 3, 0x80000000 },
  /* Names. */
  { "<defs><g id=\"a\"><rect width=\"2\" height=\"2\"/></g></defs>"
    "<use href=\"#a\" x=\"4\" y=\"4\" fill=\"#f00\"/>",
    5, 5, 0xffff0000 },
  { "<defs><g id=\"a\"><rect width=\"2\" height=\"2\"/></g></defs>", 1, 1, 0 },
  { "<defs><clipPath id=\"c\"><circle cx=\"2\" cy=\"2\" r=\"2\"/></clipPath></defs>"
    "<g clip-path=\"url(#c)\"><rect width=\"8\" height=\"8\"/></g>",
    2, 2, 0xff000000 },
  { "<defs><clipPath id=\"c\"><circle cx=\"2\" cy=\"2\" r=\"2\"/></clipPath></defs>"
    "<g clip-path=\"url(#c)\"><rect width=\"8\" height=\"8\"/></g>",
    5, 5, 0 },
  /* Silent ones. */
  { "<title>T</title><desc lang=\"en\"><b>D</b></desc><!-- c --><rect width=\"9\" height=\"9\"/>",
    3, 3, 0xff000000 },
};

static void
test_pixels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pixels); i++)
    {
      cairo_surface_t *surface = draw (pixels[i].inside);

      g_test_message ("%s", pixels[i].inside);
      g_assert_cmphex (get_pixel (surface, pixels[i].x, pixels[i].y), ==, pixels[i].pixel);
      cairo_surface_destroy (surface);
    }
}

#define STOPS "<stop offset=\"0\" stop-color=\"#000\"/><stop offset=\"1\" stop-color=\"#fff\"/>"

static int
get_grey (const char *gradient, const char *shape, int x, int y)
{
  g_autofree char *inside = g_strdup_printf ("<defs>%s</defs>%s", gradient, shape);
  cairo_surface_t *surface = draw (inside);
  guint32 pixel = get_pixel (surface, x, y);

  g_test_message ("%s", inside);
  g_assert_cmphex (pixel >> 24, ==, 0xff);
  cairo_surface_destroy (surface);

  return pixel & 0xff;
}

static void
assert_about (int grey, int expected)
{
  g_assert_cmpint (grey, >=, expected - 3);
  g_assert_cmpint (grey, <=, expected + 3);
}

static void
test_gradients (void)
{
  const char *box = "<linearGradient id=\"g\">" STOPS "</linearGradient>";
  const char *down = "<linearGradient id=\"g\" x2=\"0\" y2=\"100%\">" STOPS "</linearGradient>";
  const char *user = "<linearGradient id=\"g\" x1=\"0\" x2=\"12\""
                     " gradientUnits=\"userSpaceOnUse\">" STOPS "</linearGradient>";
  const char *moved = "<linearGradient id=\"g\" x1=\"0\" x2=\"12\" gradientUnits=\"userSpaceOnUse\""
                      " gradientTransform=\"translate(4)\">" STOPS "</linearGradient>";
  const char *radial = "<radialGradient id=\"g\">" STOPS "</radialGradient>";
  const char *rect = "<rect x=\"4\" width=\"8\" height=\"8\" fill=\"url(#g)\"/>";

  /* The middle of a unit is half a unit on. */
  assert_about (get_grey (box, rect, 4, 4), 255 / 16);
  assert_about (get_grey (box, rect, 11, 4), 255 * 15 / 16);
  assert_about (get_grey (down, rect, 4, 0), 255 / 16);
  assert_about (get_grey (user, rect, 4, 4), 255 * 9 / 24);
  assert_about (get_grey (moved, rect, 4, 4), 255 / 24);
  assert_about (get_grey (radial, rect, 7, 0), 255 * 7 / 8 + 2);
  /* The control points of a curve are outside of its box, and do not count. */
  assert_about (get_grey (down, "<path d=\"M0 8C0 0 12 0 12 8Z\" fill=\"url(#g)\"/>", 6, 2),
                255 / 12);
}

/* What a drawing may not have, and what the error has to name. */
static const struct
{
  const char *inside;
  const char *names;
} mistakes[] = {
  { "<text>A</text>", "text" },
  { "<svg/>", "svg" },
  { "<stop/>", "stop" },
  { "<rect style=\"fill:red\"/>", "style" },
  { "<rect fill=\"red\"/>", "red" },
  { "<rect fill=\"#12345\"/>", "#12345" },
  { "<rect fill=\"url(#g)\"/>", "url(#g)" },
  { "<rect width=\"1cm\"/>", "1cm" },
  { "<rect width=\"nan\"/>", "nan" },
  { "<rect width=\"1e9\"/>", "1e9" },
  { "<rect r=\"3\"/>", "r" },
  { "<circle r=\"3\" stroke-dasharray=\".001\"/>", "stroke-dasharray" },
  { "<circle r=\"3\" stroke-linecap=\"pointed\"/>", "pointed" },
  { "<circle r=\"3\" opacity=\"2\"/>", "opacity" },
  { "<circle r=\"3\" transform=\"scale(0)\"/>", "scale(0)" },
  { "<circle r=\"3\" transform=\"shrink(2)\"/>", "shrink" },
  { "<circle r=\"3\" transform=\"rotate(\"/>", "rotate" },
  { "<path d=\"M0 0 Q\"/>", "path" },
  { "<path d=\"M0 0H1e30\"/>", "path" },
  { "<polygon points=\"0 0 1\"/>", "polygon" },
  { "<rect><g/></rect>", "inside a shape" },
  { "<use/>", "href" },
  { "<use href=\"#a\"/>", "#a" },
  { "<g id=\"a\"><use href=\"#a\"/></g>", "#a" },
  { "<g id=\"a\"/><g id=\"a\"/>", "id" },
  { "<linearGradient/>", "id" },
  { "<linearGradient id=\"g\"><g/></linearGradient>", "<g>" },
  { "<linearGradient id=\"g\" r=\"1\"/>", "r" },
  { "<linearGradient id=\"g\"><stop offset=\"x\"/></linearGradient>", "offset" },
  { "<clipPath id=\"c\"><g clip-path=\"url(#c)\"/></clipPath>", "url(#c)" },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read (mistakes[i].inside, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, mistakes[i].names));
    }
}

static void
assert_no_drawing (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (news_drawing_new_from_bytes (bytes, &error));
  g_assert_nonnull (error);
}

static void
test_roots (void)
{
  assert_no_drawing ("");
  assert_no_drawing ("A");
  assert_no_drawing ("<g/>");
  assert_no_drawing ("<svg/>");
  assert_no_drawing ("<svg viewBox=\"0 0 12\"/>");
  assert_no_drawing ("<svg viewBox=\"0 0 0 8\"/>");
  assert_no_drawing ("<svg viewBox=\"0 0 -12 -8\"/>");
  assert_no_drawing ("<svg viewBox=\"0 0 12 99999\"/>");
  assert_no_drawing ("<svg viewBox=\"0 0 12 8\"/><svg viewBox=\"0 0 12 8\"/>");
  assert_no_drawing ("<svg viewBox=\"0 0 12 8\"/><rect/>");
  assert_no_drawing ("<title>A</title>");
  assert_no_drawing ("<!-- A -->");
  assert_no_drawing (BEGIN "<g>");
  assert_no_drawing (BEGIN "\xff" END);
}

static void
assert_too_large (const char *inside)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read (inside, &error));
  g_assert_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_TOO_LARGE);
}

/* A few lines must not become an hour of drawing, nor an overflowing stack. */
static void
test_limits (void)
{
  g_autoptr (GString) bomb = g_string_new ("<g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>");
  g_autoptr (GString) clips = g_string_new ("<clipPath id=\"a0\"><rect/></clipPath>");
  g_autoptr (GString) deep = g_string_new (NULL);

  for (int i = 1; i < 64; i++)
    {
      g_string_append_printf (bomb, "<g id=\"a%d\"><use href=\"#a%d\"/><use href=\"#a%d\"/></g>", i,
                              i - 1, i - 1);
      g_string_append_printf (clips,
                              "<clipPath id=\"a%d\"><use href=\"#b%d\"/></clipPath>"
                              "<g id=\"b%d\" clip-path=\"url(#a%d)\"><rect/></g>",
                              i, i, i, i - 1);
      g_string_append (deep, "<g>");
    }
  assert_too_large (bomb->str);
  assert_too_large (deep->str);
  /* A clip names only what was read before it, so this is an unknown name and no circle. */
  g_assert_null (read (clips->str, NULL));
}

/* Whatever it is cut down to, it is no drawing, and says so. */
static void
test_cut (void)
{
  static const char whole[] = BEGIN
    "<defs><linearGradient id=\"g\">" STOPS "</linearGradient></defs>"
    "<g transform=\"rotate(4 3 3)\"><path d=\"M0 0C1 1 2 2 3 3Z\" fill=\"url(#g)\"/></g>" END;

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *text = g_strndup (whole, length);

      assert_no_drawing (text);
    }
}

static void
test_png (void)
{
  g_autoptr (NewsDrawing) drawing
    = read ("<circle cx=\"4\" cy=\"4\" r=\"3\" fill=\"#48a\"/>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GBytes) broken = NULL;
  const guint8 *data;

  g_assert_cmpint (news_drawing_get_height (drawing, 12), ==, 8);
  g_assert_cmpint (news_drawing_get_height (drawing, 1280), ==, 853);
  g_assert_cmpint (news_drawing_get_height (drawing, 1), ==, 1);

  one = news_drawing_create_png (drawing, 320, &error);
  g_assert_no_error (error);
  other = news_drawing_create_png (drawing, 320, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (one, other));

  data = g_bytes_get_data (one, NULL);
  g_assert_cmpmem (data, 4, "\x89PNG", 4);
  /* The header: width, height, eight bits, and colours without transparency. */
  g_assert_cmpmem (data + 16, 10, "\0\0\x01\x40\0\0\0\xd5\x08\x02", 10);

  broken = news_drawing_create_png (drawing, 100000, &error);
  g_assert_null (broken);
  g_assert_error (error, NEWS_DRAWING_ERROR, NEWS_DRAWING_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/pixels", test_pixels);
  g_test_add_func ("/drawing/gradients", test_gradients);
  g_test_add_func ("/drawing/mistakes", test_mistakes);
  g_test_add_func ("/drawing/roots", test_roots);
  g_test_add_func ("/drawing/limits", test_limits);
  g_test_add_func ("/drawing/cut", test_cut);
  g_test_add_func ("/drawing/png", test_png);

  return g_test_run ();
}
