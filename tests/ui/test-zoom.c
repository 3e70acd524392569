/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-zoom.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.001)

/* A picture of 1000 by 500 in a view of 200 by 200. */
static NewsZoom
create (void)
{
  NewsZoom zoom = { .full = 1, .fitted = TRUE };

  news_zoom_set_picture (&zoom, 1000, 500);
  news_zoom_set_view (&zoom, 200, 200, 1);

  return zoom;
}

static void
test_fitted (void)
{
  NewsZoom zoom = create ();
  double across, down;

  NEAR (zoom.scale, 0.2);
  news_zoom_get_rooms (&zoom, &across, &down);
  NEAR (across, 0);
  NEAR (down, 0);
  news_zoom_move (&zoom, 50, 50);
  NEAR (zoom.x, 0);

  /* It follows the view, and is never enlarged by itself. */
  news_zoom_set_view (&zoom, 400, 400, 1);
  NEAR (zoom.scale, 0.4);
  news_zoom_set_view (&zoom, 4000, 4000, 1);
  NEAR (zoom.scale, 1);
}

/* What is pointed at stays where it is. */
static void
test_around (void)
{
  NewsZoom zoom = create ();
  double point;

  news_zoom_around (&zoom, 1, 150, 100);
  g_assert_false (zoom.fitted);
  /* The pixel that was 50 right of the middle, at a fifth: 250 of the picture's own. */
  point = zoom.x + 250 * zoom.scale;
  NEAR (point, 50);

  /* No further than squares, and no smaller than the whole. */
  news_zoom_around (&zoom, 1000, 100, 100);
  NEAR (zoom.scale, 8);
  g_assert_false (news_zoom_can_grow (&zoom));
  news_zoom_around (&zoom, 0.001, 100, 100);
  NEAR (zoom.scale, 0.2);
  g_assert_true (zoom.fitted);
  g_assert_true (news_zoom_can_grow (&zoom));
}

static void
test_move (void)
{
  NewsZoom zoom = create ();
  double across, down;

  news_zoom_around (&zoom, 1, 100, 100);
  news_zoom_get_rooms (&zoom, &across, &down);
  NEAR (across, 400);
  NEAR (down, 150);
  news_zoom_move (&zoom, 1e6, -1e6);
  NEAR (zoom.x, 400);
  NEAR (zoom.y, -150);
}

static void
test_toggle (void)
{
  NewsZoom zoom = create ();

  news_zoom_toggle (&zoom, 100, 100);
  NEAR (zoom.scale, 1);
  NEAR (news_zoom_get_level (&zoom), 1);
  news_zoom_toggle (&zoom, 100, 100);
  g_assert_true (zoom.fitted);

  /* Where the whole is at its full size already, it is doubled. */
  news_zoom_set_view (&zoom, 2000, 2000, 1);
  news_zoom_toggle (&zoom, 100, 100);
  NEAR (zoom.scale, 2);
}

/* On a screen of two pixels by one of the layout, full size is half. */
static void
test_dense (void)
{
  NewsZoom zoom = create ();

  news_zoom_set_view (&zoom, 2000, 2000, 0.5);
  NEAR (zoom.scale, 0.5);
  NEAR (news_zoom_get_level (&zoom), 1);
}

static void
test_nothing (void)
{
  NewsZoom zoom = { .full = 1, .fitted = TRUE };

  news_zoom_set_view (&zoom, 200, 200, 1);
  news_zoom_around (&zoom, 2, 10, 10);
  news_zoom_toggle (&zoom, 10, 10);
  g_assert_false (news_zoom_can_grow (&zoom));
  g_assert_true (zoom.fitted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/fitted", test_fitted);
  g_test_add_func ("/zoom/around", test_around);
  g_test_add_func ("/zoom/move", test_move);
  g_test_add_func ("/zoom/toggle", test_toggle);
  g_test_add_func ("/zoom/dense", test_dense);
  g_test_add_func ("/zoom/nothing", test_nothing);

  return g_test_run ();
}
