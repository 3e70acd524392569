/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-animation-button.h"
#include "ui-picture-files.h"
#include "ui-pictures.h"

#define URL "https://pictures.example/moving.gif"

typedef struct
{
  UiPictures *pictures;
  NewsAnimation *animation;
  GtkWidget *button;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (URL, 0, 0);
  g_autoptr (GBytes) gif = ui_picture_files_create_gif (32, 16, 3, 2, TRUE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture->pictures = ui_pictures_new ();
  ui_pictures_keep (fixture->pictures, URL, gif);
  fixture->animation = news_animation_new (fixture->pictures->loader, picture, 16);
  fixture->button = g_object_new (NEWS_TYPE_ANIMATION_BUTTON, NULL);
  gtk_box_append (GTK_BOX (box), fixture->button);
  fixture->window = ui_test_show (box, 100, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->animation), (gpointer *) &fixture->animation);
  g_object_unref (fixture->animation);
  while (fixture->animation != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_pictures_free (fixture->pictures);
}

static void
set_animation (Fixture *fixture, NewsAnimation *animation)
{
  news_animation_button_set_animation (NEWS_ANIMATION_BUTTON (fixture->button), animation);
}

static void
assert_name (Fixture *fixture, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->button), ==, name);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->button));
  set_animation (fixture, fixture->animation);
  g_assert_true (gtk_widget_get_visible (fixture->button));
  assert_name (fixture, "Play the Moving Picture");

  g_signal_emit_by_name (fixture->button, "clicked");
  g_assert_true (news_animation_get_playing (fixture->animation));
  assert_name (fixture, "Stop the Moving Picture");
  g_signal_emit_by_name (fixture->button, "clicked");
  g_assert_false (news_animation_get_playing (fixture->animation));
  assert_name (fixture, "Play the Moving Picture");
}

/* Another picture, or none, ends what plays. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  set_animation (fixture, fixture->animation);
  news_animation_set_playing (fixture->animation, TRUE);
  set_animation (fixture, NULL);
  g_assert_false (news_animation_get_playing (fixture->animation));
  g_assert_false (gtk_widget_get_visible (fixture->button));
}

/* What nobody sees does not move. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  set_animation (fixture, fixture->animation);
  ui_test_draw (GTK_WIDGET (fixture->window));
  news_animation_set_playing (fixture->animation, TRUE);
  gtk_widget_set_visible (gtk_widget_get_parent (fixture->button), FALSE);
  g_assert_false (news_animation_get_playing (fixture->animation));
}

/* Who has just asked the desktop for less motion means this too. */
static void
test_less_motion (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  set_animation (fixture, fixture->animation);
  news_animation_set_playing (fixture->animation, TRUE);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_false (news_animation_get_playing (fixture->animation));
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

#define ADD(name, function) \
  g_test_add ("/animation-button/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("click", test_click);
  ADD ("other", test_other);
  ADD ("hidden", test_hidden);
  ADD ("less-motion", test_less_motion);

  return g_test_run ();
}
