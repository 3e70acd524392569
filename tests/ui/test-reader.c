/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-article-view.h"
#include "news-paragraph.h"
#include "news-picture-viewer.h"
#include "news-reader.h"

#include <time.h>

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                 \
  "[ { \"id\": \"home\", \"title\": \"Home\" }," \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\" } ] } ]"
#define SOURCES                                                             \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"

#define PARAGRAPHS 200
#define WORDS 100

typedef struct
{
  NewsTestPaper *paper;
  NewsPictureLoader *loader;
  GtkWidget *reader;
  GtkWindow *window;
  guint changes;
} Fixture;

static void
changed_cb (NewsReader *reader, Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *posts = news_test_paper_dup_posts (3, 1);

  fixture->paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture->paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture->paper);
  fixture->loader = news_picture_loader_new (news_desk_get_pictures (fixture->paper->desk));
  fixture->reader = g_object_new (NEWS_TYPE_READER, NULL);
  g_signal_connect (fixture->reader, "story-changed", G_CALLBACK (changed_cb), fixture);
  news_reader_set_desk (NEWS_READER (fixture->reader), fixture->paper->desk, fixture->loader);
  fixture->window = ui_test_show (fixture->reader, 700, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What the store was still asked for holds the reader until it has come. */
  g_object_add_weak_pointer (G_OBJECT (fixture->reader), (gpointer *) &fixture->reader);
  ui_test_close (fixture->window);
  while (fixture->reader != NULL)
    g_main_context_iteration (NULL, TRUE);
  news_picture_loader_close (fixture->loader);
  ui_test_idle ();
  g_assert_finalize_object (fixture->loader);
  news_test_paper_free (fixture->paper);
}

static NewsReader *
get_reader (Fixture *fixture)
{
  return NEWS_READER (fixture->reader);
}

static const char *
get_state (Fixture *fixture)
{
  GtkWidget *stack = ui_test_find (fixture->reader, GTK_TYPE_STACK, "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gint64
get_article (Fixture *fixture, guint position)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (fixture->paper, "one");

  return g_array_index (snapshot->rows, NewsRow, position).article;
}

static gboolean
has_story (gpointer data)
{
  Fixture *fixture = data;
  NewsStory *story = news_reader_get_story (get_reader (fixture));

  return story != NULL && story->number == news_reader_get_article (get_reader (fixture));
}

static void
open (Fixture *fixture, guint position)
{
  news_reader_open (get_reader (fixture), get_article (fixture, position));
  ui_test_wait (has_story, fixture);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_state (fixture), ==, "none");
  open (fixture, 0);
  g_assert_cmpstr (get_state (fixture), ==, "page");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->reader)), ==,
                   "Story 3");
  g_assert_nonnull (ui_test_find_text (fixture->reader, "The body of story 3."));

  open (fixture, 1);
  g_assert_nonnull (ui_test_find_text (fixture->reader, "The body of story 2."));
  g_assert_null (ui_test_find_text (fixture->reader, "The body of story 3."));

  news_reader_open (get_reader (fixture), 0);
  g_assert_cmpstr (get_state (fixture), ==, "none");
  g_assert_null (news_reader_get_story (get_reader (fixture)));
}

