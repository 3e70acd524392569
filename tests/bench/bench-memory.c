/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-memory.h"

#include <string.h>

double
bench_memory_get (void)
{
  g_autofree char *text = NULL;
  const char *at;

  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL));
  at = strstr (text, "\nPss:");
  g_assert_nonnull (at);

  return (double) g_ascii_strtoll (at + strlen ("\nPss:"), NULL, 10) / 1024;
}
