/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SUGGESTION_ROW (news_suggestion_row_get_type ())

/* Something that can be searched for, and what it means. Never has the focus: it is chosen from
 * the entry. */
G_DECLARE_FINAL_TYPE (NewsSuggestionRow, news_suggestion_row, NEWS, SUGGESTION_ROW, GtkListBoxRow)

/* @meaning may be NULL. */
GtkWidget *news_suggestion_row_new (const char *label, const char *meaning);

/* What a screen reader says of it. Borrowed. */
const char *news_suggestion_row_get_words (NewsSuggestionRow *self);

G_END_DECLS
