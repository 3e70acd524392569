/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-picture-ground.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A picture that was decoded. Immutable once it is shared between threads. */
typedef struct
{
  GdkTexture *texture; /* of the first frame, no larger than was asked for */
  int width;           /* of the file itself, upright, in pixels */
  int height;
  NewsPictureGround ground;
  gboolean animated; /* there are further frames */
  char *url;         /* where it is from, or NULL */
  GBytes *bytes;     /* the file, where the loader was asked to hand it out, or NULL */
} NewsImage;

/* @texture is copied by reference; everything else is to be set by the caller. */
NewsImage *news_image_new (GdkTexture *texture);
NewsImage *news_image_ref (NewsImage *self);
void news_image_unref (NewsImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsImage, news_image_unref)

G_END_DECLS
