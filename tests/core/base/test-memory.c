/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-memory.h"

#include <stdio.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What is freed at the end of the heap, in pieces that are not mapped by themselves. */
#define PIECES 30
#define PIECE 20000

#define MANY 1000

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

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

/* Pages. */
static guint64
get_resident (void)
{
  g_autofree char *text = NULL;
  guint64 all, resident;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &all, &resident), ==,
                   2);

  return resident;
}

/* Every second piece of many is free. */
static void
test_give_back (void)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  guint64 before;

  for (guint i = 0; i < MANY; i++)
    {
      gpointer piece = g_malloc (PIECE);

      memset (piece, 1, PIECE);
      g_ptr_array_add (i % 2 == 0 ? kept : gone, piece);
    }
  g_ptr_array_set_size (gone, 0);
  before = get_resident ();
  news_memory_give_back ();
  g_assert_cmpuint (get_resident (), <, before - MANY / 2 * PIECE / 4096 / 2);
}

#endif

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/kept", test_kept);
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
  g_test_add_func ("/memory/give-back", test_give_back);
#endif

  return g_test_run ();
}
