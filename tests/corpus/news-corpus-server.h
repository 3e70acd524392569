/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-corpus.h"
#include "news-test-server.h"

G_BEGIN_DECLS

/* Has @server be the sites of the first @sources sources: each answers with its @length newest
 * posts, without the newest @skipped, whatever page of them it is asked for. Returns the bytes of
 * all answers. */
gsize news_corpus_serve (NewsCorpus *self,
                         NewsTestServer *server,
                         guint sources,
                         guint skipped,
                         guint length);

G_END_DECLS
