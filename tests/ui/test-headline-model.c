/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-headline-model.h"
#include "news-when.h"
#include "ui-store.h"

#define MANY 400

/* What a list view would be told. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} Change;

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  GArray *changes; /* Change */
  guint loads;
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  Change change = { position, removed, added };

  g_array_append_val (fixture->changes, change);
}

static void
loaded_cb (NewsHeadlineModel *model, GError *error, Fixture *fixture)
{
  g_assert_no_error (error);
  fixture->loads++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = ui_store_new ();
  fixture->model = news_headline_model_new ();
  fixture->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->model, "loaded", G_CALLBACK (loaded_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What is on its way holds the model until it has been told to stop. */
  g_object_run_dispose (G_OBJECT (fixture->model));
  while (G_OBJECT (fixture->model)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->model);
  ui_store_free (fixture->store);
  g_array_unref (fixture->changes);
}

/* Runs the main loop until another snapshot has come. */
static void
wait_for_load (Fixture *fixture)
{
  guint loads = fixture->loads;

  while (fixture->loads == loads)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *fixture, NewsScope *scope)
{
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
  wait_for_load (fixture);
}

static void
show_all (Fixture *fixture)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  show (fixture, scope);
}

static guint
get_length (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static void
wait_for_length (Fixture *fixture, guint length)
{
  while (get_length (fixture) != length)
    g_main_context_iteration (NULL, TRUE);
}

static NewsHeadline *
dup_headline (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
}

static void
assert_title (Fixture *fixture, guint position, const char *title)
{
  g_autoptr (NewsHeadline) headline = dup_headline (fixture, position);

  g_assert_cmpstr (headline->title, ==, title);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  g_assert_cmpuint (get_length (fixture), ==, 0);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
  g_assert_true (news_headline_model_is_loading (fixture->model));
  wait_for_load (fixture);
  g_assert_false (news_headline_model_is_loading (fixture->model));
  g_assert_cmpuint (get_length (fixture), ==, 0);
  g_assert_null (dup_headline (fixture, 0));
  g_assert_null (news_headline_model_get_heading (fixture->model, 0));
  g_assert_cmpint (news_headline_model_get_day (fixture->model, 0), ==, 0);
  g_assert_cmpuint (fixture->changes->len, ==, 0);
}

/* Newest first; those of a day together under its name. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  GtkSectionModel *sections = GTK_SECTION_MODEL (fixture->model);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint start, end;

  ui_store_add (fixture->store, 0, 9);
  show_all (fixture);
  g_assert_cmpuint (get_length (fixture), ==, 10);
  assert_title (fixture, 0, "Story 9");
  assert_title (fixture, 9, "Story 0");

  gtk_section_model_get_section (sections, 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  for (guint i = 2; i < 6; i++)
    {
      gtk_section_model_get_section (sections, i, &start, &end);
      g_assert_cmpuint (start, ==, 2);
      g_assert_cmpuint (end, ==, 6);
    }
  gtk_section_model_get_section (sections, 9, &start, &end);
  g_assert_cmpuint (start, ==, 6);
  g_assert_cmpuint (end, ==, 10);
  gtk_section_model_get_section (sections, 10, &start, &end);
  g_assert_cmpuint (start, ==, 10);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  first = news_when_dup_day (news_headline_model_get_day (fixture->model, 0), 1);
  last = news_when_dup_day (news_headline_model_get_day (fixture->model, 9), 1);
  g_assert_null (news_headline_model_get_heading (fixture->model, 0));
  g_assert_nonnull (strstr (first, "November 3"));
  g_assert_nonnull (strstr (last, "November 1"));
}

static void
test_home (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  g_autoptr (NewsScope) scope = NULL;
  NewsSection *section = news_section_new ("all", "Everything", NULL);

  news_section_add_query (section, UI_STORE_SOURCE, NULL);
  g_ptr_array_add (sections, section);
  scope = news_scope_new_home (sections);
  ui_store_add (fixture->store, 0, 9);
  show (fixture, scope);

  g_assert_cmpstr (news_headline_model_get_heading (fixture->model, 0), ==, "Top stories");
  g_assert_cmpstr (news_headline_model_get_heading (fixture->model, get_length (fixture) - 1), ==,
                   "Everything");
  g_assert_cmpint (news_headline_model_get_day (fixture->model, 0), ==, 0);
}

static gboolean
is_filled (NewsHeadline *headline)
{
  return headline->title != NULL;
}

/* A headline that is far down is empty at first, and comes with those around it. */
static void
test_batches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) near = NULL;
  g_autoptr (NewsHeadline) far = NULL;
  g_autoptr (NewsHeadline) beside = NULL;
  g_autoptr (NewsHeadline) beyond = NULL;

  ui_store_add (fixture->store, 1, MANY);
  show_all (fixture);
  wait_for_length (fixture, MANY);
  near = dup_headline (fixture, 20);
  far = dup_headline (fixture, 200);
  g_assert_true (is_filled (near));
  g_assert_false (is_filled (far));
  while (!is_filled (far))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (far->title, ==, "Story 200");

  beside = dup_headline (fixture, 220);
  beyond = dup_headline (fixture, 300);
  g_assert_true (is_filled (beside));
  g_assert_false (is_filled (beyond));
}

