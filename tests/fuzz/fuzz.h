/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>
#include <stdint.h>

/* What libFuzzer calls with bytes of its own making; see its documentation. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
