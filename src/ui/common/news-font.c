/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-font.h"

PangoFontDescription *
news_font_dup_scaled (const PangoFontDescription *font, double factor)
{
  PangoFontDescription *scaled = pango_font_description_copy (font);
  int size = (int) (pango_font_description_get_size (font) * factor);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (scaled, size);
  else
    pango_font_description_set_size (scaled, size);

  return scaled;
}
