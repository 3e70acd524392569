/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page-places.h"

G_BEGIN_DECLS

#define NEWS_TYPE_SELECTION (news_selection_get_type ())

/* What is selected of a page: letters from a place in one NewsParagraph to one in another, and all
 * that is in between. Dragging with a mouse selects, a double click selects a word, a triple one a
 * paragraph, a click with Shift goes on from where the selection began. For the main thread.
 *
 * Signals: changed (), when it begins, ends elsewhere, or is no more. */
G_DECLARE_FINAL_TYPE (NewsSelection, news_selection, NEWS, SELECTION, GObject)

/* Selects among the paragraphs in @root, in their order, whatever comes and goes there; does not
 * keep it alive. */
NewsSelection *news_selection_new (GtkWidget *root);

/* What a press at a point of the root does, the first, second or third in a row; @go_on: with
 * Shift.
 */
void news_selection_press (NewsSelection *self, int presses, double x, double y, gboolean go_on);

/* Begins anew at @place, with nothing selected; or ends the selection there that has begun. */
void news_selection_place (NewsSelection *self, const NewsPagePlace *place);
void news_selection_extend (NewsSelection *self, const NewsPagePlace *place);

/* Where it ended last, so that it can go on from there. FALSE if it never began. */
gboolean news_selection_get_end (NewsSelection *self, NewsPagePlace *place);

gboolean news_selection_is_empty (NewsSelection *self);
void news_selection_clear (NewsSelection *self);
void news_selection_select_all (NewsSelection *self);

/* A blank line between paragraphs, line feeds where they have line breaks. NULL if nothing is
 * selected. */
char *news_selection_dup_text (NewsSelection *self);

G_END_DECLS
