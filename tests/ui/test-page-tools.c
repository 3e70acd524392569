/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-page-tools.h"

#include <string.h>

#define LONG                                                                                     \
  "When the ferry stopped running, the people of the lower town began to row each other across " \
  "the river, first for nothing and then for a coin, and by the end of the summer there were "   \
  "sixty boats and an office that sold tickets."

typedef struct
{
  NewsStory *story;
  NewsArticle *article; /* of the story */
  GtkWidget *box;
  NewsArticleView *view;
  NewsFindBar *bar;
  NewsPageTools *tools;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page
    = news_page_new_from_html ("<p>A <em>boat</em> and an oar</p><p>" LONG "</p>", -1, NULL);
  GtkWidget *address = g_object_new (NEWS_TYPE_LINK_ADDRESS, NULL);
  GtkWidget *scroller
    = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  fixture->article = news_article_new ();
  fixture->article->id = g_strdup ("1");
  fixture->article->title = g_strdup ("The ferry");
  fixture->article->url = g_strdup ("https://paper.example/1");
  fixture->story = news_story_new ();
  fixture->story->article = fixture->article;
  fixture->story->source = g_strdup ("peers");

  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  fixture->view = NEWS_ARTICLE_VIEW (news_article_view_new ());
  fixture->bar = g_object_new (NEWS_TYPE_FIND_BAR, NULL);
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (fixture->bar));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (fixture->box), scroller);
  gtk_box_append (GTK_BOX (fixture->box), address);
  fixture->tools = news_page_tools_new (fixture->view, fixture->bar, NEWS_LINK_ADDRESS (address));
  fixture->window = ui_test_show (fixture->box, 700, 500);
  news_article_view_set_story (fixture->view, NULL, fixture->story, page, (NewsReadingPlace) { 0 });
  ui_test_draw (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->tools);
  ui_test_close (fixture->window);
  g_object_unref (fixture->box);
  news_story_unref (fixture->story);
}

static NewsParagraph *
get_paragraph (Fixture *fixture, const char *text)
{
  GtkWidget *paragraph = ui_test_find_text (GTK_WIDGET (fixture->view), text);

  g_assert_true (NEWS_IS_PARAGRAPH (paragraph));

  return NEWS_PARAGRAPH (paragraph);
}

static void
select_letters (Fixture *fixture, const char *text, guint start, guint end)
{
  NewsSelection *selection = news_article_view_get_selection (fixture->view);
  NewsParagraph *paragraph = get_paragraph (fixture, text);

  news_selection_place (selection, &(NewsPagePlace) { paragraph, start });
  news_selection_extend (selection, &(NewsPagePlace) { paragraph, end });
}

static char *
dup_content (GdkContentProvider *content, GType type)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, type);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);

  return g_value_dup_string (&value);
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) plain = NULL;
  g_autoptr (GdkContentProvider) quote = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  g_autofree char *text = NULL;
  g_autofree char *cited = NULL;

  g_assert_null (news_page_tools_create_content (fixture->tools, NULL));
  select_letters (fixture, "A boat and an oar", 2, 10);
  plain = news_page_tools_create_content (fixture->tools, NULL);
  formats = gdk_content_provider_ref_formats (plain);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  text = dup_content (plain, G_TYPE_STRING);
  g_assert_cmpstr (text, ==, "boat and");

  quote = news_page_tools_create_content (fixture->tools, fixture->article);
  cited = dup_content (quote, G_TYPE_STRING);
  g_assert_nonnull (strstr (cited, "boat and"));
  g_assert_nonnull (strstr (cited, "https://paper.example/1"));
}

static void
test_select_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  news_page_tools_select_all (fixture->tools);
  text = news_selection_dup_text (news_article_view_get_selection (fixture->view));
  g_assert_nonnull (strstr (text, "A boat and an oar\n\nWhen the ferry"));
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_EDITABLE, NULL));
}

/* A few words that are selected are looked for; a whole paragraph is not. */
static void
test_find (Fixture *fixture, gconstpointer data)
{
  select_letters (fixture, "A boat and an oar", 2, 6);
  news_page_tools_find (fixture->tools);
  g_assert_true (news_find_bar_is_open (fixture->bar));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "boat");

  news_find_bar_close (fixture->bar);
  select_letters (fixture, LONG, 0, (guint) strlen (LONG));
  news_page_tools_find (fixture->tools);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "boat");
}

/* What is selected goes before what was searched, and what was searched before what was found last.
 */
static void
test_sought (Fixture *fixture, gconstpointer data)
{
  news_find_bar_open (fixture->bar, "oar");
  news_find_bar_close (fixture->bar);
  news_selection_clear (news_article_view_get_selection (fixture->view));
  news_page_tools_set_sought (fixture->tools, "ferry boats");
  ui_test_idle ();
  g_assert_cmpuint (news_find_bar_get_n_sought (fixture->bar), ==, 0);
  news_page_tools_show_sought (fixture->tools);
  ui_test_idle ();
  /* The headline has one of them. */
  g_assert_cmpuint (news_find_bar_get_n_sought (fixture->bar), ==, 3);
  news_page_tools_find (fixture->tools);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "ferry boats");

  news_find_bar_close (fixture->bar);
  news_page_tools_show_sought (fixture->tools);
  select_letters (fixture, "A boat and an oar", 2, 6);
  news_page_tools_find (fixture->tools);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "boat");
}

static gboolean
is_found (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *paragraph;
  guint start, end;

  return news_find_bar_get_range (fixture->bar, &paragraph, &start, &end);
}

/* What was found last is selected once the bar is gone. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  news_find_bar_open (fixture->bar, "tickets");
  ui_test_wait (is_found, fixture);
  news_find_bar_close (fixture->bar);
  text = news_selection_dup_text (news_article_view_get_selection (fixture->view));
  g_assert_cmpstr (text, ==, "tickets");

  news_page_tools_find_next (fixture->tools, 1);
  g_assert_true (news_find_bar_is_open (fixture->bar));
}

#define ADD(name, function) \
  g_test_add ("/page-tools/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("content", test_content);
  ADD ("select-all", test_select_all);
  ADD ("find", test_find);
  ADD ("sought", test_sought);
  ADD ("close", test_close);

  return g_test_run ();
}
