/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rules by which a language breaks words at the end of lines: a dictionary of libhyphen, as
 * office suites and browsers share them (hyph_en_US.dic). Immutable; may be shared between threads.
 */
typedef struct _NewsHyphenator NewsHyphenator;

/* Reads the dictionary of @language (BCP 47) from the first of @folders (NULL at the end) that has
 * one: of exactly that language and country, else of the language, else of the language in any
 * country. NULL where there is none, or Broadsheet was built without libhyphen. Reads files: for
 * worker threads. */
NewsHyphenator *news_hyphenator_new (const char *const *folders, const char *language);
void news_hyphenator_free (NewsHyphenator *self);

/* The one of @language in the system's folders, read once and kept; NULL as above, and for no
 * language. For worker threads. */
NewsHyphenator *news_hyphenator_get (const char *language);

/* The word with a soft hyphen (U+00AD) wherever a line may end in it, two letters from its start
 * and three from its end at least. Words of fewer than five letters stay as they are, and those
 * with digits, with capitals after the first letter, or with soft hyphens of their own. */
char *news_hyphenator_dup_word (NewsHyphenator *self, const char *word, gsize length);

/* The first part of the language's tag, in small letters: "en". */
const char *news_hyphenator_get_language (NewsHyphenator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsHyphenator, news_hyphenator_free)

G_END_DECLS
