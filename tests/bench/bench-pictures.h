/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "bench-corpus.h"

G_BEGIN_DECLS

/* Where the pictures of the newest articles, and of the one below, are kept beside the stores:
 * leads in all sizes, and the pictures of the bodies. To write so many takes time. */
char *bench_pictures_dup_folder (BenchCorpus *corpus);

/* Makes them, unless they are there. GTK draws them, which a bench that measures memory had better
 * not have in its own: what two programs have in common counts half for each. */
void bench_pictures_make (BenchCorpus *corpus);

/* Has the application's cache of pictures, which is empty, have them. */
void bench_pictures_link (BenchCorpus *corpus);

/* Of the newest articles the longest one that is in English and has pictures in its body. */
guint bench_pictures_find_long (NewsCorpus *corpus);

G_END_DECLS
