/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A headline that was taken apart into words and signs, put together again as a person would write
 * it: "Today , May 14 : U . S . Indexes" is "Today, May 14: U.S. Indexes". What stands between
 * two blanks by right, such as a dash, stays so. Text that was never taken apart stays as it is,
 * but for the blanks between its words, which become single. To be freed. */
char *news_untokenise (const char *text);

G_END_DECLS