/* News on top are one splice; what is on show stays the same object. */
static void
test_splices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) shown = NULL;
  g_autoptr (NewsHeadline) later = NULL;
  Change *change;

  ui_store_add (fixture->store, 1, 20);
  show_all (fixture);
  shown = dup_headline (fixture, 4);
  g_array_set_size (fixture->changes, 0);

  ui_store_add (fixture->store, 21, 23);
  wait_for_load (fixture);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  change = &g_array_index (fixture->changes, Change, 0);
  g_assert_cmpuint (change->position, ==, 0);
  g_assert_cmpuint (change->removed, ==, 0);
  g_assert_cmpuint (change->added, ==, 3);
  later = dup_headline (fixture, 7);
  g_assert_true (shown == later);
  assert_title (fixture, 0, "Story 23");
}

static void
filled_cb (NewsHeadline *headline, guint *count)
{
  ++*count;
}

/* What is told again as it was costs the row that shows it nothing. */
static void
test_told_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) shown = NULL;
  guint count = 0;

  ui_store_add (fixture->store, 1, 20);
  show_all (fixture);
  shown = dup_headline (fixture, 4);
  g_signal_connect (shown, "filled", G_CALLBACK (filled_cb), &count);
  ui_store_add (fixture->store, 21, 23);
  wait_for_load (fixture);
  g_assert_cmpuint (count, ==, 0);
  g_signal_handlers_disconnect_by_data (shown, &count);
}

static void
changing_cb (NewsHeadlineModel *model, guint *count)
{
  ++*count;
}

/* Piece by piece, each of which is true, and told when it is done; another list in between drops
 * what is left. */
static void
test_paced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();
  guint count = 0;

  g_signal_connect (fixture->model, "changing", G_CALLBACK (changing_cb), &count);
  news_headline_model_set_paced (fixture->model, TRUE);
  g_assert_false (news_headline_model_go_on (fixture->model, 1));
  ui_store_add (fixture->store, 1, 20);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_length (fixture), ==, 0);

  g_assert_true (news_headline_model_go_on (fixture->model, 3));
  g_assert_cmpuint (get_length (fixture), ==, 3);
  assert_title (fixture, 2, "Story 18");
  g_assert_true (news_headline_model_go_on (fixture->model, 16));
  g_assert_cmpuint (fixture->loads, ==, 0);
  g_assert_true (news_headline_model_is_loading (fixture->model));
  g_assert_false (news_headline_model_go_on (fixture->model, 16));
  g_assert_cmpuint (get_length (fixture), ==, 20);
  g_assert_cmpuint (fixture->loads, ==, 1);

  ui_store_add (fixture->store, 21, 30);
  while (count == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (news_headline_model_go_on (fixture->model, 1));
  news_headline_model_set_scope (fixture->model, fixture->store->store, bookmarks);
  g_assert_false (news_headline_model_go_on (fixture->model, 1));
  g_assert_cmpuint (get_length (fixture), ==, 0);

  while (count == 2)
    g_main_context_iteration (NULL, TRUE);
  news_headline_model_finish (fixture->model);
  g_assert_cmpuint (fixture->loads, ==, 2);
}

