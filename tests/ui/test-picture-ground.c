/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-ground.h"

#include <glib.h>

/* A picture of @ground with @ink in so many of a hundred of its rows; RRGGBBAA. */
static GdkPixbuf *
create (guint32 ground, guint32 ink, int percent)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 100, 100);
  g_autoptr (GdkPixbuf) rows = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, 100, percent);

  gdk_pixbuf_fill (pixbuf, ground);
  gdk_pixbuf_fill (rows, ink);

  return pixbuf;
}

static void
check (guint32 ground, guint32 ink, int percent, NewsPictureGround expected)
{
  g_autoptr (GdkPixbuf) pixbuf = create (ground, ink, percent);

  g_test_message ("%08x on %08x", ink, ground);
  g_assert_cmpint (news_picture_ground_find (pixbuf), ==, expected);
}

#define CLEAR 0x00000000
#define WHITE_CLEAR 0xffffff00

static void
test_ink (void)
{
  check (CLEAR, 0x000000ff, 30, NEWS_PICTURE_GROUND_LIGHT);
  check (WHITE_CLEAR, 0x202040ff, 5, NEWS_PICTURE_GROUND_LIGHT);
  check (CLEAR, 0x8b0000ff, 30, NEWS_PICTURE_GROUND_LIGHT);
  check (CLEAR, 0xffffffff, 30, NEWS_PICTURE_GROUND_DARK);
  check (CLEAR, 0xe0e0d8ff, 30, NEWS_PICTURE_GROUND_DARK);
  /* The accent colours of a logo show on both. */
  check (CLEAR, 0xe5732fff, 30, NEWS_PICTURE_GROUND_ANY);
  check (CLEAR, 0x30a050ff, 30, NEWS_PICTURE_GROUND_ANY);
}

/* A chart's words are black, whatever colours its bars have. */
static void
test_words (void)
{
  g_autoptr (GdkPixbuf) pixbuf = create (CLEAR, 0xe5732fff, 40);
  g_autoptr (GdkPixbuf) words = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 90, 100, 8);

  gdk_pixbuf_fill (words, 0x000000ff);
  g_assert_cmpint (news_picture_ground_find (pixbuf), ==, NEWS_PICTURE_GROUND_LIGHT);
}

/* What covers its place needs no ground: photographs, and screenshots with round corners. */
static void
test_covering (void)
{
  g_autoptr (GdkPixbuf) photo = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 100, 100);

  gdk_pixbuf_fill (photo, 0x000000ff);
  g_assert_cmpint (news_picture_ground_find (photo), ==, NEWS_PICTURE_GROUND_ANY);
  check (CLEAR, 0x101010ff, 98, NEWS_PICTURE_GROUND_ANY);
  check (0x101010ff, 0x000000ff, 50, NEWS_PICTURE_GROUND_ANY);
}

/* There is nothing to be seen of a shadow alone, or of nothing. */
static void
test_nothing (void)
{
  g_autoptr (GdkPixbuf) dot = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 1, 1);

  check (CLEAR, 0x00000030, 50, NEWS_PICTURE_GROUND_ANY);
  check (CLEAR, CLEAR, 50, NEWS_PICTURE_GROUND_ANY);
  gdk_pixbuf_fill (dot, CLEAR);
  g_assert_cmpint (news_picture_ground_find (dot), ==, NEWS_PICTURE_GROUND_ANY);
}

/* Large ones are looked at here and there; rows of odd lengths are met. */
static void
test_large (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 3001, 1999);
  g_autoptr (GdkPixbuf) part = gdk_pixbuf_new_subpixbuf (pixbuf, 1000, 500, 1000, 1000);

  gdk_pixbuf_fill (pixbuf, CLEAR);
  gdk_pixbuf_fill (part, 0x000000ff);
  g_assert_cmpint (news_picture_ground_find (pixbuf), ==, NEWS_PICTURE_GROUND_LIGHT);
  g_assert_cmpint (news_picture_ground_find (part), ==, NEWS_PICTURE_GROUND_ANY);
}

static void
test_classes (void)
{
  g_assert_null (news_picture_ground_get_class (NEWS_PICTURE_GROUND_ANY));
  g_assert_cmpstr (news_picture_ground_get_class (NEWS_PICTURE_GROUND_LIGHT), ==, "light-ground");
  g_assert_cmpstr (news_picture_ground_get_class (NEWS_PICTURE_GROUND_DARK), ==, "dark-ground");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-ground/ink", test_ink);
  g_test_add_func ("/picture-ground/words", test_words);
  g_test_add_func ("/picture-ground/covering", test_covering);
  g_test_add_func ("/picture-ground/nothing", test_nothing);
  g_test_add_func ("/picture-ground/large", test_large);
  g_test_add_func ("/picture-ground/classes", test_classes);

  return g_test_run ();
}
