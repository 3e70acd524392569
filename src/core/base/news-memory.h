/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Has the C library keep up to 1 MB of what was freed last, in each of its arenas, before it gives
 * it back to the system. To read one body takes some 200 KB, which glibc would give back and take
 * again for each of them (its limit is 128 KB): a quarter of the time that it takes to clean a
 * body. Does nothing with another library. To be called once, before there are threads. */
void news_memory_set_up (void);

/* Gives all that is free back to the system. Takes some milliseconds, in which others wait for
 * memory: to be called on a worker, where much was done and little is to be done next. */
void news_memory_give_back (void);

G_END_DECLS
