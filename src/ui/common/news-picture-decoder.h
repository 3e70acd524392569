/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-image.h"

G_BEGIN_DECLS

/* Decodes the bytes of a picture from the network at most @width device pixels wide (never
 * enlarged), the first frame of one that moves. One with more than 64 million pixels, or that no
 * loader of the platform knows, is an error; so is one whose size is a lie. Any thread; takes its
 * time: of large ones, one is decoded after the other. */
NewsImage *news_picture_decode (GBytes *bytes, int width, GError **error);

/* The same for all frames, which are decoded when they are asked for. A picture without further
 * frames is an error. */
GdkPixbufAnimation *news_picture_decode_animation (GBytes *bytes, int width, GError **error);

/* The pixels of @pixbuf, copied unless they can't change any more. */
GdkTexture *news_picture_create_texture (GdkPixbuf *pixbuf);

/* The formats that the platform's loaders know, as the value of an Accept header. Worker threads
 * only: what loaders there are is read from disk, once. */
const char *news_picture_get_accept (void);

G_END_DECLS
