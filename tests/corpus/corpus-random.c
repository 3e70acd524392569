/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "corpus-random.h"

#define GAMMA G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return value ^ (value >> 31);
}

CorpusRandom
corpus_random_new (guint32 seed, guint64 stream)
{
  CorpusRandom self = { mix (mix (seed + GAMMA) + stream * GAMMA) };

  return self;
}

guint64
corpus_random_next (CorpusRandom *self)
{
  self->state += GAMMA;

  return mix (self->state);
}

guint
corpus_random_below (CorpusRandom *self, guint limit)
{
  return (guint) (((corpus_random_next (self) >> 32) * limit) >> 32);
}

gboolean
corpus_random_once_in (CorpusRandom *self, guint count)
{
  return corpus_random_below (self, count) == 0;
}

/* What each 32nd part of all lengths begins with, in per cent of the median. */
static const guint quantiles[]
  = { 23,  35,  41,  46,  51,  55,  59,  63,  67,  71,  75,  79,  83,  87,  91,  95, 100,
      105, 110, 115, 121, 127, 133, 141, 149, 158, 168, 181, 196, 216, 243, 289, 428 };

guint
corpus_random_length (CorpusRandom *self, guint median)
{
  guint place = corpus_random_below (self, (G_N_ELEMENTS (quantiles) - 1) * 256);
  guint part = place / 256;
  guint step = quantiles[part + 1] - quantiles[part];
  guint per_cent_256 = quantiles[part] * 256 + step * (place % 256);

  return MAX ((guint) ((guint64) median * per_cent_256 / 25600), 1);
}
