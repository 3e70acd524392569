/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-animation.h"
#include "ui-picture-files.h"
#include "ui-pictures.h"

#define URL "https://pictures.example/moving"

typedef struct
{
  UiPictures *pictures;
  NewsPicture *picture;
  NewsAnimation *animation;
  guint frames;
  guint32 last; /* the first pixel of the last frame */
} Fixture;

static void
frame_cb (NewsAnimation *animation, GdkTexture *texture, Fixture *fixture)
{
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guint8 *pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));

  gdk_texture_download (texture, pixels, stride);
  fixture->last = *(guint32 *) (gpointer) pixels;
  fixture->frames++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pictures = ui_pictures_new ();
  fixture->picture = ui_pictures_create_picture (URL, 0, 0);
  fixture->animation = news_animation_new (fixture->pictures->loader, fixture->picture, 16);
  g_signal_connect (fixture->animation, "frame", G_CALLBACK (frame_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_animation_set_playing (fixture->animation, FALSE);
  g_object_add_weak_pointer (G_OBJECT (fixture->animation), (gpointer *) &fixture->animation);
  g_object_unref (fixture->animation);
  /* A frame on its way holds it until it has come. */
  while (fixture->animation != NULL)
    g_main_context_iteration (NULL, TRUE);
  news_picture_unref (fixture->picture);
  ui_pictures_free (fixture->pictures);
}

static void
keep (Fixture *fixture, GBytes *bytes)
{
  ui_pictures_keep (fixture->pictures, URL, bytes);
  g_bytes_unref (bytes);
}

static void
wait_for_frames (Fixture *fixture, guint frames)
{
  while (fixture->frames < frames)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_end (Fixture *fixture)
{
  while (news_animation_get_playing (fixture->animation))
    g_main_context_iteration (NULL, TRUE);
}

/* It stands still until it is asked, goes on and on, and stops when it is asked. */
static void
test_play (Fixture *fixture, gconstpointer data)
{
  guint32 before;

  keep (fixture, ui_picture_files_create_gif (32, 16, 3, 2, TRUE));
  g_assert_false (news_animation_get_playing (fixture->animation));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (fixture->frames, ==, 0);

  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_frames (fixture, 1);
  before = fixture->last;
  wait_for_frames (fixture, 2);
  g_assert_cmpuint (fixture->last, !=, before);
  wait_for_frames (fixture, 7);
  g_assert_true (news_animation_get_playing (fixture->animation));

  news_animation_set_playing (fixture->animation, FALSE);
  fixture->frames = 0;
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (fixture->frames, ==, 0);
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_frames (fixture, 1);
}

static void
test_webp (Fixture *fixture, gconstpointer data)
{
  guint32 before;

  keep (fixture, ui_picture_files_create_webp (32, 16, 3));
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_frames (fixture, 1);
  before = fixture->last;
  while (fixture->last == before)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody waits for what ends, is broken, stands still, is too large, or is not there. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  keep (fixture, ui_picture_files_create_gif (32, 16, 3, 2, FALSE));
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (fixture->frames, >=, 3);
}

static void
test_still (Fixture *fixture, gconstpointer data)
{
  keep (fixture, ui_picture_files_create_gif (32, 16, 1, 2, FALSE));
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (fixture->frames, ==, 0);
}

static void
test_huge (Fixture *fixture, gconstpointer data)
{
  keep (fixture, ui_picture_files_create_gif (5000, 5000, 3, 2, TRUE));
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (fixture->frames, ==, 0);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (fixture->frames, ==, 0);
}

/* One without a time between its frames does not take all of the machine's. */
static void
test_hasty (Fixture *fixture, gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();

  keep (fixture, ui_picture_files_create_gif (32, 16, 3, 0, TRUE));
  news_animation_set_playing (fixture->animation, TRUE);
  wait_for_frames (fixture, 4);
  /* Three times between four frames, and never less than each: a slow machine only takes longer. */
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 3 * 20 * 1000);
}

#define ADD(name, function) \
  g_test_add ("/animation/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("play", test_play);
  ADD ("webp", test_webp);
  ADD ("end", test_end);
  ADD ("still", test_still);
  ADD ("huge", test_huge);
  ADD ("missing", test_missing);
  ADD ("hasty", test_hasty);

  return g_test_run ();
}
