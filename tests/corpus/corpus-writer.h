/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "corpus-lexicon.h"

G_BEGIN_DECLS

/* Words that one text comes back to. */
#define CORPUS_WRITER_SUBJECTS 14
#define CORPUS_WRITER_PERSONS 4

/* Writes one article. Whatever a text is about it says again and again, so that it has a few
 * subjects and persons of its own beside the words that all texts have. The same random numbers
 * give the same text. */
typedef struct
{
  const CorpusLexicon *lexicon; /* borrowed */
  CorpusRandom *random;         /* borrowed */
  guint subjects[CORPUS_WRITER_SUBJECTS];
  char *persons[CORPUS_WRITER_PERSONS];
  gsize families[CORPUS_WRITER_PERSONS]; /* where the family name begins */
  const char *topic;                     /* borrowed, or NULL: a name that the text has too */
  const char *site;   /* borrowed: the address that links lead to, with a slash */
  gboolean marked_up; /* whether HTML is written, or else plain text */
  guint written;      /* words, or of Chinese characters, so far */
} CorpusWriter;

/* Chooses what the text is about. */
void corpus_writer_init (CorpusWriter *self, const CorpusLexicon *lexicon, CorpusRandom *random);
void corpus_writer_clear (CorpusWriter *self);

/* Plain texts: a headline, a standfirst of some sentences, the one or two who wrote it. To be
 * freed. */
char *corpus_writer_dup_title (CorpusWriter *self);
char *corpus_writer_dup_standfirst (CorpusWriter *self);
char *corpus_writer_dup_byline (CorpusWriter *self);

/* A picture as HTML shows it in a body; see news-corpus.h for the addresses. */
typedef void (*CorpusPictureFunc) (GString *html, guint index, gpointer data);

/* A body of about @length words, or of Chinese characters, with @pictures, each written by @func
 * before its caption. To be freed. */
char *corpus_writer_dup_body (CorpusWriter *self,
                              guint length,
                              guint pictures,
                              CorpusPictureFunc func,
                              gpointer data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorpusWriter, corpus_writer_clear)

G_END_DECLS
