/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-edition.h"

#include "news-edition-dialog.h"
#include "news-query-row.h"
#include "news-section-row.h"
#include "news-sidebar-row.h"
#include "news-sidebar.h"
#include "news-source-dialog.h"

#include <glib/gstdio.h>

static GtkWidget *
get_row_at (GtkWidget *dialog, int index)
{
  GtkWidget *first = ui_test_find (dialog, NEWS_TYPE_SECTION_ROW, NULL);

  return GTK_WIDGET (
    gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (first)), index));
}

/* The row that stands at @index has this title, in words and to the eye. */
static void
assert_row (GtkWidget *dialog, int index, const char *title)
{
  GtkWidget *row = get_row_at (dialog, index);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_cmpstr (news_section_row_get_section (NEWS_SECTION_ROW (row))->title, ==, title);
}

/* Presses a key that @widget listens to by its class. */
static void
press (GtkWidget *widget, const char *accelerator)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (accelerator);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                        gtk_shortcut_get_arguments (shortcut));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
activate (GtkWidget *widget, const char *action, const char *parameter)
{
  g_assert_true (
    gtk_widget_activate_action (widget, action, parameter != NULL ? "s" : NULL, parameter));
}

static gboolean
has_focus (UiTest *test, GtkWidget *row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (test->window));

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
test_rows (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *dialog = ui_edition_open_dialog (test);
  GtkWidget *query;

  assert_row (dialog, 0, "Home");
  assert_row (dialog, 1, "One");
  assert_row (dialog, 2, "Two_");
  assert_row (dialog, 3, "Three");
  g_assert_null (get_row_at (dialog, 4));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_row_at (dialog, 1))), ==,
                   "2 sources");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_row_at (dialog, 3))), ==,
                   "No sources");

  query = ui_test_find (get_row_at (dialog, 1), NEWS_TYPE_QUERY_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (query)), ==, "The <Posts>");
  g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (query)));
}

static gboolean
has_first (gpointer data)
{
  UiTest *test = data;
  GtkWidget *dialog = ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_EDITION_DIALOG, NULL);

  return has_focus (test, get_row_at (dialog, 0));
}

/* It begins with the sections, and not with its menu, each time it is opened. */
static void
test_focus (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *dialog = ui_edition_open_dialog (test);

      ui_test_wait (has_first, test);
      ui_test_idle ();
      g_assert_true (has_first (test));
      adw_dialog_force_close (ADW_DIALOG (dialog));
      ui_test_idle ();
    }
}

static void
test_keyboard (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *dialog = ui_edition_open_dialog (test);
  GtkWidget *one = get_row_at (dialog, 1);

  gtk_widget_grab_focus (one);
  ui_test_idle ();
  g_assert_true (has_focus (test, one));

  /* Twice, without waiting for the first. */
  press (one, "<Alt>Down");
  press (one, "<Alt>Down");
  ui_edition_wait_for (test, "Home, Two_, Three, One");
  assert_row (dialog, 3, "One");
  g_assert_true (get_row_at (dialog, 3) == one);
  g_assert_true (has_focus (test, one));

  /* Past the end, and above home: nothing happens. */
  press (one, "<Alt>Down");
  press (get_row_at (dialog, 1), "<Alt>Up");
  press (get_row_at (dialog, 0), "<Alt>Down");
  press (one, "<Alt>Up");
  ui_edition_wait_for (test, "Home, Two_, One, Three");
  assert_row (dialog, 2, "One");
  g_assert_true (has_focus (test, one));
}

static void
test_undo (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *dialog = ui_edition_open_dialog (test);
  NewsEdition *before = news_desk_get_edition (test->paper->desk);
  g_autoptr (NewsEdition) kept = news_edition_ref (before);

  activate (get_row_at (dialog, 1), "section.remove", NULL);
  ui_edition_wait_for (test, "Home, Two_, Three");
  g_assert_null (get_row_at (dialog, 3));
  g_assert_null (news_edition_get_source (news_desk_get_edition (test->paper->desk), "others"));
  ui_test_idle ();

  press (dialog, "<Ctrl>z");
  ui_edition_wait_for (test, "Home, One, Two_, Three");
  g_assert_true (news_desk_get_edition (test->paper->desk) == kept);
  assert_row (dialog, 1, "One");

  /* There is nothing more to undo. */
  press (dialog, "<Ctrl>z");
  ui_test_idle ();
  g_assert_true (news_desk_get_edition (test->paper->desk) == kept);
}

static void
test_rename_and_add (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *dialog = ui_edition_open_dialog (test);
  GtkWidget *name = ui_test_find (get_row_at (dialog, 1), ADW_TYPE_ENTRY_ROW, "name");
  GtkWidget *added = ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, "new_section");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "One");
  gtk_editable_set_text (GTK_EDITABLE (name), "艺术 <&>");
  g_signal_emit_by_name (name, "apply");
  ui_edition_wait_for (test, "Home, 艺术 <&>, Two_, Three");
  assert_row (dialog, 1, "艺术 <&>");

  gtk_editable_set_text (GTK_EDITABLE (added), "Fourth");
  g_signal_emit_by_name (added, "apply");
  ui_edition_wait_for (test, "Home, 艺术 <&>, Two_, Three, Fourth");
  assert_row (dialog, 4, "Fourth");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (added)), ==, "");
}

