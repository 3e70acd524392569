/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-variant-bytes.h"

#include <string.h>

void
news_variant_bytes_align (GByteArray *bytes, gsize alignment)
{
  static const guint8 zeros[8];
  gsize over = bytes->len % alignment;

  if (over > 0)
    g_byte_array_append (bytes, zeros, (guint) (alignment - over));
}

void
news_variant_bytes_add_string (GByteArray *bytes, const char *string)
{
  g_byte_array_append (bytes, (const guint8 *) string, (guint) strlen (string) + 1);
}

void
news_variant_bytes_add_int32 (GByteArray *bytes, gint32 number)
{
  news_variant_bytes_align (bytes, sizeof number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

void
news_variant_bytes_add_maybe_string (GByteArray *bytes, const char *string)
{
  static const guint8 zero = 0;

  if (string == NULL)
    return;

  /* What is something is told from nothing by one more byte, where its size is not fixed. */
  news_variant_bytes_add_string (bytes, string);
  g_byte_array_append (bytes, &zero, 1);
}

void
news_variant_bytes_end (GByteArray *bytes, gsize start, const gsize *ends, gsize n_ends)
{
  gsize length = bytes->len - start;
  guint width = 1;

  /* The least size that has room for the length of all, these numbers included. */
  while (width < sizeof (guint64) && length + n_ends * width >= (guint64) 1 << (8 * width))
    width *= 2;

  for (gsize i = 0; i < n_ends; i++)
    {
      /* Whatever the machine, these are little-endian. */
      guint64 end = GUINT64_TO_LE ((guint64) (ends[i] - start));

      g_byte_array_append (bytes, (const guint8 *) &end, width);
    }
}
