/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-add-site-dialog.h"

#include <glib/gi18n.h>

struct _NewsAddSiteDialog
{
  AdwDialog parent_instance;

  /* Template children */
  GtkWidget *add;
  AdwEntryRow *address;
  GtkWidget *find;
  GtkWidget *searching;
  GtkLabel *failure;
  AdwPreferencesGroup *found;

  /* Owned */
  NewsDesk *desk;
  NewsSite *site;
  GPtrArray *rows; /* AdwSwitchRow, in the order of the sections, before them that of everything */
  GCancellable *cancellable;
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsAddSiteDialog, news_add_site_dialog, ADW_TYPE_DIALOG)

static void
stop (NewsAddSiteDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_failure (NewsAddSiteDialog *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

static void
set_searching (NewsAddSiteDialog *self, gboolean searching)
{
  gtk_widget_set_visible (self->searching, searching);
  gtk_widget_set_sensitive (self->find, !searching);
}

/* The ids of the sections that are chosen, NULL standing for everything. */
static GPtrArray *
list_chosen (NewsAddSiteDialog *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!adw_switch_row_get_active (g_ptr_array_index (self->rows, i)))
        continue;
      g_ptr_array_add (
        ids,
        i == 0 ? NULL : ((NewsApiSection *) g_ptr_array_index (self->site->sections, i - 1))->id);
    }

  return ids;
}

static void
chosen_changed (NewsAddSiteDialog *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  gtk_widget_set_sensitive (self->add, chosen->len > 0);
}

static void
append_row (NewsAddSiteDialog *self, const char *title, const char *subtitle, gboolean active)
{
  AdwSwitchRow *row = ADW_SWITCH_ROW (adw_switch_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_switch_row_set_active (row, active);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (chosen_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->found, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
clear_found (NewsAddSiteDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->found, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->site, news_site_free);
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  gtk_widget_set_sensitive (self->add, FALSE);
}

static void
show_found (NewsAddSiteDialog *self)
{
  NewsSite *site = self->site;
  g_autofree char *name = g_markup_escape_text (site->find.source->name, -1);
  const char *home = site->find.source->home;
  g_autofree char *description = g_markup_escape_text (home != NULL ? home : "", -1);

  adw_preferences_group_set_title (self->found, name);
  adw_preferences_group_set_description (self->found, description);
  /* Translators: all sections of a site */
  append_row (self, _ ("Everything"), site->headline, TRUE);
  for (guint i = 0; i < site->sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (site->sections, i);
      g_autofree char *count = NULL;

      if (section->count >= 0)
        count = g_strdup_printf (ngettext ("%u article", "%u articles", (gulong) section->count),
                                 (guint) section->count);
      append_row (self, section->title, count, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->found), TRUE);
  chosen_changed (self);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsAddSiteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsSite) site = news_desk_find_site_finish (NEWS_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_searching (self, FALSE);
  if (site == NULL)
    {
      show_failure (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->address));
      return;
    }

  self->site = g_steal_pointer (&site);
  show_found (self);
}

static void
find_cb (NewsAddSiteDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->address));

  stop (self);
  clear_found (self);
  show_failure (self, NULL);
  set_searching (self, TRUE);
  self->cancellable = g_cancellable_new ();
  news_desk_find_site_async (self->desk, typed, self->cancellable, found_cb, g_object_ref (self));
}

static void
changed_cb (NewsAddSiteDialog *self)
{
  g_autofree char *typed
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));

  stop (self);
  set_searching (self, FALSE);
  show_failure (self, NULL);
  clear_found (self);
  gtk_widget_set_sensitive (self->find, *typed != '\0');
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsAddSiteDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!news_desk_add_site_finish (NEWS_DESK (object), result, &error))
    {
      show_failure (self, error->message);
      gtk_widget_set_sensitive (self->add, TRUE);
      return;
    }

  g_signal_emit (self, signals[ADDED], 0, self->site->find.source->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (NewsAddSiteDialog *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  gtk_widget_set_sensitive (self->add, FALSE);
  news_desk_add_site_async (self->desk, self->site, chosen, NULL, added_cb, g_object_ref (self));
}

static void
cancel_cb (NewsAddSiteDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
news_add_site_dialog_closed (AdwDialog *dialog)
{
  stop (NEWS_ADD_SITE_DIALOG (dialog));
}

static void
news_add_site_dialog_dispose (GObject *object)
{
  NewsAddSiteDialog *self = NEWS_ADD_SITE_DIALOG (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_ADD_SITE_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->site, news_site_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (news_add_site_dialog_parent_class)->dispose (object);
}

static void
news_add_site_dialog_class_init (NewsAddSiteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_add_site_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = news_add_site_dialog_closed;

  signals[ADDED] = g_signal_new ("added", NEWS_TYPE_ADD_SITE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-add-site-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, add);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, address);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, find);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, searching);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, NewsAddSiteDialog, found);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
news_add_site_dialog_init (NewsAddSiteDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
news_add_site_dialog_new (NewsDesk *desk)
{
  NewsAddSiteDialog *self = g_object_new (NEWS_TYPE_ADD_SITE_DIALOG, NULL);

  self->desk = g_object_ref (desk);

  return ADW_DIALOG (self);
}
