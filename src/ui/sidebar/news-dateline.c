/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-dateline.h"

#include "news-clock.h"
#include "news-when.h"

struct _NewsDateline
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *label;
  char *city;
  GTimeZone *zone;
  NewsClock *clock;
};

G_DEFINE_FINAL_TYPE (NewsDateline, news_dateline, GTK_TYPE_WIDGET)

static void
show (NewsDateline *self)
{
  g_autofree char *text = NULL;

  if (self->zone == NULL)
    return;

  text = news_when_dup_dateline (self->city, self->zone, news_clock_get_now (self->clock));
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->label), text);
}

static void
news_dateline_dispose (GObject *object)
{
  NewsDateline *self = NEWS_DATELINE (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->city, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (news_dateline_parent_class)->dispose (object);
}

static void
news_dateline_class_init (NewsDatelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_dateline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dateline");
}

static void
news_dateline_init (NewsDateline *self)
{
  /* Broken in the middle, if it is too long for one line, and not before its last word. */
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "halign",
                              GTK_ALIGN_START, "max-width-chars", 22, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  /* A midnight, wherever it is, is the beginning of a minute. */
  self->clock = news_clock_dup ();
  g_signal_connect_object (self->clock, "minute", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
}

void
news_dateline_set_edition (NewsDateline *self, NewsEdition *edition)
{
  g_return_if_fail (NEWS_IS_DATELINE (self));

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_set_str (&self->city, edition->city);
  self->zone = g_time_zone_ref (edition->zone);
  show (self);
}
