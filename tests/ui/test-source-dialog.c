/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-source-dialog.h"

#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"a\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"a\", \"name\": \"The Guardian\", \"api\": \"guardian\" }," \
  "  { \"id\": \"b\", \"name\": \"Another\", \"api\": \"guardian\","        \
  "    \"credit\": \"Its own\", \"terms\": \"https://b.example/terms\" } ]"

#define VAULT                                                       \
  "[ { \"id\": \"a\", \"name\": \"The Vault\", \"api\": \"vault\"," \
  "    \"parameters\": { \"api\": \"@SERVER@/vault/\" } } ]"

static NewsStory *
create_story (void)
{
  NewsStory *story = news_story_new ();

  story->source = g_strdup ("peers");
  story->article = news_article_new ();
  story->article->url = g_strdup ("https://peers.example/1");

  return story;
}

static AdwActionRow *
find (GtkWidget *dialog, const char *id)
{
  return ADW_ACTION_ROW (ui_test_find (dialog, ADW_TYPE_ACTION_ROW, id));
}

static GtkWidget *
get_links (GtkWidget *dialog)
{
  return ui_test_find (dialog, ADW_TYPE_PREFERENCES_GROUP, "links");
}

static guint
count_links (GtkWidget *dialog)
{
  g_autoptr (GPtrArray) rows = ui_test_list (get_links (dialog), ADW_TYPE_BUTTON_ROW);

  return rows->len;
}

static void
test_full (void)
{
  g_autoptr (NewsStory) story = create_story ();
  g_autoptr (NewsSource) source = news_source_new ("peers", "Peers & Sons", "wordpress");
  GtkWidget *dialog, *row;
  GtkWindow *window;
  GString *record;

  source->licence = g_strdup ("CC BY 3.0");
  source->note = g_strdup ("Volunteers <everywhere>");
  source->home = g_strdup ("https://peers.example/");
  source->about = g_strdup ("https://peers.example/about");
  source->contact = g_strdup ("mailto:desk@peers.example");
  source->terms = g_strdup ("https://peers.example/terms?a=1&b=2");
  dialog = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new (NULL, source, story)));

  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "name")), ==, "Peers & Sons");
  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "licence")), ==, "CC BY 3.0");
  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "note")), ==,
                   "Volunteers <everywhere>");
  g_assert_nonnull (ui_test_find_text (dialog, "Peers & Sons"));
  g_assert_nonnull (ui_test_find_text (dialog, "Volunteers <everywhere>"));
  g_assert_cmpuint (count_links (dialog), ==, 5);

  window = ui_test_present (ADW_DIALOG (dialog));
  record = ui_test_record_actions (dialog);
  row = ui_test_find (get_links (dialog), ADW_TYPE_BUTTON_ROW, NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "https://peers.example/1");
  gtk_widget_activate_action_variant (
    row, gtk_actionable_get_action_name (GTK_ACTIONABLE (row)),
    gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)));
  g_assert_nonnull (strstr (record->str, "follow 'https://peers.example/1'\n"));
  ui_test_close (window);
  g_assert_finalize_object (dialog);
}

static void
check_terms (NewsTestPaper *paper, const char *id, const char *credit, const char *address)
{
  NewsSource *source = news_edition_get_source (news_desk_get_edition (paper->desk), id);
  GtkWidget *dialog
    = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new (paper->desk, source, NULL)));
  g_autoptr (GPtrArray) rows = ui_test_list (get_links (dialog), ADW_TYPE_BUTTON_ROW);
  GtkWidget *last = g_ptr_array_index (rows, rows->len - 1);

  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "credit")), ==, credit);
  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "rules")), ==,
                   "Texts and pictures are kept for 1 day.\n"
                   "Each article leads to its original.");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (last)), ==, "Terms");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (last), ==, address);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (dialog);
}

/* What holds for all who use an API stands where the edition has nothing of its own. */
static void
test_terms (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, SOURCES);

  check_terms (paper, "a", "Guardian Open Platform",
               "https://www.theguardian.com/open-platform/terms-and-conditions");
  check_terms (paper, "b", "Its own", "https://b.example/terms");
}

/* The edition no longer has the source: what the article knows is left. */
static void
test_unknown (void)
{
  g_autoptr (NewsStory) story = create_story ();
  GtkWidget *dialog = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new (NULL, NULL, story)));

  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "name")), ==, "peers");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find (dialog, "licence"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find (dialog, "note"))));
  g_assert_cmpuint (count_links (dialog), ==, 1);
  g_assert_finalize_object (dialog);

  story->article->outlet = g_strdup ("The Peers");
  g_clear_pointer (&story->article->url, g_free);
  dialog = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new (NULL, NULL, story)));
  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "name")), ==, "The Peers");
  g_assert_cmpuint (count_links (dialog), ==, 0);
  g_assert_finalize_object (dialog);
}

