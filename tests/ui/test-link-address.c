/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-link-address.h"
#include "news-text-link.h"
#include "ui-page.h"

#define ADDRESS "https://paper.example/?utm_source=a&b=2"

static const char *const texts[] = { "One two", "Three four", "Folded", "Five", NULL };

typedef struct
{
  UiPage *page;
  GtkWidget *address;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup ("A link"));

  fixture->page = ui_page_new (texts);
  news_text_set_link (text, ADDRESS);
  news_paragraph_set_text (ui_page_get (fixture->page, 0), text, "en");
  fixture->address = g_object_ref_sink (g_object_new (NEWS_TYPE_LINK_ADDRESS, NULL));
  gtk_box_append (GTK_BOX (fixture->page->page), fixture->address);
  news_link_address_watch (NEWS_LINK_ADDRESS (fixture->address), fixture->page->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_box_remove (GTK_BOX (fixture->page->page), fixture->address);
  g_assert_finalize_object (fixture->address);
  ui_page_free (fixture->page);
}

static GtkWidget *
get_link (Fixture *fixture)
{
  return ui_test_find (fixture->page->page, NEWS_TYPE_TEXT_LINK, NULL);
}

static gboolean
shows (gpointer data)
{
  GtkWidget *label = gtk_widget_get_first_child (data);

  return gtk_widget_get_visible (data) && g_strcmp0 (ui_test_get_text (label), ADDRESS) == 0;
}

/* The address is whole: nothing of it is left out that the link would tell. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->address));
  gtk_window_set_focus_visible (fixture->page->window, TRUE);
  gtk_widget_grab_focus (get_link (fixture));
  ui_test_wait (shows, fixture->address);
  gtk_widget_grab_focus (fixture->page->page);
  while (shows (fixture->address))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (fixture->address));
}

static void
test_caret (Fixture *fixture, gconstpointer data)
{
  NewsLinkAddress *self = NEWS_LINK_ADDRESS (fixture->address);

  news_link_address_set_caret_link (self, get_link (fixture));
  g_assert_true (shows (fixture->address));
  news_link_address_set_caret_link (self, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->address));
}

/* A link goes before what it is short for. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  NewsLinkAddress *self = NEWS_LINK_ADDRESS (fixture->address);
  GtkWidget *label = gtk_widget_get_first_child (fixture->address);

  news_link_address_set_caret_words (self, "United Nations");
  g_assert_true (gtk_widget_get_visible (fixture->address));
  g_assert_cmpstr (ui_test_get_text (label), ==, "United Nations");
  news_link_address_set_caret_link (self, get_link (fixture));
  g_assert_true (shows (fixture->address));
  news_link_address_set_caret_link (self, NULL);
  g_assert_cmpstr (ui_test_get_text (label), ==, "United Nations");
  news_link_address_set_caret_words (self, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->address));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = gtk_button_new_with_label ("A video");

  gtk_box_append (GTK_BOX (fixture->page->page), card);
  g_assert_null (news_link_address_find (NULL));
  g_assert_null (news_link_address_find (card));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "story.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", ADDRESS);
  g_assert_cmpstr (news_link_address_find (gtk_widget_get_first_child (card)), ==, ADDRESS);
  g_assert_cmpstr (news_link_address_find (get_link (fixture)), ==, ADDRESS);
  g_assert_null (news_link_address_find (GTK_WIDGET (ui_page_get (fixture->page, 1))));
}

#define ADD(name, function) \
  g_test_add ("/link-address/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("focus", test_focus);
  ADD ("caret", test_caret);
  ADD ("words", test_words);
  ADD ("find", test_find);

  return g_test_run ();
}
