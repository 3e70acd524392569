/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

G_BEGIN_DECLS

/* What ours is compared with: SQLite with one table of the articles' texts, and FTS5 as it comes,
 * with its own tokenizer, which indexes that table. No marks, no sections, no pages, no pictures.
 */
typedef struct _BenchPlainStore BenchPlainStore;

BenchPlainStore *bench_plain_store_new (const char *path);
void bench_plain_store_free (BenchPlainStore *self);

/* Adds @articles (NewsArticle), which are prepared, in one transaction. */
void bench_plain_store_add (BenchPlainStore *self, GPtrArray *articles);

G_END_DECLS
