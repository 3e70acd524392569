/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SUGGESTION_LIST (news_suggestion_list_get_type ())

/* What may be meant by what is being typed: operators, and values of them that the store knows. It
 * takes its room from what is below it, never has the focus, and is seen only while it has
 * something.
 *
 * Signals: taken (suggestion: NewsSuggestion), when one is clicked; changed (), when there are
 * others, or another one is the one at hand. */
G_DECLARE_FINAL_TYPE (NewsSuggestionList, news_suggestion_list, NEWS, SUGGESTION_LIST, AdwBin)

/* @sections holds NewsSection, which can be named. */
void news_suggestion_list_set_store (NewsSuggestionList *self,
                                     NewsStore *store,
                                     GPtrArray *sections);

/* Asks what the word at @caret (in bytes) of @typed may become; earlier questions are dropped. */
void news_suggestion_list_ask (NewsSuggestionList *self, const char *typed, guint caret);

/* Shows nothing, and drops what was asked. */
void news_suggestion_list_clear (NewsSuggestionList *self);

gboolean news_suggestion_list_is_shown (NewsSuggestionList *self);

/* Takes the next (@step 1) or previous (@step -1) one in hand; FALSE, and none is, beyond both
 * ends.
 */
gboolean news_suggestion_list_step (NewsSuggestionList *self, int step);

/* The one at hand, or NULL, and its row. Borrowed. */
const NewsSuggestion *news_suggestion_list_get_active (NewsSuggestionList *self);
GtkWidget *news_suggestion_list_get_active_row (NewsSuggestionList *self);

G_END_DECLS
