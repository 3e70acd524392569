/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "corpus-random.h"

G_BEGIN_DECLS

typedef enum
{
  CORPUS_ENGLISH,
  CORPUS_SIMPLIFIED,
  CORPUS_TRADITIONAL,
  CORPUS_LANGUAGES,
} CorpusLanguage;

/* The words of one language, and how often each is written. The first are real ones; the others are
 * made of syllables, or of characters, so that there are as many as a newspaper has. Word r (from
 * 0) comes as often as 1 / (r + 2.7), as Zipf and Mandelbrot found of texts. Immutable; may be
 * shared between threads. */
typedef struct _CorpusLexicon CorpusLexicon;

/* Words that corpus_lexicon_draw() draws from. */
#define CORPUS_LEXICON_WORDS 24000

/* The topics that articles have between them. */
#define CORPUS_LEXICON_TOPICS 1500

CorpusLexicon *corpus_lexicon_new (CorpusLanguage language);
void corpus_lexicon_free (CorpusLexicon *self);
CorpusLanguage corpus_lexicon_get_language (const CorpusLexicon *self);

/* The number of a word, drawn as often as it is written; and the word. Borrowed. */
guint corpus_lexicon_draw (const CorpusLexicon *self, CorpusRandom *random);
const char *corpus_lexicon_get_word (const CorpusLexicon *self, guint number);

/* Several words that belong together. Borrowed. */
const char *corpus_lexicon_draw_phrase (const CorpusLexicon *self, CorpusRandom *random);

/* A word that is hardly ever written again: every text has some that no dictionary has. */
void corpus_lexicon_append_rarity (const CorpusLexicon *self, CorpusRandom *random, GString *text);

/* Names of a person, whose family name begins at *@family, and of a newspaper. To be freed. */
char *corpus_lexicon_dup_person (const CorpusLexicon *self, CorpusRandom *random, gsize *family);
char *corpus_lexicon_dup_paper (const CorpusLexicon *self, CorpusRandom *random);

/* A topic, drawn as often as articles have it; and its name, which is always the same. To be freed.
 */
guint corpus_lexicon_draw_topic (const CorpusLexicon *self, CorpusRandom *random);
char *corpus_lexicon_dup_topic (const CorpusLexicon *self, guint topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusLexicon, corpus_lexicon_free)

G_END_DECLS
