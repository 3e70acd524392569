/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The different words of a text, apart by blanks in the order in which they came up: the index of
 * the text only wants to know which there are, and to be told of each once takes half the time. */
typedef struct _NewsWordSet NewsWordSet;

NewsWordSet *news_word_set_new (void);
void news_word_set_free (NewsWordSet *self);

void news_word_set_add (NewsWordSet *self, const char *word, gsize length);

/* Adds the tokens of @text (nullable). */
void news_word_set_add_text (NewsWordSet *self, const char *text);

/* Borrowed; until something is added. */
const char *news_word_set_get_words (NewsWordSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsWordSet, news_word_set_free)

G_END_DECLS