static GtkWidget *
get_paragraph (Fixture *fixture, const char *text)
{
  return ui_test_find_text (fixture->reader, text);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Shown;

static guint
count_hits (Fixture *fixture, const char *text)
{
  return news_paragraph_get_n_hits (NEWS_PARAGRAPH (get_paragraph (fixture, text)));
}

static gboolean
has_hits (gpointer data)
{
  Shown *shown = data;

  return count_hits (shown->fixture, shown->text) > 0;
}

/* Words of a search are shown in the story that it has found, and in no other. */
static void
test_sought (Fixture *fixture, gconstpointer data)
{
  Shown shown = { fixture, "The body of story 2." };
  GtkWidget *bar = ui_test_find (fixture->reader, NEWS_TYPE_FIND_BAR, NULL);

  open (fixture, 0);
  news_reader_open (get_reader (fixture), get_article (fixture, 1));
  news_reader_set_sought (get_reader (fixture), "body is:read");
  g_assert_cmpuint (count_hits (fixture, "The body of story 3."), ==, 0);
  ui_test_wait (has_story, fixture);
  ui_test_wait (has_hits, &shown);
  g_assert_cmpuint (count_hits (fixture, shown.text), ==, 1);
  g_assert_false (news_find_bar_is_open (NEWS_FIND_BAR (bar)));

  /* It is on show already. */
  news_reader_set_sought (get_reader (fixture), NULL);
  g_assert_cmpuint (count_hits (fixture, shown.text), ==, 0);
  news_reader_set_sought (get_reader (fixture), "story body ");
  ui_test_wait (has_hits, &shown);
  g_assert_cmpuint (count_hits (fixture, shown.text), ==, 2);
  g_assert_cmpuint (news_find_bar_get_n_sought (NEWS_FIND_BAR (bar)), >, 2);
  news_reader_open (get_reader (fixture), get_article (fixture, 2));
  news_reader_set_sought (get_reader (fixture), NULL);
  ui_test_wait (has_story, fixture);
  ui_test_draw (fixture->reader);
  g_assert_cmpuint (count_hits (fixture, "The body of story 1."), ==, 0);
}

/* What is selected is in the clipboard; nothing of it is before. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->reader);
  NewsPageTools *tools = news_reader_get_tools (get_reader (fixture));
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  open (fixture, 0);
  g_assert_null (news_page_tools_create_content (tools, NULL));
  news_page_tools_select_all (tools);
  content = news_page_tools_create_content (tools, NULL);
  gdk_clipboard_set_content (clipboard, content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
    gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "Story 3\n\n"));
  g_assert_true (g_str_has_suffix (g_value_get_string (&value), "The body of story 3."));
}

/* Who goes on before the page has come sees the later one alone. */
static void
test_later_one (Fixture *fixture, gconstpointer data)
{
  gint64 first = get_article (fixture, 0);
  gint64 second = get_article (fixture, 1);

  news_reader_open (get_reader (fixture), first);
  news_reader_open (get_reader (fixture), second);
  ui_test_wait (has_story, fixture);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpint (news_reader_get_story (get_reader (fixture))->number, ==, second);
}

static gboolean
has_changed_twice (gpointer data)
{
  return ((Fixture *) data)->changes == 2;
}

/* What may have changed since it was asked for is asked for again, once it is there. */
static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  NewsStore *store = news_desk_get_store (fixture->paper->desk);

  news_reader_open (get_reader (fixture), get_article (fixture, 0));
  g_signal_emit_by_name (store, "lists-changed");
  g_signal_emit_by_name (store, "lists-changed");
  ui_test_wait (has_story, fixture);
  ui_test_wait (has_changed_twice, fixture);

  g_signal_emit_by_name (store, "lists-changed");
  news_reader_open (get_reader (fixture), 0);
  g_assert_cmpuint (fixture->changes, ==, 3);
  g_assert_null (news_reader_get_story (get_reader (fixture)));
}

static gboolean
is_marked (gpointer data)
{
  Fixture *fixture = data;
  NewsStory *story = news_reader_get_story (get_reader (fixture));

  return story->bookmarked && story->read;
}

/* Marks that are set elsewhere are the story's too, and the star shows one of them. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  NewsStore *store = news_desk_get_store (fixture->paper->desk);
  gint64 article = get_article (fixture, 0);
  GtkWidget *bookmark = ui_test_find (fixture->reader, GTK_TYPE_TOGGLE_BUTTON, "bookmark");

  open (fixture, 0);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (bookmark)), ==, "news-bookmark-symbolic");
  news_store_set_bookmarked_async (store, article, TRUE, NULL, NULL, NULL);
  news_store_set_read_async (store, &article, 1, TRUE, NULL, NULL, NULL);
  ui_test_wait (is_marked, fixture);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (bookmark)), ==,
                   "news-bookmark-filled-symbolic");
}

/* The icons of the buttons are there, and not a sign for something that is missing. */
static void
test_icons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) images = ui_test_list (fixture->reader, GTK_TYPE_IMAGE);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  guint found = 0;

  for (guint i = 0; i < images->len; i++)
    if (g_strcmp0 (gtk_image_get_icon_name (g_ptr_array_index (images, i)),
                   "adw-external-link-symbolic")
        == 0)
      found++;
  g_assert_cmpuint (found, ==, 1);
  g_assert_true (gtk_icon_theme_has_icon (theme, "adw-external-link-symbolic"));
}

