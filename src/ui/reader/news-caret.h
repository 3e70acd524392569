/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-selection.h"

G_BEGIN_DECLS

#define NEWS_TYPE_CARET (news_caret_get_type ())

/* What keys do on a page: with Shift, arrows and their like go on with the selection, Escape ends
 * it. Where a caret is wanted, they move it without Shift, and Enter follows the link that it is
 * at; the paragraph it is in has the focus, so that screen readers read there. Where none is
 * wanted, Up and Down scroll. For the main thread.
 *
 * Signals: moved (), when the caret is elsewhere, or no more. */
G_DECLARE_FINAL_TYPE (NewsCaret, news_caret, NEWS, CARET, GObject)

/* Listens to the keys of @page, which can be focused and has the paragraphs of @selection in it;
 * does not keep it alive. */
NewsCaret *news_caret_new (GtkWidget *page, NewsSelection *selection);

void news_caret_set_wanted (NewsCaret *self, gboolean wanted);

/* What a press of @key does. FALSE if that is nothing. */
gboolean news_caret_press (NewsCaret *self, guint key, GdkModifierType state);

/* The link that the caret is at, or NULL. */
GtkWidget *news_caret_get_link (NewsCaret *self);

/* What the abbreviation that the caret is at is short for, or NULL. Borrowed, until the page is
 * another. */
const char *news_caret_get_expansion (NewsCaret *self);

G_END_DECLS