/* Where no article led here, as in the editor of the edition, the source is told all the same. */
static void
test_no_story (void)
{
  g_autoptr (NewsSource) source = news_source_new ("peers", "Peers & Sons", "wordpress");
  GtkWidget *dialog;

  source->home = g_strdup ("https://peers.example/");
  dialog = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new (NULL, source, NULL)));
  g_assert_cmpstr (adw_action_row_get_subtitle (find (dialog, "name")), ==, "Peers & Sons");
  g_assert_cmpuint (count_links (dialog), ==, 1);
  g_assert_finalize_object (dialog);
}

/* --- its key --- */

static const char *
get_page (GtkWidget *dialog)
{
  AdwNavigationView *navigation
    = ADW_NAVIGATION_VIEW (ui_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL));

  return adw_navigation_page_get_title (adw_navigation_view_get_visible_page (navigation));
}

static GtkWidget *
find_any (GtkWidget *dialog, const char *id)
{
  return ui_test_find (dialog, GTK_TYPE_WIDGET, id);
}

static gboolean
has_key (gpointer data)
{
  return gtk_widget_get_visible (find_any (data, "forget"));
}

static gboolean
is_told (gpointer data)
{
  return gtk_widget_get_visible (find_any (data, "enter"))
         && gtk_widget_get_visible (find_any (data, "key"));
}

static void
enter_key (GtkWidget *dialog)
{
  GtkWidget *row = ui_test_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "new-key");
  g_signal_emit_by_name (find_any (dialog, "try_button"), "clicked");
  ui_test_wait (has_key, dialog);
}

/* From the page about it to that of its key, and back once it has one. */
static void
test_key (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, VAULT);
  GtkWidget *dialog;
  GtkWindow *window;
  NewsSource *source;
  g_autofree char *last = NULL;

  ui_offers_serve_vault (paper);
  source = news_edition_get_source (news_desk_get_edition (paper->desk), "a");
  dialog = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new (paper->desk, source, NULL)));
  window = ui_test_present (ADW_DIALOG (dialog));
  ui_test_wait (is_told, dialog);
  g_assert_cmpstr (get_page (dialog), ==, "About This Source");
  g_signal_emit_by_name (find_any (dialog, "enter"), "activated");
  g_assert_cmpstr (get_page (dialog), ==, "The Vault");

  enter_key (dialog);
  g_assert_cmpstr (get_page (dialog), ==, "About This Source");
  news_test_paper_settle (paper);
  last = news_test_server_dup_last (paper->server);
  g_assert_cmpstr (last, ==, "/vault/list?p=here&c=all&k=new-key");
  g_assert_cmpuint (news_test_server_count (paper->server, "/vault/list"), ==, 2);

  ui_test_close (window);
  ui_test_idle ();
  g_assert_finalize_object (dialog);
}

static gboolean
is_in_key (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_PASSWORD_ENTRY_ROW) != NULL;
}

/* Whoever comes from a list that wants a key has its page before them. */
static void
test_for_key (void)
{
  g_autoptr (NewsTestPaper) paper = news_test_paper_new (SECTIONS, VAULT);
  GtkWidget *dialog;
  GtkWindow *window;

  ui_offers_serve_vault (paper);
  g_assert_null (news_source_dialog_new_for_key (paper->desk, "gone"));
  dialog = g_object_ref_sink (GTK_WIDGET (news_source_dialog_new_for_key (paper->desk, "a")));
  window = ui_test_present (ADW_DIALOG (dialog));
  g_assert_cmpstr (get_page (dialog), ==, "The Vault");
  /* The dialog takes the focus when it is drawn first, however long that takes. */
  ui_test_wait (is_in_key, window);
  enter_key (dialog);
  g_assert_cmpstr (get_page (dialog), ==, "About This Source");
  news_test_paper_settle (paper);
  ui_test_close (window);
  ui_test_idle ();
  g_assert_finalize_object (dialog);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/source-dialog/full", test_full);
  g_test_add_func ("/source-dialog/terms", test_terms);
  g_test_add_func ("/source-dialog/unknown", test_unknown);
  g_test_add_func ("/source-dialog/no-story", test_no_story);
  g_test_add_func ("/source-dialog/key", test_key);
  g_test_add_func ("/source-dialog/for-key", test_for_key);

  return g_test_run ();
}
