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

/* Prepares GTK, as the application does; FALSE where there is no display. */
gboolean ui_test_prepare (void);

/* Prepares GTK for tests; FALSE, after it has said so, where there is no display. */
gboolean ui_test_init (int *argc, char ***argv);

/* See news_test_paper_new(). The window is shown, and its first list. */
UiTest *ui_test_new (const char *sections, const char *sources);
UiTest *ui_test_new_with_width (const char *sections, const char *sources, int width);
void ui_test_free (UiTest *self);

/* The first widget of @type in @root whose CSS name, class or buildable id is @name (NULL: any),
 * hidden ones as well, or NULL. */
GtkWidget *ui_test_find (GtkWidget *root, GType type, const char *name);

/* All widgets of @type in @root, in their order. */
GPtrArray *ui_test_list (GtkWidget *root, GType type);

/* The text of a label or paragraph, or the title of a headline's row; NULL of other widgets. */
const char *ui_test_get_text (GtkWidget *widget);

/* The first widget in @root whose text is @text, or NULL. */
GtkWidget *ui_test_find_text (GtkWidget *root, const char *text);

/* A window with nothing but @child, shown, and laid out. ui_test_close() is its end, and its
 * child's. */
GtkWindow *ui_test_show (GtkWidget *child, int width, int height);
void ui_test_close (GtkWindow *window);

/* A window that shows @dialog; ui_test_close() ends both, unless the test holds the dialog. */
GtkWindow *ui_test_present (AdwDialog *dialog);

/* Runs the main loop until another frame of @widget, which is shown, has been drawn: styles and
 * sizes are then those of its classes and texts. */
void ui_test_draw (GtkWidget *widget);

/* Stands in for the window's actions "story.follow", "story.topic", "story.open" and
 * "story.original" in @widget: what is activated is told as "name parameter" in the returned text,
 * which lives as long as @widget. */
GString *ui_test_record_actions (GtkWidget *widget);

/* Runs the main loop until @check holds; the test's time limit is the only one. */
void ui_test_wait (gboolean (*check) (gpointer data), gpointer data);

/* Runs the main loop until nothing is to be done any more but what waits for time to pass. */
void ui_test_idle (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiTest, ui_test_free)

G_END_DECLS
