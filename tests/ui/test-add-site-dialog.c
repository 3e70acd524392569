/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-add-site-dialog.h"

#define PAGE                                                                         \
  "<html><head><title>A site</title><link rel='https://api.w.org/' href='%s/rest/'>" \
  "</head><body></body></html>"

static const char root[] = "{ \"name\": \"Peers &amp; Sons\", \"url\": \"https://peers.example\","
                           "  \"home\": \"https://peers.example\", \"namespaces\": [ \"wp/v2\" ] }";
static const char categories[]
  = "[ { \"id\": 3, \"name\": \"Arts &amp; Culture\", \"slug\": \"arts\", \"count\": 9, "
    "\"parent\": 0 },"
    "  { \"id\": 5, \"name\": \"Sports\", \"slug\": \"sports\", \"count\": 1, \"parent\": 0 } ]";

typedef struct
{
  NewsTestPaper *paper;
  GtkWidget *dialog;
  GtkWindow *window;
  char *added; /* id of the source */
} Fixture;

static void
added_cb (NewsAddSiteDialog *dialog, const char *source, Fixture *fixture)
{
  g_set_str (&fixture->added, source);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->paper = news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
  fixture->dialog
    = g_object_ref_sink (GTK_WIDGET (news_add_site_dialog_new (fixture->paper->desk)));
  g_signal_connect (fixture->dialog, "added", G_CALLBACK (added_cb), fixture);
  fixture->window = ui_test_present (ADW_DIALOG (fixture->dialog));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (gtk_widget_get_root (fixture->dialog) != NULL)
    adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  /* What is on its way holds the dialog until it has been told to stop. */
  while (G_OBJECT (fixture->dialog)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->dialog);
  ui_test_close (fixture->window);
  news_test_paper_settle (fixture->paper);
  news_test_paper_free (fixture->paper);
  g_free (fixture->added);
}

static void
serve_site (Fixture *fixture)
{
  NewsTestServer *server = fixture->paper->server;
  g_autofree char *address = news_test_server_dup_url (server, "");
  g_autofree char *page = g_strdup_printf (PAGE, address);
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);

  news_test_server_serve (server, "/", 200, "text/html", page);
  news_test_server_serve (server, "/rest/", 200, "application/json", root);
  news_test_server_serve (server, "/rest/wp/v2/categories", 200, "application/json", categories);
  news_test_server_serve (server, "/rest/wp/v2/posts", 200, "application/json", posts);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->dialog, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "address")), text);
}

static void
press (Fixture *fixture, const char *id)
{
  g_assert_true (gtk_widget_get_sensitive (find (fixture, id)));
  g_signal_emit_by_name (find (fixture, id), "clicked");
}

static gboolean
has_searched (gpointer data)
{
  return !gtk_widget_get_visible (find (data, "searching"));
}

static void
search (Fixture *fixture, const char *path)
{
  g_autofree char *typed
    = path[0] == '/' ? news_test_server_dup_url (fixture->paper->server, path) : g_strdup (path);

  type (fixture, typed);
  press (fixture, "find");
  g_assert_true (gtk_widget_get_visible (find (fixture, "searching")));
  ui_test_wait (has_searched, fixture);
}

static AdwSwitchRow *
find_row (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_test_list (fixture->dialog, ADW_TYPE_SWITCH_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* Nothing can be done before something is typed. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "find")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "add")));
  type (fixture, "   ");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "find")));
  type (fixture, "peers.example");
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "find")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "add")));
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  AdwSwitchRow *arts, *everything;

  serve_site (fixture);
  search (fixture, "/");
  g_assert_false (gtk_widget_get_visible (find (fixture, "failure")));
  g_assert_true (gtk_widget_get_visible (find (fixture, "found")));
  g_assert_nonnull (ui_test_find_text (fixture->dialog, "Peers & Sons"));

  everything = find_row (fixture, "Everything");
  arts = find_row (fixture, "Arts & Culture");
  g_assert_true (adw_switch_row_get_active (everything));
  g_assert_false (adw_switch_row_get_active (arts));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (everything)), ==, "Story 3");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (arts)), ==, "9 articles");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Sports"))), ==,
                   "1 article");

  /* Something has to be chosen. */
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "add")));
  adw_switch_row_set_active (everything, FALSE);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "add")));
}

static gboolean
is_added (gpointer data)
{
  Fixture *fixture = data;

  return fixture->added != NULL;
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  NewsDesk *desk = fixture->paper->desk;
  NewsSection *section;

  serve_site (fixture);
  search (fixture, "/");
  adw_switch_row_set_active (find_row (fixture, "Everything"), FALSE);
  adw_switch_row_set_active (find_row (fixture, "Arts & Culture"), TRUE);
  press (fixture, "add");
  ui_test_wait (is_added, fixture);
  g_assert_cmpuint (g_list_model_get_n_items (news_desk_get_sections (desk)), ==, 2);
  section = g_ptr_array_index (news_desk_get_edition (desk)->sections, 1);
  g_assert_nonnull (news_edition_get_source (news_desk_get_edition (desk), fixture->added));
  g_assert_cmpstr (section->title, ==, "Arts & Culture");
}

static void
assert_failure (Fixture *fixture, const char *path)
{
  GtkWidget *failure;

  search (fixture, path);
  failure = find (fixture, "failure");
  g_assert_true (gtk_widget_get_visible (failure));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (failure), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (failure))), >, 10);
  g_assert_false (gtk_widget_get_visible (find (fixture, "found")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "add")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "find")));
}

/* A wrong address gets words, and can be mended. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  assert_failure (fixture, "/status/404");
  assert_failure (fixture, "http://127.0.0.1:1/");
  assert_failure (fixture, "not an address");
  type (fixture, "peers.example");
  g_assert_false (gtk_widget_get_visible (find (fixture, "failure")));

  serve_site (fixture);
  search (fixture, "/");
  g_assert_nonnull (find_row (fixture, "Sports"));
  assert_failure (fixture, "/status/500");
  g_assert_null (find_row (fixture, "Sports"));
}

/* Another address, or none any more, while a site is asked: its answer is not waited for. */
static void
test_changed_mind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = news_test_server_dup_url (fixture->paper->server, "/");
  guint held;

  serve_site (fixture);
  type (fixture, address);
  press (fixture, "find");
  held = G_OBJECT (fixture->dialog)->ref_count;
  type (fixture, "peers.example");
  g_assert_false (gtk_widget_get_visible (find (fixture, "searching")));
  /* The call that was given up lets go of the dialog when it ends. */
  while (G_OBJECT (fixture->dialog)->ref_count >= held)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (find (fixture, "found")));
  g_assert_false (gtk_widget_get_visible (find (fixture, "failure")));
}

#define ADD(name, function) \
  g_test_add ("/add-site-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("empty", test_empty);
  ADD ("found", test_found);
  ADD ("added", test_added);
  ADD ("wrong", test_wrong);
  ADD ("changed-mind", test_changed_mind);

  return g_test_run ();
}
