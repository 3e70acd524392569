/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-edition.h"

#include "news-edition-dialog.h"

#define SECTIONS                                                                      \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                      \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\","  \
  "    \"section\": \"7\" }, { \"source\": \"others\" } ] },"                         \
  "  { \"id\": \"two\", \"title\": \"Two_\", \"queries\": [ { \"source\": \"posts\"," \
  "    \"section\": \"8\" } ] },"                                                     \
  "  { \"id\": \"three\", \"title\": \"Three\", \"icon\": \"news-arts-symbolic\" } ]"
#define SOURCES                                                                        \
  "[ { \"id\": \"posts\", \"name\": \"The <Posts>\", \"api\": \"wordpress\","          \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } }," \
  "  { \"id\": \"others\", \"name\": \"Others\", \"api\": \"wordpress\","              \
  "    \"parameters\": { \"site\": \"@SERVER@/o/\", \"api\": \"@SERVER@/o/\" } } ]"

UiTest *
ui_edition_create (void)
{
  return ui_test_new (SECTIONS, SOURCES);
}

GtkWidget *
ui_edition_open_dialog (UiTest *test)
{
  GtkWidget *dialog;

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (test->window), "window.edit-edition", NULL));
  dialog = ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_EDITION_DIALOG, NULL);
  g_assert_nonnull (dialog);

  return dialog;
}

static char *
join_titles (NewsEdition *edition)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edition->sections->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((NewsSection *) g_ptr_array_index (edition->sections, i))->title);

  return g_string_free (text, FALSE);
}

typedef struct
{
  UiTest *test;
  const char *titles;
} Expected;

static gboolean
is_as_expected (gpointer data)
{
  Expected *expected = data;
  g_autofree char *titles = join_titles (news_desk_get_edition (expected->test->paper->desk));

  return g_str_equal (titles, expected->titles);
}

void
ui_edition_wait_for (UiTest *test, const char *titles)
{
  Expected expected = { test, titles };

  g_test_message ("%s", titles);
  ui_test_wait (is_as_expected, &expected);
}
