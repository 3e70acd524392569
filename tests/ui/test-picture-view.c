/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-picture-view.h"
#include "ui-picture-files.h"
#include "ui-pictures.h"

#define URL "https://pictures.example/a.png"
#define WIDTH 320

/* A view in a window of a known width. */
typedef struct
{
  UiPictures *pictures;
  NewsPictureView *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->pictures = ui_pictures_new ();
  fixture->view = news_picture_view_new (0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  fixture->window = ui_test_show (box, WIDTH, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  ui_pictures_free (fixture->pictures);
}

static void
set_picture (Fixture *fixture, NewsPicture *picture)
{
  news_picture_view_set_picture (fixture->view, fixture->pictures->loader, picture);
}

static void
keep (Fixture *fixture, int width, int height)
{
  g_autoptr (GBytes) png = ui_pictures_create_png (width, height);

  ui_pictures_keep (fixture->pictures, URL, png);
}

static int
measure (Fixture *fixture)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL,
                      NULL, NULL);

  return height;
}

static GskRenderNode *
draw (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (fixture->view)->snapshot (GTK_WIDGET (fixture->view), snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* Whether a picture, and not only its place, is drawn. */
static gboolean
is_drawn (gpointer data)
{
  g_autoptr (GskRenderNode) node = draw (data);

  return node != NULL;
}

/* Whether nothing of its place is seen beside it. */
static gboolean
is_filled (Fixture *fixture)
{
  g_autoptr (GskRenderNode) node = draw (fixture);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);

  return bounds.size.width >= (float) gtk_widget_get_width (GTK_WIDGET (fixture->view))
         && bounds.size.height >= (float) gtk_widget_get_height (GTK_WIDGET (fixture->view));
}

static gboolean
is_missing (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_has_css_class (GTK_WIDGET (fixture->view), "missing");
}

/* The place is there before the picture, and stays as it is. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 400, 200);

  keep (fixture, 400, 200);
  set_picture (fixture, picture);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
  g_assert_false (is_drawn (fixture));
  ui_test_wait (is_drawn, fixture);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
  g_assert_false (is_missing (fixture));
}

/* One that waits is not loaded, and not kept: its place is. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 400, 200);

  keep (fixture, 400, 200);
  news_picture_view_set_waiting (fixture->view, TRUE);
  set_picture (fixture, picture);
  ui_test_draw (GTK_WIDGET (fixture->view));
  ui_test_idle ();
  g_assert_false (is_drawn (fixture));
  g_assert_null (news_picture_loader_peek (fixture->pictures->loader, picture, 1));
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);

  news_picture_view_set_waiting (fixture->view, FALSE);
  ui_test_wait (is_drawn, fixture);
  news_picture_view_set_waiting (fixture->view, TRUE);
  g_assert_false (is_drawn (fixture));
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
  news_picture_view_set_waiting (fixture->view, FALSE);
  ui_test_wait (is_drawn, fixture);
}

/* One of which no size is told keeps the usual place while it is in sight: what is read beside it
 * does not jump. */
static void
test_unknown_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 0, 0);
  g_autoptr (NewsPicture) again = ui_pictures_create_picture (URL, 0, 0);

  keep (fixture, 1200, 600);
  set_picture (fixture, picture);
  g_assert_cmpint (measure (fixture), ==, (int) (WIDTH / 1.5));
  ui_test_wait (is_drawn, fixture);
  g_assert_cmpint (measure (fixture), ==, (int) (WIDTH / 1.5));

  /* The next time its size is known. */
  set_picture (fixture, NULL);
  set_picture (fixture, again);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
}

/* So does one that is not as large as was told, and then it is shown whole. */
static void
test_lie (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 1200, 600);

  keep (fixture, 600, 1200);
  set_picture (fixture, picture);
  ui_test_wait (is_drawn, fixture);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
}

/* Below what is in sight, one takes the place that it needs. */
static void
test_below (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_label_new ("Above");
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 0, 0);

  keep (fixture, 1200, 600);
  gtk_widget_set_size_request (above, -1, 2000);
  fixture->view = news_picture_view_new (0);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_child (fixture->window, scroller);
  while (gtk_widget_get_width (scroller) == 0)
    g_main_context_iteration (NULL, TRUE);
  set_picture (fixture, picture);
  g_assert_cmpint (measure (fixture), ==, (int) (WIDTH / 1.5));
  ui_test_wait (is_drawn, fixture);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
}

