/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-headlines-pane.h"
#include "news-keys.h"
#include "news-paragraph.h"
#include "news-reader.h"

#include <string.h>

#define LIST "/wp-json/wp/v2/posts"
#define SECTIONS                                                                                   \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                                   \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"posts\", \"section\": " \
  "\"7\" } ] },"                                                                                   \
  "  { \"id\": \"none\", \"title\": \"None\" } ]"
#define SOURCES                                                                                   \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\", \"language\": \"en\"," \
  "    \"parameters\": { \"site\": \"@SERVER@/\", \"api\": \"@SERVER@/wp-json/\" } } ]"
#define NOBODY                                                              \
  "[ { \"id\": \"posts\", \"name\": \"The Posts\", \"api\": \"wordpress\"," \
  "    \"parameters\": { \"site\": \"http://127.0.0.1:1/\","                \
  "      \"api\": \"http://127.0.0.1:1/wp-json/\" } } ]"
#define KEYLESS "[ { \"id\": \"posts\", \"name\": \"The Times\", \"api\": \"nyt-top-stories\" } ]"

static const char odd_posts[]
  = "[ { \"id\": 3, \"date_gmt\": \"2026-11-03T00:00:00\", \"link\": \"https://paper.example/3\","
    "    \"title\": { \"rendered\": \"Locked\" }, \"excerpt\": { \"rendered\": \"\" },"
    "    \"content\": { \"rendered\": \"\", \"protected\": true } },"
    "  { \"id\": 2, \"date_gmt\": \"2026-11-02T00:00:00\", \"link\": \"https://paper.example/2\","
    "    \"title\": { \"rendered\": \"Empty\" }, \"excerpt\": { \"rendered\": \"\" },"
    "    \"content\": { \"rendered\": \"\", \"protected\": false } },"
    "  { \"id\": 1, \"date_gmt\": \"2026-11-01T00:00:00\", \"link\": \"https://paper.example/1\","
    "    \"title\": { \"rendered\": \"\" }, \"excerpt\": { \"rendered\": \"\" },"
    "    \"content\": { \"rendered\": \"<p>A text without a title</p>\", \"protected\": false } } "
    "]";

static UiTest *
create (void)
{
  return ui_test_new (SECTIONS, SOURCES);
}

static void
serve_posts (UiTest *test, int first, int last)
{
  g_autofree char *posts = news_test_paper_dup_posts (first, last);

  news_test_server_serve (test->paper->server, LIST, 200, "application/json", posts);
}

static GtkWidget *
get_pane (UiTest *test)
{
  return ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_HEADLINES_PANE, NULL);
}

static const char *
get_state (UiTest *test)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (ui_test_find (get_pane (test), GTK_TYPE_STACK, "stack")));
}

static guint
count_rows (UiTest *test)
{
  GtkWidget *view = ui_test_find (get_pane (test), GTK_TYPE_LIST_VIEW, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))));
}

typedef struct
{
  UiTest *test;
  const char *state;
  guint rows;
} Expected;

static gboolean
is_as_expected (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (get_state (expected->test), expected->state)
         && (!g_str_equal (expected->state, "list")
             || count_rows (expected->test) == expected->rows);
}

static void
wait_for (UiTest *test, const char *state, guint rows)
{
  Expected expected = { test, state, rows };

  ui_test_wait (is_as_expected, &expected);
}

static AdwStatusPage *
get_empty (UiTest *test)
{
  return ADW_STATUS_PAGE (ui_test_find (get_pane (test), ADW_TYPE_STATUS_PAGE, NULL));
}

static gboolean
shows_button (UiTest *test, const char *id)
{
  return gtk_widget_get_visible (ui_test_find (get_pane (test), GTK_TYPE_BUTTON, id));
}

static AdwBanner *
get_banner (UiTest *test)
{
  return ADW_BANNER (ui_test_find (get_pane (test), ADW_TYPE_BANNER, NULL));
}

/* There is no banner before there is something to tell. */
static gboolean
has_banner (UiTest *test)
{
  return ui_test_find (get_pane (test), ADW_TYPE_BANNER, NULL) != NULL
         && adw_banner_get_revealed (get_banner (test));
}

static void
activate (UiTest *test, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), action, NULL));
}

/* --- the list in all its states --- */

