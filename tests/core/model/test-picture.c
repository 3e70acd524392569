/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture.h"

static NewsPicture *
create (void)
{
  NewsPicture *picture = news_picture_new ();

  news_picture_add_file (picture, "https://a.example/p.jpg", 0, 0);
  news_picture_add_file (picture, "https://a.example/p-1024x640.jpg", 1024, 640);
  news_picture_add_file (picture, "https://a.example/p-300x188.jpg", 300, 188);
  news_picture_add_file (picture, "https://a.example/p-300x188.jpg", 300, 188);

  return picture;
}

static void
test_choose (void)
{
  g_autoptr (NewsPicture) picture = create ();
  g_autoptr (NewsPicture) bare = news_picture_new ();

  g_assert_cmpuint (picture->files->len, ==, 3);
  g_assert_cmpint (news_picture_choose (picture, 100)->width, ==, 300);
  g_assert_cmpint (news_picture_choose (picture, 300)->width, ==, 300);
  g_assert_cmpint (news_picture_choose (picture, 301)->width, ==, 1024);
  g_assert_cmpint (news_picture_choose (picture, 5000)->width, ==, 1024);

  g_assert_null (news_picture_choose (bare, 100));
  news_picture_add_file (bare, "https://a.example/q.jpg", -1, 0);
  g_assert_cmpstr (news_picture_choose (bare, 100)->url, ==, "https://a.example/q.jpg");
  g_assert_cmpint (news_picture_choose (bare, 100)->width, ==, 0);
}

static gboolean
same (const char *one, const char *other)
{
  g_autoptr (NewsPicture) a = news_picture_new ();
  g_autoptr (NewsPicture) b = news_picture_new ();

  news_picture_add_file (a, one, 0, 0);
  news_picture_add_file (b, other, 0, 0);

  return news_picture_same_image (a, b);
}

static void
test_same_image (void)
{
  g_assert_true (same ("https://a.example/x/p-1024x640.jpg", "https://a.example/x/p.jpg"));
  g_assert_true (same ("http://a.example/x/p.jpg?w=300", "https://a.example/x/p.jpg"));
  g_assert_true (same ("https://a.example/p-scaled.jpg", "https://a.example/p-640x1.jpg"));
  g_assert_true (same ("https://a.example/p.jpg?key=1", "https://a.example/p.jpg?key=2"));
  g_assert_true (same ("http://a.example/p?id=1&w=300", "http://a.example/p?width=640&id=1"));
  g_assert_false (same ("http://a.example/p?id=1&w=300", "http://a.example/p?id=2&w=300"));
  g_assert_false (same ("http://a.example/p?id=1", "http://a.example/p"));
  g_assert_false (same ("https://a.example/p-1.jpg", "https://a.example/p-2.jpg"));
  g_assert_false (same ("https://a.example/a-1x2.jpg", "https://a.example/b-1x2.jpg"));
  g_assert_false (same ("https://a.example/p-1024x.jpg", "https://a.example/p.jpg"));
}

static void
test_equal (void)
{
  g_autoptr (NewsPicture) one = create ();
  g_autoptr (NewsPicture) other = create ();

  g_assert_true (news_picture_equal (NULL, NULL));
  g_assert_false (news_picture_equal (one, NULL));
  g_assert_false (news_picture_equal (NULL, one));
  g_assert_true (news_picture_equal (one, other));
  other->credit = g_strdup ("A. Person");
  g_assert_false (news_picture_equal (one, other));
  one->credit = g_strdup ("A. Person");
  g_assert_true (news_picture_equal (one, other));
  g_array_index (other->files, NewsPictureFile, 0).width++;
  g_assert_false (news_picture_equal (one, other));
  news_picture_add_file (one, "https://a.example/another.jpg", 0, 0);
  g_assert_false (news_picture_equal (one, other));
}

static void
test_variant (void)
{
  g_autoptr (NewsPicture) picture = create ();
  g_autoptr (NewsPicture) copy = NULL;
  g_autoptr (GVariant) variant = NULL;

  picture->alt = g_strdup ("A harbour");
  picture->credit = g_strdup ("A. Person");
  variant = g_variant_ref_sink (news_picture_to_variant (picture));
  copy = news_picture_new_from_variant (variant);

  g_assert_cmpuint (copy->files->len, ==, 3);
  g_assert_cmpstr (copy->alt, ==, "A harbour");
  g_assert_null (copy->caption);
  g_assert_cmpstr (copy->credit, ==, "A. Person");
  g_assert_cmpint (news_picture_choose (copy, 301)->height, ==, 640);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/choose", test_choose);
  g_test_add_func ("/picture/same-image", test_same_image);
  g_test_add_func ("/picture/equal", test_equal);
  g_test_add_func ("/picture/variant", test_variant);

  return g_test_run ();
}
