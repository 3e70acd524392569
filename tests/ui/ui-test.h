/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-test-paper.h"
#include "news-window.h"

G_BEGIN_DECLS

/* A window with a paper of a test's own, on a screen that nobody looks at. */
typedef struct
{
  NewsTestPaper *paper;
  GSettings *settings;
  NewsWindow *window;
} UiTest;

/* Prepares GTK; FALSE, after it has said so, where there is no display. */
gboolean ui_test_init (int *argc, char ***argv);

/* See news_test_paper_new(). The window is shown, and its first list. */
UiTest *ui_test_new (const char *sections, const char *sources);
UiTest *ui_test_new_with_width (const char *sections, const char *sources, int width);
void ui_test_free (UiTest *self);

/* The first widget of @type in @root whose CSS name, class or buildable id is @name (NULL: any),
 * hidden ones as well, or NULL. */
GtkWidget *ui_test_find (GtkWidget *root, GType type, const char *name);

/* Runs the main loop until @check holds; the test's time limit is the only one. */
void ui_test_wait (gboolean (*check) (gpointer data), gpointer data);

/* Runs the main loop until nothing is to be done any more but what waits for time to pass. */
void ui_test_idle (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiTest, ui_test_free)

G_END_DECLS
