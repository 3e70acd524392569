/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-viewer.h"

#include "news-animation-button.h"
#include "news-picture-saving.h"
#include "news-zoom-view.h"

#include <glib/gi18n.h>

/* Device pixels: as wide as the widest screens. More is no better to look at, but is memory. */
#define WIDEST 4096

/* Pixels that an arrow key moves. */
#define NUDGE 80

struct _NewsPictureViewer
{
  AdwDialog parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle *place;
  GtkWidget *copy;
  GtkWidget *save;
  GtkStack *stack;
  AdwStatusPage *failed;
  NewsZoomView *zoom;
  GtkWidget *previous;
  GtkWidget *next;
  NewsAnimationButton *play;
  GtkWidget *controls;
  GtkWidget *zoom_out;
  GtkButton *level;
  GtkWidget *zoom_in;
  GtkWidget *legend;
  GtkLabel *caption;
  GtkLabel *credit;

  /* Owned */
  NewsPictureLoader *loader;
  GPtrArray *pictures;
  NewsImage *image;
  GCancellable *cancellable;

  guint index;
};

G_DEFINE_FINAL_TYPE (NewsPictureViewer, news_picture_viewer, ADW_TYPE_DIALOG)

static NewsPicture *
get_picture (NewsPictureViewer *self)
{
  return g_ptr_array_index (self->pictures, self->index);
}

