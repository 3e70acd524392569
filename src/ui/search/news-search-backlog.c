/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-backlog.h"

#include <glib/gi18n.h>

/* How long a number stays before it is asked for again. */
#define SECONDS 3

struct _NewsSearchBacklog
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *label;

  /* Owned */
  NewsStore *store; /* or NULL */
  GCancellable *cancellable;
  guint timer;

  gboolean asking;
};

G_DEFINE_FINAL_TYPE (NewsSearchBacklog, news_search_backlog, ADW_TYPE_BIN)

static void
again_cb (gpointer user_data)
{
  NewsSearchBacklog *self = user_data;

  self->timer = 0;
  news_search_backlog_look (self);
}

static void
show (NewsSearchBacklog *self, guint left)
{
  g_autofree char *words
    = g_strdup_printf (ngettext ("%u older article is still being made searchable",
                                 "%u older articles are still being made searchable", left),
                       left);

  gtk_label_set_label (self->label, words);
  gtk_widget_set_visible (GTK_WIDGET (self), left > 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->timer == 0)
    self->timer = g_timeout_add_seconds_once (SECONDS, again_cb, self);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsSearchBacklog) self = user_data;
  g_autoptr (GError) error = NULL;
  int left = news_store_count_unindexed_finish (NEWS_STORE (object), result, &error);

  self->asking = FALSE;
  if (left >= 0)
    show (self, (guint) left);
  else
    /* Whether it can be read at all is told by what was looked for. */
    g_debug ("What is not indexed: %s", error->message);
}

static void
news_search_backlog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (news_search_backlog_parent_class)->map (widget);

  news_search_backlog_look (NEWS_SEARCH_BACKLOG (widget));
}

static void
news_search_backlog_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&NEWS_SEARCH_BACKLOG (widget)->timer, g_source_remove);

  GTK_WIDGET_CLASS (news_search_backlog_parent_class)->unmap (widget);
}

static void
news_search_backlog_dispose (GObject *object)
{
  NewsSearchBacklog *self = NEWS_SEARCH_BACKLOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SEARCH_BACKLOG);

  G_OBJECT_CLASS (news_search_backlog_parent_class)->dispose (object);
}

static void
news_search_backlog_class_init (NewsSearchBacklogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_search_backlog_dispose;
  widget_class->map = news_search_backlog_map;
  widget_class->unmap = news_search_backlog_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-search-backlog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSearchBacklog, label);
}

static void
news_search_backlog_init (NewsSearchBacklog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
news_search_backlog_set_store (NewsSearchBacklog *self, NewsStore *store)
{
  g_return_if_fail (NEWS_IS_SEARCH_BACKLOG (self));

  g_set_object (&self->store, store);
}

void
news_search_backlog_look (NewsSearchBacklog *self)
{
  g_return_if_fail (NEWS_IS_SEARCH_BACKLOG (self));

  if (self->store == NULL || self->asking)
    return;

  self->asking = TRUE;
  news_store_count_unindexed_async (self->store, self->cancellable, counted_cb,
                                    g_object_ref (self));
}
