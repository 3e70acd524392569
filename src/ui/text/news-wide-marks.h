/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Unicode has one sign for quotation marks, dashes and dots of Chinese and of Latin texts, which in
 * the one are as wide as a Han character, and in the other narrow: “ ” ‘ ’ — …
 *
 * Of a text in Chinese or Japanese, the places (guint, bytes in order) of those that belong to
 * it: quotes with Han beside or in them, dashes and dots with Han beside them. Those within words
 * or sentences in other letters, and apostrophes, do not. */
GArray *news_wide_marks_find (const char *text);

/* Has the marks at @places set in the face that Han have in a text of that font and language: else
 * they come from the first face that has them, which is a Latin one. */
void news_wide_marks_insert (PangoAttrList *attributes,
                             GArray *places,
                             PangoContext *context,
                             const char *language);

/* Whether it is one that ends a quote. */
gboolean news_wide_mark_closes (gunichar mark);

/* Whether of two full-width marks that stand side by side the blank halves meet, as in ），or 。”:
 * together they need one of them, as is done in print (Requirements for Chinese Text
 * Layout, 3.1.6.2; Requirements for Japanese Text Layout, 3.1.4). A colon has its dots in the
 * middle of its square in some faces, and so only gives room to what opens; ！ and ？ fill theirs.
 */
gboolean news_wide_marks_share_blank (gunichar before, gunichar after);

/* Chinese and Japanese; Korean has letters that stand like ours. @language: BCP 47, or NULL. */
gboolean news_wide_marks_has_language (const char *language);

G_END_DECLS
