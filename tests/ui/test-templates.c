/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-add-site-dialog.h"
#include "news-address-page.h"
#include "news-article-view.h"
#include "news-edition-dialog.h"
#include "news-empty-list.h"
#include "news-faults-dialog.h"
#include "news-find-bar.h"
#include "news-headline-row.h"
#include "news-headlines-pane.h"
#include "news-icon-chooser.h"
#include "news-key-page.h"
#include "news-more-row.h"
#include "news-neighbours.h"
#include "news-offer-row.h"
#include "news-offers-page.h"
#include "news-picture-frame.h"
#include "news-picture-viewer.h"
#include "news-preferences-dialog.h"
#include "news-query-row.h"
#include "news-reader.h"
#include "news-rename-dialog.h"
#include "news-search-backlog.h"
#include "news-search-bar.h"
#include "news-search-hints.h"
#include "news-search-name-dialog.h"
#include "news-search-results.h"
#include "news-section-row.h"
#include "news-sections-page.h"
#include "news-sidebar-row.h"
#include "news-sidebar.h"
#include "news-sought-button.h"
#include "news-source-dialog.h"
#include "news-suggestion-row.h"
#include "news-typography-popover.h"

/* Buttons of the libraries' own widgets, which name them in their own way. */
static gboolean
is_foreign (GtkWidget *button)
{
  static const char *const owners[]
    = { "AdwBackButton", "AdwEntryRow",  "AdwSpinRow", "AdwBanner",
        "GtkPopover",    "GtkSearchBar", "GtkText",    "GtkWindowControls" };

  /* A popover all the same, but ours. */
  if (gtk_widget_get_ancestor (button, NEWS_TYPE_ICON_CHOOSER) != NULL
      || gtk_widget_get_ancestor (button, NEWS_TYPE_TYPOGRAPHY_POPOVER) != NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      GType type = g_type_from_name (owners[i]);

      if (type != G_TYPE_INVALID && gtk_widget_get_ancestor (button, type) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The icon that stands in place of words, or NULL. */
static const char *
get_icon (GtkWidget *button)
{
  if (GTK_IS_MENU_BUTTON (button))
    return gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (button));

  return gtk_button_get_icon_name (GTK_BUTTON (button));
}

static void
check_button (GtkWidget *button)
{
  const char *icon = get_icon (button);

  /* A menu button's inner button speaks through the outer one. */
  if (icon == NULL || is_foreign (button) || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (button)))
    return;

  g_test_message ("%s", icon);
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static guint
check_tree (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = ui_test_list (root, GTK_TYPE_WIDGET);
  guint icons = 0;

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      if (!GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (widget))
        continue;
      icons += get_icon (widget) != NULL;
      check_button (widget);
    }

  return icons;
}

/* Every button that is only an icon has a tooltip for the eye and a name for the ear. */
static void
test_icon_buttons (void)
{
  const GType types[] = { NEWS_TYPE_ADDRESS_PAGE,
                          NEWS_TYPE_ADD_SITE_DIALOG,
                          NEWS_TYPE_ARTICLE_VIEW,
                          NEWS_TYPE_EDITION_DIALOG,
                          NEWS_TYPE_EMPTY_LIST,
                          NEWS_TYPE_FAULTS_DIALOG,
                          NEWS_TYPE_FIND_BAR,
                          NEWS_TYPE_HEADLINES_PANE,
                          NEWS_TYPE_ICON_CHOOSER,
                          NEWS_TYPE_KEY_PAGE,
                          NEWS_TYPE_MORE_ROW,
                          NEWS_TYPE_NEIGHBOURS,
                          NEWS_TYPE_OFFERS_PAGE,
                          NEWS_TYPE_OFFER_ROW,
                          NEWS_TYPE_PICTURE_FRAME,
                          NEWS_TYPE_PICTURE_VIEWER,
                          NEWS_TYPE_PREFERENCES_DIALOG,
                          NEWS_TYPE_QUERY_ROW,
                          NEWS_TYPE_READER,
                          NEWS_TYPE_RENAME_DIALOG,
                          NEWS_TYPE_SEARCH_BACKLOG,
                          NEWS_TYPE_SEARCH_BAR,
                          NEWS_TYPE_SEARCH_HINTS,
                          NEWS_TYPE_SEARCH_NAME_DIALOG,
                          NEWS_TYPE_SEARCH_RESULTS,
                          NEWS_TYPE_SUGGESTION_LIST,
                          NEWS_TYPE_SUGGESTION_ROW,
                          NEWS_TYPE_SECTIONS_PAGE,
                          NEWS_TYPE_SECTION_ROW,
                          NEWS_TYPE_SIDEBAR,
                          NEWS_TYPE_SIDEBAR_ROW,
                          NEWS_TYPE_SOUGHT_BUTTON,
                          NEWS_TYPE_SOURCE_DIALOG,
                          NEWS_TYPE_TYPOGRAPHY_POPOVER };
  guint icons = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      /* Of this one, the rest is the library's own. */
      if (ADW_IS_PREFERENCES_DIALOG (widget))
        check_tree (
          GTK_WIDGET (adw_preferences_dialog_get_visible_page (ADW_PREFERENCES_DIALOG (widget))));
      else
        icons += check_tree (widget);
      g_assert_finalize_object (widget);
    }
  g_assert_cmpuint (icons, >, 4);
}

static void
test_window (void)
{
  g_autoptr (UiTest) test = ui_test_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");

  g_assert_cmpuint (check_tree (GTK_WIDGET (test->window)), >, 4);
}

/* What a section and its sources have is checked in the dialog, where their icons are set. */
static void
test_edition (void)
{
  g_autoptr (UiTest) test = ui_test_new (
    "[ { \"id\": \"home\", \"title\": \"Home\" },"
    "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]",
    "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\","
    "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]");
  AdwDialog *dialog = news_edition_dialog_new (test->paper->desk);

  adw_dialog_present (dialog, GTK_WIDGET (test->window));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), NEWS_TYPE_QUERY_ROW, NULL));
  /* The menu of the dialog; of the sections, their menus and icons; of the source, its menu. */
  g_assert_cmpuint (check_tree (GTK_WIDGET (dialog)), >=, 6);
  news_test_paper_settle (test->paper);
}

/* No template is left out above: all that there are make known types. */
static void
test_all_there (void)
{
  g_auto (GStrv) folders = g_resources_enumerate_children ("/io/github/broadsheet/Broadsheet",
                                                           G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint templates = 0;

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/io/github/broadsheet/Broadsheet/", folders[i], NULL);
      g_auto (GStrv) files
        = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      for (guint j = 0; files != NULL && files[j] != NULL; j++)
        templates += g_str_has_suffix (files[j], ".ui");
    }

  /* Those above, what the list of headlines and the source dialog have of their own, and the
   * window. */
  g_assert_cmpuint (templates, ==, 41);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/templates/icon-buttons", test_icon_buttons);
  g_test_add_func ("/templates/window", test_window);
  g_test_add_func ("/templates/edition", test_edition);
  g_test_add_func ("/templates/all-there", test_all_there);

  return g_test_run ();
}
