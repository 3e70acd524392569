/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-results.h"

#include "news-headline-factory.h"
#include "news-headline-menu.h"
#include "news-search-backlog.h"
#include "news-search-hints.h"

#include <glib/gi18n.h>

struct _NewsSearchResults
{
  AdwBin parent_instance;

  /* Template children */
  NewsSuggestionList *suggestions;
  GtkStack *stack;
  NewsSearchHints *hints;
  AdwStatusPage *nothing;
  GtkWidget *widen;
  GtkWidget *show_all;
  AdwStatusPage *failed;
  GtkListView *view;
  NewsSearchBacklog *backlog;

  /* Owned */
  NewsStore *store;
  NewsHeadlineModel *model;
  NewsListPacer *pacer;
  NewsHeadlineFactory *factory;
  NewsHeadlineChooser *chooser;
  NewsHeadlineMenu *menu;
  NewsScope *wanted; /* what is looked for, or NULL */
  NewsScope *asked;  /* what is being found, or has been; NULL for nothing */
  char *failure;

  gboolean asking;  /* the model has not answered yet */
  gboolean fresh;   /* what it will answer was not seen yet */
  gboolean going;   /* to the first, once it is there */
  gboolean opening; /* it, too */
};

enum
{
  OPEN,
  NEIGHBOURS_CHANGED,
  CHANGED,
  HINT,
  WIDEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSearchResults, news_search_results, ADW_TYPE_BIN)

/* --- states --- */

static const char *
get_advice (NewsFilter filter)
{
  switch (filter)
    {
    case NEWS_FILTER_UNREAD:
      return _ ("Only what is unread is shown.");
    case NEWS_FILTER_BOOKMARKED:
      return _ ("Only what is bookmarked is shown.");
    case NEWS_FILTER_ALL:
      break;
    }

  return _ ("Other words, fewer of them, or another spelling may find more.");
}

static void
show_nothing (NewsSearchResults *self)
{
  gboolean filtered = self->asked->filter != NEWS_FILTER_ALL;
  /* Translators: %s is what was typed */
  g_autofree char *title = g_strdup_printf (_ ("Nothing Found for “%s”"), self->asked->query);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_status_page_set_title (self->nothing, escaped);
  adw_status_page_set_description (self->nothing, get_advice (self->asked->filter));
  gtk_widget_set_visible (self->widen, self->asked->within != NULL && !filtered);
  gtk_widget_set_visible (self->show_all, filtered);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_failure (NewsSearchResults *self)
{
  g_autofree char *escaped = g_markup_escape_text (self->failure, -1);

  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
show_state (NewsSearchResults *self)
{
  if (self->wanted == NULL)
    gtk_stack_set_visible_child_name (self->stack, "hints");
  else if (self->failure != NULL)
    show_failure (self);
  else if (news_search_results_get_count (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!news_search_results_is_busy (self))
    show_nothing (self);
  /* Until the first answer there is nothing to say; after it, what it was is said until the next.
   */
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "nothing") != 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

/* --- looking --- */

static void
look (NewsSearchResults *self)
{
  gboolean first = self->asked == NULL;

  if (self->asking || self->wanted == NULL || news_scope_equal (self->wanted, self->asked))
    return;

  g_clear_pointer (&self->asked, news_scope_unref);
  self->asked = news_scope_ref (self->wanted);
  self->asking = self->fresh = TRUE;
  news_search_backlog_look (self->backlog);
  if (first)
    news_headline_model_set_scope (self->model, self->store, self->asked);
  else
    news_headline_model_change_scope (self->model, self->asked);
}

static void
go_to_first (NewsSearchResults *self)
{
  gboolean opening = self->opening;

  if (!self->going || self->asking)
    return;

  self->going = self->opening = FALSE;
  if (news_search_results_get_count (self) == 0)
    return;

  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  if (opening)
    news_headline_chooser_open (self->chooser, 0);
}

/* Whoever has looked for something else looks at the best of it first. */
static void
begin_at_top (NewsSearchResults *self)
{
  self->fresh = FALSE;
  if (news_search_results_get_count (self) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
loaded_cb (NewsSearchResults *self, GError *error)
{
  self->asking = FALSE;
  g_set_str (&self->failure, error != NULL ? error->message : NULL);
  look (self);
  news_headline_chooser_update (self->chooser);
  if (self->fresh && !self->asking)
    begin_at_top (self);
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
  go_to_first (self);
}

/* The first rows are there at once, as those before them are of another search; the rest comes
 * little by little. */
static void
changing_cb (NewsSearchResults *self)
{
  if (self->fresh)
    news_list_pacer_finish (self->pacer);
}

static void
stepped_cb (NewsSearchResults *self, gboolean more)
{
  if (more)
    show_state (self);
}

/* --- callbacks --- */

static void
open_cb (NewsSearchResults *self, gint64 article, gboolean go)
{
  g_signal_emit (self, signals[OPEN], 0, article, go);
}

static void
hint_cb (NewsSearchResults *self, const char *text)
{
  g_signal_emit (self, signals[HINT], 0, text);
}

static void
widen_cb (NewsSearchResults *self)
{
  g_signal_emit (self, signals[WIDEN], 0);
}

static void
retry_cb (NewsSearchResults *self)
{
  g_autoptr (NewsScope) scope = self->wanted != NULL ? news_scope_ref (self->wanted) : NULL;

  news_search_results_show (self, NULL);
  news_search_results_show (self, scope);
}

/* --- object --- */

static void
news_search_results_unmap (GtkWidget *widget)
{
  news_list_pacer_finish (NEWS_SEARCH_RESULTS (widget)->pacer);

  GTK_WIDGET_CLASS (news_search_results_parent_class)->unmap (widget);
}

static void
news_search_results_dispose (GObject *object)
{
  NewsSearchResults *self = NEWS_SEARCH_RESULTS (object);

  g_clear_object (&self->menu);
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SEARCH_RESULTS);
  g_clear_object (&self->chooser);
  g_clear_object (&self->factory);
  g_clear_object (&self->pacer);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_pointer (&self->wanted, news_scope_unref);
  g_clear_pointer (&self->asked, news_scope_unref);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (news_search_results_parent_class)->dispose (object);
}

static void
create_signals (void)
{
  GType type = NEWS_TYPE_SEARCH_RESULTS;

  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[NEIGHBOURS_CHANGED] = g_signal_new ("neighbours-changed", type, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED]
    = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HINT] = g_signal_new ("hint", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[WIDEN]
    = g_signal_new ("widen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
news_search_results_class_init (NewsSearchResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_search_results_dispose;
  widget_class->unmap = news_search_results_unmap;
  create_signals ();

  g_type_ensure (NEWS_TYPE_SUGGESTION_LIST);
  g_type_ensure (NEWS_TYPE_SEARCH_HINTS);
  g_type_ensure (NEWS_TYPE_SEARCH_BACKLOG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-search-results.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, suggestions);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, stack);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, hints);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, nothing);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, widen);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, show_all);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, failed);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, view);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchResults, backlog);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
