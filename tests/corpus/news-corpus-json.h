/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-corpus.h"

G_BEGIN_DECLS

/* What the site of @source, a WordPress, answers when it is asked for @length posts with all that
 * belongs to them, the newest first, without the newest @skipped. "[]" after its last one. To be
 * freed. */
char *news_corpus_dup_answer (NewsCorpus *self, guint source, guint skipped, guint length);

/* The same of any articles, in the order of the numbers (guint), whatever their sources are. */
char *news_corpus_dup_posts (NewsCorpus *self, const guint *articles, guint length);

/* An edition of the corpus, as a file has it: Home; "all", where everything stands; "group-0" to
 * "group-7", which share the sources; "half", of every second source; "small", of one in two
 * hundred. The sources' sites are folders named after them at @address, which has no slash at the
 * end. To be freed. */
char *news_corpus_dup_edition (NewsCorpus *self, const char *address);

/* A section of that edition, without its file. */
NewsSection *news_corpus_create_section (NewsCorpus *self, const char *id);
#define NEWS_CORPUS_EDITION "corpus"
#define NEWS_CORPUS_GROUPS 8

G_END_DECLS
