/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-memory.h"

#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What is freed at the end of the heap, in pieces that are not mapped by themselves. */
#define PIECES 30
#define PIECE 20000

static gsize
measure_kept (void)
{
  gpointer pieces[PIECES];

  for (guint i = 0; i < PIECES; i++)
    {
      pieces[i] = g_malloc (PIECE);
      memset (pieces[i], 1, PIECE);
    }
  for (guint i = PIECES; i-- > 0;)
    g_free (pieces[i]);

#ifdef __GLIBC__
  return mallinfo2 ().keepcost;
#else
  return 0;
#endif
}

/* A sanitizer has an allocator of its own, and then nothing happens. */
static void
test_kept (void)
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
  g_assert_cmpuint (measure_kept (), <, PIECES * PIECE / 2);
  news_memory_set_up ();
  g_assert_cmpuint (measure_kept (), >=, PIECES * PIECE / 2);
#else
  news_memory_set_up ();
  measure_kept ();
#endif
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/kept", test_kept);

  return g_test_run ();
}
