/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A PNG file (ISO/IEC 15948) of one colour, RRGGBBAA in 32 bits, with a clear edge around it that
 * is a quarter of its width and height. */
GBytes *ui_picture_files_create_drawing (int width, int height, guint32 colour);

/* A PNG file of which a chunk with a text opens to @size bytes of nothing. */
GBytes *ui_picture_files_create_png_with_text (gsize size);

/* A GIF file (GIF89a) whose frames are of one colour each, in turn black, red, green and blue, on
 * show for @delay hundredths of a second each; for ever, if @loops. */
GBytes *ui_picture_files_create_gif (guint16 width,
                                     guint16 height,
                                     guint frames,
                                     guint16 delay,
                                     gboolean loops);

/* A WebP file (RFC 9649) of one colour: some bytes, whatever its size. With more than one frame, it
 * moves. Sides are at most 16,384. */
GBytes *ui_picture_files_create_webp (guint width, guint height, guint frames);

/* An AVIF file (AV1 Image File Format 1.1) of 16 by 8 pixels in one colour, rgb(200, 30, 60). */
GBytes *ui_picture_files_create_avif (void);

/* The heads of a JPEG (ITU-T T.81) and a BMP file that say that they are so large. */
GBytes *ui_picture_files_create_jpeg_head (guint16 width, guint16 height);
GBytes *ui_picture_files_create_bmp_head (gint32 width, gint32 height);

G_END_DECLS
