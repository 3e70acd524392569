/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

/* The error for SQLite's extended result code @code. @system is the errno of the file operation
 * that failed, or 0; @words are SQLite's own. An interrupted query is G_IO_ERROR_CANCELLED, all
 * else is of NEWS_STORE_ERROR. */
GError *news_store_error_new (int code, int system, const char *words);

/* The error of a store that was closed. */
GError *news_store_error_new_closed (void);

G_END_DECLS
