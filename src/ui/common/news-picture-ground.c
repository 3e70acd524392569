/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-ground.h"

/* Looks at no more than so many pixels a row and column: thin lines are met often enough. */
#define SAMPLES 256

/* One pixel in so many must be clear, or the corners of a screenshot make it a drawing. */
#define CLEAR_SHARE 12

/* Ink is what one can't quite see through: a soft shadow is none. */
#define INK_ALPHA 80
#define CLEAR_ALPHA 40

/* Luminance, of 255, below which ink is lost on a dark page, and above which on a light one. */
#define DARK 90
#define LIGHT 205

typedef struct
{
  guint all;
  guint clear;
  guint ink;
  guint dark;
  guint light;
} Tally;

/* The weights of ITU-R BT.709, in parts of 256. */
static int
get_luminance (const guint8 *pixel)
{
  return (54 * pixel[0] + 183 * pixel[1] + 19 * pixel[2]) / 256;
}

static void
count (Tally *tally, const guint8 *pixel)
{
  int luminance = get_luminance (pixel);

  tally->all++;
  tally->clear += pixel[3] < CLEAR_ALPHA;
  if (pixel[3] < INK_ALPHA)
    return;

  tally->ink++;
  tally->dark += luminance < DARK;
  tally->light += luminance > LIGHT;
}

NewsPictureGround
news_picture_ground_find (GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  int across = width / SAMPLES + 1;
  int down = height / SAMPLES + 1;
  Tally tally = { 0 };

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return NEWS_PICTURE_GROUND_ANY;

  for (int y = 0; y < height; y += down)
    for (int x = 0; x < width; x += across)
      count (&tally, pixels + (gsize) y * stride + (gsize) x * 4);

  if (tally.ink == 0 || tally.clear < tally.all / CLEAR_SHARE)
    return NEWS_PICTURE_GROUND_ANY;
  /* A tenth of the ink may be the words. */
  if (tally.dark * 10 >= tally.ink)
    return NEWS_PICTURE_GROUND_LIGHT;
  if (tally.light * 10 >= tally.ink * 9)
    return NEWS_PICTURE_GROUND_DARK;

  return NEWS_PICTURE_GROUND_ANY;
}

const char *
news_picture_ground_get_class (NewsPictureGround ground)
{
  switch (ground)
    {
    case NEWS_PICTURE_GROUND_LIGHT:
      return "light-ground";
    case NEWS_PICTURE_GROUND_DARK:
      return "dark-ground";
    case NEWS_PICTURE_GROUND_ANY:
    default:
      return NULL;
    }
}
