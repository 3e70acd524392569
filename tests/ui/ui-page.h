/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-paragraph.h"

G_BEGIN_DECLS

/* A page as tests of what is done with one need it: a focusable box of paragraphs in a scrolled
 * window, of which the last but one is in a folded part. */
typedef struct
{
  GtkWidget *page;
  GPtrArray *paragraphs; /* NewsParagraph, borrowed */
  GtkWidget *expander;
  GtkWindow *window;
} UiPage;

/* @texts: NULL at the end, at least two. The window is shown, 400 by 300. */
UiPage *ui_page_new (const char *const *texts);

/* The page must be gone with it. */
void ui_page_free (UiPage *self);

NewsParagraph *ui_page_get (UiPage *self, guint index);
double ui_page_get_scrolled (UiPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiPage, ui_page_free)

G_END_DECLS
