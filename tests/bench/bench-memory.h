/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What this process takes of the memory, in MB, as the kernel counts it: PSS, in which what
 * processes share is divided among them. */
double bench_memory_get (void);

G_END_DECLS