static void
test_merge_and_move (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  NewsDesk *desk = test->paper->desk;
  GtkWidget *dialog = ui_edition_open_dialog (test);
  GtkWidget *query;

  activate (get_row_at (dialog, 2), "section.merge", "one");
  ui_edition_wait_for (test, "Home, One, Three");
  g_assert_cmpuint (news_edition_get_section (news_desk_get_edition (desk), "one")->queries->len,
                    ==, 3);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_row_at (dialog, 1))), ==,
                   "3 sources");

  query = ui_test_find (get_row_at (dialog, 1), NEWS_TYPE_QUERY_ROW, NULL);
  activate (query, "query.move-to", "three");
  while (news_edition_get_section (news_desk_get_edition (desk), "three")->queries->len == 0)
    g_main_context_iteration (NULL, TRUE);
  query = ui_test_find (get_row_at (dialog, 2), NEWS_TYPE_QUERY_ROW, NULL);
  activate (query, "query.remove-source", NULL);
  ui_edition_wait_for (test, "Home, One");
  g_assert_cmpuint (news_desk_get_edition (desk)->sources->len, ==, 1);

  activate (get_row_at (dialog, 1), "section.icon", "news-sports-symbolic");
  while (news_edition_get_section (news_desk_get_edition (desk), "one")->icon == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_about (gpointer data)
{
  UiTest *test = data;
  GtkWidget *about = ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_SOURCE_DIALOG, NULL);
  GtkWidget *state = about != NULL ? ui_test_find (about, ADW_TYPE_ACTION_ROW, "state") : NULL;

  return state != NULL && *adw_action_row_get_subtitle (ADW_ACTION_ROW (state)) != '\0';
}

/* Of a source, and how it is, though no article of it is there. */
static void
test_about (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *dialog = ui_edition_open_dialog (test);
  GtkWidget *about;

  activate (ui_test_find (get_row_at (dialog, 1), NEWS_TYPE_QUERY_ROW, NULL), "query.about", NULL);
  ui_test_wait (has_about, test);
  about = ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_SOURCE_DIALOG, NULL);
  g_assert_nonnull (ui_test_find_text (about, "The <Posts>"));
}

/* --- the sidebar --- */

static GtkWidget *
get_sidebar_row (UiTest *test, int index)
{
  GtkWidget *sidebar = ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_SIDEBAR, NULL);
  GtkListBox *list = GTK_LIST_BOX (ui_test_find (sidebar, GTK_TYPE_LIST_BOX, "list"));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, index));
}

static void
test_sidebar_keys (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *row;

  news_window_show_section (test->window, "one");
  gtk_widget_grab_focus (get_sidebar_row (test, 1));
  ui_test_idle ();
  press (get_sidebar_row (test, 1), "<Alt>Down");
  ui_edition_wait_for (test, "Home, Two_, One, Three");
  row = get_sidebar_row (test, 2);
  g_assert_cmpstr (
    news_desk_section_get_section (news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (row)))->id, ==,
    "one");
  g_assert_true (has_focus (test, row));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));

  /* The bookmarks have no menu, and no name to change. */
  press (get_sidebar_row (test, 4), "Menu");
  press (get_sidebar_row (test, 4), "F2");
  g_assert_null (ui_test_find (get_sidebar_row (test, 4), GTK_TYPE_POPOVER_MENU, NULL));
}

static void
test_sidebar_menu (void)
{
  g_autoptr (UiTest) test = ui_edition_create ();
  GtkWidget *row = get_sidebar_row (test, 1);

  press (row, "Menu");
  g_assert_nonnull (ui_test_find (row, GTK_TYPE_POPOVER_MENU, NULL));
  activate (row, "headlines.mark-read", NULL);
  activate (row, "headlines.refresh", NULL);
  activate (row, "row.remove", NULL);
  ui_edition_wait_for (test, "Home, Two_, Three");
  news_test_paper_settle (test->paper);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/edition-dialog/rows", test_rows);
  g_test_add_func ("/edition-dialog/focus", test_focus);
  g_test_add_func ("/edition-dialog/keyboard", test_keyboard);
  g_test_add_func ("/edition-dialog/undo", test_undo);
  g_test_add_func ("/edition-dialog/rename-and-add", test_rename_and_add);
  g_test_add_func ("/edition-dialog/merge-and-move", test_merge_and_move);
  g_test_add_func ("/edition-dialog/about", test_about);
  g_test_add_func ("/edition-dialog/sidebar-keys", test_sidebar_keys);
  g_test_add_func ("/edition-dialog/sidebar-menu", test_sidebar_menu);

  return g_test_run ();
}
