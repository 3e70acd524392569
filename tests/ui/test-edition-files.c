/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-edition.h"

#include "news-edition-dialog.h"
#include "news-edition-files.h"

static gboolean
has_question (gpointer data)
{
  UiTest *test = data;

  return ui_test_find (GTK_WIDGET (test->window), ADW_TYPE_ALERT_DIALOG, NULL) != NULL;
}

static void
answer (UiTest *test, const char *response)
{
  GtkWidget *question;

  ui_test_wait (has_question, test);
  question = ui_test_find (GTK_WIDGET (test->window), ADW_TYPE_ALERT_DIALOG, NULL);
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (ADW_DIALOG (question));
}

/* One that is there is not replaced before the question was answered. */
static void
test_import (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsDesk *desk = test->paper->desk;
  g_autofree char *path = g_build_filename (test->paper->folder, "mine.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwToastOverlay *toasts
    = ADW_TOAST_OVERLAY (ui_test_find (GTK_WIDGET (test->window), ADW_TYPE_TOAST_OVERLAY, NULL));
  g_autoptr (NewsEditor) editor = news_editor_new (desk, toasts);

  g_assert_true (g_file_set_contents (
    path,
    "{ \"format\": 1, \"id\": \"test\", \"name\": \"Test\", \"language\": \"en\","
    "  \"city\": \"York\", \"timezone\": \"Europe/London\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"From a File\" } ] }",
    -1, NULL));

  news_edition_files_read (editor, GTK_WIDGET (test->window), file);
  answer (test, "cancel");
  while (has_question (test))
    g_main_context_iteration (NULL, TRUE);
  ui_edition_wait_for (test, "Home, One, Two_, Three");

  news_edition_files_read (editor, GTK_WIDGET (test->window), file);
  answer (test, "replace");
  ui_edition_wait_for (test, "From a File");
  ui_test_idle ();
  news_editor_undo (editor);
  ui_edition_wait_for (test, "Home, One, Two_, Three");
}

static char *
write_list (UiTest *test, const char *outlines)
{
  char *path = g_build_filename (test->paper->folder, "list.opml", NULL);
  g_autofree char *text = g_strdup_printf ("<opml><body>%s</body></opml>", outlines);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

/* Over the window, as a file from the desktop is. */
static void
read_list (UiTest *test, const char *outlines)
{
  g_autofree char *path = write_list (test, outlines);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  news_window_import (test->window, file);
}

typedef struct
{
  UiTest *test;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;

  return ui_test_find_text (GTK_WIDGET (expected->test->window), expected->text) != NULL;
}

static void
wait_for_text (UiTest *test, const char *text)
{
  Expected expected = { test, text };

  g_test_message ("%s", text);
  ui_test_wait (has_text, &expected);
}

#define FEED(name) "<outline text='" name "' xmlUrl='https://" name ".example/rss'/>"

/* Added as one change, which one click undoes. */
static void
test_subscriptions (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsEdition *before = news_desk_get_edition (test->paper->desk);
  g_autoptr (NewsEdition) kept = news_edition_ref (before);
  GtkWidget *toast;

  read_list (test, "<outline text='one'>" FEED ("a") "</outline>"
                                                     "<outline text='New'>" FEED ("a")
                                                       FEED ("b") "</outline>");
  wait_for_text (test, "2 sources in 2 sections added");
  ui_edition_wait_for (test, "Home, One, Two_, Three, New");
  g_assert_false (has_question (test));

  toast = ui_test_find (GTK_WIDGET (test->window), g_type_from_name ("AdwToastWidget"), NULL);
  g_signal_emit_by_name (ui_test_find (toast, GTK_TYPE_BUTTON, NULL), "clicked");
  ui_edition_wait_for (test, "Home, One, Two_, Three");
  g_assert_true (news_desk_get_edition (test->paper->desk) == kept);
}

/* What can't come is told before anything is added. */
static void
test_faults (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsEdition *before = news_desk_get_edition (test->paper->desk);
  const char *outlines = FEED ("a") "<outline text='Evil &lt;b&gt;' xmlUrl='exec:/bin/sh'/>";
  const char *words = "“Evil <b>” is left out: “exec:/bin/sh” is no web address.";

  read_list (test, outlines);
  wait_for_text (test, words);
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (test->window), "Add Without These?"));
  answer (test, "cancel");
  while (has_question (test))
    g_main_context_iteration (NULL, TRUE);
  ui_test_idle ();
  g_assert_true (news_desk_get_edition (test->paper->desk) == before);

  read_list (test, outlines);
  wait_for_text (test, words);
  answer (test, "add");
  wait_for_text (test, "1 source in 1 section added");
  ui_edition_wait_for (test, "Home, One, Two_, Three, a");
}

