/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-add-site-dialog.h"
#include "news-offer-row.h"

/* The way from page to page; what each of them does is tested with it. */

typedef struct
{
  NewsTestPaper *paper;
  NewsEditor *editor;
  GtkWidget *dialog;
  GtkWindow *window;
  char *added; /* id of the section */
} Fixture;

static void
added_cb (NewsAddSiteDialog *dialog, const char *section, Fixture *fixture)
{
  g_set_str (&fixture->added, section);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->paper = news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
  ui_offers_serve_vault (fixture->paper);
  fixture->editor = news_editor_new (fixture->paper->desk, NULL);
  fixture->dialog
    = g_object_ref_sink (GTK_WIDGET (news_add_site_dialog_new (fixture->editor, NULL)));
  g_signal_connect (fixture->dialog, "added", G_CALLBACK (added_cb), fixture);
  fixture->window = ui_test_present (ADW_DIALOG (fixture->dialog));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (gtk_widget_get_root (fixture->dialog) != NULL)
    adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  ui_test_close (fixture->window);
  /* A page that was being left has to be let go by what moved it. */
  while (G_OBJECT (fixture->dialog)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->dialog);
  news_test_paper_settle (fixture->paper);
  g_assert_finalize_object (fixture->editor);
  news_test_paper_free (fixture->paper);
  g_free (fixture->added);
}

static AdwNavigationView *
get_navigation (Fixture *fixture)
{
  return ADW_NAVIGATION_VIEW (adw_dialog_get_child (ADW_DIALOG (fixture->dialog)));
}

static AdwNavigationPage *
get_page (Fixture *fixture)
{
  return adw_navigation_view_get_visible_page (get_navigation (fixture));
}

static const char *
get_tag (Fixture *fixture)
{
  return adw_navigation_page_get_tag (get_page (fixture));
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static gboolean
has_searched (gpointer data)
{
  return ui_test_find (GTK_WIDGET (get_page (data)), GTK_TYPE_WIDGET, "searching") == NULL
         || !gtk_widget_get_visible (find (data, "searching"));
}

/* Types the address and goes on. */
static void
search (Fixture *fixture, const char *path)
{
  g_autofree char *typed = news_test_server_dup_url (fixture->paper->server, path);

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "address")), typed);
  g_signal_emit_by_name (find (fixture, "address"), "entry-activated");
  g_assert_true (gtk_widget_get_visible (find (fixture, "searching")));
  ui_test_wait (has_searched, fixture);
}

static gboolean
has_focus (gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_added (gpointer data)
{
  return ((Fixture *) data)->added != NULL;
}

/* What there is only one of is not asked. */
static void
test_one (Fixture *fixture, gconstpointer data)
{
  ui_offers_serve_site (fixture->paper);
  g_assert_null (get_tag (fixture));
  ui_test_wait (has_focus, find (fixture, "address"));
  search (fixture, "/");
  g_assert_cmpstr (get_tag (fixture), ==, "sections");
  ui_test_wait (has_focus, find (fixture, "add"));
  g_signal_emit_by_name (find (fixture, "add"), "clicked");
  ui_test_wait (is_added, fixture);
  g_assert_nonnull (news_desk_get_section (fixture->paper->desk, fixture->added));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *typed = NULL;

  ui_offers_serve_site (fixture->paper);
  search (fixture, "/both");
  g_assert_cmpstr (get_tag (fixture), ==, "offers");
  rows = ui_test_list (find (fixture, "offers"), NEWS_TYPE_OFFER_ROW);
  g_assert_cmpuint (rows->len, ==, 2);
  ui_test_wait (has_focus, g_ptr_array_index (rows, 0));
  g_signal_emit_by_name (g_ptr_array_index (rows, 1), "activate");
  g_assert_cmpstr (get_tag (fixture), ==, "sections");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (get_page (fixture)), "Headlines"));

  /* All the way back, where all is as it was. */
  ui_test_wait (has_focus, find (fixture, "add"));
  g_assert_true (adw_navigation_view_pop (get_navigation (fixture)));
  g_assert_cmpstr (get_tag (fixture), ==, "offers");
  ui_test_wait (has_focus, g_ptr_array_index (rows, 1));
  g_assert_true (adw_navigation_view_pop (get_navigation (fixture)));
  typed = news_test_server_dup_url (fixture->paper->server, "/both");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, "address"))), ==, typed);
  ui_test_wait (has_focus, find (fixture, "address"));
}

static gboolean
shows_sections (gpointer data)
{
  return g_strcmp0 (get_tag (data), "sections") == 0;
}

static void
test_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  search (fixture, "/vault/");
  g_assert_cmpstr (get_tag (fixture), ==, "key");
  entry = ui_test_find (GTK_WIDGET (get_page (fixture)), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
  ui_test_wait (has_focus, entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "right-key");
  g_signal_emit_by_name (entry, "entry-activated");
  ui_test_wait (shows_sections, fixture);
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (get_page (fixture)), "“Opened”"));
  ui_test_wait (has_focus, find (fixture, "add"));
  g_signal_emit_by_name (find (fixture, "add"), "clicked");
  ui_test_wait (is_added, fixture);
}

/* Closed while a site is asked, which nobody waits for then. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *typed = news_test_server_dup_url (fixture->paper->server, "/");

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "address")), typed);
  g_signal_emit_by_name (find (fixture, "find"), "clicked");
  g_assert_true (gtk_widget_get_visible (find (fixture, "searching")));
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  ui_test_idle ();
  g_assert_null (fixture->added);
}

#define ADD(name, function) \
  g_test_add ("/add-site-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("one", test_one);
  ADD ("several", test_several);
  ADD ("key", test_key);
  ADD ("closed", test_closed);

  return g_test_run ();
}