static char *
create_long_html (void)
{
  GString *html = g_string_new (NULL);

  for (int i = 0; i < PARAGRAPHS; i++)
    {
      g_string_append (html, "<p>");
      for (int j = 0; j < WORDS; j++)
        g_string_append_printf (html, j % 20 == 19 ? "<b>number</b> %d. " : "words %.0d", j);
    }

  return g_string_free (html, FALSE);
}

/* Microseconds that this thread has worked: the machine may have other things to do. */
static gint64
get_busy (void)
{
  struct timespec busy;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &busy);

  return busy.tv_sec * G_USEC_PER_SEC + busy.tv_nsec / 1000;
}

typedef struct
{
  GtkWidget *view;
  gint64 longest; /* microseconds of work in one turn of the main loop */
} Building;

static gboolean
is_built (gpointer data)
{
  Building *building = data;
  g_autoptr (GPtrArray) labels
    = ui_test_list (ui_test_find (building->view, GTK_TYPE_BOX, "body"), NEWS_TYPE_PARAGRAPH);

  return labels->len == PARAGRAPHS;
}

/* How long an article of 20,000 words holds the main thread is said, and not judged: that depends
 * on the machine. */
static void
test_very_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *html = create_long_html ();
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, NULL);
  g_autoptr (NewsStory) story = news_story_new ();
  Building building = { news_article_view_new (), 0 };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWindow *window;
  gint64 begin, first, all;

  story->source = g_strdup ("posts");
  story->article = news_article_new ();
  story->article->id = g_strdup ("long");
  story->article->title = g_strdup ("A long story");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), building.view);
  window = ui_test_show (scroller, 700, 500);

  begin = get_busy ();
  news_article_view_set_story (NEWS_ARTICLE_VIEW (building.view), NULL, story, page,
                               (NewsReadingPlace) { 0 });
  first = get_busy () - begin;
  while (!is_built (&building))
    {
      gint64 turn = get_busy ();

      g_main_context_iteration (NULL, TRUE);
      building.longest = MAX (building.longest, get_busy () - turn);
    }
  all = get_busy () - begin;
  g_test_message ("20,000 words, work: %.1f ms before the first frame, %.1f ms until all is there, "
                  "longest turn %.1f ms",
                  (double) first / 1000, (double) all / 1000, (double) building.longest / 1000);
  ui_test_close (window);
}

static gboolean
is_scrolled (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *scroller = ui_test_find (fixture->reader, GTK_TYPE_SCROLLED_WINDOW, "scroller");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, 700);

  return gtk_adjustment_get_value (adjustment) == 700;
}

static double
get_place (Fixture *fixture)
{
  GtkWidget *scroller = ui_test_find (fixture->reader, GTK_TYPE_SCROLLED_WINDOW, "scroller");

  return gtk_adjustment_get_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static GtkWidget *
get_viewer (Fixture *fixture)
{
  return ui_test_find (GTK_WIDGET (fixture->window), NEWS_TYPE_PICTURE_VIEWER, NULL);
}

static gboolean
has_no_viewer (gpointer data)
{
  return get_viewer (data) == NULL;
}

/* A picture that is pressed opens the viewer at it; the page is where it was, before and after,
 * although the focus was at its top. */
static void
test_view_picture (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *posts = NULL;
  Fixture fixture = { 0 };
  GtkWidget *viewer, *window = adw_window_new ();

  for (int i = 0; i < 40; i++)
    g_string_append_printf (body,
                            "<p>A paragraph with <a href='https://site.example/%d'>a link</a></p>"
                            "<img src='https://pictures.example/%d.png' width='600' height='200'>",
                            i, i);
  posts = g_strdup_printf ("[{\"id\":1,\"date_gmt\":\"2026-02-01T10:00:00\","
                           "\"link\":\"https://site.example/1\",\"title\":{\"rendered\":\"A\"},"
                           "\"content\":{\"rendered\":\"%s\"}}]",
                           body->str);
  fixture.paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture.paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture.paper);
  fixture.loader = news_picture_loader_new (news_desk_get_pictures (fixture.paper->desk));
  fixture.reader = g_object_new (NEWS_TYPE_READER, NULL);
  news_reader_set_desk (NEWS_READER (fixture.reader), fixture.paper->desk, fixture.loader);
  fixture.window = GTK_WINDOW (window);
  gtk_window_set_default_size (fixture.window, 700, 500);
  adw_window_set_content (ADW_WINDOW (window), fixture.reader);
  gtk_window_present (fixture.window);
  open (&fixture, 0);
  gtk_widget_child_focus (ui_test_find (fixture.reader, NEWS_TYPE_ARTICLE_VIEW, NULL),
                          GTK_DIR_TAB_FORWARD);
  ui_test_wait (is_scrolled, &fixture);

  g_assert_true (
    gtk_widget_activate_action (ui_test_find (fixture.reader, NEWS_TYPE_ARTICLE_VIEW, NULL),
                                "story.view-picture", "s", "https://pictures.example/7.png"));
  viewer = get_viewer (&fixture);
  g_assert_nonnull (viewer);
  g_assert_cmpuint (news_picture_viewer_get_index (NEWS_PICTURE_VIEWER (viewer)), ==, 7);
  g_assert_nonnull (ui_test_find_text (viewer, "8 of 40"));
  ui_test_draw (viewer);
  g_assert_cmpfloat (get_place (&fixture), ==, 700);
  adw_dialog_close (ADW_DIALOG (viewer));
  ui_test_wait (has_no_viewer, &fixture);
  ui_test_draw (fixture.reader);
  g_assert_cmpfloat (get_place (&fixture), ==, 700);

  /* What the page has not is not opened. */
  g_assert_true (gtk_widget_activate_action (fixture.reader, "story.view-picture", "s",
                                             "https://pictures.example/none.png"));
  g_assert_null (get_viewer (&fixture));
  tear_down (&fixture, NULL);
}

