/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-edition.h"

static void
check_section (NewsEdition *edition, NewsSection *section)
{
  g_assert_true (news_edition_get_section (edition, section->id) == section);
  for (guint i = 0; i < section->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (section->queries, i);

      g_assert_nonnull (news_edition_get_source (edition, query->source));
    }
}

/* The bytes of an edition's file. What is an edition has all that it names, and comes back from
 * what is written of it as it was. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsEdition) edition = NULL;
  g_autoptr (NewsEdition) copy = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again = NULL;

  fuzz_expect_silence ();
  edition = news_edition_new_from_bytes (bytes, "fuzz", &error);
  g_assert_true ((edition == NULL) == (error != NULL));
  if (edition == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  for (guint i = 0; i < edition->sections->len; i++)
    check_section (edition, g_ptr_array_index (edition->sections, i));

  written = news_edition_to_bytes (edition);
  copy = news_edition_new_from_bytes (written, "written", &error);
  g_assert_no_error (error);
  again = news_edition_to_bytes (copy);
  g_assert_true (g_bytes_equal (written, again));

  return 0;
}
