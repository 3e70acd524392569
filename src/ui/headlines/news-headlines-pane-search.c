/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* The search in the list of headlines; and all that is of the list that is seen, be it that of what
 * was found or the other. */

#include "config.h"

#include "news-headlines-pane-private.h"
#include "news-list-views.h"
#include "news-search-speech.h"

#include <glib/gi18n.h>

gboolean
_news_headlines_pane_is_searching (NewsHeadlinesPane *self)
{
  return self->search != NULL && news_search_bar_get_open (self->search_bar);
}

/* Of the list that is seen. */
static NewsHeadlineModel *
get_model (NewsHeadlinesPane *self)
{
  return _news_headlines_pane_is_searching (self) ? news_search_results_get_model (self->results)
                                                  : self->model;
}

static NewsHeadlineChooser *
get_chooser (NewsHeadlinesPane *self)
{
  return _news_headlines_pane_is_searching (self) ? news_search_results_get_chooser (self->results)
                                                  : self->chooser;
}

/* Of what was found, it is said how much it is; NULL of a list that was not. */
static char *
dup_count (NewsHeadlinesPane *self)
{
  NewsScope *scope = news_headline_model_get_scope (self->model);

  if (_news_headlines_pane_is_searching (self))
    return news_search_session_dup_count (self->search);
  if (scope == NULL || scope->kind != NEWS_SCOPE_SEARCH
      || !news_headline_model_is_whole (self->model))
    return NULL;

  return news_search_dup_count (g_list_model_get_n_items (G_LIST_MODEL (self->model)));
}

static char *
dup_subtitle (NewsHeadlinesPane *self)
{
  g_autofree char *count = dup_count (self);
  g_autofree char *view = NULL;
  NewsFilter filter;
  NewsOrder order;

  _news_headlines_pane_get_view (self, &filter, &order);
  view = news_list_views_dup_words (filter, order);
  if (count == NULL || *count == '\0')
    return g_steal_pointer (&view);
  if (view == NULL)
    return g_steal_pointer (&count);

  return g_strdup_printf (_ ("%s · %s"), count, view);
}

void
_news_headlines_pane_show_title (NewsHeadlinesPane *self)
{
  const char *title = _news_headlines_pane_is_searching (self) ? _ ("Search") : self->name;
  g_autofree char *subtitle = dup_subtitle (self);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  /* What is searched is here, and in a narrow window its number needs the room. */
  gtk_widget_set_visible (self->refresh,
                          self->section != NULL && !_news_headlines_pane_is_searching (self));
}

static void
found_cb (NewsHeadlinesPane *self)
{
  _news_headlines_pane_show_title (self);
  g_signal_emit_by_name (self, "search-changed");
}

static void
result_neighbours_cb (NewsHeadlinesPane *self)
{
  if (_news_headlines_pane_is_searching (self))
    g_signal_emit_by_name (self, "neighbours-changed");
}

/* The story that was found stays on show. If it is in the list that is there again, it is chosen in
 * it; if not, the reader goes on from where the list was left. */
static void
take_found (NewsHeadlinesPane *self)
{
  gint64 found = news_headline_chooser_get_shown (news_search_results_get_chooser (self->results));

  /* A row that is still to come is one of this list's, too. */
  news_list_pacer_finish (self->pacer);
  if (found != 0 && news_headline_model_find (self->model, found) != GTK_INVALID_LIST_POSITION)
    news_headline_chooser_set_shown (self->chooser, found);
}

static void
search_toggled_cb (NewsHeadlinesPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (_news_headlines_pane_is_searching (self))
    news_headline_chooser_set_shown (news_search_results_get_chooser (self->results),
                                     news_headline_chooser_get_shown (self->chooser));
  else
    take_found (self);
  _news_headlines_pane_show_view (self);
  _news_headlines_pane_show_state (self);
  if (!_news_headlines_pane_is_searching (self) && inside)
    news_headlines_pane_focus_list (self);
  found_cb (self);
  g_signal_emit_by_name (self, "neighbours-changed");
}

