/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-refresh-progress.h"

/* Milliseconds of work after which progress is shown. */
#define SHOWS_AFTER 400

struct _NewsRefreshProgress
{
  AdwBin parent_instance;

  /* Template children */
  GtkProgressBar *bar;

  /* Owned */
  GSignalGroup *signals;
  guint showing;
};

G_DEFINE_FINAL_TYPE (NewsRefreshProgress, news_refresh_progress, ADW_TYPE_BIN)

static void
show_cb (gpointer user_data)
{
  NewsRefreshProgress *self = user_data;

  self->showing = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
}

static void
progress_changed (NewsRefreshProgress *self, GParamSpec *pspec, NewsDesk *desk)
{
  double progress;

  g_object_get (desk, "progress", &progress, NULL);
  gtk_progress_bar_set_fraction (self->bar, progress);
}

static void
refreshing_changed (NewsRefreshProgress *self, GParamSpec *pspec, NewsDesk *desk)
{
  g_clear_handle_id (&self->showing, g_source_remove);
  if (news_desk_get_refreshing (desk))
    self->showing = g_timeout_add_once (SHOWS_AFTER, show_cb, self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

static void
news_refresh_progress_dispose (GObject *object)
{
  NewsRefreshProgress *self = NEWS_REFRESH_PROGRESS (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_object (&self->signals);
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_REFRESH_PROGRESS);

  G_OBJECT_CLASS (news_refresh_progress_parent_class)->dispose (object);
}

static void
news_refresh_progress_class_init (NewsRefreshProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_refresh_progress_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-refresh-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsRefreshProgress, bar);
}

static void
news_refresh_progress_init (NewsRefreshProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (NEWS_TYPE_DESK);
  g_signal_group_connect_swapped (self->signals, "notify::refreshing",
                                  G_CALLBACK (refreshing_changed), self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (progress_changed),
                                  self);
}

void
news_refresh_progress_set_desk (NewsRefreshProgress *self, NewsDesk *desk)
{
  g_return_if_fail (NEWS_IS_REFRESH_PROGRESS (self));

  g_signal_group_set_target (self->signals, desk);
  refreshing_changed (self, NULL, desk);
}
