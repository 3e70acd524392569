/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-offers.h"
#include "ui-test.h"

#include "news-address-page.h"

typedef struct
{
  NewsTestPaper *paper;
  GtkWidget *page;
  guint found; /* how many offers */
  gboolean cancelled;
} Fixture;

static void
found_cb (NewsAddressPage *page, GPtrArray *offers, Fixture *fixture)
{
  fixture->found = offers->len;
}

static void
cancelled_cb (NewsAddressPage *page, Fixture *fixture)
{
  fixture->cancelled = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->paper = news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
  fixture->page = g_object_ref_sink (g_object_new (NEWS_TYPE_ADDRESS_PAGE, NULL));
  news_address_page_set_desk (NEWS_ADDRESS_PAGE (fixture->page), fixture->paper->desk);
  g_signal_connect (fixture->page, "found", G_CALLBACK (found_cb), fixture);
  g_signal_connect (fixture->page, "cancelled", G_CALLBACK (cancelled_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What is on its way holds the page until it has been told to stop. */
  news_address_page_stop (NEWS_ADDRESS_PAGE (fixture->page));
  while (G_OBJECT (fixture->page)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->page);
  news_test_paper_free (fixture->paper);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  GtkWidget *widget = ui_test_find (fixture->page, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);

  return widget;
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "address")), text);
}

static void
press (Fixture *fixture)
{
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "find")));
  g_signal_emit_by_name (find (fixture, "find"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "find")));
  g_assert_true (gtk_widget_get_visible (find (fixture, "searching")));
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

  fixture->found = 0;
  type (fixture, typed);
  press (fixture);
  ui_test_wait (has_searched, fixture);
}

/* Nothing can be done before something is typed. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "find")));
  type (fixture, "   ");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "find")));
  g_signal_emit_by_name (find (fixture, "address"), "entry-activated");
  g_assert_false (gtk_widget_get_visible (find (fixture, "searching")));
  type (fixture, "peers.example");
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "find")));
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  ui_offers_serve_site (fixture->paper);
  search (fixture, "/both");
  g_assert_cmpuint (fixture->found, ==, 2);
  g_assert_false (gtk_widget_get_visible (find (fixture, "failure")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "find")));
}

static void
assert_failure (Fixture *fixture, const char *path)
{
  GtkWidget *failure;

  search (fixture, path);
  failure = find (fixture, "failure");
  g_assert_cmpuint (fixture->found, ==, 0);
  g_assert_true (gtk_widget_get_visible (failure));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (failure), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (failure))), >, 10);
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

  ui_offers_serve_site (fixture->paper);
  search (fixture, "/");
  g_assert_cmpuint (fixture->found, ==, 1);
}

/* Another address, or none any more, while a site is asked: its answer is not waited for. */
static void
test_changed_mind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = news_test_server_dup_url (fixture->paper->server, "/");

  ui_offers_serve_site (fixture->paper);
  type (fixture, address);
  g_signal_emit_by_name (find (fixture, "address"), "entry-activated");
  g_assert_true (gtk_widget_get_visible (find (fixture, "searching")));
  type (fixture, "peers.example");
  g_assert_false (gtk_widget_get_visible (find (fixture, "searching")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "find")));
  /* The call that was given up lets go of the page when it ends. */
  while (G_OBJECT (fixture->page)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->found, ==, 0);
  g_assert_false (gtk_widget_get_visible (find (fixture, "failure")));
}

#define ADD(name, function) \
  g_test_add ("/address-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("empty", test_empty);
  ADD ("found", test_found);
  ADD ("wrong", test_wrong);
  ADD ("changed-mind", test_changed_mind);

  return g_test_run ();
}
