/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define KEPT (1024 * 1024)
#define ARENAS 2

void
news_memory_set_up (void)
{
#ifdef __GLIBC__
  if (mallopt (M_TRIM_THRESHOLD, KEPT) == 0)
    g_debug ("Memory that was freed is given back at once: mallopt() failed");
  if (mallopt (M_ARENA_MAX, ARENAS) == 0)
    g_debug ("Threads have arenas of their own: mallopt() failed");
#endif
}

void
news_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (KEPT);
#endif
}
