/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-opml.h"

#include <string.h>

/* The bytes of an OPML file. Whatever comes in, only web addresses come out. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (NewsOpml) opml = NULL;

  fuzz_expect_silence ();
  opml = news_opml_new_from_bytes (bytes, NULL);
  for (guint i = 0; opml != NULL && i < opml->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (opml->sources, i);

      g_assert_true (g_str_has_prefix (news_source_get_parameter (source, "feed"), "http"));
      g_assert_true (g_utf8_validate (source->name, -1, NULL));
    }

  return 0;
}