static void
test_nothing_yet (void)
{
  g_autoptr (UiTest) test = create ();

  news_window_show_section (test->window, "one");
  wait_for (test, "empty", 0);
  g_assert_cmpstr (adw_status_page_get_title (get_empty (test)), ==, "No Articles");
  g_assert_true (shows_button (test, "retry"));
  g_assert_false (shows_button (test, "sample"));
  g_assert_false (has_banner (test));
}

static void
test_full (void)
{
  g_autoptr (UiTest) test = create ();

  serve_posts (test, 20, 1);
  news_window_show_section (test->window, "one");
  wait_for (test, "empty", 0);
  activate (test, "list.refresh");
  g_assert_cmpstr (get_state (test), ==, "loading");
  wait_for (test, "list", 20);
  g_assert_false (has_banner (test));

  news_window_show_section (test->window, "home");
  /* Two at the top, and six more of its section. */
  wait_for (test, "list", 8);
}

static void
test_failing (void)
{
  g_autoptr (UiTest) test = create ();
  const char *description;

  news_test_server_serve (test->paper->server, LIST, 500, "text/html", "<p>Oh dear</p>");
  news_window_show_section (test->window, "one");
  wait_for (test, "empty", 0);
  news_test_paper_refresh (test->paper);
  wait_for (test, "empty", 0);
  description = adw_status_page_get_description (get_empty (test));
  g_assert_cmpuint (strlen (description), >, 20);
  g_assert_true (shows_button (test, "retry"));

  serve_posts (test, 20, 1);
  activate (test, "list.refresh");
  wait_for (test, "list", 20);

  /* What was kept stays on show, with the words over it. */
  news_test_server_serve (test->paper->server, LIST, 500, "text/html", "<p>Oh dear</p>");
  news_test_paper_refresh (test->paper);
  g_assert_cmpstr (get_state (test), ==, "list");
  g_assert_true (has_banner (test));
  g_assert_cmpuint (strlen (adw_banner_get_title (get_banner (test))), >, 20);
}

/* Where a key is missing, the list says so, and the button leads to where it is entered. */
static void
test_keyless (void)
{
  g_autoptr (UiTest) test = ui_test_new (SECTIONS, KEYLESS);
  GtkWidget *button;
  AdwDialog *dialog;

  news_window_show_section (test->window, "one");
  news_test_paper_refresh (test->paper);
  wait_for (test, "empty", 0);
  g_assert_cmpstr (adw_status_page_get_description (get_empty (test)), ==,
                   "The site asks for a key.");
  g_assert_true (shows_button (test, "enter_key"));
  g_assert_true (shows_button (test, "retry"));

  button = ui_test_find (get_pane (test), GTK_TYPE_BUTTON, "enter_key");
  g_signal_emit_by_name (button, "clicked");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (test->window));
  g_assert_nonnull (dialog);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));
  adw_dialog_force_close (dialog);
  ui_test_idle ();
}

static void
test_unreachable (void)
{
  g_autoptr (UiTest) test = ui_test_new (SECTIONS, NOBODY);

  news_window_show_section (test->window, "one");
  news_test_paper_refresh (test->paper);
  wait_for (test, "empty", 0);
  g_assert_cmpstr (adw_status_page_get_title (get_empty (test)), ==, "Not Reached");
  g_assert_true (shows_button (test, "retry"));
  g_assert_true (shows_button (test, "sample"));
}

static void
test_no_source (void)
{
  g_autoptr (UiTest) test = create ();

  news_window_show_section (test->window, "none");
  wait_for (test, "empty", 0);
  g_assert_cmpstr (adw_status_page_get_title (get_empty (test)), ==, "No Source");
  g_assert_true (shows_button (test, "add_site"));
}

static void
test_no_bookmarks (void)
{
  g_autoptr (UiTest) test = create ();

  news_window_show_bookmarks (test->window);
  wait_for (test, "empty", 0);
  g_assert_cmpstr (adw_status_page_get_title (get_empty (test)), ==, "No Bookmarks");
  g_assert_false (shows_button (test, "retry"));
}

/* --- the page --- */

static NewsReader *
get_reader (UiTest *test)
{
  return NEWS_READER (ui_test_find (GTK_WIDGET (test->window), NEWS_TYPE_READER, NULL));
}

typedef struct
{
  UiTest *test;
  const char *title;
} Title;

