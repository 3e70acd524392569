/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-empty-list.h"

static GtkWidget *
create (void)
{
  return g_object_ref_sink (g_object_new (NEWS_TYPE_EMPTY_LIST, NULL));
}

static AdwStatusPage *
get_page (GtkWidget *list)
{
  return ADW_STATUS_PAGE (ui_test_find (list, ADW_TYPE_STATUS_PAGE, NULL));
}

/* That the page says that, and has these buttons, of "enter_key", "retry", "add_site", "sample"
 * and "show_all". */
static void
assert_page (GtkWidget *list, const char *title, const char *buttons)
{
  static const char *const all[] = { "enter_key", "retry", "add_site", "sample", "show_all" };
  g_auto (GStrv) shown = g_strsplit (buttons, " ", -1);

  g_assert_cmpstr (adw_status_page_get_title (get_page (list)), ==, title);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpint (gtk_widget_get_visible (ui_test_find (list, GTK_TYPE_BUTTON, all[i])), ==,
                     g_strv_contains ((const char *const *) shown, all[i]));
}

static void
test_problem (void)
{
  GtkWidget *list = create ();
  GtkWidget *button;

  news_empty_list_show_problem (NEWS_EMPTY_LIST (list), "“<a>” & more", FALSE, NULL);
  assert_page (list, "No Articles", "retry");
  g_assert_cmpstr (adw_status_page_get_description (get_page (list)), ==, "“&lt;a&gt;” &amp; more");

  /* Where nobody can be reached, there is something to read all the same. */
  news_empty_list_show_problem (NEWS_EMPTY_LIST (list), "No network", TRUE, NULL);
  assert_page (list, "Not Reached", "retry sample");

  /* The best comes first, and looks so. */
  news_empty_list_show_problem (NEWS_EMPTY_LIST (list), "No key", FALSE, "the-vault");
  assert_page (list, "No Articles", "enter_key retry");
  button = ui_test_find (list, GTK_TYPE_BUTTON, "enter_key");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "source.enter-key");
  g_assert_cmpstr (
    g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL),
    ==, "the-vault");
  button = ui_test_find (list, GTK_TYPE_BUTTON, "retry");
  g_assert_false (gtk_widget_has_css_class (button, "suggested-action"));
  news_empty_list_show_problem (NEWS_EMPTY_LIST (list), "Again", FALSE, NULL);
  assert_page (list, "No Articles", "retry");
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  g_assert_finalize_object (list);
}

static void
test_nothing (void)
{
  GtkWidget *list = create ();
  g_autoptr (NewsSection) section = news_section_new ("one", "One", NULL);
  g_autoptr (NewsSection) home = news_section_new (NEWS_SECTION_HOME, "Home", NULL);
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (NewsScope) one = news_scope_new_section (section);
  g_autoptr (NewsScope) front = news_scope_new_home (sections);
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  g_autoptr (NewsScope) topic = news_scope_new_topic ("whales");

  news_empty_list_show_nothing (NEWS_EMPTY_LIST (list), one, section);
  assert_page (list, "No Source", "add_site");
  news_section_add_query (section, "source", NULL);
  news_empty_list_show_nothing (NEWS_EMPTY_LIST (list), one, section);
  assert_page (list, "No Articles", "retry");
  /* Home has no queries of its own, and lacks none. */
  news_empty_list_show_nothing (NEWS_EMPTY_LIST (list), front, home);
  assert_page (list, "No Articles", "retry");
  news_empty_list_show_nothing (NEWS_EMPTY_LIST (list), bookmarks, NULL);
  assert_page (list, "No Bookmarks", "");
  news_empty_list_show_nothing (NEWS_EMPTY_LIST (list), topic, NULL);
  assert_page (list, "Nothing on This Topic", "");
  g_assert_cmpstr (adw_status_page_get_description (get_page (list)), ==, "");
  g_assert_finalize_object (list);
}

/* What a filter hides can be shown; and what is said of another list has nothing of that. */
static void
test_filtered (void)
{
  GtkWidget *list = create ();

  news_empty_list_show_filtered (NEWS_EMPTY_LIST (list), NEWS_FILTER_UNREAD);
  assert_page (list, "Nothing Unread", "show_all");
  news_empty_list_show_filtered (NEWS_EMPTY_LIST (list), NEWS_FILTER_BOOKMARKED);
  assert_page (list, "Nothing Bookmarked", "show_all");
  news_empty_list_show_problem (NEWS_EMPTY_LIST (list), "No network", FALSE, NULL);
  assert_page (list, "No Articles", "retry");
  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/empty-list/problem", test_problem);
  g_test_add_func ("/empty-list/nothing", test_nothing);
  g_test_add_func ("/empty-list/filtered", test_filtered);

  return g_test_run ();
}