static gboolean
is_in_the_middle (gpointer data)
{
  return get_place (data) > 600;
}

static gboolean
is_scrolled_and_noted (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *view = ui_test_find (fixture->reader, NEWS_TYPE_ARTICLE_VIEW, NULL);

  return is_scrolled (fixture) && news_article_view_get_place (NEWS_ARTICLE_VIEW (view)).block > 0;
}

static void
open_window (Fixture *fixture)
{
  fixture->reader = g_object_new (NEWS_TYPE_READER, NULL);
  news_reader_set_desk (NEWS_READER (fixture->reader), fixture->paper->desk, fixture->loader);
  fixture->window = ui_test_show (fixture->reader, 700, 500);
}

/* What was left in its middle is opened there, in the same session and in another window; another
 * article is not. */
static void
test_place (void)
{
  g_autofree char *html = create_long_html ();
  g_autofree char *posts
    = g_strdup_printf ("[{\"id\":1,\"date_gmt\":\"2026-02-01T10:00:00\","
                       "\"title\":{\"rendered\":\"A\"},\"content\":{\"rendered\":\"%s\"}},"
                       "{\"id\":2,\"date_gmt\":\"2026-01-01T10:00:00\","
                       "\"title\":{\"rendered\":\"B\"},\"content\":{\"rendered\":\"%s\"}}]",
                       html, html);
  Fixture fixture = { 0 };

  fixture.paper = news_test_paper_new (SECTIONS, SOURCES);
  news_test_server_serve (fixture.paper->server, LIST, 200, "application/json", posts);
  news_test_paper_refresh (fixture.paper);
  fixture.loader = news_picture_loader_new (news_desk_get_pictures (fixture.paper->desk));
  open_window (&fixture);
  open (&fixture, 0);
  ui_test_wait (is_scrolled_and_noted, &fixture);
  open (&fixture, 1);
  ui_test_draw (fixture.reader);
  g_assert_cmpfloat (get_place (&fixture), ==, 0);
  open (&fixture, 0);
  ui_test_wait (is_in_the_middle, &fixture);

  g_object_add_weak_pointer (G_OBJECT (fixture.reader), (gpointer *) &fixture.reader);
  ui_test_close (fixture.window);
  while (fixture.reader != NULL)
    g_main_context_iteration (NULL, TRUE);
  open_window (&fixture);
  open (&fixture, 0);
  ui_test_wait (is_in_the_middle, &fixture);
  tear_down (&fixture, NULL);
}

#define ADD(name, function) g_test_add ("/reader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("open", test_open);
  ADD ("sought", test_sought);
  ADD ("copy", test_copy);
  ADD ("later-one", test_later_one);
  ADD ("outdated", test_outdated);
  ADD ("status", test_status);
  ADD ("icons", test_icons);
  ADD ("very-long", test_very_long);

  g_test_add_func ("/reader/view-picture", test_view_picture);
  g_test_add_func ("/reader/place", test_place);

  return g_test_run ();
}
