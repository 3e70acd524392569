/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-items.h"
#include "news-text-layout-private.h"

#include <math.h>

/* What breaking a word costs where lines are filled, and where they may end early. */
#define JUSTIFIED_HYPHEN 60
#define RAGGED_HYPHEN 320

/* How far from the edge a ragged line may end, in ems. */
#define RAG 3

/* A column narrower than this, in ems, has too few spaces in a line to share what is missing. */
#define NARROWEST_JUSTIFIED 14

/* A drop cap is as high as three lines where there is room for as many words beside it, in ems, and
 * else as two. */
#define THREE_LINES_FROM 24
#define TWO_LINES_FROM 14

/* Of spaces that would have to be stretched further than this there is a hole, which is worse than
 * a line that ends early. */
#define WIDEST_RATIO 4.0

/* The lines of one part of the text, between two line breaks of its own. */
typedef struct
{
  NewsTextLayout *layout;
  NewsTextItems *items;
  NewsTextPlace from;             /* where the next line begins */
  const NewsTextInitial *initial; /* beside the first ones, or NULL */
  double ratio;                   /* of the line that is made */
} Setting;

static const NewsLineItem *
get_item (Setting *self, guint index)
{
  return &g_array_index (self->items->items, NewsLineItem, index);
}

static const NewsTextPlace *
get_place (Setting *self, guint index)
{
  return &g_array_index (self->items->places, NewsTextPlace, index);
}

static const PangoGlyphItem *
get_run (Setting *self, guint index)
{
  return g_ptr_array_index (self->items->runs, index);
}

/* Appends the runs between two places. */
static void
append_runs (Setting *self, const NewsTextPlace *from, const NewsTextPlace *to)
{
  for (guint i = from->run; i <= to->run && i < self->items->runs->len; i++)
    {
      const PangoGlyphItem *item = get_run (self, i);
      guint offset = (guint) item->item->offset;
      guint first = i == from->run ? from->glyph : 0;
      guint last = i == to->run ? to->glyph : (guint) item->glyphs->num_glyphs;
      guint start = i == from->run ? MAX (from->byte, offset) : offset;
      guint end = i == to->run ? to->byte : offset + (guint) item->item->length;

      if (last > first)
        news_text_layout_append_run (self->layout, item, (int) first, (int) (last - first), start,
                                     end);
    }
}

/* Makes the letter before @place wider, where the line has it. */
static void
widen (Setting *self,
       guint first_run,
       const NewsTextPlace *from,
       const NewsTextPlace *place,
       int width)
{
  GArray *runs = self->layout->runs;
  guint index = first_run + place->run - from->run;
  guint glyph = place->glyph - (place->run == from->run ? from->glyph : 0);
  NewsTextRun *run;

  /* A run of which the line has no glyph is not there. */
  if (from->run < self->items->runs->len
      && from->glyph >= (guint) get_run (self, from->run)->glyphs->num_glyphs)
    {
      if (place->run == from->run)
        return;
      index--;
    }
  if (index >= runs->len || glyph == 0)
    return;

  run = &g_array_index (runs, NewsTextRun, index);
  run->glyphs->glyphs[glyph - 1].geometry.width += width;
  run->width += width;
}

/* Gives each glue of the line, items from @first to @end, the width that it has in it. */
static void
set_glue (Setting *self, guint first_run, const NewsTextPlace *from, guint first, guint end)
{
  double sum = 0;
  double done = 0;

  for (guint i = first; i < end; i++)
    {
      const NewsLineItem *item = get_item (self, i);
      const NewsTextPlace *place = get_place (self, i);
      gboolean has_letter = i > 0 && get_place (self, i - 1)->byte != place->byte;
      int width;

      if (item->kind != NEWS_LINE_GLUE)
        continue;
      sum += self->ratio > 0 ? self->ratio * item->stretch : self->ratio * item->shrink;
      if (!has_letter)
        sum += item->width;
      width = (int) floor (sum - done);
      done += width;
      if (width != 0)
        widen (self, first_run, from, place, width);
    }
}

