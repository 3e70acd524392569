/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-more-row.h"

#include "news-picture-view.h"
#include "news-when.h"

struct _NewsMoreRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *where;
  NewsPictureView *thumbnail;

  gint64 article;
};

G_DEFINE_FINAL_TYPE (NewsMoreRow, news_more_row, GTK_TYPE_LIST_BOX_ROW)

static void
news_more_row_dispose (GObject *object)
{
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
  g_autofree char *when
    = news_when_dup_short (headline->published, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *where = NULL;

  where = g_strdup_printf ("%s%s%s", headline->outlet != NULL ? headline->outlet : "",
                           headline->outlet != NULL && when != NULL ? " · " : "",
                           when != NULL ? when : "");
  self->article = headline->article;
  gtk_label_set_text (self->title, headline->title);
  gtk_label_set_text (self->where, where);
  news_picture_view_set_picture (self->thumbnail, loader, headline->lead);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), headline->lead != NULL);

  return GTK_WIDGET (self);
}

gint64
news_more_row_get_article (NewsMoreRow *self)
{
  g_return_val_if_fail (NEWS_IS_MORE_ROW (self), 0);

  return self->article;
}
