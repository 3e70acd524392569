/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-store.h"
#include "ui-test.h"

#include "news-clock.h"
#include "news-headline-factory.h"
#include "news-headline-row-private.h"
#include "news-list-pacer.h"

/* More than a view makes rows for. */
#define STORIES 260

/* What may be set out of sight: near to it, on both sides, and one that was in sight before it was
 * known how high others are. */
#define MOST_NEAR 24

/* Rows above and below those in sight that have names. */
#define PAGE 20

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  NewsListPacer *pacer;
  NewsHeadlineFactory *factory;
  GtkSingleSelection *selection;
  GtkWidget *view;
  GtkWindow *window;
  const char *title; /* that is waited for */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->store = ui_store_new ();
  fixture->model = news_headline_model_new ();
  fixture->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (fixture->model)));
  gtk_single_selection_set_autoselect (fixture->selection, FALSE);
  fixture->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (fixture->selection)), NULL);
  fixture->pacer = news_list_pacer_new (fixture->view, fixture->view, fixture->model);
  fixture->factory = news_headline_factory_new (fixture->model);
  news_headline_factory_serve (fixture->factory, GTK_LIST_VIEW (fixture->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  fixture->window = ui_test_show (scroller, 300, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->factory);
  g_assert_finalize_object (fixture->pacer);
  g_object_run_dispose (G_OBJECT (fixture->model));
  g_assert_finalize_object (fixture->selection);
  while (G_OBJECT (fixture->model)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->model);
  ui_store_free (fixture->store);
}

static gboolean
is_named (NewsHeadlineRow *row)
{
  g_autofree char *label = news_headline_row_dup_label (row);
  g_autofree char *other
    = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                          GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return *label != '\0' && other == NULL;
}

/* Those that are not told of yet have no name, and none has that of another. */
static void
assert_own_names (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = ui_test_list (fixture->view, NEWS_TYPE_HEADLINE_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      NewsHeadlineRow *row = g_ptr_array_index (rows, i);
      GtkAccessible *item = GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row)));
      g_autofree char *other = NULL;

      if (gtk_test_accessible_has_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL))
        other = gtk_test_accessible_check_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
      g_assert_true (is_named (row) || other == NULL);
    }
}

static gboolean
is_in_sight (NewsHeadlineRow *row)
{
  return gtk_widget_get_mapped (GTK_WIDGET (row));
}

/* All that the view will make, and each that is in sight, or up to a page from there, with its
 * name.
 */
static gboolean
are_named (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) rows = ui_test_list (fixture->view, NEWS_TYPE_HEADLINE_ROW);
  guint first = 0, end;

  if (rows->len < 100 || !news_headline_model_is_whole (fixture->model))
    return FALSE;

  while (first < rows->len && !is_in_sight (g_ptr_array_index (rows, first)))
    first++;
  for (end = first; end < rows->len && is_in_sight (g_ptr_array_index (rows, end)); end++)
    continue;
  for (guint i = first - MIN (first, PAGE); i < MIN (end + PAGE, rows->len); i++)
    if (!is_named (g_ptr_array_index (rows, i)))
      return FALSE;

  return first < end;
}

static gboolean
is_set (NewsHeadlineRow *row)
{
  return *news_headline_words_get_title (_news_headline_row_get_words (row)) != '\0';
}

/* Some rows are set a frame. */
static gboolean
are_set (gpointer data)
{
  g_autoptr (GPtrArray) rows = ui_test_list (((Fixture *) data)->view, NEWS_TYPE_HEADLINE_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (is_in_sight (g_ptr_array_index (rows, i)) && !is_set (g_ptr_array_index (rows, i)))
      return FALSE;

  return TRUE;
}

/* Waits until all rows in sight are set, and returns how many are that are not. */
static guint
count_others (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = ui_test_list (fixture->view, NEWS_TYPE_HEADLINE_ROW);
  guint seen = 0, others = 0;

  ui_test_wait (are_set, fixture);
  for (guint i = 0; i < rows->len; i++)
    {
      seen += is_in_sight (g_ptr_array_index (rows, i));
      others += !is_in_sight (g_ptr_array_index (rows, i)) && is_set (g_ptr_array_index (rows, i));
    }
  g_assert_cmpuint (seen, >, 2);

  return others;
}

static void
begin (Fixture *fixture)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  ui_store_add (fixture->store, 1, STORIES);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
}

static void
show (Fixture *fixture)
{
  begin (fixture);
  ui_test_wait (are_named, fixture);
}

static gboolean
is_first_named (gpointer data)
{
  g_autoptr (GPtrArray) rows = ui_test_list (((Fixture *) data)->view, NEWS_TYPE_HEADLINE_ROW);

  return rows->len > 0 && is_named (g_ptr_array_index (rows, 0));
}

