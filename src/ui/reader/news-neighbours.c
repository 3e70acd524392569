/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-neighbours.h"

#include <glib/gi18n.h>

struct _NewsNeighbours
{
  GtkBox parent_instance;

  /* Template children */
  GtkButton *previous;
  GtkLabel *previous_title;
  GtkButton *next;
  GtkLabel *next_title;

  /* Owned */
  GSignalGroup *previous_signals;
  GSignalGroup *next_signals;
};

G_DEFINE_FINAL_TYPE (NewsNeighbours, news_neighbours, GTK_TYPE_BOX)

/* @words are said before the headline by who can't see where it stands. */
static gboolean
show_one (GSignalGroup *signals, GtkButton *button, GtkLabel *title, const char *words)
{
  g_autoptr (NewsHeadline) headline = g_signal_group_dup_target (signals);
  const char *name = headline != NULL && headline->title != NULL ? headline->title : "";
  g_autofree char *label = g_strconcat (words, name, NULL);

  gtk_label_set_text (title, name);
  gtk_widget_set_visible (GTK_WIDGET (button), headline != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return headline != NULL;
}

static void
show (NewsNeighbours *self)
{
  gboolean previous = show_one (self->previous_signals, self->previous, self->previous_title,
                                /* Translators: a screen reader says this before a headline */
                                _ ("Previous article: "));
  gboolean next = show_one (self->next_signals, self->next, self->next_title,
                            /* Translators: a screen reader says this before a headline */
                            _ ("Next article: "));

  gtk_widget_set_visible (GTK_WIDGET (self), previous || next);
}

static void
news_neighbours_dispose (GObject *object)
{
  NewsNeighbours *self = NEWS_NEIGHBOURS (object);

  g_clear_object (&self->previous_signals);
  g_clear_object (&self->next_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_NEIGHBOURS);

  G_OBJECT_CLASS (news_neighbours_parent_class)->dispose (object);
}

static void
news_neighbours_class_init (NewsNeighboursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_neighbours_dispose;

  gtk_widget_class_set_css_name (widget_class, "newsneighbours");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-neighbours.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsNeighbours, previous);
  gtk_widget_class_bind_template_child (widget_class, NewsNeighbours, previous_title);
  gtk_widget_class_bind_template_child (widget_class, NewsNeighbours, next);
  gtk_widget_class_bind_template_child (widget_class, NewsNeighbours, next_title);
}

static GSignalGroup *
create_signals (NewsNeighbours *self)
{
  GSignalGroup *signals = g_signal_group_new (NEWS_TYPE_HEADLINE);

  g_signal_group_connect_swapped (signals, "filled", G_CALLBACK (show), self);

  return signals;
}

static void
news_neighbours_init (NewsNeighbours *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->previous_signals = create_signals (self);
  self->next_signals = create_signals (self);
  show (self);
}

GtkWidget *
news_neighbours_new (void)
{
  return g_object_new (NEWS_TYPE_NEIGHBOURS, NULL);
}

void
news_neighbours_set (NewsNeighbours *self, NewsHeadline *previous, NewsHeadline *next)
{
  g_return_if_fail (NEWS_IS_NEIGHBOURS (self));

  g_signal_group_set_target (self->previous_signals, previous);
  g_signal_group_set_target (self->next_signals, next);
  show (self);
}