static void
append_hyphen (Setting *self)
{
  GArray *runs = self->layout->runs;
  NewsTextRun *last = &g_array_index (runs, NewsTextRun, runs->len - 1);
  NewsTextRun run
    = { .start = last->end, .end = last->end, .rise = last->rise, .flags = last->flags };
  PangoGlyph glyph = news_text_get_hyphen (last->font, &run.width);

  if (glyph == 0)
    return;

  run.font = g_object_ref (last->font);
  run.glyphs = pango_glyph_string_new ();
  pango_glyph_string_set_size (run.glyphs, 1);
  run.glyphs->glyphs[0]
    = (PangoGlyphInfo) { .glyph = glyph, .geometry.width = run.width, .attr.is_cluster_start = 1 };
  run.glyphs->log_clusters[0] = 0;
  g_array_append_val (runs, run);
}

static void
append_line (Setting *self, guint first, guint end, int x, const NewsTextInitial *initial)
{
  guint line_run = self->layout->runs->len;
  guint first_run;
  NewsTextPlace from = self->from;
  const NewsTextPlace *to = get_place (self, end - 1);

  if (initial != NULL)
    news_text_initial_append (initial, self->layout);
  first_run = self->layout->runs->len;
  append_runs (self, &from, to);
  set_glue (self, first_run, &from, first, end);
  if (end < self->items->items->len && get_item (self, end)->width > 0
      && get_item (self, end)->kind == NEWS_LINE_PENALTY && self->layout->runs->len > first_run)
    append_hyphen (self);
  news_text_layout_append_line (self->layout, initial != NULL ? 0 : from.byte, to->byte, line_run,
                                initial != NULL ? 0 : x);
}

static gboolean
justifies (NewsTextLayout *layout)
{
  return layout->style.justify && layout->width >= NARROWEST_JUSTIFIED * layout->em;
}

static int
get_indent (NewsTextLayout *layout)
{
  return (int) (layout->style.indent * layout->em);
}

static void
append_lines (Setting *self, int indent)
{
  NewsTextLayout *layout = self->layout;
  GArray *items = self->items->items;
  NewsLineShape shape = { .width = layout->width < 0 ? G_MAXINT / 4 : layout->width,
                          .indent = indent,
                          .n_indented = self->initial != NULL ? self->initial->n_beside : 1,
                          .rag = justifies (layout) ? 0 : RAG * layout->em };
  g_autoptr (GArray) breaks
    = news_line_breaker_break ((const NewsLineItem *) items->data, items->len, &shape);
  guint first = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      const NewsLineBreak *end = &g_array_index (breaks, NewsLineBreak, i);

      self->ratio = end->ratio > WIDEST_RATIO ? 0 : MAX (end->ratio, -1);
      append_line (self, first, end->item, i < shape.n_indented ? indent : 0,
                   i == 0 ? self->initial : NULL);
      first = news_line_breaker_skip ((const NewsLineItem *) items->data, items->len, end->item);
      if (first > 0 && first <= items->len)
        self->from = *get_place (self, first - 1);
    }
}

static NewsTextRules
get_rules (NewsTextLayout *self)
{
  return (NewsTextRules) { .text = self->text->text,
                           .attributes = pango_layout_get_log_attrs_readonly (self->pango, NULL),
                           .hyphens = (const guint *) self->hyphens->data,
                           .n_hyphens = self->hyphens->len,
                           .hyphen_penalty = justifies (self) ? JUSTIFIED_HYPHEN : RAGGED_HYPHEN,
                           .hyphen_width = self->hyphen_width,
                           .em = self->em,
                           .wide_marks = (const guint *) self->wide_marks->data,
                           .n_wide_marks = self->wide_marks->len,
                           .limit = G_MAXINT };
}