news_search_results_init (NewsSearchResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->model = news_headline_model_new ();
  self->pacer = news_list_pacer_new (GTK_WIDGET (self), GTK_WIDGET (self->view), self->model);
  self->factory = news_headline_factory_new (self->model);
  news_headline_factory_serve (self->factory, self->view);
  news_headline_factory_set_headings (self->factory, self->view, FALSE);
  self->chooser = news_headline_chooser_new (self->view, self->model, self->pacer);
  self->menu = news_headline_menu_new (GTK_WIDGET (self), self->view);

  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pacer, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changing", G_CALLBACK (changing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "clicked", G_CALLBACK (news_headline_chooser_open),
                           self->chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (news_headline_chooser_open),
                           self->chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hints, "chosen", G_CALLBACK (hint_cb), self, G_CONNECT_SWAPPED);
}

void
news_search_results_set_store (NewsSearchResults *self, NewsStore *store, NewsPictureLoader *loader)
{
  g_return_if_fail (NEWS_IS_SEARCH_RESULTS (self));

  g_set_object (&self->store, store);
  news_search_backlog_set_store (self->backlog, store);
  news_headline_factory_set_loader (self->factory, loader);
}

NewsSuggestionList *
news_search_results_get_suggestions (NewsSearchResults *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_RESULTS (self), NULL);

  return self->suggestions;
}

void
news_search_results_show (NewsSearchResults *self, NewsScope *scope)
{
  g_return_if_fail (NEWS_IS_SEARCH_RESULTS (self));

  if (scope != NULL)
    news_scope_ref (scope);
  g_clear_pointer (&self->wanted, news_scope_unref);
  self->wanted = scope;
  if (scope == NULL)
    {
      g_clear_pointer (&self->asked, news_scope_unref);
      g_clear_pointer (&self->failure, g_free);
      self->asking = self->going = FALSE;
      news_headline_model_clear (self->model);
      g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
    }
  look (self);
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

NewsScope *
news_search_results_get_scope (NewsSearchResults *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_RESULTS (self), NULL);

  return self->wanted;
}

guint
news_search_results_get_count (NewsSearchResults *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_RESULTS (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

gboolean
news_search_results_is_busy (NewsSearchResults *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_RESULTS (self), FALSE);

  return self->asking
         || (self->asked != NULL && self->failure == NULL
             && !news_headline_model_is_whole (self->model));
}

void
news_search_results_go (NewsSearchResults *self, gboolean open)
{
  g_return_if_fail (NEWS_IS_SEARCH_RESULTS (self));

  if (self->wanted == NULL)
    return;

  self->going = TRUE;
  self->opening = open;
  go_to_first (self);
}

NewsHeadlineModel *
news_search_results_get_model (NewsSearchResults *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_RESULTS (self), NULL);

  return self->model;
}

NewsHeadlineChooser *
news_search_results_get_chooser (NewsSearchResults *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_RESULTS (self), NULL);

  return self->chooser;
}

void
news_search_results_focus (NewsSearchResults *self)
{
  g_return_if_fail (NEWS_IS_SEARCH_RESULTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
