/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many minutes a grown-up takes to read @blocks (NewsBlock) silently: headings, captions and
 * all, but not what only describes a picture to those who don't see it. 0 where there is nothing to
 * read.
 *
 * Words, in whatever script, at 238 a minute: Brysbaert, “How many words do we read per minute?”,
 * Journal of Memory and Language 109 (2019), for newspapers and the like in English; other
 * languages come close to it. Han and Kana, letter by letter without their punctuation, at 400 a
 * minute: Sun, Morita and Stark, “Comparative reading patterns in Chinese and English”, Perception
 * & Psychophysics 37 (1985), found some 390 in Chinese.
 *
 * Who only wants to know whether it is more than @most minutes need not wait until all is counted:
 * what is returned then is more than @most, and less than all. G_MAXDOUBLE counts all. */
double news_reading_time_measure (GPtrArray *blocks, double most);

G_END_DECLS
