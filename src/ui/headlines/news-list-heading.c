/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-heading.h"

#include "news-clock.h"
#include "news-when.h"

struct _NewsListHeading
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *label;
  NewsClock *clock;

  gint64 day; /* 0 where it has a title */
};

G_DEFINE_FINAL_TYPE (NewsListHeading, news_list_heading, GTK_TYPE_WIDGET)

static void
show (NewsListHeading *self, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
}

static void
minute_cb (NewsListHeading *self)
{
  g_autofree char *text = NULL;

  if (self->day == 0)
    return;

  text = news_when_dup_day (self->day, news_clock_get_now (self->clock));
  show (self, text);
}

static void
news_list_heading_dispose (GObject *object)
{
  NewsListHeading *self = NEWS_LIST_HEADING (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (news_list_heading_parent_class)->dispose (object);
}

static void
news_list_heading_class_init (NewsListHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_list_heading_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
news_list_heading_init (NewsListHeading *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                              "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->label, "list-heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->clock = news_clock_dup ();
  g_signal_connect_object (self->clock, "minute", G_CALLBACK (minute_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
news_list_heading_new (void)
{
  return g_object_new (NEWS_TYPE_LIST_HEADING, NULL);
}

void
news_list_heading_set_title (NewsListHeading *self, const char *title)
{
  g_return_if_fail (NEWS_IS_LIST_HEADING (self));

  self->day = 0;
  show (self, title);
}

void
news_list_heading_set_day (NewsListHeading *self, gint64 when)
{
  g_return_if_fail (NEWS_IS_LIST_HEADING (self));

  self->day = when;
  if (when == 0)
    show (self, NULL);
  minute_cb (self);
}
