/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-faults-dialog.h"

struct _NewsFaultsDialog
{
  AdwAlertDialog parent_instance;

  /* Template children */
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (NewsFaultsDialog, news_faults_dialog, ADW_TYPE_ALERT_DIALOG)

static void
news_faults_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_FAULTS_DIALOG);

  G_OBJECT_CLASS (news_faults_dialog_parent_class)->dispose (object);
}

static void
news_faults_dialog_class_init (NewsFaultsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_faults_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/edition/news-faults-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsFaultsDialog, selection);
}

static void
news_faults_dialog_init (NewsFaultsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwAlertDialog *
news_faults_dialog_new (const char *heading, const char *body, GPtrArray *faults)
{
  NewsFaultsDialog *self
    = g_object_new (NEWS_TYPE_FAULTS_DIALOG, "heading", heading, "body", body, NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (faults, i));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (list));

  return ADW_ALERT_DIALOG (self);
}
