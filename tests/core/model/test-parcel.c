/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-parcel.h"

#define FORM 7

static void
test_order (void)
{
  g_autoptr (NewsParcel) parcel = news_parcel_new ();
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *first = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *none = NULL;
  g_autofree char *last = NULL;
  NewsParcelReader reader;
  guint32 number;

  news_parcel_add_text (parcel, "first");
  news_parcel_add_number (parcel, G_MAXUINT32);
  news_parcel_add_text (parcel, "");
  news_parcel_add_text (parcel, NULL);
  news_parcel_add_number (parcel, 0);
  news_parcel_add_text (parcel, "新闻");
  variant = news_parcel_to_variant (parcel, FORM);

  g_assert_true (news_parcel_reader_init (&reader, variant, FORM));
  g_assert_true (news_parcel_reader_take_text (&reader, TRUE, &first));
  g_assert_cmpstr (first, ==, "first");
  g_assert_true (news_parcel_reader_take_number (&reader, G_MAXUINT32, &number));
  g_assert_cmpuint (number, ==, G_MAXUINT32);
  g_assert_true (news_parcel_reader_take_text (&reader, FALSE, &empty));
  g_assert_cmpstr (empty, ==, "");
  g_assert_true (news_parcel_reader_take_text (&reader, FALSE, &none));
  g_assert_null (none);
  g_assert_true (news_parcel_reader_take_number (&reader, 0, &number));
  g_assert_cmpuint (number, ==, 0);
  g_assert_false (news_parcel_reader_is_at_end (&reader));
  g_assert_true (news_parcel_reader_take_text (&reader, FALSE, &last));
  g_assert_cmpstr (last, ==, "新闻");
  g_assert_true (news_parcel_reader_is_at_end (&reader));

  g_clear_pointer (&last, g_free);
  g_assert_false (news_parcel_reader_take_text (&reader, FALSE, &last));
  g_assert_null (last);
  g_assert_false (news_parcel_reader_take_number (&reader, G_MAXUINT32, &number));
}

static void
test_empty (void)
{
  g_autoptr (NewsParcel) parcel = news_parcel_new ();
  g_autoptr (GVariant) variant = news_parcel_to_variant (parcel, FORM);
  NewsParcelReader reader;
  char *text;

  g_assert_true (news_parcel_reader_init (&reader, variant, FORM));
  g_assert_true (news_parcel_reader_is_at_end (&reader));
  g_assert_false (news_parcel_reader_take_text (&reader, FALSE, &text));
}

/* What is there, and is not what was asked for. */
static void
test_refused (void)
{
  g_autoptr (NewsParcel) parcel = news_parcel_new ();
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) text = g_variant_ref_sink (g_variant_new_string ("text"));
  NewsParcelReader reader;
  guint32 number;
  char *taken;

  news_parcel_add_number (parcel, 5);
  news_parcel_add_text (parcel, "");
  variant = news_parcel_to_variant (parcel, FORM);

  g_assert_false (news_parcel_reader_init (&reader, text, FORM));
  g_assert_true (news_parcel_reader_is_at_end (&reader));
  g_assert_false (news_parcel_reader_init (&reader, variant, FORM + 1));
  g_assert_true (news_parcel_reader_init (&reader, variant, FORM));
  g_assert_false (news_parcel_reader_take_number (&reader, 4, &number));
  g_assert_true (news_parcel_reader_take_number (&reader, 5, &number));
  g_assert_false (news_parcel_reader_take_text (&reader, TRUE, &taken));
  g_assert_null (taken);
}

/* Takes texts of the @sizes that a damaged file tells of @bytes. Returns how many it gets, or -1 if
 * it is none at all. */
static int
take_texts (const char *bytes, gsize n_bytes, const guint32 *sizes, gsize n_sizes)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new ("(u@au@ay)", FORM,
                   g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, sizes, n_sizes, sizeof *sizes),
                   g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, n_bytes, 1)));
  NewsParcelReader reader;
  int n = 0;

  if (!news_parcel_reader_init (&reader, variant, FORM))
    return -1;

  while (!news_parcel_reader_is_at_end (&reader))
    {
      g_autofree char *text = NULL;

      if (!news_parcel_reader_take_text (&reader, FALSE, &text))
        break;
      g_assert_true (g_utf8_validate (text, -1, NULL));
      n++;
    }

  return n;
}

static void
test_sizes (void)
{
  static const char bytes[] = "a新b";
  static const guint32 right[] = { 2, 4, 2 };
  static const guint32 within[] = { 2, 3, 2 };
  static const guint32 beyond[] = { 2, 4, 3 };
  static const guint32 huge[] = { G_MAXUINT32, 2, 2 };
  static const guint32 few[] = { 2, 4 };

  g_assert_cmpint (take_texts (bytes, 5, right, 3), ==, 3);
  g_assert_cmpint (take_texts (bytes, 5, within, 3), ==, 1);
  g_assert_cmpint (take_texts (bytes, 5, beyond, 3), ==, 2);
  g_assert_cmpint (take_texts (bytes, 5, huge, 3), ==, 0);
  g_assert_cmpint (take_texts (bytes, 5, few, 2), ==, 2);
  g_assert_cmpint (take_texts (bytes, 6, right, 3), ==, -1);
  g_assert_cmpint (take_texts (bytes, 3, right, 3), ==, -1);
  g_assert_cmpint (take_texts ("a\xff", 2, right, 3), ==, -1);
  g_assert_cmpint (take_texts (NULL, 0, right, 3), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parcel/order", test_order);
  g_test_add_func ("/parcel/empty", test_empty);
  g_test_add_func ("/parcel/refused", test_refused);
  g_test_add_func ("/parcel/sizes", test_sizes);

  return g_test_run ();
}
