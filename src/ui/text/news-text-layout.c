/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-layout-private.h"

#include "news-wide-marks.h"

#include <hb.h>
#include <pango/pangocairo.h>
#include <string.h>

/* A line may be this part higher than usual before the ones around it are moved away. */
#define TOLERANCE 1.15

static void
clear_run (gpointer data)
{
  NewsTextRun *run = data;

  g_clear_object (&run->font);
  g_clear_pointer (&run->glyphs, pango_glyph_string_free);
}

static int
round_to_pixels (double units)
{
  return PANGO_PIXELS ((int) units) * PANGO_SCALE;
}

int
news_text_get_font_size (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  int size = pango_font_description_get_size (font);
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return (int) (size * (resolution > 0 ? resolution : 96) / 72);
}

static void
measure_font (NewsTextLayout *self, PangoContext *context, const char *language)
{
  PangoFontMetrics *metrics
    = pango_context_get_metrics (context, NULL, pango_language_from_string (language));

  self->em = news_text_get_font_size (context);
  self->ascent = pango_font_metrics_get_ascent (metrics);
  self->descent = pango_font_metrics_get_descent (metrics);
  self->leading = MAX (round_to_pixels (self->em * self->style.leading), PANGO_SCALE);
  pango_font_metrics_unref (metrics);
}

static gboolean
runs_backwards (PangoLayoutLine *line)
{
  if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL)
    return TRUE;

  for (GSList *at = line->runs; at != NULL; at = at->next)
    if ((((PangoGlyphItem *) at->data)->item->analysis.level & 1) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
needs_pango (NewsTextLayout *self)
{
  gboolean needs = self->style.preformatted;

  for (GSList *at = pango_layout_get_lines_readonly (self->pango); at != NULL; at = at->next)
    needs = needs || runs_backwards (at->data);

  return needs;
}

PangoGlyph
news_text_get_hyphen (PangoFont *font, int *width)
{
  hb_font_t *letters = pango_font_get_hb_font (font);
  PangoRectangle extents;
  hb_codepoint_t glyph;

  *width = 0;
  if (letters == NULL
      || (!hb_font_get_nominal_glyph (letters, 0x2010, &glyph)
          && !hb_font_get_nominal_glyph (letters, '-', &glyph)))
    return 0;

  pango_font_get_glyph_extents (font, glyph, NULL, &extents);
  *width = extents.width;

  return glyph;
}

/* In the font of the first letters: others of the same text have one much like it. */
static void
measure_hyphen (NewsTextLayout *self)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->pango, 0);

  if (self->hyphens->len > 0 && line != NULL && line->runs != NULL)
    news_text_get_hyphen (((PangoGlyphItem *) line->runs->data)->item->analysis.font,
                          &self->hyphen_width);
}

NewsTextLayout *
news_text_layout_new (PangoContext *context,
                      const NewsText *text,
                      const GArray *hyphens,
                      const NewsTextStyle *style)
{
  NewsTextLayout *self = g_new0 (NewsTextLayout, 1);
  gboolean wide = news_wide_marks_has_language (style->language);
  g_autoptr (PangoAttrList) attributes = news_text_create_attributes (text, style->language);

  self->wide_marks = news_wide_marks_find (wide ? text->text : "");
  news_wide_marks_insert (attributes, self->wide_marks, context, style->language);
  self->text = text;
  self->style = *style;
  self->style.language = NULL; /* not ours to keep */
  self->hyphens = g_array_new (FALSE, FALSE, sizeof (guint));
  if (hyphens != NULL && style->hyphenate)
    g_array_append_vals (self->hyphens, hyphens->data, hyphens->len);
  self->lines = g_array_new (FALSE, FALSE, sizeof (NewsTextLine));
  self->runs = g_array_new (FALSE, FALSE, sizeof (NewsTextRun));
  g_array_set_clear_func (self->runs, clear_run);

  self->pango = pango_layout_new (context);
  pango_layout_set_text (self->pango, text->text, -1);
  pango_layout_set_attributes (self->pango, attributes);
  pango_layout_set_wrap (self->pango, PANGO_WRAP_WORD_CHAR);
  /* Pango's left is where the context's own direction has it, of texts in either direction. */
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (self->pango, PANGO_ALIGN_RIGHT);

  measure_font (self, context, style->language);
  self->greedy = needs_pango (self);
  if (style->drop_cap && !self->greedy)
    self->initial_end = news_text_initial_find (text->text, style->language);
  measure_hyphen (self);
  news_text_layout_set_width (self, -1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NewsTextLine *line = news_text_layout_get_line (self, i);

      self->natural_width = MAX (self->natural_width, line->x + line->width);
    }

  return self;
}

void
news_text_layout_free (NewsTextLayout *self)
{
  g_object_unref (self->pango);
  g_clear_pointer (&self->initial, news_text_initial_free);
  g_array_unref (self->wide_marks);
  g_array_unref (self->hyphens);
  g_array_unref (self->lines);
  g_array_unref (self->runs);
  g_free (self);
}

/* --- lines --- */