/* A list is filled some rows a frame, and whoever reads the screen aloud does not wait for the last
 * of them. */
static void
test_filling (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  ui_test_wait (is_first_named, fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), <, 100);
  ui_test_wait (are_named, fixture);
}

/* Whoever reads the screen aloud has the names of all that may be next, and lines are broken of
 * few.
 */
static void
test_near (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  g_assert_cmpuint (count_others (fixture), <=, MOST_NEAR);
}

static gboolean
has_title (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *words = ui_test_find_text (fixture->view, fixture->title);
  GtkWidget *row = words != NULL ? gtk_widget_get_ancestor (words, NEWS_TYPE_HEADLINE_ROW) : NULL;

  return row != NULL && is_in_sight (NEWS_HEADLINE_ROW (row));
}

/* Rows are used again, and have other places, names and words. */
static void
test_jump (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (fixture->view), STORIES - 1, GTK_LIST_SCROLL_NONE, NULL);
  assert_own_names (fixture);
  fixture->title = "Story 1";
  ui_test_wait (has_title, fixture);
  ui_test_wait (are_named, fixture);
  count_others (fixture);

  gtk_list_view_scroll_to (GTK_LIST_VIEW (fixture->view), 0, GTK_LIST_SCROLL_NONE, NULL);
  fixture->title = "Story 260";
  ui_test_wait (has_title, fixture);
  ui_test_wait (are_named, fixture);
  count_others (fixture);
}

static NewsHeadlineRow *
find_row (Fixture *fixture, const char *title)
{
  return NEWS_HEADLINE_ROW (
    gtk_widget_get_ancestor (ui_test_find_text (fixture->view, title), NEWS_TYPE_HEADLINE_ROW));
}

static gboolean
is_read (gpointer data)
{
  return !news_headline_facts_is_unread (_news_headline_row_get_facts (data));
}

static void
mark_all (Fixture *fixture)
{
  gint64 articles[STORIES];

  for (guint i = 0; i < STORIES; i++)
    articles[i] = news_headline_model_get_article (fixture->model, i);
  news_store_set_read_async (fixture->store->store, articles, STORIES, TRUE, NULL, NULL, NULL);
}

/* The words of a row that is used again are new, and like those of the headline before. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  NewsHeadlineRow *row;

  show (fixture);
  mark_all (fixture);
  ui_test_wait (is_read, find_row (fixture, "Story 259"));

  gtk_list_view_scroll_to (GTK_LIST_VIEW (fixture->view), STORIES - 1, GTK_LIST_SCROLL_NONE, NULL);
  fixture->title = "Story 1";
  ui_test_wait (has_title, fixture);
  row = find_row (fixture, "Story 1");
  g_assert_true (is_read (row));
  g_assert_true (news_headline_words_is_read (_news_headline_row_get_words (row)));

  gtk_list_view_scroll_to (GTK_LIST_VIEW (fixture->view), 0, GTK_LIST_SCROLL_NONE, NULL);
  fixture->title = "Story 259";
  ui_test_wait (has_title, fixture);
  row = find_row (fixture, "Story 259");
  g_assert_true (news_headline_words_is_read (_news_headline_row_get_words (row)));
}

/* A mark is drawn, and told, soon after it is made. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  NewsHeadlineRow *row;
  gint64 article;

  show (fixture);
  row = find_row (fixture, "Story 259");
  g_assert_false (is_read (row));
  article = news_headline_row_get_headline (row)->article;
  news_store_set_read_async (fixture->store->store, &article, 1, TRUE, NULL, NULL, NULL);
  ui_test_wait (is_read, row);
  g_assert_true (is_named (row));
}

/* All names follow the clock, also of rows that were never in sight. */
static void
test_grow_old (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsClock) clock = news_clock_dup ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  NewsHeadlineRow *row;

  news_clock_set_now (clock, UI_STORE_TIME (STORIES) + 5 * 60);
  show (fixture);
  row = find_row (fixture, "Story 260");
  before = news_headline_row_dup_label (row);
  news_clock_set_now (clock, UI_STORE_TIME (STORIES) + 6 * 60);
  after = news_headline_row_dup_label (row);
  g_assert_cmpstr (after, !=, before);
  ui_test_wait (are_named, fixture);
}

#define ADD(name, function) \
  g_test_add ("/list-setter/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("near", test_near);
  ADD ("filling", test_filling);
  ADD ("jump", test_jump);
  ADD ("read", test_read);
  ADD ("marks", test_marks);
  ADD ("grow-old", test_grow_old);

  return g_test_run ();
}
