/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-animation-button.h"

#include <glib/gi18n.h>

struct _NewsAnimationButton
{
  GtkButton parent_instance;

  /* Owned */
  NewsAnimation *animation;
};

G_DEFINE_FINAL_TYPE (NewsAnimationButton, news_animation_button, GTK_TYPE_BUTTON)

static void
update (NewsAnimationButton *self)
{
  gboolean playing = self->animation != NULL && news_animation_get_playing (self->animation);
  const char *words = playing ? _ ("Stop the Moving Picture") : _ ("Play the Moving Picture");

  gtk_button_set_icon_name (GTK_BUTTON (self), playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->animation != NULL);
}

static void
drop (NewsAnimationButton *self)
{
  if (self->animation == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->animation, self);
  news_animation_set_playing (self->animation, FALSE);
  g_clear_object (&self->animation);
}

static void
news_animation_button_clicked (GtkButton *button)
{
  NewsAnimationButton *self = NEWS_ANIMATION_BUTTON (button);

  if (self->animation != NULL)
    news_animation_set_playing (self->animation, !news_animation_get_playing (self->animation));
}

/* What nobody sees need not move. */
static void
news_animation_button_unmap (GtkWidget *widget)
{
  NewsAnimationButton *self = NEWS_ANIMATION_BUTTON (widget);

  if (self->animation != NULL)
    news_animation_set_playing (self->animation, FALSE);

  GTK_WIDGET_CLASS (news_animation_button_parent_class)->unmap (widget);
}

static void
news_animation_button_dispose (GObject *object)
{
  drop (NEWS_ANIMATION_BUTTON (object));

  G_OBJECT_CLASS (news_animation_button_parent_class)->dispose (object);
}

static void
news_animation_button_class_init (NewsAnimationButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = news_animation_button_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = news_animation_button_unmap;
  GTK_BUTTON_CLASS (klass)->clicked = news_animation_button_clicked;
}

static void
news_animation_button_init (NewsAnimationButton *self)
{
  gtk_button_set_can_shrink (GTK_BUTTON (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "osd");
  gtk_widget_add_css_class (GTK_WIDGET (self), "circular");
  update (self);
}

void
news_animation_button_set_animation (NewsAnimationButton *self, NewsAnimation *animation)
{
  g_return_if_fail (NEWS_IS_ANIMATION_BUTTON (self));

  if (self->animation == animation)
    return;

  drop (self);
  g_set_object (&self->animation, animation);
  if (animation != NULL)
    g_signal_connect_object (animation, "notify::playing", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);
}