static void
stop (NewsPictureViewer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
tell (NewsPictureViewer *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- what is on show --- */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_legend (NewsPictureViewer *self)
{
  NewsPicture *picture = get_picture (self);
  g_autofree char *place = NULL;

  if (self->pictures->len > 1)
    /* Translators: which picture of how many is on show, as “2 of 5” */
    place = g_strdup_printf (C_ ("picture", "%u of %u"), self->index + 1, self->pictures->len);
  adw_window_title_set_title (self->place, place != NULL ? place : "");
  set_text (self->caption, picture->caption);
  set_text (self->credit, picture->credit);
  gtk_widget_set_visible (self->legend, picture->caption != NULL || picture->credit != NULL);
  gtk_widget_set_visible (self->previous, self->pictures->len > 1);
  gtk_widget_set_visible (self->next, self->pictures->len > 1);
  gtk_widget_set_sensitive (self->previous, self->index > 0);
  gtk_widget_set_sensitive (self->next, self->index + 1 < self->pictures->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  picture->alt != NULL ? picture->alt : _ ("Picture"), -1);
}

static void
show_animation (NewsPictureViewer *self)
{
  g_autoptr (NewsAnimation) animation = NULL;

  if (self->image != NULL && self->image->animated)
    {
      animation = news_animation_new (self->loader, get_picture (self), WIDEST);
      g_signal_connect_object (animation, "frame", G_CALLBACK (news_zoom_view_set_frame),
                               self->zoom, G_CONNECT_SWAPPED);
    }
  news_animation_button_set_animation (self->play, animation);
}

/* What lies over the picture is in the way of the mouse only where it can be pressed. */
static void
set_state (NewsPictureViewer *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_can_target (GTK_WIDGET (self->stack), g_str_equal (state, "failed"));
}

/* In place of the picture stand the words of what it shows, and why it is not there. */
static void
show_failure (NewsPictureViewer *self, const GError *error)
{
  const char *alt = get_picture (self)->alt;
  g_autofree char *title
    = g_markup_escape_text (alt != NULL ? alt : _ ("This picture could not be loaded"), -1);
  g_autofree char *reason = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, reason);
  set_state (self, "failed");
}

/* Takes @image, or NULL. */
static void
set_image (NewsPictureViewer *self, NewsImage *image)
{
  g_clear_pointer (&self->image, news_image_unref);
  self->image = image;
  news_zoom_view_set_image (self->zoom, image);
  gtk_widget_set_sensitive (self->copy, image != NULL);
  gtk_widget_set_sensitive (self->save, image != NULL);
  gtk_widget_set_visible (self->controls, image != NULL);
  show_animation (self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsPictureViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image
    = news_picture_loader_load_finish (NEWS_PICTURE_LOADER (object), result, &error);

  /* A later picture may be on show by now; its cancellable is another one. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->cancellable == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (image == NULL)
    {
      show_failure (self, error);
      return;
    }

  set_state (self, "picture");
  set_image (self, g_steal_pointer (&image));
}

static void
load (NewsPictureViewer *self, NewsPictureLoadFlags flags)
{
  stop (self);
  set_image (self, NULL);
  set_state (self, "loading");
  self->cancellable = g_cancellable_new ();
  news_picture_loader_load_async (self->loader, get_picture (self), WIDEST,
                                  NEWS_PICTURE_LOAD_CLOSELY | flags, self->cancellable, loaded_cb,
                                  g_object_ref (self));
}

static void
show (NewsPictureViewer *self, guint index)
{
  if (index >= self->pictures->len)
    return;

  self->index = index;
  show_legend (self);
  load (self, NEWS_PICTURE_LOAD_USUAL);
}

/* A reader who does not see the picture hears where they are. */
static void
go (NewsPictureViewer *self, int step)
{
  guint before = self->index;

  show (self, self->index + (guint) step);
  if (self->index != before)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_window_title_get_title (self->place),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- copy and save --- */

static void
copy_cb (NewsPictureViewer *self)
{
  if (self->image == NULL)
    return;

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->image->texture);
  tell (self, _ ("Picture copied"));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsPictureViewer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (news_picture_save_finish (result, &error))
    tell (self, _ ("Picture saved"));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
save_cb (NewsPictureViewer *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->image != NULL)
    news_picture_save_async (self->image, GTK_WINDOW (window), saved_cb, g_object_ref (self));
}

/* --- buttons --- */

static void
again_cb (NewsPictureViewer *self)
{
  load (self, NEWS_PICTURE_LOAD_ASKED);
}

static void
previous_cb (NewsPictureViewer *self)
{
  go (self, -1);
}

static void
next_cb (NewsPictureViewer *self)
{
  go (self, 1);
}

static void
zoom_in_cb (NewsPictureViewer *self)
{
  news_zoom_view_zoom_in (self->zoom);
}

static void
zoom_out_cb (NewsPictureViewer *self)
{
  news_zoom_view_zoom_out (self->zoom);
}

static void
toggle_cb (NewsPictureViewer *self)
{
  news_zoom_view_toggle (self->zoom);
}

static void
zoomed_cb (NewsPictureViewer *self)
{
  /* Translators: how large a picture is shown, in percent */
  g_autofree char *level
    = g_strdup_printf (_ ("%.0f %%"), news_zoom_view_get_zoom (self->zoom) * 100);

  gtk_button_set_label (self->level, level);
  gtk_widget_set_sensitive (self->zoom_in, news_zoom_view_can_zoom_in (self->zoom));
  gtk_widget_set_sensitive (self->zoom_out, news_zoom_view_can_zoom_out (self->zoom));
}

/* --- keys --- */

/* Left and Right are for the next picture while all of one is in sight, and else move it. */
static gboolean
press_arrow (NewsPictureViewer *self, guint key)
{
  gboolean fitted = news_zoom_view_is_fitted (self->zoom);
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return !fitted && (news_zoom_view_pan (self->zoom, 0, -NUDGE), TRUE);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return !fitted && (news_zoom_view_pan (self->zoom, 0, NUDGE), TRUE);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (fitted)
        go (self, right != right_to_left ? 1 : -1);
      else
        news_zoom_view_pan (self->zoom, right ? NUDGE : -NUDGE, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_plain (NewsPictureViewer *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      news_zoom_view_zoom_in (self->zoom);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      news_zoom_view_zoom_out (self->zoom);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      news_zoom_view_toggle (self->zoom);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go (self, 1);
      return TRUE;
    default:
      return press_arrow (self, key);
    }
}

static gboolean
press_with_control (NewsPictureViewer *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_c:
      /* Of the caption, if some of it is chosen. */
      if (gtk_label_get_selection_bounds (self->caption, NULL, NULL)
          || gtk_label_get_selection_bounds (self->credit, NULL, NULL))
        return FALSE;
      copy_cb (self);
      return TRUE;
    case GDK_KEY_s:
      save_cb (self);
      return TRUE;
    case GDK_KEY_w:
      adw_dialog_close (ADW_DIALOG (self));
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      return press_plain (self, key);
    default:
      return FALSE;
    }
}

/* What bubbles on is the window's: its letters would do things to the article behind. */
static gboolean
key_cb (NewsPictureViewer *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (held == GDK_CONTROL_MASK && (state & GDK_SHIFT_MASK) == 0)
    return press_with_control (self, key);
  if (held == GDK_CONTROL_MASK && key == GDK_KEY_plus)
    return press_plain (self, key);
  if (held == GDK_ALT_MASK && key == GDK_KEY_Left)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return TRUE;
    }
  if (held != 0)
    return FALSE;

  return press_plain (self, key) || gdk_keyval_to_unicode (key) >= ' ';
}

/* --- object --- */

static void
news_picture_viewer_closed (AdwDialog *dialog)
{
  NewsPictureViewer *self = NEWS_PICTURE_VIEWER (dialog);

  stop (self);
  news_animation_button_set_animation (self->play, NULL);
}

static void
news_picture_viewer_dispose (GObject *object)
{
  NewsPictureViewer *self = NEWS_PICTURE_VIEWER (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_PICTURE_VIEWER);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->image, news_image_unref);

  G_OBJECT_CLASS (news_picture_viewer_parent_class)->dispose (object);
}

static void
news_picture_viewer_class_init (NewsPictureViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_picture_viewer_dispose;
  ADW_DIALOG_CLASS (klass)->closed = news_picture_viewer_closed;

  g_type_ensure (NEWS_TYPE_ZOOM_VIEW);
  g_type_ensure (NEWS_TYPE_ANIMATION_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/viewer/news-picture-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, toasts);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, place);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, copy);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, save);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, failed);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, zoom);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, previous);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, next);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, play);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, controls);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, zoom_out);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, level);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, legend);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, caption);
  gtk_widget_class_bind_template_child (widget_class, NewsPictureViewer, credit);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
}

static void
news_picture_viewer_init (NewsPictureViewer *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

AdwDialog *
news_picture_viewer_new (NewsPictureLoader *loader, GPtrArray *pictures, guint index)
{
  NewsPictureViewer *self;

  g_return_val_if_fail (index < pictures->len, NULL);

  self = g_object_new (NEWS_TYPE_PICTURE_VIEWER, NULL);
  self->loader = g_object_ref (loader);
  self->pictures = g_ptr_array_ref (pictures);
  show (self, index);

  return ADW_DIALOG (self);
}

guint
news_picture_viewer_get_index (NewsPictureViewer *self)
{
  g_return_val_if_fail (NEWS_IS_PICTURE_VIEWER (self), 0);

  return self->index;
}