static void
opened_cb (NewsHeadlinesPane *self, gint64 article, gboolean go)
{
  g_signal_emit_by_name (self, "open", article, go);
}

static void
connect_search (NewsHeadlinesPane *self)
{
  g_signal_connect_object (self->search, "changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::open", G_CALLBACK (search_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "open", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "neighbours-changed", G_CALLBACK (result_neighbours_cb),
                           self, G_CONNECT_SWAPPED);
  /* Whoever has pressed the button has the bar open by this. */
  g_object_bind_property (self->search_button, "active", self->search_bar, "open",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

void
_news_headlines_pane_ensure_search (NewsHeadlinesPane *self)
{
  if (self->search != NULL)
    return;

  self->search_bar = g_object_new (NEWS_TYPE_SEARCH_BAR, NULL);
  adw_bin_set_child (self->search_place, GTK_WIDGET (self->search_bar));
  self->results = g_object_new (NEWS_TYPE_SEARCH_RESULTS, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->results), "results");
  self->search = news_search_session_new (self->search_bar, self->results);
  if (self->here != NULL)
    news_search_session_set_here (self->search, self->desk, self->loader, self->here);
  connect_search (self);
}

guint
news_headlines_pane_get_spans (NewsHeadlinesPane *self,
                               gint64 article,
                               int side,
                               NewsRowSpan spans[2])
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), 0);

  return news_headline_chooser_get_spans (get_chooser (self), article, side, spans);
}

NewsHeadline *
news_headlines_pane_dup_headline (NewsHeadlinesPane *self, gint64 article)
{
  NewsHeadlineModel *model;

  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  model = get_model (self);

  return g_list_model_get_item (G_LIST_MODEL (model), news_headline_model_find (model, article));
}

const char *
news_headlines_pane_get_query (NewsHeadlinesPane *self, gint64 article)
{
  NewsScope *scope;

  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  scope = news_headline_model_get_scope (get_model (self));
  if (scope == NULL || scope->kind != NEWS_SCOPE_SEARCH
      || news_headline_model_find (get_model (self), article) == GTK_INVALID_LIST_POSITION)
    return NULL;

  return scope->query;
}

NewsScope *
news_headlines_pane_get_scope (NewsHeadlinesPane *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  return _news_headlines_pane_is_searching (self) ? news_search_results_get_scope (self->results)
                                                  : news_headline_model_get_scope (self->model);
}

void
news_headlines_pane_set_shown (NewsHeadlinesPane *self, gint64 article)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  news_headline_chooser_set_shown (get_chooser (self), article);
  g_signal_emit_by_name (self, "neighbours-changed");
}

NewsHeadline *
news_headlines_pane_dup_neighbour (NewsHeadlinesPane *self, int step)
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  return news_headline_chooser_dup_neighbour (get_chooser (self), step);
}

gboolean
news_headlines_pane_step (NewsHeadlinesPane *self, int step, gboolean unread)
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), FALSE);

  return news_headline_chooser_step (get_chooser (self), step, unread);
}

void
news_headlines_pane_search (NewsHeadlinesPane *self, const char *query)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  _news_headlines_pane_ensure_search (self);
  news_search_bar_set_open (self->search_bar, TRUE);
  if (query == NULL)
    return;

  news_search_bar_set_place (self->search_bar, NEWS_SEARCH_EVERYTHING);
  news_search_bar_set_query (self->search_bar, query);
}

char *
news_headlines_pane_dup_query (NewsHeadlinesPane *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  return self->search != NULL ? news_search_session_dup_query (self->search) : NULL;
}

void
news_headlines_pane_focus_list (NewsHeadlinesPane *self)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  if (_news_headlines_pane_is_searching (self))
    news_search_results_focus (self->results);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
