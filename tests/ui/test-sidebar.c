/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-sidebar-row.h"
#include "news-sidebar.h"

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                                                           \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                           \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] }," \
  "  { \"id\": \"added\", \"title\": \"Added\", \"group\": \"A Site\" },"                  \
  "  { \"id\": \"more\", \"title\": \"More\", \"group\": \"A Site\" } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

static const char other[]
  = "{ \"format\": 1, \"id\": \"other\", \"name\": \"其他\", \"language\": \"zh-Hans\","
    "  \"city\": \"北京\", \"timezone\": \"Asia/Shanghai\","
    "  \"sections\": [ { \"id\": \"home\", \"title\": \"首页\" } ], \"sources\": [] }";

typedef struct
{
  NewsTestPaper *paper;
  AdwToastOverlay *toasts;
  NewsEditor *editor;
  GtkWidget *sidebar;
  GtkListBox *list;
  char *chosen; /* id of the section that was told last, "-" for the bookmarks */
  gboolean go;
} Fixture;

static void
chosen_cb (NewsSidebar *sidebar, NewsDeskSection *section, gboolean go, Fixture *fixture)
{
  g_set_str (&fixture->chosen, section != NULL ? news_desk_section_get_section (section)->id : "-");
  fixture->go = go;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  path = g_build_filename (fixture->paper->folder, "editions", "other.json", NULL);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  news_test_paper_open (fixture->paper);
  fixture->toasts = g_object_ref_sink (ADW_TOAST_OVERLAY (adw_toast_overlay_new ()));
  fixture->editor = news_editor_new (fixture->paper->desk, fixture->toasts);
  fixture->sidebar = g_object_ref_sink (g_object_new (NEWS_TYPE_SIDEBAR, NULL));
  fixture->list = GTK_LIST_BOX (ui_test_find (fixture->sidebar, GTK_TYPE_LIST_BOX, "list"));
  g_signal_connect (fixture->sidebar, "chosen", G_CALLBACK (chosen_cb), fixture);
  news_sidebar_set_editor (NEWS_SIDEBAR (fixture->sidebar), fixture->editor);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->sidebar);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->toasts);
  news_test_paper_free (fixture->paper);
  g_free (fixture->chosen);
}

static void
assert_row (Fixture *fixture, int index, const char *label)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->list, index);

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static const char *
get_heading (Fixture *fixture, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->list, index);
  GtkWidget *header = gtk_list_box_row_get_header (row);

  return GTK_IS_LABEL (header) ? gtk_label_get_text (GTK_LABEL (header)) : NULL;
}

/* The edition's order, and the bookmarks at the end, apart. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (fixture->list, 4);

  assert_row (fixture, 0, "Home");
  assert_row (fixture, 1, "One");
  assert_row (fixture, 2, "Added");
  assert_row (fixture, 3, "More");
  assert_row (fixture, 4, "Bookmarks");
  g_assert_null (gtk_list_box_get_row_at_index (fixture->list, 5));
  g_assert_null (get_heading (fixture, 1));
  g_assert_cmpstr (get_heading (fixture, 2), ==, "A Site");
  g_assert_null (get_heading (fixture, 3));
  g_assert_true (GTK_IS_SEPARATOR (gtk_list_box_row_get_header (last)));
}

static gboolean
has_counts (gpointer data)
{
  Fixture *fixture = data;

  return news_desk_section_get_unread (news_desk_get_section (fixture->paper->desk, "one")) == 20;
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (20, 1);

  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture->paper);
  ui_test_wait (has_counts, fixture);
  assert_row (fixture, 1, "One, 20 unread");
}

static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  NewsSidebar *sidebar = NEWS_SIDEBAR (fixture->sidebar);

  g_assert_null (news_sidebar_get_chosen (sidebar));
  news_sidebar_choose (sidebar, "one", FALSE);
  g_assert_cmpstr (fixture->chosen, ==, "one");
  g_assert_false (fixture->go);
  g_assert_cmpstr (news_sidebar_get_chosen (sidebar), ==, "one");

  news_sidebar_choose (sidebar, NEWS_SIDEBAR_BOOKMARKS, TRUE);
  g_assert_cmpstr (fixture->chosen, ==, "-");
  g_assert_true (fixture->go);

  /* One that is not there any more chooses the first. */
  news_sidebar_choose (sidebar, "gone", FALSE);
  g_assert_cmpstr (fixture->chosen, ==, "home");

  g_assert_true (news_sidebar_choose_nth (sidebar, 2));
  g_assert_cmpstr (fixture->chosen, ==, "added");
  g_assert_false (news_sidebar_choose_nth (sidebar, 9));
  g_assert_cmpstr (fixture->chosen, ==, "added");

  g_signal_emit_by_name (fixture->list, "row-activated",
                         gtk_list_box_get_row_at_index (fixture->list, 1));
  g_assert_cmpstr (fixture->chosen, ==, "one");
  g_assert_true (fixture->go);

  news_sidebar_unchoose (sidebar);
  g_assert_null (news_sidebar_get_chosen (sidebar));
}

