/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-image.h"

static void
clear (NewsImage *self)
{
  g_object_unref (self->texture);
  g_free (self->url);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

NewsImage *
news_image_new (GdkTexture *texture)
{
  NewsImage *self = g_atomic_rc_box_new0 (NewsImage);

  self->texture = g_object_ref (texture);
  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);

  return self;
}

NewsImage *
news_image_ref (NewsImage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_image_unref (NewsImage *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}
