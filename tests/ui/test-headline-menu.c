/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headline-menu.h"
#include "news-headline-row.h"

static NewsHeadline *
create_headline (gint64 article, const char *url, gboolean marked)
{
  NewsHeadline *headline = news_headline_new (article);

  headline->title = g_strdup_printf ("Story %d", (int) article);
  headline->url = g_strdup (url);
  headline->read = headline->bookmarked = marked;

  return headline;
}

/* The labels of a menu, sections apart by "|"; each item's target is the article's number. */
static char *
dup_labels (GMenuModel *menu, gint64 article)
{
  GString *labels = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      g_string_append (labels, i > 0 ? "|" : "");
      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;
          gint64 target;

          g_assert_true (
            g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label));
          g_assert_true (
            g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_TARGET, "x", &target));
          g_assert_cmpint (target, ==, article);
          g_string_append_printf (labels, "%s%s", j > 0 ? ", " : "", label);
        }
    }

  return g_string_free_and_steal (labels);
}

static void
test_items (void)
{
  g_autoptr (NewsHeadline) plain = create_headline (7, "https://a.example/", FALSE);
  g_autoptr (NewsHeadline) marked = create_headline (8, NULL, TRUE);
  g_autoptr (GMenuModel) first = news_headline_menu_create_model (plain);
  g_autoptr (GMenuModel) second = news_headline_menu_create_model (marked);
  g_autofree char *labels = dup_labels (first, 7);
  g_autofree char *others = dup_labels (second, 8);

  g_assert_cmpstr (labels, ==,
                   "_Bookmark, Mark as _Read|Mark _Above as Read, Mark Be_low as Read"
                   "|_Open in Browser, _Copy Link");
  g_assert_cmpstr (others, ==,
                   "Remove _Bookmark, Mark as _Unread|Mark _Above as Read, Mark Be_low as Read");
}

/* --- in a view --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, news_headline_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  news_headline_row_set_headline (NEWS_HEADLINE_ROW (gtk_list_item_get_child (item)), NULL,
                                  gtk_list_item_get_item (item));
}

static GtkPopover *
find_popover (GtkWidget *host)
{
  return GTK_POPOVER (ui_test_find (host, GTK_TYPE_POPOVER_MENU, NULL));
}

static gboolean
is_open (gpointer data)
{
  GtkPopover *popover = find_popover (data);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* The menu key opens it on the row that has the focus. */
static void
test_key (void)
{
  g_autoptr (GListStore) store = g_list_store_new (NEWS_TYPE_HEADLINE);
  g_autoptr (NewsHeadline) headline = create_headline (7, NULL, FALSE);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *host = adw_bin_new ();
  g_autoptr (GListModel) controllers = NULL;
  NewsHeadlineMenu *menu;
  GtkWidget *view;
  GtkWindow *window;
  gboolean opened = FALSE;

  g_list_store_append (store, headline);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (store)))), factory);
  adw_bin_set_child (ADW_BIN (host), view);
  menu = news_headline_menu_new (host, GTK_LIST_VIEW (view));
  window = ui_test_show (host, 300, 400);
  gtk_widget_grab_focus (view);

  controllers = gtk_widget_observe_controllers (view);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger
            = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_has_prefix (trigger, "Menu"))
            opened
              |= gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view, NULL);
        }
    }
  g_assert_true (opened);
  ui_test_wait (is_open, host);

  g_assert_finalize_object (menu);
  g_assert_null (find_popover (host));
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/headline-menu/items", test_items);
  g_test_add_func ("/headline-menu/key", test_key);

  return g_test_run ();
}
