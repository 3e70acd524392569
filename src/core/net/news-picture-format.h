/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The usual suffix ("jpg", "png", "webp" …) of the format that @bytes are in, by their first bytes;
 * NULL if that is none in which sites send pictures. */
const char *news_picture_format_guess (GBytes *bytes);

/* How many pixels a WebP (RFC 9649) or AVIF file (ISO/IEC 23008-12, "ispe") says that a frame of it
 * has, and whether it moves, without decoding anything: loaders of these may take the memory for
 * all of it before they tell. 0 for all other formats, and where the file does not say. */
gint64 news_picture_format_count_pixels (GBytes *bytes, gboolean *moves);

/* A name for a file with @bytes, the picture at @url: what the address calls it, in letters that
 * any file system takes, at most 100 bytes long, and with the suffix of what it is. */
char *news_picture_format_dup_name (const char *url, GBytes *bytes);

G_END_DECLS