/* A small one is not blown up. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 40, 20);

  set_picture (fixture, picture);
  g_assert_cmpint (measure (fixture), ==, 20);
  g_assert_cmpint (news_picture_view_get_own_width (fixture->view), ==, 40);
}

static gboolean
has_ground (Fixture *fixture, const char *name)
{
  return gtk_widget_has_css_class (GTK_WIDGET (fixture->view), name);
}

/* Black ink that one can see through is laid on something light, and nothing else is. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) drawing
    = ui_pictures_create_picture ("https://pictures.example/drawing.png", 40, 20);
  g_autoptr (NewsPicture) white
    = ui_pictures_create_picture ("https://pictures.example/white.png", 40, 20);
  g_autoptr (NewsPicture) photo = ui_pictures_create_picture (URL, 400, 200);
  g_autoptr (GBytes) black_png = ui_picture_files_create_drawing (40, 20, 0x101010ff);
  g_autoptr (GBytes) white_png = ui_picture_files_create_drawing (40, 20, 0xf8f8f8ff);

  keep (fixture, 400, 200);
  ui_pictures_keep (fixture->pictures, "https://pictures.example/drawing.png", black_png);
  ui_pictures_keep (fixture->pictures, "https://pictures.example/white.png", white_png);
  set_picture (fixture, drawing);
  ui_test_wait (is_drawn, fixture);
  g_assert_true (has_ground (fixture, "light-ground"));

  set_picture (fixture, white);
  g_assert_false (has_ground (fixture, "light-ground"));
  ui_test_wait (is_drawn, fixture);
  g_assert_true (has_ground (fixture, "dark-ground"));

  set_picture (fixture, photo);
  ui_test_wait (is_drawn, fixture);
  g_assert_false (has_ground (fixture, "light-ground"));
  g_assert_false (has_ground (fixture, "dark-ground"));
}

/* What could not be had may be had later, and is asked for. */
static void
test_retry (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = news_test_server_dup_url (fixture->pictures->server, "/a.png");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (url, 400, 200);

  set_picture (fixture, picture);
  ui_test_wait (is_missing, fixture);
  g_assert_nonnull (news_picture_view_get_error (fixture->view));
  news_picture_view_retry (fixture->view);
  g_assert_false (is_missing (fixture));
  g_assert_null (news_picture_view_get_error (fixture->view));
  ui_test_wait (is_missing, fixture);
  g_assert_cmpuint (news_test_server_count (fixture->pictures->server, "/a.png"), ==, 2);
}

/* With a ratio given, no picture changes it, and each fills it. */
static void
test_ratio (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 0, 0);

  keep (fixture, 40, 900);
  news_picture_view_set_ratio (fixture->view, 2);
  set_picture (fixture, picture);
  ui_test_wait (is_drawn, fixture);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
  g_assert_true (is_filled (fixture));
}

/* However narrow or wide a picture, it leaves room for words. */
static void
test_odd_sizes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) high = ui_pictures_create_picture (URL, 1000, 100000);
  g_autoptr (NewsPicture) wide
    = ui_pictures_create_picture ("https://pictures.example/b.png", 100000, 1);

  set_picture (fixture, high);
  g_assert_cmpint (measure (fixture), ==, WIDTH * 2);
  set_picture (fixture, wide);
  g_assert_cmpint (measure (fixture), ==, WIDTH / 4);
}

/* A broken one, a huge one, one that is not there: each keeps its place, and says what it is. */
static void
check_missing (Fixture *fixture, const char *url, int height)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (url, 400, 200);

  picture->alt = g_strdup ("A bridge");
  set_picture (fixture, picture);
  ui_test_wait (is_missing, fixture);
  g_assert_cmpint (measure (fixture), ==, height);
  g_assert_false (is_drawn (fixture));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A bridge");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->view),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  set_picture (fixture, NULL);
  g_assert_false (is_missing (fixture));
  /* What was missing is not said of the next one. */
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->view),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "\x89PNG, and then something else";
  g_autofree char *nowhere = news_test_server_dup_url (fixture->pictures->server, "/status/404");
  g_autoptr (GBytes) broken = g_bytes_new_static (words, sizeof words - 1);
  g_autoptr (GBytes) huge = ui_pictures_create_png_head (50000, 50000);

  ui_pictures_keep (fixture->pictures, "https://pictures.example/broken.png", broken);
  ui_pictures_keep (fixture->pictures, "https://pictures.example/huge.png", huge);
  check_missing (fixture, "https://pictures.example/broken.png", WIDTH / 2);
  check_missing (fixture, "https://pictures.example/huge.png", WIDTH / 2);
  check_missing (fixture, nowhere, WIDTH / 2);
}

static void
test_alt (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->view);
  g_autoptr (NewsPicture) with = ui_pictures_create_picture (URL, 400, 200);
  g_autoptr (NewsPicture) without
    = ui_pictures_create_picture ("https://pictures.example/b.png", 400, 200);

  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_IMG);
  with->alt = g_strdup ("A bridge");
  set_picture (fixture, with);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "A bridge");
  set_picture (fixture, without);
  g_assert_false (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* A row that is filled again with the same picture does not blink; with another it shows that. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 400, 200);
  g_autoptr (NewsPicture) same = ui_pictures_create_picture (URL, 400, 200);
  g_autoptr (NewsPicture) other
    = ui_pictures_create_picture ("https://pictures.example/other.png", 400, 200);

  keep (fixture, 400, 200);
  set_picture (fixture, picture);
  ui_test_wait (is_drawn, fixture);
  set_picture (fixture, same);
  g_assert_true (is_drawn (fixture));
  set_picture (fixture, other);
  g_assert_false (is_drawn (fixture));
}

#define ADD(name, function) \
  g_test_add ("/picture-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("place", test_place);
  ADD ("waiting", test_waiting);
  ADD ("unknown-size", test_unknown_size);
  ADD ("lie", test_lie);
  ADD ("below", test_below);
  ADD ("small", test_small);
  ADD ("ground", test_ground);
  ADD ("retry", test_retry);
  ADD ("ratio", test_ratio);
  ADD ("odd-sizes", test_odd_sizes);
  ADD ("missing", test_missing);
  ADD ("alt", test_alt);
  ADD ("again", test_again);

  return g_test_run ();
}
