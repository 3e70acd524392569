/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-typography-popover.h"

#include "news-typography.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NewsTypographyPopover
{
  GtkPopover parent_instance;

  /* Template children */
  AdwToggleGroup *face;
  GtkFontDialogButton *font;
  GtkButton *size;
  GtkScale *leading;
  AdwToggleGroup *measure;
  GtkCheckButton *justify;
  GtkCheckButton *hyphenate;
  GtkCheckButton *indent;
  GtkCheckButton *drop_cap;
  GtkButton *reset;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (NewsTypographyPopover, news_typography_popover, GTK_TYPE_POPOVER)

static gboolean
get_font (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *family = g_variant_get_string (variant, NULL);
  PangoFontDescription *font = pango_font_description_new ();

  /* As long as none is chosen, that of the desktop. */
  pango_font_description_set_family (font, *family != '\0' ? family : "Sans");
  g_value_take_boxed (value, font);

  return TRUE;
}

static GVariant *
set_font (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const PangoFontDescription *font = g_value_get_boxed (value);
  const char *family = font != NULL ? pango_font_description_get_family (font) : NULL;

  return g_variant_new_string (family != NULL ? family : "");
}

static void
show_size (NewsTypographyPopover *self)
{
  double size = g_settings_get_double (self->settings, "text-scale") * 100;
  /* Translators: the size of the text, of the usual one */
  g_autofree char *words = g_strdup_printf (_ ("%d %%"), (int) (size + 0.5));
  /* Translators: the same, as it is read out; what is pressed makes it normal again */
  g_autofree char *spoken = g_strdup_printf (_ ("Normal Text Size, now %d %%"), (int) (size + 0.5));

  gtk_button_set_label (self->size, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->size), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
changed_cb (NewsTypographyPopover *self)
{
  g_autofree char *face = g_settings_get_string (self->settings, "text-face");

  show_size (self);
  gtk_widget_set_visible (GTK_WIDGET (self->font), g_str_equal (face, "own"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->reset), news_typography_is_changed (self->settings));
}

/* A button that is insensitive can't keep the focus, which would leave the popover without one. */
static void
reset_cb (NewsTypographyPopover *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->size));
  news_typography_reset (self->settings);
}

static void
news_typography_popover_dispose (GObject *object)
{
  NewsTypographyPopover *self = NEWS_TYPOGRAPHY_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_TYPOGRAPHY_POPOVER);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (news_typography_popover_parent_class)->dispose (object);
}

static void
news_typography_popover_class_init (NewsTypographyPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_typography_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-typography-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, face);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, font);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, size);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, leading);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, measure);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, justify);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, hyphenate);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, indent);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, drop_cap);
  gtk_widget_class_bind_template_child (widget_class, NewsTypographyPopover, reset);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
news_typography_popover_init (NewsTypographyPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_typography_popover_set_settings (NewsTypographyPopover *self, GSettings *settings)
{
  g_return_if_fail (NEWS_IS_TYPOGRAPHY_POPOVER (self));

  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "text-face", self->face, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "text-font", self->font, "font-desc",
                                G_SETTINGS_BIND_DEFAULT, get_font, set_font, NULL, NULL);
  g_settings_bind (settings, "leading", gtk_range_get_adjustment (GTK_RANGE (self->leading)),
                   "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "measure", self->measure, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "justify", self->justify, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "hyphenate", self->hyphenate, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "indent", self->indent, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "drop-cap", self->drop_cap, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
create_cb (GtkMenuButton *button, gpointer settings)
{
  NewsTypographyPopover *self;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  self = g_object_new (NEWS_TYPE_TYPOGRAPHY_POPOVER, NULL);
  news_typography_popover_set_settings (self, settings);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self));
}

void
news_typography_popover_attach (GtkMenuButton *button, GSettings *settings)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_SETTINGS (settings));

  gtk_menu_button_set_create_popup_func (button, create_cb, g_object_ref (settings),
                                         g_object_unref);
}
