/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>
#include <stdint.h>

/* Lets complaints of GLib end the run, too. */
static inline void
fuzz_expect_silence (void)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

/* What libFuzzer calls with bytes of its own making; see its documentation. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
