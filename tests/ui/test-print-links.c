/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-print-links.h"
#include "news-print-text.h"

#include <cairo-pdf.h>
#include <string.h>

#define WIDTH 300.0
#define HEIGHT 200.0

/* Where the page's content begins. */
#define LEFT 20.0
#define TOP 30.0

typedef struct
{
  PangoContext *context;
  NewsText *text;
  PangoLayout *layout;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->context = news_print_text_create_context ("en");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->layout);
  g_clear_pointer (&fixture->text, news_text_free);
  g_object_unref (fixture->context);
}

/* @linked, which is in @words, leads to @uri. */
static void
set (Fixture *fixture, const char *words, const char *linked, const char *uri, double width)
{
  NewsSpan span = { 0 };

  span.start = (guint) (strstr (words, linked) - words);
  span.end = span.start + (guint) strlen (linked);
  span.link = g_strdup (uri);
  fixture->text = news_text_new_take (g_strdup (words));
  g_array_append_val (fixture->text->spans, span);
  fixture->layout
    = news_print_text_create (fixture->context, fixture->text, NEWS_PRINT_BODY, width);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The PDF, of a version that has its objects as plain text. */
static GString *
draw (Fixture *fixture, int line)
{
  GString *pdf = g_string_new (NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, WIDTH, HEIGHT);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cr = cairo_create (surface);
  cairo_translate (cr, LEFT, TOP);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, fixture->layout);
  news_print_links_mark (fixture->layout, line, 0, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return pdf;
}

static guint
count (GString *pdf, const char *part)
{
  guint n = 0;

  for (const char *at = pdf->str;
       (at = memmem (at, pdf->len - (gsize) (at - pdf->str), part, strlen (part))) != NULL; at++)
    n++;

  return n;
}

/* The rectangle of the first link, from the lower left corner of the page as a PDF has it. */
static void
read_rectangle (GString *pdf, double *rectangle)
{
  const char *at = memmem (pdf->str, pdf->len, "/Rect [", 7);

  g_assert_nonnull (at);
  at += 7;
  for (int i = 0; i < 4; i++)
    rectangle[i] = g_ascii_strtod (at, (char **) &at);
}

/* A link is where its words are, wherever the page's content begins. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) pdf = NULL;
  PangoRectangle first, last;
  double is[4], expected[4];
  int height;

  set (fixture, "The harbour opens", "harbour", "https://a.example/b?c=d&e=(f)", WIDTH);
  pdf = draw (fixture, -1);
  g_assert_cmpuint (count (pdf, "/URI (https://a.example/b?c=d&e="), ==, 1);

  pango_layout_index_to_pos (fixture->layout, 4, &first);
  pango_layout_index_to_pos (fixture->layout, 11, &last);
  expected[0] = LEFT + pango_units_to_double (first.x);
  expected[2] = LEFT + pango_units_to_double (last.x);
  pango_layout_get_size (fixture->layout, NULL, &height);
  expected[1] = HEIGHT - TOP - pango_units_to_double (height);
  expected[3] = HEIGHT - TOP;
  read_rectangle (pdf, is);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (is[i], expected[i], 2);
}

/* One that is broken at a line's end can be followed from both lines. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) all = NULL;
  g_autoptr (GString) one = NULL;

  set (fixture, "The harbour opens on Monday", "harbour opens on Monday", "https://a.example/", 80);
  g_assert_cmpint (pango_layout_get_line_count (fixture->layout), >=, 2);
  all = draw (fixture, -1);
  g_assert_cmpuint (count (all, "/URI ("), ==,
                    (guint) pango_layout_get_line_count (fixture->layout));
  one = draw (fixture, 1);
  g_assert_cmpuint (count (one, "/URI ("), ==, 1);
}

/* What would end Cairo's attribute, or is no ASCII, is escaped. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) pdf = NULL;

  set (fixture, "The harbour", "harbour", "https://a.example/'\\' uri='x'/é", WIDTH);
  pdf = draw (fixture, -1);
  g_assert_cmpuint (count (pdf, "/URI (https://a.example/%27%5C%27%20uri=%27x%27/%C3%A9"), ==, 1);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) pdf = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 10, 10);
  cairo_t *cr = cairo_create (surface);

  set (fixture, "The harbour", "harbour", NULL, WIDTH);
  pdf = draw (fixture, -1);
  g_assert_cmpuint (count (pdf, "/URI"), ==, 0);

  /* What is no PDF is left alone. */
  g_clear_object (&fixture->layout);
  g_clear_pointer (&fixture->text, news_text_free);
  set (fixture, "The harbour", "harbour", "https://a.example/", WIDTH);
  news_print_links_mark (fixture->layout, -1, 0, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
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
  add ("/print-links/place", test_place);
  add ("/print-links/lines", test_lines);
  add ("/print-links/hostile", test_hostile);
  add ("/print-links/none", test_none);

  return g_test_run ();
}