static gboolean
shows_title (gpointer data)
{
  Title *title = data;
  NewsStory *story = news_reader_get_story (get_reader (title->test));

  return story != NULL && g_strcmp0 (story->article->title, title->title) == 0;
}

static void
wait_for_title (UiTest *test, const char *text)
{
  Title title = { test, text };

  ui_test_wait (shows_title, &title);
}

static gboolean
is_read (gpointer data)
{
  return news_reader_get_story (get_reader (data))->read;
}

static gboolean
is_unread (gpointer data)
{
  return !is_read (data);
}

static gboolean
is_bookmarked (gpointer data)
{
  return news_reader_get_story (get_reader (data))->bookmarked;
}

static gboolean
is_not_bookmarked (gpointer data)
{
  return !is_bookmarked (data);
}

static void
fill (UiTest *test)
{
  serve_posts (test, 20, 1);
  news_window_show_section (test->window, "one");
  news_test_paper_refresh (test->paper);
  wait_for (test, "list", 20);
}

static void
test_marks (void)
{
  g_autoptr (UiTest) test = create ();

  fill (test);
  activate (test, "list.next");
  wait_for_title (test, "Story 20");
  ui_test_wait (is_read, test);

  activate (test, "story.unread");
  ui_test_wait (is_unread, test);
  activate (test, "story.undo");
  ui_test_wait (is_read, test);
  activate (test, "story.undo");
  ui_test_wait (is_unread, test);

  activate (test, "story.bookmark");
  ui_test_wait (is_bookmarked, test);
  activate (test, "story.undo");
  ui_test_wait (is_not_bookmarked, test);
}

static gboolean
all_read (gpointer data)
{
  return news_desk_section_get_unread (news_desk_get_section (data, "one")) == 0;
}

static gboolean
none_read (gpointer data)
{
  return news_desk_section_get_unread (news_desk_get_section (data, "one")) == 20;
}

static void
test_mark_all (void)
{
  g_autoptr (UiTest) test = create ();

  fill (test);
  ui_test_wait (none_read, test->paper->desk);
  activate (test, "list.mark-read");
  ui_test_wait (all_read, test->paper->desk);
  activate (test, "story.undo");
  ui_test_wait (none_read, test->paper->desk);
}

static gboolean
five_read (gpointer data)
{
  return news_desk_section_get_unread (news_desk_get_section (data, "one")) == 15;
}

/* Above and below the one on show, which was read by being opened; and by the menu of a headline.
 */
static void
test_mark_some (void)
{
  g_autoptr (UiTest) test = create ();
  GtkWidget *view;
  g_autoptr (NewsHeadline) fifth = NULL;

  fill (test);
  ui_test_wait (none_read, test->paper->desk);
  view = ui_test_find (get_pane (test), GTK_TYPE_LIST_VIEW, NULL);
  fifth = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))), 5);
  gtk_widget_activate_action (view, "headline.mark-above-read", "x", fifth->article);
  ui_test_wait (five_read, test->paper->desk);
  gtk_widget_activate_action (view, "headline.mark-below-read", "x", fifth->article);
  gtk_widget_activate_action (view, "headline.unread", "x", fifth->article);
  ui_test_wait (all_read, test->paper->desk);
  activate (test, "story.undo");
  activate (test, "story.undo");
  ui_test_wait (five_read, test->paper->desk);

  activate (test, "list.next");
  wait_for_title (test, "Story 20");
  activate (test, "list.mark-below-read");
  ui_test_wait (all_read, test->paper->desk);
}

static void
test_steps (void)
{
  g_autoptr (UiTest) test = create ();

  fill (test);
  activate (test, "list.next");
  wait_for_title (test, "Story 20");
  activate (test, "list.next");
  wait_for_title (test, "Story 19");
  activate (test, "list.next-unread");
  wait_for_title (test, "Story 18");
  activate (test, "list.previous");
  wait_for_title (test, "Story 19");
  ui_test_wait (is_read, test);

  /* Two back is read already: the next unread one is three on. */
  activate (test, "list.next-unread");
  wait_for_title (test, "Story 17");
}

static gboolean
names_neighbours (gpointer data)
{
  GtkWidget *reader = GTK_WIDGET (get_reader (data));
  GtkWidget *previous = ui_test_find (reader, GTK_TYPE_LABEL, "previous_title");
  GtkWidget *next = ui_test_find (reader, GTK_TYPE_LABEL, "next_title");

  return g_str_equal (gtk_label_get_text (GTK_LABEL (previous)), "Story 20")
         && g_str_equal (gtk_label_get_text (GTK_LABEL (next)), "Story 18");
}

