/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The addresses that a person may mean by @typed, an array of char*, the likeliest first; none, if
 * it is no address on the web. */
GPtrArray *news_candidates_list (const char *typed);

G_END_DECLS
