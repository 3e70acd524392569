/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

static inline void
fuzz_trap_cb (int number)
{
  abort ();
}

/* Lets complaints of GLib end the run, too: in a way that libFuzzer takes note of, with the bytes
 * that led there. */
static inline void
fuzz_expect_silence (void)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  signal (SIGTRAP, fuzz_trap_cb);
}

/* What libFuzzer calls with bytes of its own making; see its documentation. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
