/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When the year, month or day begins that @text names ("2026", "2026-02", "2026/2/5", "2026.02.05",
 * "2026年2月5日"), in the reader's time zone. *@time gets the seconds since 1970. FALSE if it names
 * none. */
gboolean news_search_date_parse (const char *text, gint64 *time);

G_END_DECLS
