/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headlines-pane.h"

#include "news-empty-list.h"
#include "news-headline-factory.h"
#include "news-headline-model.h"
#include "news-list-pacer.h"
#include "news-search-session.h"
#include "news-search-speech.h"

#include <glib/gi18n.h>

/* Milliseconds that a row has to stay selected before it is opened: who holds an arrow key down
 * passes by many and reads one. */
#define SETTLES 120

/* Milliseconds of work after which progress is shown. */
#define SHOWS_AFTER 400

/* Pixels from the beginning within which a list counts as not scrolled. */
#define TOP 60

/* Screens before the end at which older articles are asked for. */
#define AHEAD 2

struct _NewsHeadlinesPane
{
  AdwNavigationPage parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkWidget *refresh;
  AdwBanner *banner;
  GtkProgressBar *progress;
  GtkStack *stack;
  NewsEmptyList *empty;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  NewsSearchBar *search_bar;
  NewsSearchResults *results;

  /* Owned */
  NewsDesk *desk;
  NewsDeskSection *section;
  NewsHeadlineModel *model;
  NewsListPacer *pacer;
  NewsHeadlineFactory *factory;
  GtkSingleSelection *selection;
  GSignalGroup *desk_signals;
  GSignalGroup *section_signals;
  NewsSearchSession *search;
  char *name;    /* of the list */
  char *failure; /* of the store, in words */
  guint settling;
  guint showing;

  gint64 shown;
  gint64 found; /* what was shown last while a search was open, or 0 */
  gboolean selecting; /* it is we who change the selection */
};

