/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-edition.h"

/* The bytes of an edition's parcel, as the file in the cache may have them after all else. What is
 * an edition is one by its JSON too, and comes back from what is packed of it as it was. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new_from_bytes (G_VARIANT_TYPE (NEWS_PARCEL_TYPE), bytes, FALSE));
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) edition = NULL;
  g_autoptr (NewsEdition) parsed = NULL;
  g_autoptr (NewsEdition) unpacked = NULL;
  g_autoptr (GVariant) packed = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again = NULL;

  fuzz_expect_silence ();
  edition = news_edition_new_from_variant (variant);
  if (edition == NULL)
    return 0;

  written = news_edition_to_bytes (edition);
  parsed = news_edition_new_from_bytes (written, "written", &error);
  g_assert_no_error (error);

  packed = news_edition_to_variant (parsed);
  unpacked = news_edition_new_from_variant (packed);
  g_assert_nonnull (unpacked);
  again = news_edition_to_bytes (unpacked);
  g_assert_true (g_bytes_equal (written, again));

  return 0;
}
