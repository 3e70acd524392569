/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-picture-decoder.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#define MOST_PIXELS (100 * 1000 * 1000)

/* However narrow, no texture is higher than what any graphics card takes. */
#define HIGHEST 8192

typedef struct
{
  int width;
  gboolean too_large;
} Goal;

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
  Goal *goal = user_data;
  double scale;

  if (width <= 0 || height <= 0 || (gint64) width * height > MOST_PIXELS)
    {
      goal->too_large = TRUE;
      refuse (loader);
      return;
    }

  scale = MIN ((double) goal->width / width, (double) HIGHEST / height);
  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static GdkTexture *
create_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8
                                                                   : GDK_MEMORY_R8G8B8,
                                 bytes, (gsize) gdk_pixbuf_get_rowstride (pixbuf));
}

GdkTexture *
news_picture_decode (GBytes *bytes, int width, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GError) failure = NULL;
  Goal goal = { MAX (width, 1), FALSE };
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &goal);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, &failure))
    gdk_pixbuf_loader_close (loader, NULL);
  else
    gdk_pixbuf_loader_close (loader, &failure);

  /* A picture whose end is missing is shown as far as it came. */
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL || goal.too_large)
    {
      if (failure != NULL && !goal.too_large)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("The picture is too large to be shown."));
      return NULL;
    }

  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);

  return create_texture (upright != NULL ? upright : pixbuf);
}