enum
{
  OPEN,
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

static void
open_article (NewsHeadlinesPane *self, guint position, gboolean go)
{
  g_autoptr (NewsHeadline) headline = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (headline != NULL)
    g_signal_emit (self, signals[OPEN], 0, headline->article, go);
}

static void
select_position (NewsHeadlinesPane *self, guint position)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
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

/* Over a list that has something, and with what helps most. */
static void
show_banner (NewsHeadlinesPane *self, const char *problem)
{
  const char *keyless = get_keyless (self);
  GtkActionable *actionable = GTK_ACTIONABLE (self->banner);

  adw_banner_set_title (self->banner, problem != NULL ? problem : "");
  adw_banner_set_button_label (self->banner, keyless != NULL ? _ ("_Enter a Key…") : _ ("_Retry"));
  /* At no time may an action have the other's target. */
  gtk_actionable_set_action_name (actionable, NULL);
  if (keyless != NULL)
    gtk_actionable_set_action_target (actionable, "s", keyless);
  else
    gtk_actionable_set_action_target_value (actionable, NULL);
  gtk_actionable_set_action_name (actionable,
                                  keyless != NULL ? "source.enter-key" : "list.refresh");
  adw_banner_set_revealed (self->banner, problem != NULL && get_length (self) > 0);
}

static void
show_empty (NewsHeadlinesPane *self, const char *problem)
{
  NewsSection *section
    = self->section != NULL ? news_desk_section_get_section (self->section) : NULL;

  if (problem != NULL)
    news_empty_list_show_problem (self->empty, problem,
                                  self->section != NULL
                                    && news_desk_section_is_unreachable (self->section),
                                  get_keyless (self));
  else
    news_empty_list_show_nothing (self->empty, news_headline_model_get_scope (self->model),
                                  section);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static gboolean
is_searching (NewsHeadlinesPane *self)
{
  return news_search_bar_get_open (self->search_bar);
}

/* Of what was found, it is said how much it is. */
static void
show_title (NewsHeadlinesPane *self)
{
  NewsScope *scope = news_headline_model_get_scope (self->model);
  const char *title = is_searching (self) ? _ ("Search") : self->name;
  g_autofree char *subtitle = NULL;

  if (is_searching (self))
    subtitle = news_search_session_dup_count (self->search);
  else if (scope != NULL && scope->kind == NEWS_SCOPE_SEARCH
           && !news_headline_model_is_loading (self->model))
    subtitle = news_search_dup_count (get_length (self));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
show_state (NewsHeadlinesPane *self)
{
  const char *problem = self->failure;
  gboolean busy = self->section != NULL && news_desk_section_get_refreshing (self->section);

  if (problem == NULL && self->section != NULL)
    problem = news_desk_section_get_problem (self->section);

  show_title (self);
  show_banner (self, problem);
  if (is_searching (self))
    gtk_stack_set_visible_child_name (self->stack, "results");
  else if (get_length (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (news_headline_model_is_loading (self->model) || busy)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    show_empty (self, problem);
}

/* --- progress --- */

static void
show_progress_cb (gpointer user_data)
{
  NewsHeadlinesPane *self = user_data;

  self->showing = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
}

static void
progress_changed (NewsHeadlinesPane *self)
{
  double progress;

  g_object_get (self->desk, "progress", &progress, NULL);
  gtk_progress_bar_set_fraction (self->progress, progress);
}

static void
refreshing_changed (NewsHeadlinesPane *self)
{
  gboolean busy = news_desk_get_refreshing (self->desk);

  g_clear_handle_id (&self->showing, g_source_remove);
  if (busy)
    self->showing = g_timeout_add_once (SHOWS_AFTER, show_progress_cb, self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

/* --- older articles --- */

static void
extend (NewsHeadlinesPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
    = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (self->section == NULL || get_length (self) == 0 || page <= 0 || below > page * AHEAD
      || news_section_is_home (news_desk_section_get_section (self->section))
      || news_desk_section_get_ended (self->section)
      || news_desk_section_get_extending (self->section)
      || news_desk_section_get_refreshing (self->section))
    return;

  news_desk_extend (self->desk, self->section);
}

/* A list that fills for the first time would put its first row at the top, and hide the heading
 * over it. */
static void
painted_cb (GdkFrameClock *clock, NewsHeadlinesPane *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Once the rows have their sizes: after the next frame's layout. */
static void
begin_at_top (NewsHeadlinesPane *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
}

/* --- callbacks --- */

/* What is under the eye stays there, but nobody has looked at a list that is still at its top. */
static void
stay_at_top (NewsHeadlinesPane *self)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));

  if (value < TOP && self->shown == 0)
    begin_at_top (self);
}

static void
loaded_cb (NewsHeadlinesPane *self, GError *error)
{
  g_set_str (&self->failure, error != NULL ? error->message : NULL);
  stay_at_top (self);
  if (self->shown != 0)
    select_position (self, news_headline_model_find (self->model, self->shown));
  show_state (self);
  extend (self);
  g_signal_emit (self, signals[LOADED], 0);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

static void
stepped_cb (NewsHeadlinesPane *self, gboolean more)
{
  stay_at_top (self);
  if (more)
    show_state (self);
}

static void
settled_cb (gpointer user_data)
{
  NewsHeadlinesPane *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->settling = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    open_article (self, position, FALSE);
}

static void
selected_cb (NewsHeadlinesPane *self)
{
  if (self->selecting)
    return;

  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add_once (SETTLES, settled_cb, self);
}

static void
activated_cb (NewsHeadlinesPane *self, guint position)
{
  open_article (self, position, TRUE);
}

static void
section_changed (NewsHeadlinesPane *self)
{
  show_state (self);
  extend (self);
}

/* --- search --- */

static void
found_cb (NewsHeadlinesPane *self)
{
  show_title (self);
  g_signal_emit (self, signals[SEARCH_CHANGED], 0);
}

static void
result_opened_cb (NewsHeadlinesPane *self, gint64 article, gboolean go)
{
  g_signal_emit (self, signals[OPEN], 0, article, go);
}

static void
result_neighbours_cb (NewsHeadlinesPane *self)
{
  if (is_searching (self))
    g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

/* What is on show is marked in the list where it is in it; where it is not, the row that was
 * selected stays so, from which the reader goes on. */
static void
take_found (NewsHeadlinesPane *self)
{
  gint64 found = self->found;

  self->found = 0;
  if (found == 0 || found == self->shown)
    return;

  if (news_headline_model_find (self->model, found) != GTK_INVALID_LIST_POSITION)
    {
      news_headlines_pane_set_shown (self, found);
      return;
    }

  self->shown = found;
  news_headline_model_set_kept (self->model, 0);
}

static void
search_toggled_cb (NewsHeadlinesPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (is_searching (self))
    news_search_results_set_shown (self->results, self->shown);
  else
    take_found (self);
  show_state (self);
  if (!is_searching (self) && inside)
    news_headlines_pane_focus_list (self);
  found_cb (self);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

/* In the list of what was found, Escape does what it does in the bar. */
static gboolean
escape_cb (NewsHeadlinesPane *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || !is_searching (self))
    return GDK_EVENT_PROPAGATE;

  news_search_bar_stop (self->search_bar);

  return GDK_EVENT_STOP;
}

/* --- object --- */

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

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->section_signals);
  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_HEADLINES_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->factory);
  g_clear_object (&self->pacer);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  g_clear_object (&self->section);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (news_headlines_pane_parent_class)->dispose (object);
}

static void
news_headlines_pane_class_init (NewsHeadlinesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_headlines_pane_dispose;
  widget_class->unmap = news_headlines_pane_unmap;

  signals[OPEN] = g_signal_new ("open", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  signals[LOADED] = g_signal_new ("loaded", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  signals[NEIGHBOURS_CHANGED]
    = g_signal_new ("neighbours-changed", NEWS_TYPE_HEADLINES_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  signals[SEARCH_CHANGED] = g_signal_new ("search-changed", NEWS_TYPE_HEADLINES_PANE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NEWS_TYPE_EMPTY_LIST);
  g_type_ensure (NEWS_TYPE_SEARCH_BAR);
  g_type_ensure (NEWS_TYPE_SEARCH_RESULTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-headlines-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, title);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, refresh);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, banner);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, progress);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, empty);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, view);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlinesPane, results);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
connect_signals (NewsHeadlinesPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_signal_connect_object (self->pacer, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "clicked", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (extend), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (extend), self, G_CONNECT_SWAPPED);

  self->desk_signals = g_signal_group_new (NEWS_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "notify::refreshing",
                                  G_CALLBACK (refreshing_changed), self);
  g_signal_group_connect_swapped (self->desk_signals, "notify::progress",
                                  G_CALLBACK (progress_changed), self);

  self->section_signals = g_signal_group_new (NEWS_TYPE_DESK_SECTION);
  g_signal_group_connect_swapped (self->section_signals, "notify::refreshing",
                                  G_CALLBACK (section_changed), self);
  g_signal_group_connect_swapped (self->section_signals, "notify::problem",
                                  G_CALLBACK (section_changed), self);
}

static void
connect_search (NewsHeadlinesPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = news_search_session_new (self->search_bar, self->results);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::open", G_CALLBACK (search_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "open", G_CALLBACK (result_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "neighbours-changed", G_CALLBACK (result_neighbours_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->results), keys);
}

static void
news_headlines_pane_init (NewsHeadlinesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->model = news_headline_model_new ();
  self->pacer = news_list_pacer_new (GTK_WIDGET (self), self->model);
  self->factory = news_headline_factory_new (self->model, self->pacer);
  news_headline_factory_serve (self->factory, self->view);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  connect_signals (self);
  connect_search (self);
}

void
news_headlines_pane_show (NewsHeadlinesPane *self,
                          NewsDesk *desk,
                          NewsPictureLoader *loader,
                          NewsScope *scope,
                          NewsDeskSection *section,
                          const char *title)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  g_clear_handle_id (&self->settling, g_source_remove);
  g_set_object (&self->desk, desk);
  news_headline_factory_set_loader (self->factory, loader);
  g_set_object (&self->section, section);
  g_clear_pointer (&self->failure, g_free);

  g_set_str (&self->name, title);
  news_search_session_set_here (self->search, desk, loader, scope);
  self->shown = self->found = 0;
  news_headline_factory_set_headings (self->factory, self->view, scope->kind != NEWS_SCOPE_SEARCH);
  gtk_widget_set_visible (self->refresh, section != NULL);
  select_position (self, GTK_INVALID_LIST_POSITION);
  news_headline_model_set_scope (self->model, news_desk_get_store (desk), scope);
  g_signal_group_set_target (self->desk_signals, desk);
  g_signal_group_set_target (self->section_signals, section);
  refreshing_changed (self);
  show_state (self);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

NewsScope *
news_headlines_pane_get_scope (NewsHeadlinesPane *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  return is_searching (self) ? news_search_results_get_scope (self->results)
                             : news_headline_model_get_scope (self->model);
}

/* A row that is still to come is one of this list's, too. */
static guint
find_article (NewsHeadlinesPane *self, gint64 article)
{
  guint position = news_headline_model_find (self->model, article);

  if (position != GTK_INVALID_LIST_POSITION || !news_list_pacer_is_changing (self->pacer))
    return position;

  news_list_pacer_finish (self->pacer);

  return news_headline_model_find (self->model, article);
}

void
news_headlines_pane_set_shown (NewsHeadlinesPane *self, gint64 article)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  if (is_searching (self))
    {
      self->found = article;
      news_search_results_set_shown (self->results, article);
      return;
    }

  if (article != 0)
    position = find_article (self, article);
  self->shown = article;
  /* One that came from elsewhere, as by a link, is none of this list's. */
  news_headline_model_set_kept (self->model, position != GTK_INVALID_LIST_POSITION ? article : 0);
  select_position (self, position);
  g_signal_emit (self, signals[NEIGHBOURS_CHANGED], 0);
}

NewsHeadline *
news_headlines_pane_dup_neighbour (NewsHeadlinesPane *self, int step)
{
  guint position;

  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), NULL);

  if (is_searching (self))
    return news_search_results_dup_neighbour (self->results, step);

  position = self->shown != 0 ? news_headline_model_find (self->model, self->shown)
                              : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION || (step < 0 && position == 0))
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->model), step < 0 ? position - 1 : position + 1);
}

