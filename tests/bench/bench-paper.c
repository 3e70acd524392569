/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "bench-paper.h"

#include "bench-pictures.h"
#include "bench-times.h"
#include "fake-network.h"
#include "news-corpus-json.h"
#include "ui-test.h"

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_open_finish (NEWS_DESK (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
ready_cb (NewsWindow *window, gboolean *ready)
{
  *ready = TRUE;
}

static void
run_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing is asked while it is measured, not even where nobody answers. */
static void
open_desk (BenchPaper *self)
{
  g_autoptr (GNetworkMonitor) network = fake_network_new ();
  g_autoptr (NewsKeyring) keyring = news_keyring_new_in_memory ();
  gboolean done = FALSE;

  fake_network_set (network, FALSE, FALSE);
  self->desk = news_desk_new (self->corpus->folder, self->corpus->cache, NULL);
  news_desk_set_keyring (self->desk, keyring);
  news_desk_set_network (self->desk, network);
  news_desk_open_async (self->desk, NEWS_CORPUS_EDITION, NULL, opened_cb, &done);
  run_until (&done);
  g_assert_cmpstr (news_desk_get_edition (self->desk)->id, ==, NEWS_CORPUS_EDITION);
}

void
bench_paper_open (BenchPaper *self, guint articles, const char *id)
{
  gboolean ready = FALSE;

  self->corpus = bench_corpus_new (articles, NULL);
  bench_pictures_link (self->corpus);
  open_desk (self);
  self->settings = g_settings_new_with_path (APPLICATION_ID, "/bench/");
  g_settings_set_int (self->settings, "window-width", 1180);
  g_settings_set_string (self->settings, "section", id);
  self->window = news_window_new (NULL, self->settings);
  g_signal_connect (self->window, "ready", G_CALLBACK (ready_cb), &ready);
  news_window_set_desk (self->window, self->desk);
  gtk_window_present (GTK_WINDOW (self->window));
  run_until (&ready);
  g_signal_handlers_disconnect_by_data (self->window, &ready);
  bench_watch_begin (&self->watch, GTK_WIDGET (self->window));
}

void
bench_paper_close (BenchPaper *self)
{
  bench_watch_end (&self->watch);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  news_desk_close (self->desk);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->desk);
  g_object_unref (self->settings);
  bench_corpus_free (self->corpus);
}

GtkListView *
bench_paper_get_view (BenchPaper *self)
{
  return GTK_LIST_VIEW (ui_test_find (GTK_WIDGET (self->window), GTK_TYPE_LIST_VIEW, "view"));
}

GtkAdjustment *
bench_paper_get_adjustment (BenchPaper *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench_paper_get_view (self)));
}

guint
bench_paper_get_length (BenchPaper *self)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (bench_paper_get_view (self))));
}

/* Whether the list has a row that knows what to show. */
static gboolean
has_headlines (BenchPaper *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (bench_paper_get_view (self)));
  g_autoptr (NewsHeadline) first = g_list_model_get_item (model, 0);

  return first != NULL && first->title != NULL;
}

double
bench_paper_go (BenchPaper *self, const char *id)
{
  double start = bench_times_get_wall ();

  news_window_show_section (self->window, id);
  do
    bench_watch_run_frames (&self->watch, 1);
  while (!has_headlines (self));

  return bench_times_get_wall () - start;
}

void
bench_paper_wait_for_rows (BenchPaper *self, guint length)
{
  while (bench_paper_get_length (self) != length)
    g_main_context_iteration (NULL, TRUE);
}
