/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* What can be done in the window with searches: the one in the list, and those that are saved. */

#include "config.h"

#include "news-search-name-dialog.h"
#include "news-window-private.h"

#include <glib/gi18n.h>

#define SEARCH "news-saved-search"
#define PLACE "news-saved-search-place"

/* Where there are fewer panes than steps, the list is gone to. */
static void
search (NewsWindow *self, const char *query)
{
  if (self->desk == NULL
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;

  adw_navigation_split_view_set_show_content (self->outer, TRUE);
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  news_headlines_pane_search (self->headlines, query);
}

static void
search_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  search (NEWS_WINDOW (widget), NULL);
}

/* The same key finds in the page where there is one, as in a browser, and else in the paper. */
static void
search_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);

  if (news_reader_get_story (self->reader) != NULL
      && gtk_widget_get_mapped (GTK_WIDGET (self->reader)))
    gtk_widget_activate_action (widget, "story.find", NULL);
  else
    search (self, NULL);
}

/* --- saved searches --- */

static NewsSavedSearch *
find (NewsWindow *self, GVariant *parameter)
{
  return news_saved_searches_find (self->searches, g_variant_get_string (parameter, NULL));
}

/* Whether the one whose query is being changed is saved, and not another beside it. */
static gboolean
save_edited (NewsWindow *self, const char *query)
{
  NewsSavedSearch *edited
    = self->edited != NULL ? news_saved_searches_find (self->searches, self->edited) : NULL;

  if (edited == NULL)
    return FALSE;

  news_saved_searches_set_query (self->searches, edited, query);
  g_set_str (&self->edited, query);
  /* It is known by another id from now on. */
  if (news_sidebar_get_search (self->sidebar) == edited)
    g_settings_set_string (self->settings, "section", news_sidebar_get_chosen (self->sidebar));

  return TRUE;
}

static void
search_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  g_autofree char *query = news_headlines_pane_dup_query (self->headlines);
  g_autoptr (NewsSavedSearch) saved = NULL;

  if (query == NULL)
    return;

  saved = news_saved_search_new (query, query);
  if (news_saved_searches_find (self->searches, query) != NULL)
    news_window_toast (self, _ ("This search is saved already"));
  else if (save_edited (self, query)
           || news_saved_searches_insert (self->searches, saved, G_MAXUINT))
    news_window_toast (self, _ ("Search saved in the sidebar"));
  else
    news_window_toast (self, _ ("No more searches can be saved"));
}

static void
search_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsSavedSearch *saved = find (self, parameter);

  if (saved == NULL)
    return;

  news_sidebar_choose (self->sidebar, news_saved_search_get_id (saved), TRUE);
  search (self, news_saved_search_get_query (saved));
  g_set_str (&self->edited, news_saved_search_get_query (saved));
}

static void
search_rename (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsSavedSearch *saved = find (self, parameter);

  if (saved != NULL)
    adw_dialog_present (news_search_name_dialog_new (self->searches, saved), widget);
}

static void
search_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NewsWindow *self = NEWS_WINDOW (widget);
  NewsSavedSearch *saved = find (self, parameter);

  if (saved != NULL)
    news_saved_searches_remove (self->searches, saved);
}

static void
put_back_cb (AdwToast *toast, NewsSavedSearches *searches)
{
  NewsSavedSearch *saved = g_object_get_data (G_OBJECT (toast), SEARCH);

  news_saved_searches_insert (searches, saved,
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), PLACE)));
}

static void
removed_cb (NewsWindow *self, NewsSavedSearch *saved, guint place)
{
  /* Translators: %s is the name of a saved search */
  g_autofree char *words = g_strdup_printf (_ ("“%s” removed"), news_saved_search_get_name (saved));
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  /* Others can be waited for. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), SEARCH, g_object_ref (saved), g_object_unref);
  g_object_set_data (G_OBJECT (toast), PLACE, GUINT_TO_POINTER (place));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (put_back_cb), self->searches, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
search_changed_cb (NewsWindow *self)
{
  g_autofree char *query = news_headlines_pane_dup_query (self->headlines);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.save", query != NULL);
  /* Which one is edited is forgotten when nothing is typed any more, or another list shown. */
  if (query == NULL)
    g_clear_pointer (&self->edited, g_free);
  /* Nor is a story any longer what was found. */
  if (query == NULL)
    news_reader_set_sought (
      self->reader,
      news_headlines_pane_get_query (self->headlines, news_reader_get_article (self->reader)));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "search.open", NULL, search_open },    { "search.find", NULL, search_find },
  { "search.save", NULL, search_save },    { "search.edit", "s", search_edit },
  { "search.rename", "s", search_rename }, { "search.remove", "s", search_remove },
};

void
_news_window_install_search_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
_news_window_init_search (NewsWindow *self)
{
  self->searches = news_saved_searches_new (self->settings);
  self->tally = news_search_tally_new (self->searches);
  news_sidebar_set_searches (self->sidebar, self->searches);
  g_signal_connect_object (self->searches, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headlines, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  search_changed_cb (self);
}
