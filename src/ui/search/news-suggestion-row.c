/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-suggestion-row.h"

#include <glib/gi18n.h>

struct _NewsSuggestionRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *label;
  GtkLabel *meaning;

  /* Owned */
  char *words;
};

G_DEFINE_FINAL_TYPE (NewsSuggestionRow, news_suggestion_row, GTK_TYPE_LIST_BOX_ROW)

static void
news_suggestion_row_dispose (GObject *object)
{
  NewsSuggestionRow *self = NEWS_SUGGESTION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SUGGESTION_ROW);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (news_suggestion_row_parent_class)->dispose (object);
}

static void
news_suggestion_row_class_init (NewsSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_suggestion_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSuggestionRow, label);
  gtk_widget_class_bind_template_child (widget_class, NewsSuggestionRow, meaning);
}

static void
news_suggestion_row_init (NewsSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
news_suggestion_row_new (const char *label, const char *meaning)
{
  NewsSuggestionRow *self = g_object_new (NEWS_TYPE_SUGGESTION_ROW, NULL);

  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->meaning, meaning != NULL ? meaning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), meaning != NULL);
  self->words = meaning != NULL
                  /* Translators: what a screen reader says of something that can be searched for,
                   * such as “source:, from one source” */
                  ? g_strdup_printf (C_ ("suggestion", "%s, %s"), label, meaning)
                  : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  -1);

  return GTK_WIDGET (self);
}

const char *
news_suggestion_row_get_words (NewsSuggestionRow *self)
{
  g_return_val_if_fail (NEWS_IS_SUGGESTION_ROW (self), NULL);

  return self->words;
}
