/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headlines-pane-private.h"
#include "news-late-menu.h"
#include "news-list-views.h"

#include <glib/gi18n.h>

/* Screens before the end at which older articles are asked for. */
#define AHEAD 2

typedef enum
{
  PROP_FILTER = 1,
  PROP_ORDER,
} Property;

static GParamSpec *properties[PROP_ORDER + 1];

enum
{
  OPEN,
  BEGUN,
  LOADED,
  NEIGHBOURS_CHANGED,
  SEARCH_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsHeadlinesPane, news_headlines_pane, ADW_TYPE_NAVIGATION_PAGE)

static guint
get_length (NewsHeadlinesPane *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* NULL as long as there is no list. Actions ask for their states also before there is a model, and
 * after. */
static NewsScope *
get_scope (NewsHeadlinesPane *self)
{
  return self->model != NULL ? news_headline_model_get_scope (self->model) : NULL;
}

/* --- what is shown --- */

/* Of which source the failure would end with another key; NULL of none. */
static const char *
get_keyless (NewsHeadlinesPane *self)
{
  return self->failure == NULL && self->section != NULL
           ? news_desk_section_get_keyless (self->section)
           : NULL;
}

static void
ensure_empty (NewsHeadlinesPane *self)
{
  if (self->empty != NULL)
    return;

  self->empty = g_object_new (NEWS_TYPE_EMPTY_LIST, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
}

static void
show_empty (NewsHeadlinesPane *self, const char *problem)
{
  NewsSection *section
    = self->section != NULL ? news_desk_section_get_section (self->section) : NULL;

  ensure_empty (self);
  if (get_scope (self)->filter != NEWS_FILTER_ALL)
    news_empty_list_show_filtered (self->empty, get_scope (self)->filter);
  else if (problem != NULL)
    news_empty_list_show_problem (self->empty, problem,
                                  self->section != NULL
                                    && news_desk_section_is_unreachable (self->section),
                                  get_keyless (self));
  else
    news_empty_list_show_nothing (self->empty, get_scope (self), section);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

void
_news_headlines_pane_show_state (NewsHeadlinesPane *self)
{
  const char *problem = self->failure;
  gboolean busy = self->section != NULL && news_desk_section_get_refreshing (self->section);

  if (problem == NULL && self->section != NULL)
    problem = news_desk_section_get_problem (self->section);

  news_list_banner_show (self->banner, get_length (self) > 0 ? problem : NULL, get_keyless (self));
  _news_headlines_pane_show_title (self);
  if (_news_headlines_pane_is_searching (self))
    gtk_stack_set_visible_child_name (self->stack, "results");
  else if (get_length (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (news_headline_model_is_loading (self->model) || busy)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    show_empty (self, problem);
}

/* --- older articles --- */

static void
extend (NewsHeadlinesPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
    = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  /* What is the end of the list now may not be when all of it is there. */
  if (self->section == NULL || get_length (self) == 0 || page <= 0
      || !news_headline_model_is_whole (self->model) || below > page * AHEAD
      || news_section_is_home (news_desk_section_get_section (self->section))
      || news_desk_section_get_ended (self->section)
      || news_desk_section_get_extending (self->section)
      || news_desk_section_get_refreshing (self->section))
    return;

  news_desk_extend (self->desk, self->section);
}

/* --- callbacks --- */

static void
update_top (NewsHeadlinesPane *self, gboolean settled)
{
  news_arrivals_update (self->arrivals, news_headline_chooser_get_shown (self->chooser) != 0,
                        settled);
}

static void
loaded_cb (NewsHeadlinesPane *self, GError *error)
{
  g_set_str (&self->failure, error != NULL ? error->message : NULL);
  update_top (self, TRUE);
  news_headline_chooser_update (self->chooser);
  _news_headlines_pane_show_state (self);
  extend (self);
  g_signal_emit (self, signals[BEGUN], 0);
  g_signal_emit (self, signals[LOADED], 0);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

static void
stepped_cb (NewsHeadlinesPane *self, gboolean more)
{
  update_top (self, FALSE);
  if (more)
    _news_headlines_pane_show_state (self);
  g_signal_emit (self, signals[BEGUN], 0);
}

static void
open_cb (NewsHeadlinesPane *self, gint64 article, gboolean go)
{
  g_signal_emit (self, signals[OPEN], 0, article, go);
}

static void
section_changed (NewsHeadlinesPane *self)
{
  _news_headlines_pane_show_state (self);
  extend (self);
}

/* --- filter and order --- */

void
_news_headlines_pane_show_view (NewsHeadlinesPane *self)
{
  NewsScope *scope = get_scope (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.order",
                                 !_news_headlines_pane_is_searching (self) && scope != NULL
                                   && scope->kind != NEWS_SCOPE_HOME
                                   && scope->kind != NEWS_SCOPE_SEARCH);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

/* What is seen of @scope from now on. */
static void
show_scope (NewsHeadlinesPane *self, NewsScope *of, NewsFilter filter, NewsOrder order)
{
  g_autoptr (NewsScope) scope
    = news_scope_new_view (of, filter, order, g_get_real_time () / G_USEC_PER_SEC);

  news_headline_chooser_reset (self->chooser);
  news_arrivals_reset (self->arrivals);
  news_headline_model_set_scope (self->model, news_desk_get_store (self->desk), scope);
  _news_headlines_pane_show_view (self);
  _news_headlines_pane_show_state (self);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

void
_news_headlines_pane_get_view (NewsHeadlinesPane *self, NewsFilter *filter, NewsOrder *order)
{
  NewsScope *scope = get_scope (self);
  gboolean searching = _news_headlines_pane_is_searching (self);

  *filter = searching       ? news_search_session_get_filter (self->search)
            : scope != NULL ? scope->filter
                            : NEWS_FILTER_ALL;
  *order = scope != NULL && !searching ? scope->order : NEWS_ORDER_NEWEST;
}

static void
set_view (NewsHeadlinesPane *self, NewsFilter filter, NewsOrder order)
{
  NewsScope *scope = get_scope (self);
  gint64 shown = news_headline_chooser_get_shown (self->chooser);

  if (_news_headlines_pane_is_searching (self))
    {
      news_search_session_set_filter (self->search, filter);
      _news_headlines_pane_show_view (self);
      return;
    }

  if (scope == NULL || (scope->filter == filter && scope->order == order))
    return;

  show_scope (self, scope, filter, order);
  news_headline_chooser_keep (self->chooser, shown);
  news_list_views_write (self->settings, get_scope (self));
}

/* --- object --- */

static void
news_headlines_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsFilter filter;
  NewsOrder order;

  _news_headlines_pane_get_view (NEWS_HEADLINES_PANE (object), &filter, &order);
  switch ((Property) id)
    {
    case PROP_FILTER:
      g_value_set_static_string (value, news_list_views_get_filter_name (filter));
      break;
    case PROP_ORDER:
      g_value_set_static_string (value, news_list_views_get_order_name (order));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_headlines_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NewsHeadlinesPane *self = NEWS_HEADLINES_PANE (object);
  NewsFilter filter;
  NewsOrder order;

  _news_headlines_pane_get_view (self, &filter, &order);
  switch ((Property) id)
    {
    case PROP_FILTER:
      news_list_views_parse_filter (g_value_get_string (value), &filter);
      break;
    case PROP_ORDER:
      news_list_views_parse_order (g_value_get_string (value), &order);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }

  set_view (self, filter, order);
}

static void
news_headlines_pane_unmap (GtkWidget *widget)
{
  news_list_pacer_finish (NEWS_HEADLINES_PANE (widget)->pacer);

  GTK_WIDGET_CLASS (news_headlines_pane_parent_class)->unmap (widget);
}

static void
news_headlines_pane_dispose (GObject *object)
{
  NewsHeadlinesPane *self = NEWS_HEADLINES_PANE (object);

  g_clear_object (&self->search);
  g_clear_object (&self->menu);
  g_clear_object (&self->section_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_HEADLINES_PANE);
  g_clear_object (&self->chooser);
  g_clear_object (&self->factory);
  g_clear_object (&self->pacer);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  g_clear_object (&self->section);
  g_clear_object (&self->desk);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->here, news_scope_unref);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (news_headlines_pane_parent_class)->dispose (object);
}

static void
news_headlines_pane_class_init (NewsHeadlinesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_headlines_pane_get_property;
  object_class->set_property = news_headlines_pane_set_property;
  object_class->dispose = news_headlines_pane_dispose;
  widget_class->unmap = news_headlines_pane_unmap;

  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, flags);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPEN] = g_signal_new ("open", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  signals[BEGUN] = g_signal_new ("begun", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  signals[LOADED] = g_signal_new ("loaded", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  signals[NEIGHBOURS_CHANGED]
    = g_signal_new ("neighbours-changed", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  signals[SEARCH_CHANGED] = g_signal_new ("search-changed", NEWS_TYPE_HEADLINES_PANE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NEWS_TYPE_ARRIVALS);
  g_type_ensure (NEWS_TYPE_LIST_BANNER);
  g_type_ensure (NEWS_TYPE_REFRESH_PROGRESS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-headlines-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, title);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, refresh);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, banner);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, progress);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, view);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, arrivals);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, search_button);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, search_place);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, list_menu);
  gtk_widget_class_bind_template_callback (widget_class, _news_headlines_pane_ensure_search);
  gtk_widget_class_install_property_action (widget_class, "list.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "list.order", "order");
}

static void
connect_signals (NewsHeadlinesPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_signal_connect_object (self->pacer, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "clicked", G_CALLBACK (news_headline_chooser_open),
                           self->chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (news_headline_chooser_open),
                           self->chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (extend), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (extend), self, G_CONNECT_SWAPPED);

  self->section_signals = g_signal_group_new (NEWS_TYPE_DESK_SECTION);
  g_signal_group_connect_swapped (self->section_signals, "notify::refreshing",
                                  G_CALLBACK (section_changed), self);
  g_signal_group_connect_swapped (self->section_signals, "notify::problem",
                                  G_CALLBACK (section_changed), self);
}

static void
news_headlines_pane_init (NewsHeadlinesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->model = news_headline_model_new ();
  self->pacer = news_list_pacer_new (GTK_WIDGET (self), GTK_WIDGET (self->view), self->model);
  self->factory = news_headline_factory_new (self->model);
  news_headline_factory_serve (self->factory, self->view);
  self->chooser = news_headline_chooser_new (self->view, self->model, self->pacer);
  news_arrivals_watch (self->arrivals, self->scroller, self->view, self->model);
  self->menu = news_headline_menu_new (GTK_WIDGET (self), self->view);
  news_late_menu_attach (self->menu_button, self->list_menu);
  connect_signals (self);
}

void
news_headlines_pane_show (NewsHeadlinesPane *self,
                          NewsDesk *desk,
                          NewsPictureLoader *loader,
                          NewsScope *scope,
                          NewsDeskSection *section,
                          const char *title)
{
  NewsFilter filter;
  NewsOrder order;

  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->loader, loader);
  news_headline_factory_set_loader (self->factory, loader);
  news_scope_ref (scope);
  g_clear_pointer (&self->here, news_scope_unref);
  self->here = scope;
  g_set_object (&self->section, section);
  g_clear_pointer (&self->failure, g_free);
  g_set_str (&self->name, title);
  if (self->search != NULL)
    news_search_session_set_here (self->search, desk, loader, scope);
  news_headline_factory_set_headings (self->factory, self->view, scope->kind != NEWS_SCOPE_SEARCH);
  news_list_views_read (self->settings, scope, &filter, &order);
  show_scope (self, scope, filter, order);
  g_signal_group_set_target (self->section_signals, section);
  news_refresh_progress_set_desk (self->progress, desk);
}

void
news_headlines_pane_set_settings (NewsHeadlinesPane *self, GSettings *settings)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  g_set_object (&self->settings, settings);
}

void
news_headlines_pane_renew (NewsHeadlinesPane *self)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  news_headline_model_renew (self->model, g_get_real_time () / G_USEC_PER_SEC);
}

GtkListView *
news_headlines_pane_get_view (NewsHeadlinesPane *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  return self->view;
}
