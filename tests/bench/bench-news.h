/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-corpus-filler.h"

G_BEGIN_DECLS

/* Has @count articles come to the store that are newer than all that it has, as if a source had
 * just told of them. The caller's thread waits. Ends the program where that can't be done. */
void bench_news_bring (NewsCorpus *corpus, NewsStore *store, guint count);

G_END_DECLS
