/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-store.h"
#include "ui-test.h"

#include "news-headline-chooser.h"

#define STORIES 20

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  GtkWidget *view;
  NewsListPacer *pacer;
  NewsHeadlineChooser *chooser;
  GtkWindow *window;
  gint64 opened;
  gboolean go;
} Fixture;

static void
open_cb (NewsHeadlineChooser *chooser, gint64 article, gboolean go, Fixture *fixture)
{
  fixture->opened = article;
  fixture->go = go;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("."));
}

static gboolean
has_rows (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) == STORIES;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  fixture->store = ui_store_new ();
  fixture->model = news_headline_model_new ();
  fixture->view = gtk_list_view_new (NULL, factory);
  fixture->pacer = news_list_pacer_new (fixture->view, fixture->view, fixture->model);
  fixture->chooser
    = news_headline_chooser_new (GTK_LIST_VIEW (fixture->view), fixture->model, fixture->pacer);
  g_signal_connect (fixture->chooser, "open", G_CALLBACK (open_cb), fixture);
  fixture->window = ui_test_show (fixture->view, 300, 400);
  ui_store_add (fixture->store, 1, STORIES);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
  ui_test_wait (has_rows, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->chooser);
  g_assert_finalize_object (fixture->pacer);
  g_object_run_dispose (G_OBJECT (fixture->model));
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->model);
  ui_store_free (fixture->store);
}

static gint64
get_article (Fixture *fixture, guint position)
{
  return news_headline_model_get_article (fixture->model, position);
}

static void
assert_neighbour (Fixture *fixture, int step, gint64 expected)
{
  g_autoptr (NewsHeadline) headline = news_headline_chooser_dup_neighbour (fixture->chooser, step);

  g_assert_cmpint (headline != NULL ? headline->article : 0, ==, expected);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  gint64 article = get_article (fixture, 5);

  assert_neighbour (fixture, 1, 0);
  news_headline_chooser_set_shown (fixture->chooser, article);
  g_assert_cmpuint (news_headline_chooser_get_selected (fixture->chooser), ==, 5);
  g_assert_cmpint (news_headline_chooser_get_shown (fixture->chooser), ==, article);
  assert_neighbour (fixture, -1, get_article (fixture, 4));
  assert_neighbour (fixture, 1, get_article (fixture, 6));
  g_assert_cmpint (fixture->opened, ==, 0);

  /* One that came from elsewhere. */
  news_headline_chooser_set_shown (fixture->chooser, 12345);
  g_assert_cmpuint (news_headline_chooser_get_selected (fixture->chooser), ==,
                    GTK_INVALID_LIST_POSITION);
  news_headline_chooser_reset (fixture->chooser);
  g_assert_cmpint (news_headline_chooser_get_shown (fixture->chooser), ==, 0);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_true (news_headline_chooser_step (fixture->chooser, -1, FALSE));
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, STORIES - 1));
  g_assert_false (news_headline_chooser_step (fixture->chooser, 1, FALSE));
  news_headline_chooser_reset (fixture->chooser);
  g_assert_true (news_headline_chooser_step (fixture->chooser, 1, TRUE));
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 0));
  g_assert_true (fixture->go);
  g_assert_false (news_headline_chooser_step (fixture->chooser, -1, FALSE));
}

static guint
count_rows (Fixture *fixture, gint64 article, int side)
{
  NewsRowSpan spans[2];
  guint n = news_headline_chooser_get_spans (fixture->chooser, article, side, spans);
  guint rows = 0;

  for (guint i = 0; i < n; i++)
    rows += spans[i].to - spans[i].from;

  return rows;
}

/* What is above and below an article, or the one that is selected; not the article itself. */
static void
test_spans (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture, 0, -1), ==, 0);
  g_assert_cmpuint (count_rows (fixture, 12345, 1), ==, 0);
  g_assert_cmpuint (count_rows (fixture, get_article (fixture, 3), -1), ==, 3);
  g_assert_cmpuint (count_rows (fixture, get_article (fixture, 3), 1), ==, STORIES - 4);
  news_headline_chooser_set_shown (fixture->chooser, get_article (fixture, 19));
  g_assert_cmpuint (count_rows (fixture, 0, -1), ==, 19);
  g_assert_cmpuint (count_rows (fixture, 0, 1), ==, 0);
}

static gboolean
has_opened (gpointer data)
{
  return ((Fixture *) data)->opened != 0;
}

/* A row that is passed by is not opened; one that is stayed at is, but nobody is taken there. */
static void
test_settles (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (fixture->view));

  for (guint i = 0; i < 4; i++)
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), i);
  g_assert_cmpint (fixture->opened, ==, 0);
  ui_test_wait (has_opened, fixture);
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 3));
  g_assert_false (fixture->go);

  news_headline_chooser_open (fixture->chooser, 7);
  g_assert_cmpint (fixture->opened, ==, get_article (fixture, 7));
  g_assert_true (fixture->go);
}

#define ADD(name, function) \
  g_test_add ("/headline-chooser/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("shown", test_shown);
  ADD ("steps", test_steps);
  ADD ("spans", test_spans);
  ADD ("settles", test_settles);

  return g_test_run ();
}
