/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "corpus-writer.h"

G_BEGIN_DECLS

/* Appends a sentence with its punctuation, and with what is between it and the sentence before. */
void corpus_sentence_append (CorpusWriter *self, GString *text);

/* Appends @count words without a stop at the end, as headlines have none. */
void corpus_sentence_append_words (CorpusWriter *self, GString *text, guint count);

G_END_DECLS
