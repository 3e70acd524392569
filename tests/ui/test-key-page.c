/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-key-page.h"

typedef struct
{
  NewsTestPaper *paper;
  NewsOffer *offer;
  GtkWidget *page;
  NewsOffer *unlocked;
  guint changed;
} Fixture;

static void
unlocked_cb (NewsKeyPage *page, NewsOffer *offer, Fixture *fixture)
{
  fixture->unlocked = news_offer_ref (offer);
}

static void
changed_cb (NewsKeyPage *page, Fixture *fixture)
{
  fixture->changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->paper = news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
  ui_offers_serve_vault (fixture->paper);
  fixture->offer = ui_offers_find_one (fixture->paper, "/vault/");
  fixture->page = g_object_ref_sink (g_object_new (NEWS_TYPE_KEY_PAGE, NULL));
  news_key_page_set_desk (NEWS_KEY_PAGE (fixture->page), fixture->paper->desk);
  news_key_page_set_offer (NEWS_KEY_PAGE (fixture->page), fixture->offer);
  g_signal_connect (fixture->page, "unlocked", G_CALLBACK (unlocked_cb), fixture);
  g_signal_connect (fixture->page, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_key_page_stop (NEWS_KEY_PAGE (fixture->page));
  while (G_OBJECT (fixture->page)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->page);
  g_clear_pointer (&fixture->unlocked, news_offer_unref);
  news_offer_unref (fixture->offer);
  news_test_paper_free (fixture->paper);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->page, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static GtkWidget *
find_field (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_test_list (fixture->page, ADW_TYPE_PREFERENCES_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  g_assert_not_reached ();
}

static void
enter (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_field (fixture, title)), text);
}

static gboolean
has_tried (gpointer data)
{
  return !gtk_widget_get_visible (find (data, "trying"));
}

static void
press (Fixture *fixture)
{
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "try_button")));
  g_signal_emit_by_name (find (fixture, "try_button"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "try_button")));
  g_assert_true (gtk_widget_get_visible (find (fixture, "trying")));
  ui_test_wait (has_tried, fixture);
}

static char *
dup_stored (Fixture *fixture)
{
  return news_keyring_lookup (fixture->paper->keyring, fixture->offer->find.source->id, "key", NULL,
                              NULL);
}

/* All that the descriptor asks for, but what was found already, is asked for in its words. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = ui_test_list (fixture->page, ADW_TYPE_ENTRY_ROW);
  GtkWidget *kind = find_field (fixture, "Kind");
  GtkWidget *help = find (fixture, "help");

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (ADW_IS_PASSWORD_ENTRY_ROW (find_field (fixture, "Key of the Vault")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture, "Place"))), ==,
                   "here");
  g_assert_cmpstr (
    gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (kind))), ==,
    "All of it");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   fixture->offer->find.source->name);
  g_assert_true (gtk_widget_get_visible (help));
  g_assert_cmpstr (
    g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (help)), NULL), ==,
    "https://vault.example/keys");

  /* What is there by itself is nothing to try. */
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "try_button")));
  enter (fixture, "Key of the Vault", "k");
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "try_button")));
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  GtkWidget *failure = find (fixture, "failure");
  g_autofree char *stored = NULL;

  news_test_server_serve (fixture->paper->server, "/vault/list", 401, "application/json", "{}");
  enter (fixture, "Key of the Vault", "wrong");
  press (fixture);
  g_assert_true (gtk_widget_get_visible (failure));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (failure), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_true (
    g_str_has_prefix (gtk_label_get_text (GTK_LABEL (failure)), "The key was not accepted."));
  g_assert_null (fixture->unlocked);
  stored = dup_stored (fixture);
  g_assert_null (stored);

  /* What was typed is there to be mended. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture, "Key of the Vault"))),
                   ==, "wrong");
  enter (fixture, "Key of the Vault", "wrong2");
  g_assert_false (gtk_widget_get_visible (failure));
}

/* With the blanks that come with what is copied. */
static void
test_right (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stored = NULL;
  g_autofree char *last = NULL;

  enter (fixture, "Key of the Vault", " right-key ");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_field (fixture, "Kind")), 0);
  press (fixture);
  g_assert_nonnull (fixture->unlocked);
  g_assert_false (fixture->unlocked->find.locked);
  g_assert_cmpstr (fixture->unlocked->headline, ==, "Opened");
  g_assert_false (gtk_widget_get_visible (find (fixture, "failure")));
  last = news_test_server_dup_last (fixture->paper->server);
  g_assert_cmpstr (last, ==, "/vault/list?p=here&c=top&k=right-key");
  stored = news_keyring_lookup (fixture->paper->keyring, fixture->unlocked->find.source->id, "key",
                                NULL, NULL);
  g_assert_cmpstr (stored, ==, "right-key");

  /* The same offer again leaves what was entered; another does not. */
  news_key_page_set_offer (NEWS_KEY_PAGE (fixture->page), fixture->offer);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture, "Key of the Vault"))),
                   ==, " right-key ");
}

