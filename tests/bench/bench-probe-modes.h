/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

/* How far a program is measured, as its last argument says: until its first frame, or until it has
 * come to rest. */
#define BENCH_PROBE_FRAME "frame"
#define BENCH_PROBE_REST "rest"
