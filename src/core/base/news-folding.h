/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as it is searched in: without case, accents, and the differences between characters that
 * people type and those that are printed, such as curly quotes, dashes, ligatures and full-width
 * letters. Signs that make another letter in Indic scripts or in kana are kept. */
typedef struct _NewsFolding NewsFolding;

/* @text: UTF-8, copied. In proportion to its length. */
NewsFolding *news_folding_new (const char *text);
void news_folding_free (NewsFolding *self);

/* The folded text; "" where nothing is left, as of blanks alone. Borrowed. */
const char *news_folding_get_text (NewsFolding *self);

/* For who folds letter by letter. Whether @letter is one that folding leaves out: an accent, or
 * what nobody sees; and what @lower, a small letter that Unicode does not take apart, is typed as
 * where a keyboard lacks it, or NULL. */
gboolean news_folding_leaves_out (gunichar letter);
const char *news_folding_get_typed (gunichar lower);

/* Looks for @wanted, a folded text, from byte @from of the folded text on. FALSE where there is
 * none, or nothing is wanted; else what was found is from @start to @end of the text that was
 * folded, in bytes, with the accents that belong to it, and @from is where to go on. */
gboolean news_folding_find (NewsFolding *self,
                            const char *wanted,
                            guint *from,
                            guint *start,
                            guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsFolding, news_folding_free)

G_END_DECLS
