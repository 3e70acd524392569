/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-variant-bytes.h"

/* Takes @bytes over: they are what GVariant stores of @text. */
static void
assert_variant (GByteArray *bytes, const char *type, const char *text)
{
  g_autoptr (GBytes) written = g_byte_array_free_to_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (type), text, NULL, NULL, &error);
  g_autoptr (GBytes) expected = NULL;

  g_assert_no_error (error);
  expected = g_variant_get_data_as_bytes (variant);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* As many strings of a length make ends of each width. */
static void
test_strings (void)
{
  static const guint lengths[] = { 0, 1, 120, 252, 253, 254, 300, 65526, 65532, 65533, 70000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint n = 0; n <= 3; n++)
      {
        g_autofree char *string = g_strnfill (lengths[i], 'x');
        g_autoptr (GString) text = g_string_new ("[");
        GByteArray *bytes = g_byte_array_new ();
        gsize ends[3];

        for (guint k = 0; k < n; k++)
          {
            news_variant_bytes_add_string (bytes, string);
            ends[k] = bytes->len;
            g_string_append_printf (text, "%s'%s'", k > 0 ? ", " : "", string);
          }
        news_variant_bytes_end (bytes, 0, ends, n);
        g_string_append_c (text, ']');
        assert_variant (bytes, "as", text->str);
      }
}

static void
test_tuple (void)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize ends[2];

  news_variant_bytes_add_string (bytes, "abcd");
  ends[1] = bytes->len;
  news_variant_bytes_add_int32 (bytes, -2);
  news_variant_bytes_add_maybe_string (bytes, "efg");
  ends[0] = bytes->len;
  news_variant_bytes_add_maybe_string (bytes, NULL);
  news_variant_bytes_end (bytes, 0, ends, 2);

  assert_variant (bytes, "(simsms)", "('abcd', -2, 'efg', nothing)");
}

/* Containers in a container begin where their alignment says. */
static void
test_nested (void)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize ends[2];

  for (guint i = 0; i < 2; i++)
    {
      gsize start, end;

      news_variant_bytes_align (bytes, 4);
      start = bytes->len;
      news_variant_bytes_add_string (bytes, "ab");
      end = bytes->len;
      news_variant_bytes_add_int32 (bytes, 7);
      news_variant_bytes_end (bytes, start, &end, 1);
      ends[i] = bytes->len;
    }
  news_variant_bytes_end (bytes, 0, ends, 2);

  assert_variant (bytes, "a(si)", "[('ab', 7), ('ab', 7)]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variant-bytes/strings", test_strings);
  g_test_add_func ("/variant-bytes/tuple", test_tuple);
  g_test_add_func ("/variant-bytes/nested", test_nested);

  return g_test_run ();
}
