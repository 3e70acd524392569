/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "bench-corpus.h"

G_BEGIN_DECLS

/* Has the application's cache of pictures, which is empty, have those of the newest articles, and
 * of the one below: leads in all sizes, and the pictures of the bodies. They are made once and kept
 * beside the stores, as to write so many takes time. */
void bench_pictures_link (BenchCorpus *corpus);

/* Of the newest articles the longest one that is in English and has pictures in its body. */
guint bench_pictures_find_long (NewsCorpus *corpus);

G_END_DECLS
