/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-descriptor.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDescriptor) descriptor = news_descriptor_new_from_bytes (bytes, "fuzz", &error);

  fuzz_expect_silence ();

  g_assert ((descriptor == NULL) == (error != NULL));

  return 0;
}
