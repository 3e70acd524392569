/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-store.h"
#include "ui-test.h"

#include "news-list-pacer.h"

#define MANY 60

/* Rows of the first piece in a frame, and microseconds of work after which no further one comes. */
#define ROWS 8
#define ENOUGH 2000

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  GtkWidget *widget;
  GtkWindow *window;
  NewsListPacer *pacer;
  gint64 work; /* microseconds for each piece, and for each item that is freed */
  guint steps;
  guint loads;
  guint first; /* rows in the first step */
  guint most;  /* rows in one step */
  guint rows;  /* after the last step */
  guint freed; /* items */
} Fixture;

static void
work (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + fixture->work;

  while (g_get_monotonic_time () < end)
    continue;
}

static void
stepped_cb (NewsListPacer *pacer, gboolean more, Fixture *fixture)
{
  guint rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));

  if (fixture->steps++ == 0)
    fixture->first = rows;
  fixture->most = MAX (fixture->most, rows - fixture->rows);
  fixture->rows = rows;
  g_assert_true (news_list_pacer_is_changing (pacer) == more);
}

static void
loaded_cb (NewsHeadlineModel *model, GError *error, Fixture *fixture)
{
  g_assert_no_error (error);
  fixture->loads++;
}

/* Stands in for a view that has work with what it is told. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  work (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = ui_store_new ();
  fixture->model = news_headline_model_new ();
  fixture->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (fixture->widget), gtk_label_new ("Rows"));
  fixture->window = ui_test_show (fixture->widget, 200, 200);
  fixture->pacer = news_list_pacer_new (fixture->widget, fixture->widget, fixture->model);
  g_signal_connect (fixture->pacer, "stepped", G_CALLBACK (stepped_cb), fixture);
  g_signal_connect (fixture->model, "loaded", G_CALLBACK (loaded_cb), fixture);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->pacer);
  g_object_run_dispose (G_OBJECT (fixture->model));
  while (G_OBJECT (fixture->model)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->model);
  ui_test_close (fixture->window);
  ui_store_free (fixture->store);
}

static void
show (Fixture *fixture)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  ui_store_add (fixture->store, 1, MANY);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
}

static gboolean
is_changing (gpointer data)
{
  return news_list_pacer_is_changing (((Fixture *) data)->pacer);
}

static gboolean
has_all (gpointer data)
{
  Fixture *fixture = data;

  return fixture->loads > 1 && g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) == MANY;
}

/* A few rows a frame where these are dear, all of them in the end. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  fixture->work = ENOUGH;
  show (fixture);
  ui_test_wait (has_all, fixture);
  g_assert_cmpuint (fixture->most, ==, ROWS);
  g_assert_cmpuint (fixture->steps, >=, MANY / ROWS);
  g_assert_false (news_list_pacer_is_changing (fixture->pacer));
}

/* More where they are not; how many is up to the machine. */
static void
test_quick (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  ui_test_wait (has_all, fixture);
  g_assert_cmpuint (fixture->first, >=, ROWS);
  g_assert_false (news_list_pacer_is_changing (fixture->pacer));
}

static gboolean
has_stepped (gpointer data)
{
  return ((Fixture *) data)->steps > 0;
}

/* A window that is still to come has its first rows to be shown with, and no more of them. */
static void
test_awaited (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  show (fixture);
  ui_test_wait (has_stepped, fixture);
  g_assert_cmpuint (fixture->first, ==, ROWS);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->steps, ==, 1);

  gtk_window_present (fixture->window);
  ui_test_wait (has_all, fixture);
}

static void
test_finish (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  ui_test_wait (is_changing, fixture);
  news_list_pacer_finish (fixture->pacer);
  g_assert_false (news_list_pacer_is_changing (fixture->pacer));
  g_assert_cmpuint (fixture->loads, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), >=, MANY / 3);
  news_list_pacer_finish (fixture->pacer);
}

/* Nobody is kept waiting by what is not on show. */
static void
test_unmapped (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (fixture->widget, FALSE);
  show (fixture);
  ui_test_wait (has_all, fixture);
  g_assert_cmpuint (fixture->steps, ==, 0);
}

static void
freed_cb (gpointer user_data, GObject *item)
{
  Fixture *fixture = user_data;

  fixture->freed++;
  work (fixture);
}

static void
add_items (Fixture *fixture)
{
  for (guint i = 0; i < MANY; i++)
    {
      GtkWidget *item = gtk_label_new ("Row");

      gtk_box_append (GTK_BOX (fixture->widget), item);
      g_object_weak_ref (G_OBJECT (item), freed_cb, fixture);
    }
}

/* As a view does that has no items any more. */
static void
remove_items (Fixture *fixture)
{
  GtkWidget *item;

  while ((item = gtk_widget_get_first_child (fixture->widget)) != NULL)
    gtk_box_remove (GTK_BOX (fixture->widget), item);
}

/* Of a list that was on show, with all its items. */
static void
let_go (Fixture *fixture)
{
  show (fixture);
  ui_test_wait (has_all, fixture);
  add_items (fixture);
  news_headline_model_clear (fixture->model);
  remove_items (fixture);
}

static gboolean
has_freed_some (gpointer data)
{
  return ((Fixture *) data)->freed > 0;
}

static gboolean
has_freed_all (gpointer data)
{
  return ((Fixture *) data)->freed == MANY;
}

/* What the view lets go of all at once is freed later, some at a time. */
static void
test_remains (Fixture *fixture, gconstpointer data)
{
  let_go (fixture);
  g_assert_cmpuint (fixture->freed, ==, 0);
  fixture->work = ENOUGH;
  ui_test_wait (has_freed_some, fixture);
  g_assert_cmpuint (fixture->freed, <, MANY);
  ui_test_wait (has_freed_all, fixture);
}

/* They go with the pacer at the latest. */
static void
test_last_remains (Fixture *fixture, gconstpointer data)
{
  let_go (fixture);
  g_object_run_dispose (G_OBJECT (fixture->pacer));
  g_assert_cmpuint (fixture->freed, ==, MANY);
}

#define ADD(name, function) \
  g_test_add ("/list-pacer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("steps", test_steps);
  ADD ("quick", test_quick);
  ADD ("awaited", test_awaited);
  ADD ("finish", test_finish);
  ADD ("unmapped", test_unmapped);
  ADD ("remains", test_remains);
  ADD ("last-remains", test_last_remains);

  return g_test_run ();
}
