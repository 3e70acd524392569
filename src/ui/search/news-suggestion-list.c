/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-suggestion-list.h"

#include "news-search-operators.h"
#include "news-suggestion-row.h"

#include <glib/gi18n.h>

/* More would leave no room for what was found. */
#define MOST 6

struct _NewsSuggestionList
{
  AdwBin parent_instance;

  /* Template children */
  GtkListBox *list;

  /* Owned */
  NewsStore *store;
  GPtrArray *sections;    /* NewsSection */
  GPtrArray *suggestions; /* NewsSuggestion, one a row; NULL for none */
  GCancellable *cancellable;
};

enum
{
  TAKEN,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSuggestionList, news_suggestion_list, ADW_TYPE_BIN)

static const char *
get_meaning (const NewsSuggestion *suggestion)
{
  switch (suggestion->kind)
    {
    case NEWS_SUGGESTION_SOURCE:
      return C_ ("suggestion", "Source");
    case NEWS_SUGGESTION_TOPIC:
      return C_ ("suggestion", "Topic");
    case NEWS_SUGGESTION_OPERATOR:
    case NEWS_SUGGESTION_VALUE:
      break;
    }

  return news_search_operators_explain (suggestion->label);
}

static void
show (NewsSuggestionList *self, GPtrArray *suggestions)
{
  guint n = suggestions != NULL ? suggestions->len : 0;

  /* Nothing was there, and nothing is. */
  if (n == 0 && self->suggestions == NULL)
    return;

  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  if (n > 0)
    self->suggestions = g_ptr_array_ref (suggestions);
  for (guint i = 0; i < n; i++)
    {
      const NewsSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      gtk_list_box_append (self->list,
                           news_suggestion_row_new (suggestion->label, get_meaning (suggestion)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
suggested_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsSuggestionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) suggestions
    = news_store_suggest_finish (NEWS_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* What was found, or why nothing could be, is told by the list of results. */
  if (suggestions == NULL)
    g_debug ("Suggestions: %s", error->message);
  show (self, suggestions);
}

static void
activated_cb (NewsSuggestionList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[TAKEN], 0,
                 g_ptr_array_index (self->suggestions, (guint) gtk_list_box_row_get_index (row)));
}

static void
drop_question (NewsSuggestionList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
news_suggestion_list_dispose (GObject *object)
{
  NewsSuggestionList *self = NEWS_SUGGESTION_LIST (object);

  drop_question (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SUGGESTION_LIST);

  G_OBJECT_CLASS (news_suggestion_list_parent_class)->dispose (object);
}

static void
news_suggestion_list_class_init (NewsSuggestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_suggestion_list_dispose;

  signals[TAKEN] = g_signal_new ("taken", NEWS_TYPE_SUGGESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_SUGGESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-suggestion-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSuggestionList, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
news_suggestion_list_init (NewsSuggestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_suggestion_list_set_store (NewsSuggestionList *self, NewsStore *store, GPtrArray *sections)
{
  g_return_if_fail (NEWS_IS_SUGGESTION_LIST (self));

  news_suggestion_list_clear (self);
  g_set_object (&self->store, store);
  g_ptr_array_ref (sections);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  self->sections = sections;
}

void
news_suggestion_list_ask (NewsSuggestionList *self, const char *typed, guint caret)
{
  g_return_if_fail (NEWS_IS_SUGGESTION_LIST (self));

  drop_question (self);
  if (self->store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  news_store_suggest_async (self->store, typed, caret, MOST, self->sections, self->cancellable,
                            suggested_cb, g_object_ref (self));
}

void
news_suggestion_list_clear (NewsSuggestionList *self)
{
  g_return_if_fail (NEWS_IS_SUGGESTION_LIST (self));

  drop_question (self);
  show (self, NULL);
}

gboolean
news_suggestion_list_is_shown (NewsSuggestionList *self)
{
  g_return_val_if_fail (NEWS_IS_SUGGESTION_LIST (self), FALSE);

  return self->suggestions != NULL;
}

gboolean
news_suggestion_list_step (NewsSuggestionList *self, int step)
{
  GtkListBoxRow *active, *next;
  int index;

  g_return_val_if_fail (NEWS_IS_SUGGESTION_LIST (self), FALSE);

  if (self->suggestions == NULL)
    return FALSE;

  active = gtk_list_box_get_selected_row (self->list);
  index = active != NULL ? gtk_list_box_row_get_index (active) + step
          : step > 0     ? 0
                         : (int) self->suggestions->len - 1;
  next = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  gtk_list_box_select_row (self->list, next);
  g_signal_emit (self, signals[CHANGED], 0);

  return next != NULL;
}

GtkWidget *
news_suggestion_list_get_active_row (NewsSuggestionList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NEWS_IS_SUGGESTION_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? GTK_WIDGET (row) : NULL;
}

const NewsSuggestion *
news_suggestion_list_get_active (NewsSuggestionList *self)
{
  GtkWidget *row = news_suggestion_list_get_active_row (self);

  if (row == NULL)
    return NULL;

  return g_ptr_array_index (self->suggestions,
                            (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}