/* What another list holds is gone at once, before its own has come. */
static void
test_other_scope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();

  ui_store_add (fixture->store, 1, 20);
  show_all (fixture);
  news_headline_model_set_scope (fixture->model, fixture->store->store, bookmarks);
  g_assert_cmpuint (get_length (fixture), ==, 0);
  g_assert_true (news_scope_equal (news_headline_model_get_scope (fixture->model), bookmarks));
  wait_for_load (fixture);
  g_assert_cmpuint (get_length (fixture), ==, 0);
}

static void
set_read (Fixture *fixture, int i, gboolean read)
{
  gint64 article = ui_store_find (fixture->store, i);

  news_store_set_read_async (fixture->store->store, &article, 1, read, NULL, NULL, NULL);
}

static void
set_bookmarked (Fixture *fixture, int i, gboolean bookmarked)
{
  news_store_set_bookmarked_async (fixture->store->store, ui_store_find (fixture->store, i),
                                   bookmarked, NULL, NULL, NULL);
}

/* A mark changes a headline, and no row comes or goes. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) headline = NULL;

  ui_store_add (fixture->store, 1, 20);
  show_all (fixture);
  headline = dup_headline (fixture, 0);
  g_assert_false (headline->read);
  g_array_set_size (fixture->changes, 0);

  set_read (fixture, 20, TRUE);
  while (!headline->read)
    g_main_context_iteration (NULL, TRUE);
  set_bookmarked (fixture, 20, TRUE);
  while (!headline->bookmarked)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->changes->len, ==, 0);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsHeadline) first = NULL;

  ui_store_add (fixture->store, 1, 20);
  show_all (fixture);
  g_assert_cmpuint (news_headline_model_find (fixture->model, ui_store_find (fixture->store, 17)),
                    ==, 3);
  g_assert_cmpint (news_headline_model_get_article (fixture->model, 3), ==,
                   ui_store_find (fixture->store, 17));
  g_assert_cmpint (news_headline_model_get_article (fixture->model, 20), ==, 0);
  g_assert_cmpuint (news_headline_model_find (fixture->model, 12345), ==,
                    GTK_INVALID_LIST_POSITION);

  first = dup_headline (fixture, 0);
  set_read (fixture, 20, TRUE);
  while (!first->read)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (news_headline_model_find_unread (fixture->model, -1, 1), ==, 1);
  g_assert_cmpuint (news_headline_model_find_unread (fixture->model, 1, 1), ==, 2);
  g_assert_cmpuint (news_headline_model_find_unread (fixture->model, 2, -1), ==, 1);
  g_assert_cmpuint (news_headline_model_find_unread (fixture->model, 1, -1), ==,
                    GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (news_headline_model_find_unread (fixture->model, 19, 1), ==,
                    GTK_INVALID_LIST_POSITION);
}

/* The article on show stays in the list, whatever happens to it. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsScope) bookmarks = news_scope_new_bookmarks ();

  ui_store_add (fixture->store, 1, 20);
  set_bookmarked (fixture, 5, TRUE);
  set_bookmarked (fixture, 6, TRUE);
  set_bookmarked (fixture, 7, TRUE);
  show (fixture, bookmarks);
  wait_for_length (fixture, 3);

  news_headline_model_set_kept (fixture->model, ui_store_find (fixture->store, 6));
  set_bookmarked (fixture, 6, FALSE);
  set_bookmarked (fixture, 7, FALSE);
  wait_for_length (fixture, 2);
  g_assert_cmpuint (news_headline_model_find (fixture->model, ui_store_find (fixture->store, 6)),
                    !=, GTK_INVALID_LIST_POSITION);

  news_headline_model_set_kept (fixture->model, 0);
  set_bookmarked (fixture, 5, FALSE);
  wait_for_length (fixture, 0);
}

#define ADD(name, function) \
  g_test_add ("/headline-model/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("days", test_days);
  ADD ("home", test_home);
  ADD ("batches", test_batches);
  ADD ("splices", test_splices);
  ADD ("told-again", test_told_again);
  ADD ("paced", test_paced);
  ADD ("other-scope", test_other_scope);
  ADD ("status", test_status);
  ADD ("find", test_find);
  ADD ("kept", test_kept);

  return g_test_run ();
}
