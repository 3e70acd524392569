/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-sections-page.h"

typedef struct
{
  NewsTestPaper *paper;
  AdwToastOverlay *toasts;
  NewsEditor *editor;
  NewsOffer *offer;
  GtkWidget *page;
  GtkWindow *window;
  char *added; /* id of the section */
} Fixture;

static void
added_cb (NewsSectionsPage *page, const char *section, Fixture *fixture)
{
  g_set_str (&fixture->added, section);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *navigation = adw_navigation_view_new ();

  fixture->paper = news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" },"
                                        "  { \"id\": \"games\", \"title\": \"Games\" } ]",
                                        "[]");
  ui_offers_serve_site (fixture->paper);
  fixture->offer = ui_offers_find_one (fixture->paper, "/");
  fixture->toasts = g_object_ref_sink (ADW_TOAST_OVERLAY (adw_toast_overlay_new ()));
  fixture->editor = news_editor_new (fixture->paper->desk, fixture->toasts);
  fixture->page = g_object_ref_sink (g_object_new (NEWS_TYPE_SECTIONS_PAGE, NULL));
  news_sections_page_set_editor (NEWS_SECTIONS_PAGE (fixture->page), fixture->editor);
  news_sections_page_set_offer (NEWS_SECTIONS_PAGE (fixture->page), fixture->offer, NULL);
  g_signal_connect (fixture->page, "added", G_CALLBACK (added_cb), fixture);

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (fixture->page));
  adw_toast_overlay_set_child (fixture->toasts, navigation);
  fixture->window = ui_test_show (GTK_WIDGET (fixture->toasts), 400, 600);
}

/* What was asked for may be answered after a failure was shown. */
static void
finalize (gpointer object)
{
  while (G_OBJECT (object)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (G_OBJECT (object));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  news_test_paper_settle (fixture->paper);
  g_assert_finalize_object (fixture->toasts);
  finalize (fixture->page);
  finalize (fixture->editor);
  news_offer_unref (fixture->offer);
  news_test_paper_free (fixture->paper);
  g_free (fixture->added);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->page, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static AdwSwitchRow *
find_row (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_test_list (fixture->page, ADW_TYPE_SWITCH_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  AdwSwitchRow *everything = find_row (fixture, "Everything");
  AdwSwitchRow *arts = find_row (fixture, "Arts & Culture");

  g_assert_nonnull (ui_test_find_text (fixture->page, "Summaries · API · 2 sections"));
  g_assert_true (adw_switch_row_get_active (everything));
  g_assert_false (adw_switch_row_get_active (arts));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (arts)), ==, "9 articles");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Sports"))), ==,
                   "1 article");

  /* Something has to be chosen. */
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "add")));
  adw_switch_row_set_active (everything, FALSE);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "add")));

  /* Whoever comes back to it finds it as it was; another is shown anew. */
  news_sections_page_set_offer (NEWS_SECTIONS_PAGE (fixture->page), fixture->offer, NULL);
  g_assert_false (adw_switch_row_get_active (find_row (fixture, "Everything")));
}

/* A source without sections has nothing to choose from. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsOffer) feed = ui_offers_create ("feed", "Gazette");

  news_sections_page_set_offer (NEWS_SECTIONS_PAGE (fixture->page), feed, NULL);
  g_assert_null (find_row (fixture, "Sports"));
  g_assert_false (gtk_widget_get_visible (find (fixture, "sections")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "add")));
}

static gboolean
is_added (gpointer data)
{
  return ((Fixture *) data)->added != NULL;
}

static gboolean
has_failed (gpointer data)
{
  return gtk_widget_get_visible (find (data, "failure"));
}

static void
add (Fixture *fixture, guint place)
{
  adw_switch_row_set_active (find_row (fixture, "Everything"), FALSE);
  adw_switch_row_set_active (find_row (fixture, "Arts & Culture"), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, "place")), place);
  g_signal_emit_by_name (find (fixture, "add"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "add")));
}

static gboolean
is_undone (gpointer data)
{
  Fixture *fixture = data;

  return news_desk_get_edition (fixture->paper->desk)->sources->len == 0;
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  NewsEdition *edition;
  NewsSection *section;

  add (fixture, 0);
  ui_test_wait (is_added, fixture);
  edition = news_desk_get_edition (fixture->paper->desk);
  g_assert_cmpuint (edition->sections->len, ==, 3);
  section = news_edition_get_section (edition, fixture->added);
  g_assert_cmpstr (section->title, ==, "Arts & Culture");
  g_assert_cmpstr (section->group, ==, "Peers & Sons");

  news_editor_undo (fixture->editor);
  ui_test_wait (is_undone, fixture);
  g_assert_cmpuint (news_desk_get_edition (fixture->paper->desk)->sections->len, ==, 2);
}

static void
test_into (Fixture *fixture, gconstpointer data)
{
  NewsEdition *edition;

  add (fixture, 1);
  ui_test_wait (is_added, fixture);
  g_assert_cmpstr (fixture->added, ==, "games");
  edition = news_desk_get_edition (fixture->paper->desk);
  g_assert_cmpuint (edition->sections->len, ==, 2);
  g_assert_true (news_section_has_query (news_edition_get_section (edition, "games"),
                                         fixture->offer->find.source->id, "3"));
  g_assert_nonnull (
    ui_test_find_text (GTK_WIDGET (fixture->toasts), "“Peers & Sons” added to “Games”"));
}

/* The section that was chosen has gone meanwhile, as from another window. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *failure = find (fixture, "failure");

  news_editor_remove (fixture->editor, "games");
  add (fixture, 1);
  ui_test_wait (has_failed, fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (failure), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (failure))), >, 10);
  g_assert_null (fixture->added);
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "add")));
}

#define ADD(name, function) \
  g_test_add ("/sections-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("sections", test_sections);
  ADD ("whole", test_whole);
  ADD ("own", test_own);
  ADD ("into", test_into);
  ADD ("gone", test_gone);

  return g_test_run ();
}
