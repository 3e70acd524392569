/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define KEPT (1024 * 1024)

void
news_memory_set_up (void)
{
#ifdef __GLIBC__
  if (mallopt (M_TRIM_THRESHOLD, KEPT) == 0)
    g_debug ("Memory that was freed is given back at once: mallopt() failed");
#endif
}

void
news_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
