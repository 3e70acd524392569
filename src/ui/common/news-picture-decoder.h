/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Decodes the bytes of a picture from the network to a texture at most @width device pixels wide
 * (never enlarged). One with more than 100 million pixels, or that no loader of the platform knows,
 * is an error; so is one whose size is a lie. Any thread; takes its time. */
GdkTexture *news_picture_decode (GBytes *bytes, int width, GError **error);

G_END_DECLS