/* At the end of the page are the ways to the articles before and after it. */
static void
test_neighbours (void)
{
  g_autoptr (UiTest) test = create ();
  GtkWidget *reader = GTK_WIDGET (get_reader (test));

  fill (test);
  activate (test, "list.next");
  wait_for_title (test, "Story 20");
  g_assert_false (gtk_widget_get_visible (ui_test_find (reader, GTK_TYPE_BUTTON, "previous")));
  g_signal_emit_by_name (ui_test_find (reader, GTK_TYPE_BUTTON, "next"), "clicked");
  wait_for_title (test, "Story 19");
  ui_test_wait (names_neighbours, test);
  g_signal_emit_by_name (ui_test_find (reader, GTK_TYPE_BUTTON, "previous"), "clicked");
  wait_for_title (test, "Story 20");
}

typedef struct
{
  char *text;
  gboolean done;
} Copied;

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Copied *copied = user_data;

  copied->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  copied->done = TRUE;
}

static gboolean
is_copied (gpointer data)
{
  return ((Copied *) data)->done;
}

static void
assert_clipboard (UiTest *test, const char *expected)
{
  Copied copied = { NULL, FALSE };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (test->window)), NULL,
                                 read_cb, &copied);
  ui_test_wait (is_copied, &copied);
  g_assert_cmpstr (copied.text, ==, expected);
  g_free (copied.text);
}

static void
test_copies (void)
{
  g_autoptr (UiTest) test = create ();

  news_test_server_serve (test->paper->server, LIST, 200, "application/json",
                          "[ { \"id\": 1, \"date_gmt\": \"2026-11-01T00:00:00\","
                          "    \"link\": \"https://paper.example/1?utm_source=x&p=1\","
                          "    \"title\": { \"rendered\": \"One\" },"
                          "    \"excerpt\": { \"rendered\": \"\" },"
                          "    \"content\": { \"rendered\": \"<p>A text</p>\" } } ]");
  news_window_show_section (test->window, "one");
  news_test_paper_refresh (test->paper);
  wait_for (test, "list", 1);
  activate (test, "list.next");
  wait_for_title (test, "One");

  activate (test, "story.copy-link");
  assert_clipboard (test, "https://paper.example/1?p=1");
  activate (test, "story.copy-citation");
  assert_clipboard (test, "“One”, The Posts, November 1, 2026, https://paper.example/1?p=1");
}

/* What a source does not give is told, and where it can be read. */
static void
test_walls (void)
{
  static const struct
  {
    const char *title;
    gboolean wall;
  } stories[] = { { "Locked", TRUE }, { "Empty", TRUE }, { NULL, FALSE } };
  g_autoptr (UiTest) test = create ();

  news_test_server_serve (test->paper->server, LIST, 200, "application/json", odd_posts);
  news_window_show_section (test->window, "one");
  news_test_paper_refresh (test->paper);
  wait_for (test, "list", 3);

  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      GtkWidget *wall, *headline;

      activate (test, "list.next");
      wait_for_title (test, stories[i].title);
      wall = ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, "wall");
      headline = ui_test_find (GTK_WIDGET (get_reader (test)), NEWS_TYPE_PARAGRAPH, "headline");
      g_assert_cmpint (gtk_widget_get_visible (wall), ==, stories[i].wall);
      g_assert_cmpstr (ui_test_get_text (headline), ==,
                       stories[i].title != NULL ? stories[i].title : "Untitled");
    }
}

static gboolean
has_failed (gpointer data)
{
  GtkWidget *stack = ui_test_find (data, GTK_TYPE_STACK, "stack");

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "failed");
}

static void
test_no_such_article (void)
{
  g_autoptr (UiTest) test = create ();

  news_reader_open (get_reader (test), 12345);
  ui_test_wait (has_failed, get_reader (test));
}

/* --- the window --- */

static gboolean
get_collapsed (GtkWidget *view)
{
  return adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (view));
}

