/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-storage-group.h"

#include <glib/gi18n.h>

struct _NewsStorageGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template children */
  AdwActionRow *articles;
  AdwActionRow *pictures;
  AdwActionRow *shelf;
  GtkWidget *working;
  GtkProgressBar *progress;
  GtkWidget *clear;

  /* Owned */
  NewsDesk *desk;            /* NULL until it is shown, and once it is disposed of */
  GCancellable *cancellable; /* of measuring: what is being cleared is cleared to its end */
};

G_DEFINE_FINAL_TYPE (NewsStorageGroup, news_storage_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show (NewsStorageGroup *self, const NewsRoom *room)
{
  g_autofree char *article_size = g_format_size (room->article_bytes);
  g_autofree char *picture_size = g_format_size (room->picture_bytes);
  g_autofree char *shelf_size = g_format_size (room->shelf_bytes);
  g_autofree char *articles = g_strdup_printf (
    /* Translators: the second is an amount of data, such as 1.2 MB */
    g_dngettext (GETTEXT_PACKAGE, "%u article, %s", "%u articles, %s", room->articles),
    room->articles, article_size);

  adw_action_row_set_subtitle (self->articles, articles);
  adw_action_row_set_subtitle (self->pictures, picture_size);
  adw_action_row_set_subtitle (self->shelf, shelf_size);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
measured_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsStorageGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  NewsRoom room;

  if (news_desk_measure_finish (NEWS_DESK (object), result, &room, &error))
    show (self, &room);
  else
    /* What can't be measured is not shown; that the store can't be read is told by the window. */
    g_debug ("Measuring: %s", error->message);
}

static void
measure (NewsStorageGroup *self)
{
  news_desk_measure_async (self->desk, self->cancellable, measured_cb, g_object_ref (self));
}

static void
set_working (NewsStorageGroup *self, gboolean working)
{
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (self->working, working);
  gtk_widget_set_visible (self->clear, !working);
}

static void
progress_cb (goffset current, goffset total, gpointer user_data)
{
  NewsStorageGroup *self = user_data;

  if (self->desk != NULL && total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) current / (double) total);
}

static void
tell (NewsStorageGroup *self, const char *message)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), adw_toast_new (message));
}

static void
cleared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsStorageGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_clear_finish (NEWS_DESK (object), result, &error);
  if (self->desk == NULL)
    {
      /* Whoever has closed the dialog sees by the sizes, when it is opened again, what is left. */
      if (error != NULL)
        g_debug ("Clearing: %s", error->message);
      return;
    }

  set_working (self, FALSE);
  measure (self);
  if (error != NULL)
    tell (self, error->message);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsStorageGroup) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (self->desk == NULL || g_strcmp0 (answer, "clear") != 0)
    return;

  set_working (self, TRUE);
  news_desk_clear_async (self->desk, progress_cb, self, NULL, cleared_cb, g_object_ref (self));
}

static void
clear_cb (NewsStorageGroup *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Clear Cache?"),
    _ ("All pictures and all articles that are not bookmarked are removed. Bookmarks stay, and so "
       "does what you have read. What sources still tell comes again when they are asked.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "clear", _ ("C_lear"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "clear", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
news_storage_group_dispose (GObject *object)
{
  NewsStorageGroup *self = NEWS_STORAGE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_STORAGE_GROUP);

  G_OBJECT_CLASS (news_storage_group_parent_class)->dispose (object);
}

static void
news_storage_group_class_init (NewsStorageGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_storage_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/preferences/news-storage-group.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsStorageGroup, articles);
  gtk_widget_class_bind_template_child (widget_class, NewsStorageGroup, pictures);
  gtk_widget_class_bind_template_child (widget_class, NewsStorageGroup, shelf);
  gtk_widget_class_bind_template_child (widget_class, NewsStorageGroup, working);
  gtk_widget_class_bind_template_child (widget_class, NewsStorageGroup, progress);
  gtk_widget_class_bind_template_child (widget_class, NewsStorageGroup, clear);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
news_storage_group_init (NewsStorageGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->cancellable = g_cancellable_new ();
}

void
news_storage_group_show (NewsStorageGroup *self, NewsDesk *desk)
{
  g_return_if_fail (NEWS_IS_STORAGE_GROUP (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  measure (self);
}
