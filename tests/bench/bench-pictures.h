/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "bench-corpus.h"

G_BEGIN_DECLS

/* Puts the pictures of @count articles from @first on into @folder, where the application's cache
 * of pictures is: leads in all sizes, and those of the bodies. */
void bench_pictures_keep (NewsCorpus *corpus, const char *folder, guint first, guint count);

/* Of the newest articles the longest one that is in English and has pictures in its body. */
guint bench_pictures_find_long (NewsCorpus *corpus);

G_END_DECLS
