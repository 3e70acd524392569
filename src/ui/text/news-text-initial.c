/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-initial.h"

#include "news-text-layout-private.h"
#include "news-wide-marks.h"

#include <hb-ot.h>

/* The blank to the right of it, as a part of an em. */
#define GAP 5

/* A round letter stands out by less than this over one that is flat; more is an accent. */
#define OVERSHOOT 1.06

/* What may be taken of the room above the next line's capitals. */
#define DEEPEST 0.7

static gboolean
has_capitals (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK
         || script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_ARMENIAN;
}

guint
news_text_initial_find (const char *text, const char *language)
{
  gunichar letter = g_utf8_get_char (text);
  const char *end;

  if (news_wide_marks_has_language (language) || !has_capitals (g_unichar_get_script (letter))
      || (!g_unichar_isupper (letter) && !g_unichar_istitle (letter)))
    return 0;

  end = g_utf8_next_char (text);
  while (g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return (guint) (end - text);
}

/* The letter as it is shaped. NULL where it is not by itself. */
static const PangoGlyphItem *
get_letter (PangoLayout *pango, guint end)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (pango, 0);
  const PangoGlyphItem *item = line != NULL && line->runs != NULL ? line->runs->data : NULL;

  return item != NULL && item->item->offset == 0 && item->item->length == (int) end ? item : NULL;
}

static PangoRectangle
get_ink (const PangoGlyphItem *item)
{
  PangoRectangle ink;

  pango_glyph_string_extents (item->glyphs, item->item->analysis.font, &ink, NULL);

  return ink;
}

static PangoLayout *
shape (NewsTextLayout *layout, guint end, int size)
{
  PangoLayout *pango = pango_layout_copy (layout->pango);
  g_autoptr (PangoAttrList) attributes
    = pango_attr_list_copy (pango_layout_get_attributes (layout->pango));
  PangoAttribute *attribute = pango_attr_size_new_absolute (size);

  attribute->start_index = 0;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (pango, attributes);
  pango_layout_set_width (pango, -1);
  pango_layout_set_indent (pango, 0);

  return pango;
}

/* The height of capitals of the font of @item. */
static int
get_cap_height (const PangoGlyphItem *item)
{
  hb_position_t height;

  if (!hb_ot_metrics_get_position (pango_font_get_hb_font (item->item->analysis.font),
                                   HB_OT_METRICS_TAG_CAP_HEIGHT, &height))
    return -get_ink (item).y;

  return height;
}

/* How large it has to be to reach from the baseline of its last line to the top of the first one's
 * capitals; with its accents, if it has any. */
static int
find_size (NewsTextLayout *layout, const PangoGlyphItem *large, int size, guint n_lines)
{
  int cap_height = get_cap_height (large);
  int own = -get_ink (large).y;
  int text_height = (int) ((gint64) cap_height * layout->em / size);
  int wanted = (int) (n_lines - 1) * layout->leading + text_height;

  if (own > cap_height * OVERSHOOT)
    cap_height = own;

  return cap_height > 0 ? (int) ((gint64) size * wanted / cap_height) : 0;
}

NewsTextInitial *
news_text_initial_new (NewsTextLayout *layout, guint end, guint n_lines)
{
  g_autoptr (NewsTextInitial) self = g_new0 (NewsTextInitial, 1);
  int size = layout->em * (int) (n_lines + 1);
  const PangoGlyphItem *letter;
  PangoRectangle ink;
  int room;

  /* Once larger than the text, to be told from it; then as large as that shows it has to be. */
  self->pango = shape (layout, end, size);
  letter = get_letter (self->pango, end);
  if (letter == NULL || (size = find_size (layout, letter, size, n_lines)) <= 0)
    return NULL;

  g_object_unref (self->pango);
  self->pango = shape (layout, end, size);
  letter = get_letter (self->pango, end);
  if (letter == NULL)
    return NULL;

  ink = get_ink (letter);
  room = layout->leading - (int) ((gint64) get_cap_height (letter) * layout->em / size);
  self->end = end;
  self->n_lines = n_lines;
  self->n_beside = n_lines + (ink.y + ink.height > room * DEEPEST);
  self->width = PANGO_PIXELS_CEIL (ink.width + layout->em / GAP) * PANGO_SCALE;
  self->bearing = ink.x;

  return g_steal_pointer (&self);
}

void
news_text_initial_free (NewsTextInitial *self)
{
  g_object_unref (self->pango);
  g_free (self);
}

void
news_text_initial_append (const NewsTextInitial *self, NewsTextLayout *layout)
{
  const PangoGlyphItem *letter = get_letter (self->pango, self->end);
  int n = letter->glyphs->num_glyphs;
  NewsTextRun *run = news_text_layout_append_run (layout, letter, 0, n, 0, self->end);

  for (int i = 0; i < n; i++)
    run->glyphs->glyphs[i].geometry.x_offset -= self->bearing;
  run->glyphs->glyphs[n - 1].geometry.width += self->width - run->width;
  run->width = self->width;
  run->flags |= NEWS_RUN_INITIAL;
}