gboolean
news_headlines_pane_step (NewsHeadlinesPane *self, int step, gboolean unread)
{
  guint position, length;
  gint64 from;

  g_return_val_if_fail (NEWS_IS_HEADLINES_PANE (self), FALSE);

  if (is_searching (self))
    return news_search_results_step (self->results, step, unread);

  /* Who steps on knows the list as a whole. */
  news_list_pacer_finish (self->pacer);

  length = get_length (self);
  position = gtk_single_selection_get_selected (self->selection);
  if (length == 0)
    return FALSE;

  from = position != GTK_INVALID_LIST_POSITION ? (gint64) position
         : step > 0                            ? -1
                                               : (gint64) length;
  if (unread)
    position = news_headline_model_find_unread (self->model, from, step);
  else if (position == GTK_INVALID_LIST_POSITION)
    position = step > 0 ? 0 : length - 1;
  else if ((step > 0 && position + 1 >= length) || (step < 0 && position == 0))
    return FALSE;
  else
    position = position + (guint) step;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  select_position (self, position);
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  open_article (self, position, TRUE);

  return TRUE;
}

void
news_headlines_pane_search (NewsHeadlinesPane *self, const char *query)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

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

  return is_searching (self) ? news_search_session_dup_query (self->search) : NULL;
}

void
news_headlines_pane_focus_list (NewsHeadlinesPane *self)
{
  g_return_if_fail (NEWS_IS_HEADLINES_PANE (self));

  if (is_searching (self))
    {
      news_search_results_focus (self->results);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
