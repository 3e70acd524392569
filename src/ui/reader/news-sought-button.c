/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-sought-button.h"

#include <glib/gi18n.h>

struct _NewsSoughtButton
{
  AdwBin parent_instance;

  /* Template children */
  GtkButton *button;
  GtkLabel *number;

  /* Borrowed */
  NewsFindBar *bar;
};

G_DEFINE_FINAL_TYPE (NewsSoughtButton, news_sought_button, ADW_TYPE_BIN)

static void
changed_cb (NewsSoughtButton *self)
{
  guint n = news_find_bar_get_n_sought (self->bar);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  /* Translators: what a screen reader says of a button: in how many places of the page the words
   * stand that were searched */
  g_autofree char *label = g_strdup_printf (
    ngettext ("Words searched, %'u place in the page", "Words searched, %'u places in the page", n),
    n);

  gtk_label_set_text (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
clicked_cb (NewsSoughtButton *self)
{
  news_find_bar_open (self->bar, NULL);
}

/* --- object --- */

static void
news_sought_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NewsSoughtButton *self = NEWS_SOUGHT_BUTTON (object);

  self->bar = g_value_get_object (value);
  if (self->bar != NULL)
    g_signal_connect_object (self->bar, "sought-changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
news_sought_button_dispose (GObject *object)
{
  /* The bin would take the template's child out once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_SOUGHT_BUTTON);

  G_OBJECT_CLASS (news_sought_button_parent_class)->dispose (object);
}

static void
news_sought_button_class_init (NewsSoughtButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = news_sought_button_set_property;
  G_OBJECT_CLASS (klass)->dispose = news_sought_button_dispose;

  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_object ("bar", NULL, NULL, NEWS_TYPE_FIND_BAR,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-sought-button.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSoughtButton, button);
  gtk_widget_class_bind_template_child (widget_class, NewsSoughtButton, number);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
news_sought_button_init (NewsSoughtButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