/* A row that is selected anew, as one is that is given the focus, is not chosen anew, but once
 * nothing was chosen. */
static void
test_selecting (Fixture *fixture, gconstpointer data)
{
  NewsSidebar *sidebar = NEWS_SIDEBAR (fixture->sidebar);
  GtkListBoxRow *one = gtk_list_box_get_row_at_index (fixture->list, 1);
  GtkListBoxRow *added = gtk_list_box_get_row_at_index (fixture->list, 2);

  news_sidebar_choose (sidebar, "one", FALSE);
  g_clear_pointer (&fixture->chosen, g_free);
  g_signal_emit_by_name (fixture->list, "row-selected", one);
  g_assert_null (fixture->chosen);

  gtk_list_box_select_row (fixture->list, added);
  g_assert_cmpstr (fixture->chosen, ==, "added");
  gtk_list_box_select_row (fixture->list, one);
  g_assert_cmpstr (fixture->chosen, ==, "one");

  news_sidebar_unchoose (sidebar);
  g_clear_pointer (&fixture->chosen, g_free);
  gtk_list_box_select_row (fixture->list, one);
  g_assert_cmpstr (fixture->chosen, ==, "one");
}

static AdwToggleGroup *
get_switch (Fixture *fixture)
{
  return ADW_TOGGLE_GROUP (ui_test_find (fixture->sidebar, ADW_TYPE_TOGGLE_GROUP, "editions"));
}

static const char *
get_dateline (Fixture *fixture)
{
  GtkWidget *dateline = ui_test_find (fixture->sidebar, GTK_TYPE_WIDGET, "dateline");

  return gtk_label_get_text (GTK_LABEL (ui_test_find (dateline, GTK_TYPE_LABEL, NULL)));
}

/* The switch changes the paper, and the paper changes the switch. */
static void
test_editions (Fixture *fixture, gconstpointer data)
{
  AdwToggleGroup *editions = get_switch (fixture);
  NewsDesk *desk = fixture->paper->desk;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (editions)));
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (editions), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (editions), ==,
                    news_desk_get_editions (desk)->len);
  g_assert_cmpstr (adw_toggle_group_get_active_name (editions), ==, "test");
  g_assert_true (g_str_has_prefix (get_dateline (fixture), "New York: "));

  news_sidebar_choose (NEWS_SIDEBAR (fixture->sidebar), "home", FALSE);
  adw_toggle_group_set_active_name (editions, "other");
  g_assert_cmpstr (news_desk_get_edition (desk)->id, ==, "other");
  assert_row (fixture, 0, "首页");
  assert_row (fixture, 1, "Bookmarks");
  g_assert_true (g_str_has_prefix (get_dateline (fixture), "北京: "));
  g_assert_cmpstr (news_sidebar_get_chosen (NEWS_SIDEBAR (fixture->sidebar)), ==, "home");

  news_desk_set_edition (desk, "test");
  g_assert_cmpstr (adw_toggle_group_get_active_name (editions), ==, "test");
  assert_row (fixture, 1, "One");
}

/* Where nothing is to be chosen, there is no switch. */
static void
test_one_edition (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);
  AdwToastOverlay *toasts = g_object_ref_sink (ADW_TOAST_OVERLAY (adw_toast_overlay_new ()));
  NewsEditor *editor = news_editor_new (paper->desk, toasts);
  GtkWidget *sidebar = g_object_ref_sink (g_object_new (NEWS_TYPE_SIDEBAR, NULL));
  GtkWidget *editions = ui_test_find (sidebar, ADW_TYPE_TOGGLE_GROUP, "editions");

  news_sidebar_set_editor (NEWS_SIDEBAR (sidebar), editor);
  g_assert_cmpint (gtk_widget_get_visible (editions), ==,
                   news_desk_get_editions (paper->desk)->len > 1);
  g_assert_finalize_object (sidebar);
  g_assert_finalize_object (editor);
  g_assert_finalize_object (toasts);
}

#define ADD(name, function) \
  g_test_add ("/sidebar/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("order", test_order);
  ADD ("counts", test_counts);
  ADD ("choosing", test_choosing);
  ADD ("selecting", test_selecting);
  ADD ("editions", test_editions);
  g_test_add_func ("/sidebar/one-edition", test_one_edition);

  return g_test_run ();
}
