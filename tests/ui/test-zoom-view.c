/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-zoom-view.h"

#define WIDTH 400
#define HEIGHT 300

typedef struct
{
  NewsZoomView *view;
  GtkWindow *window;
  guint changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->view = g_object_new (NEWS_TYPE_ZOOM_VIEW, "width-request", WIDTH, "height-request",
                                HEIGHT, "halign", GTK_ALIGN_START, NULL);
  g_signal_connect_swapped (fixture->view, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  fixture->window = ui_test_show (box, WIDTH, HEIGHT);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), ==, WIDTH);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
}

static void
show (Fixture *fixture, int width, int height, NewsPictureGround ground)
{
  gsize size = (gsize) width * (gsize) height * 3;
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GdkTexture) texture
    = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, pixels, (gsize) width * 3);
  g_autoptr (NewsImage) image = news_image_new (texture);

  image->ground = ground;
  news_zoom_view_set_image (fixture->view, image);
}

static void
assert_zoom (Fixture *fixture, double zoom)
{
  g_assert_cmpfloat_with_epsilon (news_zoom_view_get_zoom (fixture->view), zoom, 0.001);
}

/* A large one is fitted, a small one is as it is. */
static void
test_fitted (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1600, 600, NEWS_PICTURE_GROUND_ANY);
  assert_zoom (fixture, 0.25);
  g_assert_true (news_zoom_view_is_fitted (fixture->view));
  g_assert_false (news_zoom_view_can_zoom_out (fixture->view));
  g_assert_true (news_zoom_view_can_zoom_in (fixture->view));
  show (fixture, 600, 1200, NEWS_PICTURE_GROUND_ANY);
  assert_zoom (fixture, 0.25);
  show (fixture, 40, 30, NEWS_PICTURE_GROUND_ANY);
  assert_zoom (fixture, 1);
  g_assert_true (news_zoom_view_is_fitted (fixture->view));
}

/* In as far as pixels go, and out as far as fitted. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  double before = 0;
  guint steps = 0;

  show (fixture, 1600, 1200, NEWS_PICTURE_GROUND_ANY);
  while (news_zoom_view_can_zoom_in (fixture->view))
    {
      g_assert_cmpfloat (news_zoom_view_get_zoom (fixture->view), >, before);
      before = news_zoom_view_get_zoom (fixture->view);
      news_zoom_view_zoom_in (fixture->view);
      g_assert_cmpuint (++steps, <, 100);
    }
  assert_zoom (fixture, 8);
  news_zoom_view_zoom_in (fixture->view);
  assert_zoom (fixture, 8);
  for (steps = 0; news_zoom_view_can_zoom_out (fixture->view); steps++)
    {
      news_zoom_view_zoom_out (fixture->view);
      g_assert_cmpuint (steps, <, 100);
    }
  assert_zoom (fixture, 0.25);
  g_assert_true (news_zoom_view_is_fitted (fixture->view));
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1600, 1200, NEWS_PICTURE_GROUND_ANY);
  news_zoom_view_toggle (fixture->view);
  assert_zoom (fixture, 1);
  g_assert_false (news_zoom_view_is_fitted (fixture->view));
  news_zoom_view_toggle (fixture->view);
  assert_zoom (fixture, 0.25);
  g_assert_true (news_zoom_view_is_fitted (fixture->view));
  /* From anywhere else, to all of it. */
  news_zoom_view_zoom_in (fixture->view);
  news_zoom_view_toggle (fixture->view);
  assert_zoom (fixture, 0.25);
  /* One that fits as it is becomes larger all the same. */
  show (fixture, 40, 30, NEWS_PICTURE_GROUND_ANY);
  news_zoom_view_toggle (fixture->view);
  assert_zoom (fixture, 2);
}

/* It is moved as far as its edges. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  show (fixture, 800, 300, NEWS_PICTURE_GROUND_ANY);
  g_assert_false (news_zoom_view_pan (fixture->view, 10, 10));
  news_zoom_view_toggle (fixture->view);
  /* 800 of 400 across: 200 to either side; nothing up or down. */
  g_assert_false (news_zoom_view_pan (fixture->view, 0, 50));
  g_assert_true (news_zoom_view_pan (fixture->view, 150, 0));
  g_assert_true (news_zoom_view_pan (fixture->view, 150, 0));
  g_assert_false (news_zoom_view_pan (fixture->view, 150, 0));
  g_assert_true (news_zoom_view_pan (fixture->view, -400, 0));
  g_assert_false (news_zoom_view_pan (fixture->view, -1, 0));
}

/* Another window, and what was fitted is fitted again; who listens hears of it. */
static void
test_resize (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1600, 1200, NEWS_PICTURE_GROUND_ANY);
  fixture->changes = 0;
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), 800, 600);
  while (fixture->changes == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_zoom (fixture, 0.5);
  news_zoom_view_toggle (fixture->view);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), 900, 650);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) < 900)
    g_main_context_iteration (NULL, TRUE);
  assert_zoom (fixture, 1);
}

/* What lies under the picture covers what the picture covers, and no more. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  GtkWidget *ground;

  show (fixture, 1600, 600, NEWS_PICTURE_GROUND_LIGHT);
  ui_test_draw (GTK_WIDGET (fixture->view));
  ground = ui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_WIDGET, "light-ground");
  g_assert_nonnull (ground);
  g_assert_cmpint (gtk_widget_get_width (ground), ==, 400);
  g_assert_cmpint (gtk_widget_get_height (ground), ==, 150);
  show (fixture, 1600, 600, NEWS_PICTURE_GROUND_ANY);
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_WIDGET, "light-ground"));
}

/* Before there is a picture, nothing can go wrong. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  news_zoom_view_zoom_in (fixture->view);
  news_zoom_view_zoom_out (fixture->view);
  news_zoom_view_toggle (fixture->view);
  g_assert_false (news_zoom_view_pan (fixture->view, 5, 5));
  g_assert_false (news_zoom_view_can_zoom_in (fixture->view));
  g_assert_false (news_zoom_view_can_zoom_out (fixture->view));
  show (fixture, 1, 1, NEWS_PICTURE_GROUND_ANY);
  news_zoom_view_set_image (fixture->view, NULL);
  ui_test_draw (GTK_WIDGET (fixture->view));
}

#define ADD(name, function) \
  g_test_add ("/zoom-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("fitted", test_fitted);
  ADD ("steps", test_steps);
  ADD ("toggle", test_toggle);
  ADD ("pan", test_pan);
  ADD ("resize", test_resize);
  ADD ("ground", test_ground);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
