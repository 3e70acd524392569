/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-rename-dialog.h"

struct _NewsRenameDialog
{
  AdwAlertDialog parent_instance;

  /* Template children */
  AdwEntryRow *name;

  /* Owned */
  NewsEditor *editor;
  NewsSection *section;
};

G_DEFINE_FINAL_TYPE (NewsRenameDialog, news_rename_dialog, ADW_TYPE_ALERT_DIALOG)

static const char *
get_name (NewsRenameDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}

static void
changed_cb (NewsRenameDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_name (self)));

  adw_alert_dialog_set_response_enabled (
    ADW_ALERT_DIALOG (self), "rename", *name != '\0' && !g_str_equal (name, self->section->title));
}

static void
news_rename_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  NewsRenameDialog *self = NEWS_RENAME_DIALOG (dialog);

  if (g_str_equal (response, "rename"))
    news_editor_rename (self->editor, self->section->id, get_name (self));
}

static void
news_rename_dialog_dispose (GObject *object)
{
  NewsRenameDialog *self = NEWS_RENAME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_RENAME_DIALOG);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->section, news_section_unref);

  G_OBJECT_CLASS (news_rename_dialog_parent_class)->dispose (object);
}

static void
news_rename_dialog_class_init (NewsRenameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_rename_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = news_rename_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/edition/news-rename-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsRenameDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
news_rename_dialog_init (NewsRenameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
news_rename_dialog_new (NewsEditor *editor, NewsSection *section)
{
  NewsRenameDialog *self = g_object_new (NEWS_TYPE_RENAME_DIALOG, NULL);

  self->editor = g_object_ref (editor);
  self->section = news_section_ref (section);
  gtk_editable_set_text (GTK_EDITABLE (self->name), section->title);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));

  return ADW_DIALOG (self);
}
