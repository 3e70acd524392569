/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "config.h"

#include "news-sidebar-row.h"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"arts\", \"title\": \"Arts & More\" } ]"

typedef struct
{
  NewsTestPaper *paper;
  AdwToastOverlay *toasts;
  NewsEditor *editor;
  NewsDeskSection *section;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsSection) section = news_section_new ("arts", "Arts & More", NULL);

  fixture->paper = news_test_paper_new (SECTIONS, "[]");
  fixture->toasts = g_object_ref_sink (ADW_TOAST_OVERLAY (adw_toast_overlay_new ()));
  fixture->editor = news_editor_new (fixture->paper->desk, fixture->toasts);
  fixture->section = news_desk_section_new (section);
  fixture->row
    = g_object_ref_sink (news_sidebar_row_new_section (fixture->section, fixture->editor));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->section);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->toasts);
  news_test_paper_free (fixture->paper);
}

static void
assert_label (GtkWidget *row, const char *expected)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       expected);
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  g_assert_true (news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (fixture->row))
                 == fixture->section);
  g_assert_nonnull (ui_test_find_text (fixture->row, "Arts & More"));
  gtk_test_accessible_assert_role (
    GTK_ACCESSIBLE (ui_test_find (fixture->row, GTK_TYPE_IMAGE, "icon")),
    GTK_ACCESSIBLE_ROLE_PRESENTATION);
  assert_label (fixture->row, "Arts & More");
}

static void
test_unread (Fixture *fixture, gconstpointer data)
{
  GtkWidget *count = ui_test_find (fixture->row, GTK_TYPE_LABEL, "count");

  g_assert_false (gtk_widget_get_visible (count));
  news_desk_section_set_unread (fixture->section, 12);
  g_assert_true (gtk_widget_get_visible (count));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "12");
  assert_label (fixture->row, "Arts & More, 12 unread");
  news_desk_section_set_unread (fixture->section, 0);
  g_assert_false (gtk_widget_get_visible (count));
  assert_label (fixture->row, "Arts & More");
}

/* A section that failed says so to the eye and to the ear, and why. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  GtkWidget *problem = ui_test_find (fixture->row, GTK_TYPE_IMAGE, "problem");
  g_autoptr (GError) error
    = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The site sleeps.");
  NewsStanding standing = { .queries = 1, .failed = 1, .error = error };
  NewsStanding well = { .queries = 1 };

  g_assert_false (gtk_widget_get_visible (problem));
  news_desk_section_set_standing (fixture->section, &standing);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->row), ==, "The site sleeps.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->row),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "The site sleeps.");

  news_desk_section_set_standing (fixture->section, &well);
  g_assert_false (gtk_widget_get_visible (problem));
  g_assert_null (gtk_widget_get_tooltip_text (fixture->row));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->row),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_bookmarks (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, "[]");
  GtkWidget *row = g_object_ref_sink (news_sidebar_row_new_bookmarks (paper->desk));

  g_assert_null (news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (row)));
  assert_label (row, "Bookmarks");
  g_assert_false (gtk_widget_get_visible (ui_test_find (row, GTK_TYPE_LABEL, "count")));
  g_assert_finalize_object (row);
}

/* It is moved by its own actions; a section by those of its edition. */
static void
test_search (void)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_autoptr (NewsSavedSearch) tea = news_saved_search_new ("Tea", "tea ");
  g_autoptr (NewsSavedSearch) coffee = news_saved_search_new ("Coffee", "coffee ");
  NewsSavedSearches *searches;
  GtkWidget *row;

  g_settings_reset (settings, "saved-searches");
  searches = news_saved_searches_new (settings);
  news_saved_searches_insert (searches, tea, 0);
  news_saved_searches_insert (searches, coffee, 1);
  row = g_object_ref_sink (news_sidebar_row_new_search (searches, coffee));
  g_assert_true (news_sidebar_row_get_search (NEWS_SIDEBAR_ROW (row)) == coffee);
  assert_label (row, "Coffee");
  news_saved_search_set_unread (coffee, 3);
  assert_label (row, "Coffee, 3 unread");
  g_assert_true (gtk_widget_activate_action (row, "row.move-up", NULL));
  g_assert_cmpuint (news_saved_searches_get_place (searches, coffee), ==, 0);
  g_assert_finalize_object (row);
  g_assert_finalize_object (searches);
  g_settings_reset (settings, "saved-searches");
}

#define ADD(name, function) \
  g_test_add ("/sidebar-row/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("section", test_section);
  ADD ("unread", test_unread);
  ADD ("problem", test_problem);
  g_test_add_func ("/sidebar-row/bookmarks", test_bookmarks);
  g_test_add_func ("/sidebar-row/search", test_search);

  return g_test_run ();
}
