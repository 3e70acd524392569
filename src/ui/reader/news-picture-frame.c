/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-frame.h"

#include "news-animation-button.h"
#include "news-picture-view.h"

#include <glib/gi18n.h>

struct _NewsPictureFrame
{
  AdwBin parent_instance;

  /* Template children */
  GtkWidget *overlay;
  GtkButton *button;
  NewsPictureView *view;
  GtkWidget *missing;
  GtkLabel *words;
  GtkLabel *reason;
  GtkButton *again;
  NewsAnimationButton *play;

  /* Owned */
  NewsPictureLoader *loader;
  NewsPicture *picture;
};

G_DEFINE_FINAL_TYPE (NewsPictureFrame, news_picture_frame, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_missing (NewsPictureFrame *self)
{
  const GError *error = news_picture_view_get_error (self->view);

  gtk_widget_set_visible (self->missing, error != NULL);
  /* There is nothing to look at more closely. */
  gtk_widget_set_focusable (GTK_WIDGET (self->button), error == NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self->button), error == NULL);
  if (error == NULL)
    return;

  set_text (self->words, self->picture->alt);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    {
      set_text (self->reason, error->message);
      gtk_button_set_label (self->again, _ ("Show the Picture"));
    }
  else
    {
      set_text (self->reason, _ ("This picture could not be loaded"));
      gtk_button_set_label (self->again, _ ("Try Again"));
    }
}

static void
show_animation (NewsPictureFrame *self)
{
  NewsImage *image = news_picture_view_get_image (self->view);
  g_autoptr (NewsAnimation) animation = NULL;

  if (image != NULL && image->animated)
    {
      animation = news_animation_new (self->loader, self->picture,
                                      news_picture_view_get_device_width (self->view));
      g_signal_connect_object (animation, "frame", G_CALLBACK (news_picture_view_set_frame),
                               self->view, G_CONNECT_SWAPPED);
    }
  news_animation_button_set_animation (self->play, animation);
}

/* One that is narrower than the page stands at its side, over its caption. */
static void
changed_cb (NewsPictureFrame *self)
{
  gtk_widget_set_halign (self->overlay, news_picture_view_get_own_width (self->view) > 0
                                            && news_picture_view_get_error (self->view) == NULL
                                          ? GTK_ALIGN_START
                                          : GTK_ALIGN_FILL);
  show_missing (self);
  show_animation (self);
}

static void
again_cb (NewsPictureFrame *self)
{
  news_picture_view_retry (self->view);
}

static void
news_picture_frame_dispose (GObject *object)
{
  NewsPictureFrame *self = NEWS_PICTURE_FRAME (object);

  /* The bin does not look whether its template's child is still there. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_PICTURE_FRAME);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->picture, news_picture_unref);

  G_OBJECT_CLASS (news_picture_frame_parent_class)->dispose (object);
}

static void
news_picture_frame_class_init (NewsPictureFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_picture_frame_dispose;

  g_type_ensure (NEWS_TYPE_PICTURE_VIEW);
  g_type_ensure (NEWS_TYPE_ANIMATION_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/news-picture-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, overlay);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, button);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, view);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, missing);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, words);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, reason);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, again);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureFrame, play);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
news_picture_frame_init (NewsPictureFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
news_picture_frame_new (void)
{
  return g_object_new (NEWS_TYPE_PICTURE_FRAME, NULL);
}

/* The words of the picture are the button's too, which is what a reader with the keyboard meets. */
static void
name_button (NewsPictureFrame *self, NewsPicture *picture)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  picture->alt != NULL ? picture->alt : _ ("Picture"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Opens the picture, to be looked at closely"), -1);
}

void
news_picture_frame_set_picture (NewsPictureFrame *self,
                                NewsPictureLoader *loader,
                                NewsPicture *picture)
{
  const char *address = picture != NULL ? news_picture_frame_get_address (picture) : NULL;

  g_return_if_fail (NEWS_IS_PICTURE_FRAME (self));

  if (picture != NULL)
    news_picture_ref (picture);
  g_clear_pointer (&self->picture, news_picture_unref);
  self->picture = picture;
  g_set_object (&self->loader, loader);
  if (picture != NULL)
    name_button (self, picture);
  if (address != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  address != NULL ? "story.view-picture" : NULL);
  news_picture_view_set_picture (self->view, loader, picture);
  changed_cb (self);
}

void
news_picture_frame_set_waiting (NewsPictureFrame *self, gboolean waiting)
{
  g_return_if_fail (NEWS_IS_PICTURE_FRAME (self));

  news_picture_view_set_waiting (self->view, waiting);
}

const char *
news_picture_frame_get_address (NewsPicture *picture)
{
  const NewsPictureFile *file = news_picture_choose (picture, G_MAXINT);

  return file != NULL ? file->url : NULL;
}
