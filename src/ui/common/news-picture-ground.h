/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* What a picture that one can see through is to be laid on, so that it can be seen. */
typedef enum
{
  NEWS_PICTURE_GROUND_ANY,   /* it covers its place, or shows on dark and light */
  NEWS_PICTURE_GROUND_LIGHT, /* dark ink: black on black in the dark */
  NEWS_PICTURE_GROUND_DARK,  /* nothing but light ink: white on white by day */
} NewsPictureGround;

/* Looks at some of the pixels of @pixbuf, at most 65,536 or so. Any thread. */
NewsPictureGround news_picture_ground_find (GdkPixbuf *pixbuf);

/* The CSS class of a ground, or NULL for any. */
const char *news_picture_ground_get_class (NewsPictureGround ground);

G_END_DECLS
