/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-name-dialog.h"

struct _NewsSearchNameDialog
{
  AdwAlertDialog parent_instance;

  /* Template children */
  AdwEntryRow *name;

  /* Owned */
  NewsSavedSearches *searches;
  NewsSavedSearch *search;
};

G_DEFINE_FINAL_TYPE (NewsSearchNameDialog, news_search_name_dialog, ADW_TYPE_ALERT_DIALOG)

static const char *
get_name (NewsSearchNameDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}

static void
changed_cb (NewsSearchNameDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_name (self)));

  adw_alert_dialog_set_response_enabled (
    ADW_ALERT_DIALOG (self), "rename",
    *name != '\0' && !g_str_equal (name, news_saved_search_get_name (self->search)));
}

static void
news_search_name_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  NewsSearchNameDialog *self = NEWS_SEARCH_NAME_DIALOG (dialog);

  if (g_str_equal (response, "rename"))
    news_saved_searches_rename (self->searches, self->search, get_name (self));
}

static void
news_search_name_dialog_dispose (GObject *object)
{
  NewsSearchNameDialog *self = NEWS_SEARCH_NAME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SEARCH_NAME_DIALOG);
  g_clear_object (&self->searches);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (news_search_name_dialog_parent_class)->dispose (object);
}

static void
news_search_name_dialog_class_init (NewsSearchNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_search_name_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = news_search_name_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-search-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSearchNameDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
news_search_name_dialog_init (NewsSearchNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
news_search_name_dialog_new (NewsSavedSearches *searches, NewsSavedSearch *search)
{
  NewsSearchNameDialog *self = g_object_new (NEWS_TYPE_SEARCH_NAME_DIALOG, NULL);

  self->searches = g_object_ref (searches);
  self->search = g_object_ref (search);
  gtk_editable_set_text (GTK_EDITABLE (self->name), news_saved_search_get_name (search));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));

  return ADW_DIALOG (self);
}
