/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-bookmark-files.h"

#include <string.h>

#define SECTIONS "[ { \"id\": \"home\", \"title\": \"Home\" } ]"

typedef struct
{
  UiTest *test;
  NewsMarks *marks;
  AdwToastOverlay *toasts;
  const char *words;
  guint bookmarks;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test = ui_test_new (SECTIONS, "[]");
  fixture->marks = news_marks_new (news_desk_get_store (fixture->test->paper->desk));
  fixture->toasts = ADW_TOAST_OVERLAY (
    ui_test_find (GTK_WIDGET (fixture->test->window), ADW_TYPE_TOAST_OVERLAY, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* Each call that is on its way holds the marks. */
  while (G_OBJECT (fixture->marks)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->marks);
  ui_test_free (fixture->test);
}

static GFile *
create_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->test->paper->folder, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
read_text (Fixture *fixture, const char *text)
{
  g_autoptr (GFile) file = create_file (fixture, "import", text);

  news_bookmark_files_read (fixture->test->paper->desk, fixture->marks, fixture->toasts, file);
}

static AdwAlertDialog *
get_question (Fixture *fixture)
{
  GtkWidget *dialog
    = ui_test_find (GTK_WIDGET (fixture->test->window), ADW_TYPE_ALERT_DIALOG, NULL);

  return dialog != NULL ? ADW_ALERT_DIALOG (dialog) : NULL;
}

static gboolean
has_question (gpointer data)
{
  return get_question (data) != NULL;
}

static gboolean
has_none (gpointer data)
{
  return get_question (data) == NULL;
}

static void
answer (Fixture *fixture, const char *heading, const char *body, const char *response)
{
  AdwAlertDialog *question;

  ui_test_wait (has_question, fixture);
  question = get_question (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (question), ==, heading);
  g_assert_cmpstr (adw_alert_dialog_get_body (question), ==, body);
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (ADW_DIALOG (question));
  ui_test_wait (has_none, fixture);
}

static gboolean
has_bookmarks (gpointer data)
{
  Fixture *fixture = data;

  return news_desk_get_bookmarks (fixture->test->paper->desk) == fixture->bookmarks;
}

static void
wait_for (Fixture *fixture, guint bookmarks)
{
  fixture->bookmarks = bookmarks;
  ui_test_wait (has_bookmarks, fixture);
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return ui_test_find_text (GTK_WIDGET (fixture->test->window), fixture->words) != NULL;
}

static void
wait_for_words (Fixture *fixture, const char *words)
{
  fixture->words = words;
  ui_test_wait (says, fixture);
}

/* A question tells what would come; who says no gets nothing, and all of it can be undone. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  static const char text[]
    = "- [a](https://a.example/)\n- [b](https://b.example/)\n- [c](mailto:c)\n";

  read_text (fixture, text);
  answer (fixture, "Import 2 Bookmarks?",
          "1 entry is no web address, or can’t be read, and is left out.", "cancel");
  ui_test_idle ();
  wait_for (fixture, 0);

  read_text (fixture, text);
  answer (fixture, "Import 2 Bookmarks?",
          "1 entry is no web address, or can’t be read, and is left out.", "import");
  wait_for (fixture, 2);
  wait_for_words (fixture, "2 bookmarks imported");

  read_text (fixture, "- [a](https://a.example/)\n- [d](https://d.example/)\n");
  answer (fixture, "Import 1 Bookmark?", "1 is there already.", "import");
  wait_for (fixture, 3);
  read_text (fixture, "- [a](https://a.example/)\n");
  answer (fixture, "Nothing to Import", "1 is there already.", "cancel");

  ui_test_idle ();
  g_assert_true (news_marks_undo (fixture->marks));
  wait_for (fixture, 2);
  g_assert_true (news_marks_undo (fixture->marks));
  wait_for (fixture, 0);
}

/* Many come piece by piece, and are one step all the same. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (text, "- [Link %u](https://a.example/%u)\n", i, i);
  read_text (fixture, text->str);
  answer (fixture, "Import 1500 Bookmarks?", "", "import");
  wait_for (fixture, 1500);
  ui_test_idle ();
  wait_for_words (fixture, "1500 bookmarks imported");
  g_assert_true (news_marks_undo (fixture->marks));
  wait_for (fixture, 0);
  g_assert_false (news_marks_undo (fixture->marks));
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, "{ \"format\": ");
  wait_for_words (fixture, "The bookmarks could not be imported. "
                           "The file is damaged, or is no file of bookmarks.");
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = create_file (fixture, "list.md", NULL);
  g_autofree char *text = NULL;

  read_text (fixture, "- [a](https://a.example/)\n");
  answer (fixture, "Import 1 Bookmark?", "", "import");
  wait_for (fixture, 1);
  news_bookmark_files_write (fixture->test->paper->desk, fixture->marks, fixture->toasts,
                             NEWS_BOOKMARKS_MARKDOWN, file);
  wait_for_words (fixture, "1 bookmark exported");
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "- [a](https://a.example/)"));
}

#define ADD(name, function) \
  g_test_add ("/bookmark-files/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("import", test_import);
  ADD ("many", test_many);
  ADD ("broken", test_broken);
  ADD ("export", test_export);

  return g_test_run ();
}