/* The usual line has no word that is too wide; where one has, it is looked at again. */
static void
break_line (NewsTextLayout *self,
            PangoLayoutLine *line,
            guint character,
            int indent,
            const NewsTextInitial *initial)
{
  NewsTextRules rules = get_rules (self);
  guint start = initial != NULL ? initial->end : (guint) line->start_index;
  g_autoptr (NewsTextItems) items = NULL;
  Setting setting = { .layout = self, .initial = initial };

  rules.first_run = initial != NULL ? 1 : 0;
  items = news_text_items_new (line, character, &rules);
  self->widest_word = MAX (self->widest_word, items->widest);
  if (self->width >= 0 && items->widest > self->width - indent)
    {
      g_clear_pointer (&items, news_text_items_free);
      rules.limit = MAX (self->width - indent, 0);
      items = news_text_items_new (line, character, &rules);
    }
  if (items->items->len == 0)
    {
      news_text_layout_append_line (self, start, start, self->runs->len, indent);
      return;
    }

  setting.items = items;
  setting.from = (NewsTextPlace) { start, rules.first_run, 0 };
  append_lines (&setting, indent);
}

static guint
count (NewsTextLayout *self, guint start, guint end)
{
  return (guint) g_utf8_strlen (self->text->text + start, (gssize) (end - start));
}

/* --- the drop cap --- */

static const NewsTextInitial *
ensure_initial (NewsTextLayout *self)
{
  guint n_lines = self->width >= THREE_LINES_FROM * self->em ? 3 : 2;

  if (self->initial_end == 0 || self->width < TWO_LINES_FROM * self->em)
    return NULL;
  if (self->initial != NULL && self->initial->n_lines == n_lines)
    return self->initial;

  g_clear_pointer (&self->initial, news_text_initial_free);
  self->initial = news_text_initial_new (self, self->initial_end, n_lines);

  return self->initial;
}

/* Its lines may be further apart than usual. */
static void
lower_initial (NewsTextLayout *self, guint n_lines)
{
  g_array_index (self->runs, NewsTextRun, 0).rise
    = news_text_layout_get_line (self, 0)->baseline
      - news_text_layout_get_line (self, n_lines - 1)->baseline;
}

/* The first part of the text with its drop cap. FALSE, and nothing is done, where there is to be
 * none: of a text that has fewer lines, it would hang out. */
static gboolean
break_beside_initial (NewsTextLayout *self)
{
  const NewsTextInitial *initial = ensure_initial (self);

  if (initial == NULL)
    return FALSE;

  break_line (self, pango_layout_get_line_readonly (initial->pango, 0),
              count (self, 0, initial->end), initial->width, initial);
  if (self->lines->len >= initial->n_beside)
    {
      lower_initial (self, initial->n_lines);
      return TRUE;
    }

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->runs, 0);
  self->height = 0;

  return FALSE;
}

const NewsTextRun *
news_text_layout_get_initial (NewsTextLayout *self, PangoRectangle *place)
{
  const NewsTextRun *run = self->runs->len > 0 ? news_text_layout_get_run (self, 0) : NULL;
  const NewsTextLine *first = news_text_layout_get_line (self, 0);
  const NewsTextLine *last;

  if (run == NULL || (run->flags & NEWS_RUN_INITIAL) == 0)
    return NULL;

  last = news_text_layout_get_line (self, self->initial->n_lines - 1);
  *place = (PangoRectangle) { run->x, first->y, run->width, last->y + last->height - first->y };

  return run;
}

/* --- all of it --- */

void
news_text_layout_break (NewsTextLayout *self)
{
  gboolean done = break_beside_initial (self);
  guint character = 0;
  guint byte = 0;

  for (GSList *at = pango_layout_get_lines_readonly (self->pango); at != NULL; at = at->next)
    {
      PangoLayoutLine *line = at->data;
      guint start = (guint) line->start_index;

      character += count (self, byte, start);
      byte = start;
      if (!done || start > 0)
        break_line (self, line, character, start == 0 ? get_indent (self) : 0, NULL);
    }
}
