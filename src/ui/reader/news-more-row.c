/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-more-row.h"

#include "news-clock.h"
#include "news-picture-view.h"
#include "news-when.h"

struct _NewsMoreRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *where;
  NewsPictureView *thumbnail;

  /* Owned */
  NewsClock *clock;
  NewsHeadline *headline;
};

G_DEFINE_FINAL_TYPE (NewsMoreRow, news_more_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_where (NewsMoreRow *self)
{
  const char *outlet = self->headline->outlet;
  g_autofree char *when
    = news_when_dup_short (self->headline->published, news_clock_get_now (self->clock));
  g_autofree char *where
    = g_strdup_printf ("%s%s%s", outlet != NULL ? outlet : "",
                       outlet != NULL && when != NULL ? " · " : "", when != NULL ? when : "");

  if (g_strcmp0 (gtk_label_get_text (self->where), where) != 0)
    gtk_label_set_text (self->where, where);
}

static void
news_more_row_dispose (GObject *object)
{
  NewsMoreRow *self = NEWS_MORE_ROW (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->headline);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_MORE_ROW);

  G_OBJECT_CLASS (news_more_row_parent_class)->dispose (object);
}

static void
news_more_row_class_init (NewsMoreRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_more_row_dispose;

  g_type_ensure (NEWS_TYPE_PICTURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-more-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsMoreRow, title);
  gtk_widget_class_bind_template_child (widget_class, NewsMoreRow, where);
  gtk_widget_class_bind_template_child (widget_class, NewsMoreRow, thumbnail);
}

static void
news_more_row_init (NewsMoreRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
news_more_row_new (NewsHeadline *headline, NewsPictureLoader *loader)
{
  NewsMoreRow *self = g_object_new (NEWS_TYPE_MORE_ROW, NULL);

  self->headline = g_object_ref (headline);
  self->clock = news_clock_dup ();
  g_signal_connect_object (self->clock, "minute", G_CALLBACK (show_where), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->title, headline->title);
  show_where (self);
  news_picture_view_set_picture (self->thumbnail, loader, headline->lead);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), headline->lead != NULL);

  return GTK_WIDGET (self);
}

gint64
news_more_row_get_article (NewsMoreRow *self)
{
  g_return_val_if_fail (NEWS_IS_MORE_ROW (self), 0);

  return self->headline->article;
}
