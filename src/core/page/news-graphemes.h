/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the letter as a reader knows it ends that begins at @text: a letter with its accents, an
 * emoji with what is joined to it, a flag, a syllable of Hangul, are one each. As UAX #29 has it,
 * but for prepended marks, which nothing here needs. The end of @text at its end. */
const char *news_grapheme_next (const char *text);

G_END_DECLS
