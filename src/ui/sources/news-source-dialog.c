/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-source-dialog.h"

#include "news-source-health-group.h"

#include <glib/gi18n.h>

struct _NewsSourceDialog
{
  AdwDialog parent_instance;

  /* Template children */
  AdwActionRow *name;
  AdwActionRow *licence;
  AdwActionRow *credit;
  AdwActionRow *note;
  NewsSourceHealthGroup *health;
  AdwPreferencesGroup *links;
};

G_DEFINE_FINAL_TYPE (NewsSourceDialog, news_source_dialog, ADW_TYPE_DIALOG)

static void
set_row (AdwActionRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static void
add_link (NewsSourceDialog *self, const char *title, const char *url)
{
  GtkWidget *row;

  if (url == NULL)
    return;

  row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "adw-external-link-symbolic");
  gtk_widget_set_tooltip_text (row, url);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "story.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", url);
  adw_preferences_group_add (self->links, row);
}

static void
news_source_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_SOURCE_DIALOG);

  G_OBJECT_CLASS (news_source_dialog_parent_class)->dispose (object);
}

static void
news_source_dialog_class_init (NewsSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_source_dialog_dispose;
  g_type_ensure (NEWS_TYPE_SOURCE_HEALTH_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, licence);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, credit);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, health);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, links);
}

static void
news_source_dialog_init (NewsSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
choose_name (NewsSource *source, NewsStory *story)
{
  if (story != NULL && story->article->outlet != NULL)
    return story->article->outlet;
  if (source != NULL)
    return source->name;

  return story->source;
}

AdwDialog *
news_source_dialog_new (NewsDesk *desk, NewsSource *source, NewsStory *story)
{
  NewsSourceDialog *self;

  g_return_val_if_fail (source != NULL || story != NULL, NULL);

  self = g_object_new (NEWS_TYPE_SOURCE_DIALOG, NULL);
  set_row (self->name, choose_name (source, story));
  set_row (self->licence, source != NULL ? source->licence : NULL);
  set_row (self->credit, source != NULL ? source->credit : NULL);
  set_row (self->note, source != NULL ? source->note : NULL);
  if (story != NULL)
    add_link (self, _ ("The Article on Its Site"), story->article->url);
  if (source != NULL && desk != NULL)
    news_source_health_group_show (self->health, desk, source->id);
  if (source != NULL)
    {
      add_link (self, _ ("The Site"), source->home);
      add_link (self, _ ("Who Publishes It"), source->about);
      add_link (self, _ ("Contact"), source->contact);
      add_link (self, _ ("Terms"), source->terms);
    }

  return ADW_DIALOG (self);
}
