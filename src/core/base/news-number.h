/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a whole number, as in "12" or "12.0"; what follows the point is dropped. FALSE for
 * everything else, and beyond 64 bits. */
gboolean news_number_parse (const char *text, gint64 *number);

G_END_DECLS
