/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-tokenizer.h"

G_BEGIN_DECLS

/* The words that follow one another wherever @text, a word or a phrase that is looked for, stands:
 * what NewsTokenizer gives of it, but for the last character of a run at its very end, as the run
 * may go on there. Never NULL, empty if there is nothing to look for; at most NEWS_SEARCH_WORDS,
 * the rest is not looked at. *@end gets the kind of the last word; if that is NEWS_TOKEN_LAST, a
 * single character, pairs that begin with it are meant too. */
#define NEWS_SEARCH_WORDS 32

char **news_search_words_split (const char *text, NewsTokenKind *end);

G_END_DECLS
