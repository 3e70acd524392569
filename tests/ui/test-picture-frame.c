/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-picture-frame.h"
#include "news-picture-view.h"
#include "ui-picture-files.h"
#include "ui-pictures.h"

#define URL "https://pictures.example/a.png"
#define WIDTH 320

typedef struct
{
  UiPictures *pictures;
  GtkWidget *box;
  GtkWidget *frame;
  GtkWindow *window;
  GString *record;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pictures = ui_pictures_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->frame = news_picture_frame_new ();
  fixture->record = ui_test_record_actions (fixture->box);
  gtk_box_append (GTK_BOX (fixture->box), fixture->frame);
  fixture->window = ui_test_show (fixture->box, WIDTH, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  ui_pictures_free (fixture->pictures);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = ui_test_find (fixture->frame, GTK_TYPE_WIDGET, name);

  g_assert_nonnull (widget);

  return widget;
}

static void
set_picture (Fixture *fixture, NewsPicture *picture)
{
  news_picture_frame_set_picture (NEWS_PICTURE_FRAME (fixture->frame), fixture->pictures->loader,
                                  picture);
}

static NewsPictureView *
get_view (Fixture *fixture)
{
  return NEWS_PICTURE_VIEW (find (fixture, "view"));
}

static gboolean
has_image (gpointer data)
{
  return news_picture_view_get_image (get_view (data)) != NULL;
}

static gboolean
has_error (gpointer data)
{
  return news_picture_view_get_error (get_view (data)) != NULL;
}

static int
measure (Fixture *fixture)
{
  int height;

  gtk_widget_measure (fixture->frame, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);

  return height;
}

/* A click, Enter and Space ask for the viewer; the button says what it is a picture of. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 400, 200);
  g_autoptr (GBytes) png = ui_pictures_create_png (400, 200);
  GtkWidget *button = find (fixture, "button");

  news_picture_add_file (picture, "https://pictures.example/wide.png", 800, 400);
  picture->alt = g_strdup ("A bridge");
  ui_pictures_keep (fixture->pictures, URL, png);
  set_picture (fixture, picture);
  ui_test_wait (has_image, fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A bridge");
  g_assert_true (gtk_widget_get_focusable (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->record->str, ==, "view-picture 'https://pictures.example/wide.png'\n");
  g_assert_false (gtk_widget_get_visible (find (fixture, "missing")));
  g_assert_cmpint (measure (fixture), ==, WIDTH / 2);
}

/* A click is no reason for the page to scroll to what is focused. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_focus_on_click (find (fixture, "button")));
}

/* A broken one keeps its place with the words of what it shows, and can be asked for again. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = news_test_server_dup_url (fixture->pictures->server, "/a.png");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (url, 800, 400);
  int before;

  picture->alt = g_strdup ("A bridge <of> stone");
  set_picture (fixture, picture);
  before = measure (fixture);
  ui_test_wait (has_error, fixture);
  g_assert_cmpint (measure (fixture), ==, before);
  g_assert_true (gtk_widget_get_visible (find (fixture, "missing")));
  g_assert_nonnull (ui_test_find_text (fixture->frame, "A bridge <of> stone"));
  g_assert_nonnull (ui_test_find_text (fixture->frame, "This picture could not be loaded"));
  /* There is nothing to be looked at closely, and no stop for the keyboard but one. */
  g_assert_false (gtk_widget_get_focusable (find (fixture, "button")));

  g_signal_emit_by_name (find (fixture, "again"), "clicked");
  g_assert_false (gtk_widget_get_visible (find (fixture, "missing")));
  ui_test_wait (has_error, fixture);
  g_assert_cmpuint (news_test_server_count (fixture->pictures->server, "/a.png"), ==, 2);
  g_assert_true (gtk_widget_get_visible (find (fixture, "missing")));

  set_picture (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (find (fixture, "missing")));
}

/* One that moves stands still until its button is pressed. */
static void
test_moving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 32, 16);
  g_autoptr (NewsPicture) still
    = ui_pictures_create_picture ("https://pictures.example/b.png", 40, 20);
  g_autoptr (GBytes) gif = ui_picture_files_create_gif (32, 16, 3, 2, TRUE);
  g_autoptr (GBytes) png = ui_pictures_create_png (40, 20);

  ui_pictures_keep (fixture->pictures, URL, gif);
  ui_pictures_keep (fixture->pictures, "https://pictures.example/b.png", png);
  set_picture (fixture, picture);
  ui_test_wait (has_image, fixture);
  g_assert_true (gtk_widget_get_visible (find (fixture, "play")));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find (fixture, "play")), ==,
                   "Play the Moving Picture");
  g_signal_emit_by_name (find (fixture, "play"), "clicked");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find (fixture, "play")), ==,
                   "Stop the Moving Picture");

  set_picture (fixture, still);
  g_assert_false (gtk_widget_get_visible (find (fixture, "play")));
  ui_test_wait (has_image, fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture, "play")));
}

/* One that is narrower than the page is not blown up, nor does an empty place surround it. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 100, 50);
  g_autoptr (GBytes) png = ui_pictures_create_png (100, 50);

  ui_pictures_keep (fixture->pictures, URL, png);
  set_picture (fixture, picture);
  ui_test_wait (has_image, fixture);
  ui_test_draw (fixture->frame);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_view (fixture))), ==, 100);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_view (fixture))), ==, 50);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) empty = news_picture_new ();

  g_assert_null (news_picture_frame_get_address (empty));
  set_picture (fixture, empty);
  ui_test_wait (has_error, fixture);
  g_assert_true (gtk_widget_get_visible (find (fixture, "missing")));
}

#define ADD(name, function) \
  g_test_add ("/picture-frame/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("open", test_open);
  ADD ("focus", test_focus);
  ADD ("missing", test_missing);
  ADD ("moving", test_moving);
  ADD ("small", test_small);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