NewsTextRun *
news_text_layout_append_run (NewsTextLayout *self,
                             const PangoGlyphItem *item,
                             int first,
                             int n,
                             guint start,
                             guint end)
{
  NewsTextRun run = { .font = g_object_ref (item->item->analysis.font),
                      .glyphs = pango_glyph_string_new (),
                      .start = start,
                      .end = end,
                      .rise = item->y_offset,
                      .backwards = (item->item->analysis.level & 1) != 0,
                      .flags = news_run_flags_of (item->item) };
  int offset = (int) start - item->item->offset;

  pango_glyph_string_set_size (run.glyphs, n);
  memcpy (run.glyphs->glyphs, item->glyphs->glyphs + first, (gsize) n * sizeof (PangoGlyphInfo));
  for (int i = 0; i < n; i++)
    {
      run.glyphs->log_clusters[i] = item->glyphs->log_clusters[first + i] - offset;
      run.width += run.glyphs->glyphs[i].geometry.width;
    }
  g_array_append_val (self->runs, run);

  return &g_array_index (self->runs, NewsTextRun, self->runs->len - 1);
}

/* How far the runs reach above the baseline and below it, but for a drop cap, which is beside the
 * lines. */
static void
measure_runs (NewsTextLayout *self, const NewsTextLine *line, int *ascent, int *descent)
{
  const PangoFont *font = NULL;
  hb_font_extents_t extents = { 0 };

  for (guint i = 0; i < line->n_runs; i++)
    {
      const NewsTextRun *run = news_text_layout_get_run (self, line->first_run + i);

      if ((run->flags & NEWS_RUN_INITIAL) != 0)
        continue;
      if (run->font != font)
        hb_font_get_h_extents (pango_font_get_hb_font (run->font), &extents);
      font = run->font;
      *ascent = MAX (*ascent, extents.ascender + run->rise);
      *descent = MAX (*descent, -extents.descender - run->rise);
    }
}

/* Lines are apart by the leading whatever is in them, unless they would touch. */
static void
place_line (NewsTextLayout *self, NewsTextLine *line)
{
  int ascent = self->ascent;
  int descent = self->descent;

  measure_runs (self, line, &ascent, &descent);
  line->y = self->height;
  line->height = self->leading;
  if (ascent + descent > TOLERANCE * MAX (self->leading, self->ascent + self->descent))
    line->height = round_to_pixels (ascent + descent + PANGO_SCALE / 2);
  else
    {
      ascent = self->ascent;
      descent = self->descent;
    }
  line->baseline = line->y + round_to_pixels ((line->height - ascent - descent) / 2.0 + ascent);
  self->height += line->height;
}

static guint
get_printed_end (NewsTextLayout *self, guint start, guint end)
{
  const char *text = self->text->text;

  while (end > start)
    {
      const char *before = g_utf8_prev_char (text + end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = (guint) (before - text);
    }

  return end;
}

void
news_text_layout_append_line (NewsTextLayout *self, guint start, guint end, guint first_run, int x)
{
  NewsTextLine line = { .start = start,
                        .end = get_printed_end (self, start, end),
                        .first_run = first_run,
                        .n_runs = self->runs->len - first_run,
                        .x = x };

  for (guint i = first_run; i < self->runs->len; i++)
    {
      NewsTextRun *run = &g_array_index (self->runs, NewsTextRun, i);

      run->x = x + line.width;
      line.width += run->width;
    }
  place_line (self, &line);
  g_array_append_val (self->lines, line);
}

void
news_text_layout_take_pango (NewsTextLayout *self)
{
  PangoLayoutIter *iter;

  pango_layout_set_width (self->pango, self->style.preformatted ? -1 : self->width);
  pango_layout_set_indent (self->pango, (int) (self->style.indent * self->em));
  iter = pango_layout_get_iter (self->pango);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      guint start = (guint) line->start_index;
      guint first = self->runs->len;
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      for (GSList *at = line->runs; at != NULL; at = at->next)
        {
          const PangoGlyphItem *item = at->data;
          guint offset = (guint) item->item->offset;

          news_text_layout_append_run (self, item, 0, item->glyphs->num_glyphs, offset,
                                       offset + (guint) item->item->length);
        }
      news_text_layout_append_line (self, start, start + (guint) line->length, first, extents.x);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
news_text_layout_set_width (NewsTextLayout *self, int width)
{
  if (self->lines->len > 0 && self->width == width)
    return;

  self->width = width;
  self->height = 0;
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->runs, 0);
  if (self->greedy)
    news_text_layout_take_pango (self);
  else
    news_text_layout_break (self);
}

int
news_text_layout_get_width (NewsTextLayout *self)
{
  return self->width;
}

int
news_text_layout_get_natural_width (NewsTextLayout *self)
{
  return self->natural_width;
}

int
news_text_layout_get_widest_word (NewsTextLayout *self)
{
  return self->widest_word;
}

int
news_text_layout_get_em (NewsTextLayout *self)
{
  return self->em;
}

int
news_text_layout_get_leading (NewsTextLayout *self)
{
  return self->leading;
}

int
news_text_layout_get_height (NewsTextLayout *self)
{
  return self->height;
}

guint
news_text_layout_get_n_lines (NewsTextLayout *self)
{
  return self->lines->len;
}

const NewsTextLine *
news_text_layout_get_line (NewsTextLayout *self, guint index)
{
  return &g_array_index (self->lines, NewsTextLine, index);
}

const NewsTextRun *
news_text_layout_get_run (NewsTextLayout *self, guint index)
{
  return &g_array_index (self->runs, NewsTextRun, index);
}
