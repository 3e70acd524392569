/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-animation.h"

#include "news-picture-decoder.h"

#include <gtk/gtk.h>

/* Milliseconds. What wants to be faster is shown as browsers show it. */
#define FASTEST 20
#define USUAL 100

struct _NewsAnimation
{
  GObject parent_instance;

  /* Owned */
  NewsPictureLoader *loader;
  NewsPicture *picture;
  GdkPixbufAnimation *animation;
  GdkPixbufAnimationIter *iter; /* NULL while a thread has it */
  GCancellable *cancellable;
  guint timeout;

  int width;
  gint64 at;     /* microseconds since its beginning */
  gboolean busy; /* something is being loaded or decoded */
  gboolean playing;
};

/* What a thread works with. Not the object itself: the last reference to a task, and so to its
 * source, may be the thread's. */
typedef struct
{
  GdkPixbufAnimation *animation;
  GdkPixbufAnimationIter *iter; /* NULL at the beginning */
  gint64 at;
  GdkTexture *texture;
  int delay; /* until the next, or -1 */
} Frame;

typedef enum
{
  PROP_PLAYING = 1,
} Property;

enum
{
  FRAME,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_PLAYING + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsAnimation, news_animation, G_TYPE_OBJECT)

static void go_on (NewsAnimation *self);

static void
free_frame (Frame *frame)
{
  g_clear_object (&frame->animation);
  g_clear_object (&frame->iter);
  g_clear_object (&frame->texture);
  g_free (frame);
}

/* Newer GdkPixbufs would have animations read by another library, which older platforms lack; and
 * their times are of a type that GLib would rather not have either. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
advance (Frame *frame)
{
  GTimeVal time = { frame->at / G_USEC_PER_SEC, frame->at % G_USEC_PER_SEC };

  if (frame->iter == NULL)
    frame->iter = gdk_pixbuf_animation_get_iter (frame->animation, &time);
  else
    gdk_pixbuf_animation_iter_advance (frame->iter, &time);
}

static void
frame_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Frame *frame = data;

  advance (frame);
  frame->texture = news_picture_create_texture (gdk_pixbuf_animation_iter_get_pixbuf (frame->iter));
  frame->delay = gdk_pixbuf_animation_iter_get_delay_time (frame->iter);
  if (frame->delay >= 0 && frame->delay < FASTEST)
    frame->delay = USUAL;
  g_task_return_boolean (task, TRUE);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
due_cb (gpointer user_data)
{
  NewsAnimation *self = user_data;

  self->timeout = 0;
  go_on (self);
}

static void
framed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsAnimation) self = user_data;
  Frame *frame = g_task_get_task_data (G_TASK (result));

  self->busy = FALSE;
  self->iter = g_steal_pointer (&frame->iter);
  /* A file may lie about its frames as about everything else. */
  self->at += (gint64) MIN (MAX (frame->delay, 0), 60 * 1000) * 1000;
  if (!self->playing)
    return;

  g_signal_emit (self, signals[FRAME], 0, frame->texture);
  if (frame->delay < 0)
    news_animation_set_playing (self, FALSE);
  else if (self->playing)
    self->timeout = g_timeout_add_once ((guint) frame->delay, due_cb, self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsAnimation) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  self->animation
    = news_picture_loader_load_animation_finish (NEWS_PICTURE_LOADER (object), result, &error);
  if (self->animation != NULL)
    {
      go_on (self);
      return;
    }

  /* Its first frame is on show. */
  g_debug ("An animation: %s", error->message);
  news_animation_set_playing (self, FALSE);
}

static void
go_on (NewsAnimation *self)
{
  g_autoptr (GTask) task = NULL;
  Frame *frame;

  if (!self->playing || self->busy || self->timeout != 0)
    return;

  self->busy = TRUE;
  if (self->animation == NULL)
    {
      news_picture_loader_load_animation_async (self->loader, self->picture, self->width,
                                                self->cancellable, loaded_cb, g_object_ref (self));
      return;
    }

  frame = g_new0 (Frame, 1);
  frame->animation = g_object_ref (self->animation);
  frame->iter = g_steal_pointer (&self->iter);
  frame->at = self->at;
  task = g_task_new (NULL, NULL, framed_cb, g_object_ref (self));
  g_task_set_source_tag (task, go_on);
  g_task_set_task_data (task, frame, (GDestroyNotify) free_frame);
  g_task_run_in_thread (task, frame_thread);
}

static void
motion_changed_cb (GtkSettings *settings, GParamSpec *pspec, NewsAnimation *self)
{
  gboolean wanted;

  g_object_get (settings, "gtk-enable-animations", &wanted, NULL);
  if (!wanted)
    news_animation_set_playing (self, FALSE);
}

static void
news_animation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, NEWS_ANIMATION (object)->playing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_animation_dispose (GObject *object)
{
  NewsAnimation *self = NEWS_ANIMATION (object);

  self->playing = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->picture, news_picture_unref);

  G_OBJECT_CLASS (news_animation_parent_class)->dispose (object);
}

static void
news_animation_finalize (GObject *object)
{
  NewsAnimation *self = NEWS_ANIMATION (object);

  g_clear_object (&self->iter);
  g_clear_object (&self->animation);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (news_animation_parent_class)->finalize (object);
}

static void
news_animation_class_init (NewsAnimationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = news_animation_get_property;
  object_class->dispose = news_animation_dispose;
  object_class->finalize = news_animation_finalize;

  properties[PROP_PLAYING]
    = g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FRAME] = g_signal_new ("frame", NEWS_TYPE_ANIMATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, GDK_TYPE_TEXTURE);
}

static void
news_animation_init (NewsAnimation *self)
{
  GtkSettings *settings = gtk_settings_get_default ();

  self->cancellable = g_cancellable_new ();
  if (settings != NULL)
    g_signal_connect_object (settings, "notify::gtk-enable-animations",
                             G_CALLBACK (motion_changed_cb), self, 0);
}

NewsAnimation *
news_animation_new (NewsPictureLoader *loader, NewsPicture *picture, int width)
{
  NewsAnimation *self = g_object_new (NEWS_TYPE_ANIMATION, NULL);

  self->loader = g_object_ref (loader);
  self->picture = news_picture_ref (picture);
  self->width = width;

  return self;
}

void
news_animation_set_playing (NewsAnimation *self, gboolean playing)
{
  g_return_if_fail (NEWS_IS_ANIMATION (self));

  if (self->playing == playing)
    return;

  self->playing = playing;
  g_clear_handle_id (&self->timeout, g_source_remove);
  go_on (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

gboolean
news_animation_get_playing (NewsAnimation *self)
{
  g_return_val_if_fail (NEWS_IS_ANIMATION (self), FALSE);

  return self->playing;
}
