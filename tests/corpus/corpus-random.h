/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that are the same on every machine for the same seed: SplitMix64, as Steele, Lea and
 * Flood describe it ("Fast splittable pseudorandom number generators", 2014). Whole numbers only,
 * as fractions may come out another way where a processor fuses a product with a sum. GRand would
 * do, but its ranges follow a variable of the environment, and to seed it takes as long as a title.
 */
typedef struct
{
  guint64 state;
} CorpusRandom;

/* Streams of the same @seed with another @stream have nothing to do with each other. */
CorpusRandom corpus_random_new (guint32 seed, guint64 stream);

guint64 corpus_random_next (CorpusRandom *self);

/* A number below @limit, which is at least 1. */
guint corpus_random_below (CorpusRandom *self, guint limit);

/* TRUE once in @count times. */
gboolean corpus_random_once_in (CorpusRandom *self, guint count);

/* About @median, as the lengths of texts are: log-normal, with a deviation of 0.6, so that one in
 * twenty is 2.7 times as long and the mean is a fifth above the median. */
guint corpus_random_length (CorpusRandom *self, guint median);

G_END_DECLS
