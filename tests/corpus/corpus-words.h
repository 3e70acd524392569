/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What texts are made up from, the commonest first. Items are apart by spaces; phrases, which may
 * have spaces, by commas. */
extern const char corpus_english_words[];
extern const char corpus_english_phrases[];
extern const char corpus_english_first_names[];
extern const char corpus_english_last_names[];
extern const char corpus_english_papers[];

extern const char corpus_chinese_words[];
extern const char corpus_chinese_phrases[];
extern const char corpus_chinese_surnames[];
extern const char corpus_chinese_given_names[];
extern const char corpus_chinese_papers[];

/* Characters that further words are made of, not apart by anything. */
extern const char corpus_chinese_characters[];

/* Pairs of the same character, Simplified and Traditional. What has none is written alike. */
extern const char corpus_traditional_characters[];

G_END_DECLS
