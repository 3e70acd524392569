/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-store.h"
#include "ui-test.h"

#include "news-headline-factory.h"
#include "news-headline-row.h"
#include "news-list-pacer.h"

/* Two days and a half. */
#define STORIES 10

typedef struct
{
  UiStore *store;
  NewsHeadlineModel *model;
  NewsListPacer *pacer;
  NewsHeadlineFactory *factory;
  GtkSingleSelection *selection;
  GtkWidget *view;
  GtkWindow *window;
  guint clicked;
} Fixture;

static void
clicked_cb (NewsHeadlineFactory *factory, guint position, Fixture *fixture)
{
  fixture->clicked = position;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clicked = G_MAXUINT;
  fixture->store = ui_store_new ();
  fixture->model = news_headline_model_new ();
  fixture->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (fixture->model)));
  gtk_single_selection_set_autoselect (fixture->selection, FALSE);
  gtk_single_selection_set_can_unselect (fixture->selection, TRUE);
  fixture->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (fixture->selection)), NULL);
  fixture->pacer = news_list_pacer_new (fixture->view, fixture->view, fixture->model);
  fixture->factory = news_headline_factory_new (fixture->model);
  g_signal_connect (fixture->factory, "clicked", G_CALLBACK (clicked_cb), fixture);
  news_headline_factory_serve (fixture->factory, GTK_LIST_VIEW (fixture->view));
  fixture->window = ui_test_show (fixture->view, 300, 700);
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
has_last (gpointer data)
{
  return ui_test_find_text (((Fixture *) data)->view, "Story 1") != NULL;
}

static void
show (Fixture *fixture)
{
  g_autoptr (NewsScope) scope = ui_store_new_scope ();

  ui_store_add (fixture->store, 1, STORIES);
  news_headline_model_set_scope (fixture->model, fixture->store->store, scope);
  ui_test_wait (has_last, fixture);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  return gtk_widget_get_ancestor (ui_test_find_text (fixture->view, title), NEWS_TYPE_HEADLINE_ROW);
}

/* What a screen reader hears is the item's. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  g_autofree char *label = NULL;

  show (fixture);
  row = find_row (fixture, "Story 10");
  label = news_headline_row_dup_label (NEWS_HEADLINE_ROW (row));
  g_assert_true (g_str_has_prefix (label, "Story 10, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_null (news_headline_model_get_heading (fixture->model, 0));
}

static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = NULL;
  guint headings = 0;

  show (fixture);
  labels = ui_test_list (fixture->view, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (labels, i), "list-heading"))
      {
        headings++;
        g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (labels, i)), !=, "");
      }
  g_assert_cmpuint (headings, ==, 3);
}

/* In the middle of @widget. */
static void
click (Fixture *fixture, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->view, &bounds));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "released", 1,
                               (double) bounds.origin.x + (double) bounds.size.width / 2,
                               (double) bounds.origin.y + (double) bounds.size.height / 2);
    }
}

static void
test_clicked (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  click (fixture, find_row (fixture, "Story 8"));
  g_assert_cmpuint (fixture->clicked, ==, 2);
  click (fixture, find_row (fixture, "Story 10"));
  g_assert_cmpuint (fixture->clicked, ==, 0);

  /* A heading is no row. */
  fixture->clicked = G_MAXUINT;
  click (fixture, ui_test_find (fixture->view, GTK_TYPE_LABEL, "list-heading"));
  g_assert_cmpuint (fixture->clicked, ==, G_MAXUINT);
}

#define ADD(name, function) \
  g_test_add ("/headline-factory/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("rows", test_rows);
  ADD ("headings", test_headings);
  ADD ("clicked", test_clicked);

  return g_test_run ();
}
