/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-decoder.h"

#include "news-picture-format.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define MOST_PIXELS (64 * 1000 * 1000)

/* Loaders of GdkPixbuf may take the memory for all of a picture before they scale it. Of those with
 * more pixels than this there is one in memory at a time, however many workers there are. */
#define LARGE_PIXELS (8 * 1000 * 1000)

/* However narrow, no texture is higher than what any graphics card takes. */
#define HIGHEST 8192

typedef struct
{
  GdkPixbufLoader *loader;
  gint64 most; /* pixels */
  int wanted;  /* width */
  int width;   /* of the file */
  int height;
  gboolean too_large;
  gboolean turn; /* this is the large one whose turn it is */
} Decoding;

static GMutex turns;

/* Refuses the picture at whose size a loader is, before it takes memory for it. Those of GdkPixbuf
 * itself take the memory for all of a picture whatever size is asked for, but end at a size of
 * nothing; those that come from elsewhere may take that for no wish at all, but know how to scale
 * while they read. */
static void
refuse (GdkPixbufLoader *loader)
{
  static const char *const ending[] = { "png", "jpeg", "gif", "tiff", "bmp", NULL };
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  int side = name != NULL && g_strv_contains (ending, name) ? 0 : 1;

  gdk_pixbuf_loader_set_size (loader, side, side);
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Decoding *self = user_data;
  double scale;

  self->width = width;
  self->height = height;
  if (width <= 0 || height <= 0 || (gint64) width * height > self->most)
    {
      self->too_large = TRUE;
      refuse (loader);
      return;
    }

  if ((gint64) width * height > LARGE_PIXELS && !self->turn)
    {
      g_mutex_lock (&turns);
      self->turn = TRUE;
    }

  scale = MIN ((double) self->wanted / width, (double) HIGHEST / height);
  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static void
begin (Decoding *self, int width, gint64 most)
{
  self->loader = gdk_pixbuf_loader_new ();
  self->most = most;
  self->wanted = MAX (width, 1);
  g_signal_connect (self->loader, "size-prepared", G_CALLBACK (size_prepared_cb), self);
}

static void
end (Decoding *self)
{
  g_clear_object (&self->loader);
  if (self->turn)
    g_mutex_unlock (&turns);
}

static gboolean
fail_as_too_large (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The picture is too large to be shown."));

  return FALSE;
}

/* Some loaders ask nobody before they take memory, above all for frames. */
static gboolean
is_too_large (Decoding *self, GBytes *bytes)
{
  gboolean moves;
  gint64 pixels = news_picture_format_count_pixels (bytes, &moves);

  return pixels > (moves ? MIN (self->most, LARGE_PIXELS) : self->most);
}

/* Whether there is something to show. A picture whose end is missing is shown as far as it came. */
static gboolean
read_bytes (Decoding *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (is_too_large (self, bytes))
    {
      gdk_pixbuf_loader_close (self->loader, NULL);
      return fail_as_too_large (error);
    }

  if (!gdk_pixbuf_loader_write_bytes (self->loader, bytes, &failure))
    gdk_pixbuf_loader_close (self->loader, NULL);
  else
    gdk_pixbuf_loader_close (self->loader, &failure);

  if (gdk_pixbuf_loader_get_pixbuf (self->loader) != NULL && !self->too_large)
    return TRUE;

  if (failure == NULL || self->too_large)
    return fail_as_too_large (error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Newer GdkPixbufs would have animations read by another library, which older platforms lack. */
static gboolean
is_animated (Decoding *self)
{
  gboolean animated;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  animated = !gdk_pixbuf_animation_is_static_image (gdk_pixbuf_loader_get_animation (self->loader));
  G_GNUC_END_IGNORE_DEPRECATIONS

  return animated;
}

/* Whether what was held sideways was turned (Exif 2.32, 4.6.4, orientation). */
static gboolean
is_on_its_side (GdkPixbuf *pixbuf)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");

  return orientation != NULL && atoi (orientation) >= 5;
}

GdkTexture *
news_picture_create_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8
                                                                   : GDK_MEMORY_R8G8B8,
                                 bytes, (gsize) gdk_pixbuf_get_rowstride (pixbuf));
}

static NewsImage *
create_image (Decoding *self)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (self->loader);
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_autoptr (GdkTexture) texture = news_picture_create_texture (upright != NULL ? upright : pixbuf);
  NewsImage *image = news_image_new (texture);
  gboolean turned = is_on_its_side (pixbuf);

  image->width = turned ? self->height : self->width;
  image->height = turned ? self->width : self->height;
  image->ground = news_picture_ground_find (pixbuf);
  image->animated = is_animated (self);

  return image;
}

NewsImage *
news_picture_decode (GBytes *bytes, int width, GError **error)
{
  Decoding decoding = { NULL };
  NewsImage *image = NULL;

  begin (&decoding, width, MOST_PIXELS);
  if (read_bytes (&decoding, bytes, error))
    image = create_image (&decoding);
  end (&decoding);

  return image;
}

/* What comes in its place in later versions of GdkPixbuf is in none that Debian 13 has. */
static GdkPixbufAnimation *
get_animation (GdkPixbufLoader *loader)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return gdk_pixbuf_loader_get_animation (loader);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

GdkPixbufAnimation *
news_picture_decode_animation (GBytes *bytes, int width, GError **error)
{
  Decoding decoding = { NULL };
  GdkPixbufAnimation *animation = NULL;

  /* All of a frame stays in memory while it plays. */
  begin (&decoding, width, LARGE_PIXELS);
  if (read_bytes (&decoding, bytes, error))
    {
      if (is_animated (&decoding))
        animation = g_object_ref (get_animation (decoding.loader));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("The picture does not move."));
    }
  end (&decoding);

  return animation;
}

/* What news sites have, the best first; all others come after these. */
static char *
create_accept (void)
{
  static const char *const wanted[]
    = { "image/avif", "image/webp", "image/png", "image/jpeg", "image/gif" };
  GSList *formats = gdk_pixbuf_get_formats ();
  GString *accept = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (GSList *at = formats; at != NULL; at = at->next)
      {
        g_auto (GStrv) types = gdk_pixbuf_format_get_mime_types (at->data);

        if (g_strv_contains ((const char *const *) types, wanted[i]))
          {
            g_string_append_printf (accept, "%s,", wanted[i]);
            break;
          }
      }
  g_string_append (accept, "image/*;q=0.5");
  g_slist_free (formats);

  return g_string_free (accept, FALSE);
}

const char *
news_picture_get_accept (void)
{
  static gsize accept;

  if (g_once_init_enter (&accept))
    g_once_init_leave (&accept, (gsize) create_accept ());

  return (const char *) accept;
}