/* A keyring in memory does not last, and that has to be told before something is entered. */
static void
test_passing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *navigation = adw_navigation_view_new ();
  GtkWindow *window;

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (fixture->page));
  window = ui_test_show (navigation, 400, 500);
  g_assert_true (gtk_widget_get_visible (find (fixture, "passing")));
  ui_test_close (window);
}

/* What is typed while it is tried is another try. */
static void
test_changed_mind (Fixture *fixture, gconstpointer data)
{
  enter (fixture, "Key of the Vault", "right-key");
  g_signal_emit_by_name (find_field (fixture, "Key of the Vault"), "entry-activated");
  g_assert_true (gtk_widget_get_visible (find (fixture, "trying")));
  enter (fixture, "Key of the Vault", "right-key-2");
  g_assert_false (gtk_widget_get_visible (find (fixture, "trying")));
  while (G_OBJECT (fixture->page)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->unlocked);
}

/* Puts the offer's source into the edition, with a place of its own, and shows it. */
static NewsSource *
show_source (Fixture *fixture)
{
  g_autoptr (NewsSource) source = news_source_copy (fixture->offer->find.source);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (NewsEdition) edition = NULL;
  NewsEdition *before = news_desk_get_edition (fixture->paper->desk);

  news_source_set_parameter (source, "place", "there");
  g_ptr_array_add (sources, source);
  edition = news_edition_extend (before, sources, NULL);
  news_desk_change_edition_async (fixture->paper->desk, edition, NULL, NULL, NULL);
  while (news_desk_get_edition (fixture->paper->desk) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (
    news_keyring_store (fixture->paper->keyring, source->id, "key", "L", "old-key", NULL, NULL));

  news_key_page_set_source (NEWS_KEY_PAGE (fixture->page),
                            news_edition_get_source (edition, source->id));

  return news_edition_get_source (news_desk_get_edition (fixture->paper->desk), source->id);
}

/* The page for a source that is there: only what is another value than it has is tried. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  NewsSource *source = show_source (fixture);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *last = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture, "Place"))), ==,
                   "there");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (fixture, "Key of the Vault"))),
                   ==, "");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "try_button")));
  enter (fixture, "Place", "elsewhere");
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "try_button")));
  enter (fixture, "Place", "there");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "try_button")));

  news_test_server_serve (fixture->paper->server, "/vault/list", 401, "application/json", "{}");
  enter (fixture, "Key of the Vault", "wrong");
  press (fixture);
  g_assert_true (gtk_widget_get_visible (find (fixture, "failure")));
  g_assert_cmpuint (fixture->changed, ==, 0);
  old = news_keyring_lookup (fixture->paper->keyring, source->id, "key", NULL, NULL);
  g_assert_cmpstr (old, ==, "old-key");

  news_test_server_serve (fixture->paper->server, "/vault/list", 200, "application/json", "[]");
  enter (fixture, "Key of the Vault", " new-key ");
  press (fixture);
  g_assert_cmpuint (fixture->changed, ==, 1);
  g_assert_null (fixture->unlocked);
  new = news_keyring_lookup (fixture->paper->keyring, source->id, "key", NULL, NULL);
  g_assert_cmpstr (new, ==, "new-key");
  last = news_test_server_dup_last (fixture->paper->server);
  g_assert_cmpstr (last, ==, "/vault/list?p=there&c=all&k=new-key");
  g_assert_cmpstr (news_source_get_parameter (source, "place"), ==, "there");
}

#define ADD(name, function) \
  g_test_add ("/key-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("fields", test_fields);
  ADD ("wrong", test_wrong);
  ADD ("right", test_right);
  ADD ("passing", test_passing);
  ADD ("changed-mind", test_changed_mind);
  ADD ("source", test_source);

  return g_test_run ();
}
