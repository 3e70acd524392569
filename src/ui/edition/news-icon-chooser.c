/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-icon-chooser.h"

#include <glib/gi18n.h>

struct _NewsIconChooser
{
  GtkPopover parent_instance;

  /* Template children */
  GtkFlowBox *icons;
};

G_DEFINE_FINAL_TYPE (NewsIconChooser, news_icon_chooser, GTK_TYPE_POPOVER)

/* The names are what a screen reader says, and tooltips. */
static const struct
{
  const char *icon;
  const char *name;
} icons[] = {
  { "news-home-symbolic", N_ ("House") },
  { "news-us-symbolic", N_ ("Dome") },
  { "news-world-symbolic", N_ ("Globe") },
  { "news-china-symbolic", N_ ("Gate") },
  { "news-arts-symbolic", N_ ("Palette") },
  { "news-science-symbolic", N_ ("Flask") },
  { "news-entertainment-symbolic", N_ ("Clapperboard") },
  { "news-sports-symbolic", N_ ("Trophy") },
  { "news-beyond-symbolic", N_ ("Flying Saucer") },
  { "news-site-symbolic", N_ ("Newspaper") },
  { "news-topic-symbolic", N_ ("Label") },
  { "news-bookmark-symbolic", N_ ("Bookmark") },
  { "emoji-people-symbolic", N_ ("Face") },
  { "emoji-nature-symbolic", N_ ("Leaf") },
  { "emoji-food-symbolic", N_ ("Food") },
  { "emoji-travel-symbolic", N_ ("Car") },
  { "emoji-activities-symbolic", N_ ("Ball") },
  { "emoji-objects-symbolic", N_ ("Lamp") },
  { "emoji-body-symbolic", N_ ("Thumb Up") },
  { "emoji-flags-symbolic", N_ ("Flag") },
  { "weather-few-clouds-symbolic", N_ ("Weather") },
  { "camera-photo-symbolic", N_ ("Camera") },
  { "audio-headphones-symbolic", N_ ("Headphones") },
  { "applications-games-symbolic", N_ ("Games") },
  { "applications-engineering-symbolic", N_ ("Engineering") },
  { "computer-symbolic", N_ ("Computer") },
  { "phone-symbolic", N_ ("Phone") },
  { "x-office-calendar-symbolic", N_ ("Calendar") },
  { "system-users-symbolic", N_ ("Users") },
  { "starred-symbolic", N_ ("Star") },
};

static GtkWidget *
create_button (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "section.icon");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", icon);

  return button;
}

static void
news_icon_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_ICON_CHOOSER);

  G_OBJECT_CLASS (news_icon_chooser_parent_class)->dispose (object);
}

static void
news_icon_chooser_class_init (NewsIconChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_icon_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/edition/news-icon-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsIconChooser, icons);
}

/* The desktop's icons differ from theme to theme, and one that is not there would be a gap. */
static void
news_icon_chooser_init (NewsIconChooser *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (gtk_icon_theme_has_icon (theme, icons[i].icon))
      {
        GtkWidget *button = create_button (icons[i].icon, _ (icons[i].name));

        g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                                 G_CONNECT_SWAPPED);
        gtk_flow_box_append (self->icons, button);
        gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
      }
}