static void
test_known (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsEdition *before;

  read_list (test, FEED ("a"));
  wait_for_text (test, "1 source in 1 section added");
  before = news_desk_get_edition (test->paper->desk);

  read_list (test, FEED ("a"));
  wait_for_text (test, "All of these sources are in the edition already");
  g_assert_true (news_desk_get_edition (test->paper->desk) == before);
}

static void
test_nothing_there (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsEdition *before = news_desk_get_edition (test->paper->desk);

  read_list (test, "");
  wait_for_text (test, "There are no sources in this list");
  read_list (test, "<outline text='Evil' xmlUrl='exec:/bin/sh'/>");
  wait_for_text (test, "Nothing to Add");
  answer (test, "cancel");
  ui_test_idle ();
  g_assert_true (news_desk_get_edition (test->paper->desk) == before);
}

static void
test_broken_file (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsEdition *before = news_desk_get_edition (test->paper->desk);
  g_autofree char *path = g_build_filename (test->paper->folder, "list.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "no list", -1, NULL));
  news_window_import (test->window, file);
  wait_for_text (test, "The file could not be imported. The file is neither an edition nor a list "
                       "of subscriptions (OPML).");
  g_assert_true (news_desk_get_edition (test->paper->desk) == before);
}

static void
write_list_of (UiTest *test, GFile *file)
{
  GtkWidget *dialog = ui_edition_open_dialog (test);
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (ui_test_find (dialog, ADW_TYPE_TOAST_OVERLAY, NULL));
  g_autoptr (NewsEditor) editor = news_editor_new (test->paper->desk, toasts);

  news_edition_files_write_subscriptions (editor, dialog, file);
}

/* What other readers do not get is told once it is done. */
static void
test_export (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  g_autofree char *path = g_build_filename (test->paper->folder, "mine.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  write_list_of (test, file);
  wait_for_text (test, "“The <Posts>” is no feed; other readers get only the address of its site.");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (test->window), "Subscriptions Exported"));
  answer (test, "close");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define FEEDS                                                        \
  "[ { \"id\": \"one\", \"title\": \"One\", \"queries\": ["          \
  "    { \"source\": \"feed\" } ] } ]",                              \
    "[ { \"id\": \"feed\", \"name\": \"A Feed\", \"api\": \"feed\"," \
    "    \"parameters\": { \"feed\": \"@SERVER@/feed\" } } ]"

static void
test_export_all (void)
{
  g_autoptr (UiTest) test = ui_test_new (FEEDS);
  g_autofree char *path = g_build_filename (test->paper->folder, "mine.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  write_list_of (test, file);
  wait_for_text (test, "Subscriptions exported");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gboolean
has_failed (gpointer data)
{
  UiTest *test = data;
  g_autoptr (GPtrArray) labels = ui_test_list (GTK_WIDGET (test->window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_text (g_ptr_array_index (labels, i)),
                          "The subscriptions could not be exported. "))
      return TRUE;

  return FALSE;
}

static void
test_export_nowhere (void)
{
  g_autoptr (UiTest) test = ui_test_new (FEEDS);
  g_autofree char *path = g_build_filename (test->paper->folder, "no", "mine.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  write_list_of (test, file);
  ui_test_wait (has_failed, test);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/edition-files/import", test_import);
  g_test_add_func ("/edition-files/subscriptions", test_subscriptions);
  g_test_add_func ("/edition-files/faults", test_faults);
  g_test_add_func ("/edition-files/known", test_known);
  g_test_add_func ("/edition-files/nothing-there", test_nothing_there);
  g_test_add_func ("/edition-files/broken-file", test_broken_file);
  g_test_add_func ("/edition-files/export", test_export);
  g_test_add_func ("/edition-files/export-all", test_export_all);
  g_test_add_func ("/edition-files/export-nowhere", test_export_nowhere);

  return g_test_run ();
}