static void
check_panes (int width, gboolean outer_collapsed, gboolean inner_collapsed)
{
  g_autoptr (UiTest) test = ui_test_new_with_width (SECTIONS, SOURCES, width);
  GtkWidget *root = GTK_WIDGET (test->window);
  GtkWidget *outer = ui_test_find (root, ADW_TYPE_NAVIGATION_SPLIT_VIEW, "outer");
  GtkWidget *inner = ui_test_find (root, ADW_TYPE_NAVIGATION_SPLIT_VIEW, "inner");

  while (gtk_widget_get_width (root) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_width (root), ==, width);
  g_assert_cmpint (get_collapsed (outer), ==, outer_collapsed);
  g_assert_cmpint (get_collapsed (inner), ==, inner_collapsed);
}

static void
test_panes (void)
{
  check_panes (1180, FALSE, FALSE);
  check_panes (800, TRUE, FALSE);
  check_panes (360, TRUE, TRUE);
}

static gboolean
is_known (GtkWidget *window, const char *name)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (window);
  const GVariantType *parameter;
  const char *action, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &action, &parameter, &property); i++)
    if (g_str_equal (action, name))
      return TRUE;

  return g_str_has_prefix (name, "app.");
}

/* Every key does something, no two do different things, and each letter has a twin. */
static void
test_keys (void)
{
  g_autoptr (UiTest) test = create ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const NewsKey *keys = news_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *all
        = g_strjoin (" ", keys[i].keys, keys[i].letter != NULL ? keys[i].letter : NULL, NULL);
      g_auto (GStrv) accelerators = g_strsplit (all, " ", -1);
      g_autoptr (GVariant) target = NULL;

      g_test_message ("%s", all);
      g_assert_nonnull (keys[i].keys);
      /* Keys without an action are those of one place, such as a picture that is looked at. */
      if (keys[i].action == NULL)
        continue;
      g_assert_true (g_action_parse_detailed_name (keys[i].action, &name, &target, NULL));
      g_assert_true (is_known (GTK_WIDGET (test->window), name));
      for (guint j = 0; accelerators[j] != NULL; j++)
        g_assert_true (g_hash_table_add (seen, g_strdup (accelerators[j])));
    }
}

static void
open_again (UiTest *test)
{
  g_object_add_weak_pointer (G_OBJECT (test->window), (gpointer *) &test->window);
  gtk_window_destroy (GTK_WINDOW (test->window));
  while (test->window != NULL)
    g_main_context_iteration (NULL, TRUE);

  news_test_paper_open (test->paper);
  test->window = news_window_new (NULL, test->settings);
  news_window_set_desk (test->window, test->paper->desk);
}

/* What was found when the paper was opened is told, though the window came after it. */
static void
test_faults (void)
{
  g_autoptr (UiTest) test = ui_test_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
  g_autofree char *mark = g_build_filename (test->paper->folder, "news.db.suspect", NULL);
  AdwBanner *notice;

  g_assert_null (ui_test_find (GTK_WIDGET (test->window), ADW_TYPE_BANNER, NULL));

  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  open_again (test);
  notice = ADW_BANNER (ui_test_find (GTK_WIDGET (test->window), ADW_TYPE_BANNER, NULL));
  g_assert_true (adw_banner_get_revealed (notice));
  g_assert_nonnull (strstr (adw_banner_get_title (notice), "news.db.damaged-"));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window/nothing-yet", test_nothing_yet);
  g_test_add_func ("/window/full", test_full);
  g_test_add_func ("/window/failing", test_failing);
  g_test_add_func ("/window/keyless", test_keyless);
  g_test_add_func ("/window/unreachable", test_unreachable);
  g_test_add_func ("/window/no-source", test_no_source);
  g_test_add_func ("/window/no-bookmarks", test_no_bookmarks);
  g_test_add_func ("/window/marks", test_marks);
  g_test_add_func ("/window/mark-all", test_mark_all);
  g_test_add_func ("/window/mark-some", test_mark_some);
  g_test_add_func ("/window/steps", test_steps);
  g_test_add_func ("/window/neighbours", test_neighbours);
  g_test_add_func ("/window/copies", test_copies);
  g_test_add_func ("/window/walls", test_walls);
  g_test_add_func ("/window/no-such-article", test_no_such_article);
  g_test_add_func ("/window/panes", test_panes);
  g_test_add_func ("/window/keys", test_keys);
  g_test_add_func ("/window/faults", test_faults);

  return g_test_run ();
}
