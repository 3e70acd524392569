/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-layout-private.h"

#include <string.h>

void
news_text_cluster_init (NewsTextCluster *self, const NewsTextRun *run)
{
  *self = (NewsTextCluster) { .run = run, .next_x = run->x };
}

/* Where runs go backwards, the cluster that is seen first is the last one of the text. */
gboolean
news_text_cluster_next (NewsTextCluster *self)
{
  const NewsTextRun *run = self->run;
  const PangoGlyphString *glyphs = run->glyphs;
  guint before = self->start;
  int cluster;

  if (self->glyph >= glyphs->num_glyphs)
    return FALSE;

  cluster = glyphs->log_clusters[self->glyph];
  self->start = run->start + (guint) cluster;
  self->x = self->next_x;
  self->width = 0;
  self->end = self->glyph == 0 ? run->end : before;
  for (; self->glyph < glyphs->num_glyphs && glyphs->log_clusters[self->glyph] == cluster;
       self->glyph++)
    self->width += glyphs->glyphs[self->glyph].geometry.width;
  if (!run->backwards)
    self->end = self->glyph < glyphs->num_glyphs
                  ? run->start + (guint) glyphs->log_clusters[self->glyph]
                  : run->end;
  self->next_x += self->width;

  return TRUE;
}

/* --- places for a caret --- */

static const PangoLogAttr *
get_attributes (NewsTextLayout *self, guint index, guint *character, guint *n_characters)
{
  int n;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (self->pango, &n);

  *character = (guint) g_utf8_strlen (self->text->text, (gssize) index);
  *n_characters = (guint) n - 1;

  return attributes;
}

gboolean
news_text_layout_is_backwards (NewsTextLayout *self)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->pango, 0);

  return pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
}

guint
news_text_layout_step (NewsTextLayout *self, guint index, gboolean backwards)
{
  guint at, n;
  const PangoLogAttr *attributes = get_attributes (self, index, &at, &n);
  const char *text = self->text->text + index;

  while (backwards ? at > 0 : at < n)
    {
      text = backwards ? g_utf8_prev_char (text) : g_utf8_next_char (text);
      at = backwards ? at - 1 : at + 1;
      if (attributes[at].is_cursor_position)
        break;
    }

  return (guint) (text - self->text->text);
}

guint
news_text_layout_step_word (NewsTextLayout *self, guint index, gboolean backwards)
{
  guint at, n;
  const PangoLogAttr *attributes = get_attributes (self, index, &at, &n);
  const char *text = self->text->text + index;

  while (backwards ? at > 0 : at < n)
    {
      text = backwards ? g_utf8_prev_char (text) : g_utf8_next_char (text);
      at = backwards ? at - 1 : at + 1;
      if (backwards ? attributes[at].is_word_start : attributes[at].is_word_end)
        break;
    }

  return (guint) (text - self->text->text);
}

void
news_text_layout_get_word (NewsTextLayout *self, guint index, guint *start, guint *end)
{
  guint at, n;
  const PangoLogAttr *attributes = get_attributes (self, index, &at, &n);
  const char *from = self->text->text + index;
  const char *to;

  /* At the very end it is what comes before. */
  if (at == n && n > 0)
    {
      from = g_utf8_prev_char (from);
      at--;
    }
  to = from;
  for (guint i = at; i > 0 && !attributes[i].is_word_boundary; i--)
    from = g_utf8_prev_char (from);
  for (guint i = at; i < n && (i == at || !attributes[i].is_word_boundary); i++)
    to = g_utf8_next_char (to);
  *start = (guint) (from - self->text->text);
  *end = (guint) (to - self->text->text);
}

/* --- lines --- */

guint
news_text_layout_get_line_of (NewsTextLayout *self, guint index)
{
  guint low = 0;
  guint high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (news_text_layout_get_line (self, middle)->start <= index)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static const NewsTextLine *
find_line_at (NewsTextLayout *self, int y)
{
  guint low = 0;
  guint high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (news_text_layout_get_line (self, middle)->y <= y)
        low = middle;
      else
        high = middle;
    }

  return news_text_layout_get_line (self, low);
}

/* --- points --- */

/* The letter of the cluster whose side is nearest to @x; of a ligature's letters each has a part of
 * its width. */
static guint
find_in_cluster (NewsTextLayout *self, const NewsTextCluster *cluster, int x)
{
  guint places = 0;
  double part;
  guint index = cluster->start;

  for (guint i = cluster->start; i < cluster->end; i = news_text_layout_step (self, i, FALSE))
    places++;
  if (places == 0 || cluster->width <= 0)
    return cluster->start;

  part = CLAMP ((double) (x - cluster->x) / cluster->width, 0, 1);
  if (cluster->run->backwards)
    part = 1 - part;
  for (guint i = (guint) (part * places + 0.5); i > 0; i--)
    index = news_text_layout_step (self, index, FALSE);

  return index;
}

static guint
find_in_line (NewsTextLayout *self, const NewsTextLine *line, int x)
{
  NewsTextCluster cluster;
  guint index = line->start;

  for (guint i = 0; i < line->n_runs; i++)
    {
      const NewsTextRun *run = news_text_layout_get_run (self, line->first_run + i);
      gboolean found = FALSE;

      if (x >= run->x + run->width && i + 1 < line->n_runs)
        continue;
      news_text_cluster_init (&cluster, run);
      while (!found && news_text_cluster_next (&cluster))
        found = x < cluster.x + cluster.width;
      index = find_in_cluster (self, &cluster, x);
      break;
    }

  return MIN (index, MAX (line->end, line->start));
}

guint
news_text_layout_get_index_at (NewsTextLayout *self, int x, int y)
{
  PangoRectangle place;

  /* What is left of the lines beside a drop cap is the cap. */
  if (news_text_layout_get_initial (self, &place) != NULL && y < place.y + place.height
      && x < place.x + place.width)
    return find_in_line (self, news_text_layout_get_line (self, 0), x);

  return find_in_line (self, find_line_at (self, y), x);
}

guint
news_text_layout_step_line (NewsTextLayout *self, guint index, int x, gboolean backwards)
{
  guint line = news_text_layout_get_line_of (self, index);

  if (backwards ? line == 0 : line + 1 >= self->lines->len)
    return index;

  return find_in_line (self, news_text_layout_get_line (self, backwards ? line - 1 : line + 1), x);
}

/* Where in the cluster the letter at @index begins, as it is seen. */
static int
get_x_in_cluster (NewsTextLayout *self, const NewsTextCluster *cluster, guint index)
{
  guint places = 0;
  guint before = 0;
  int x;

  for (guint i = cluster->start; i < cluster->end; i = news_text_layout_step (self, i, FALSE))
    {
      places++;
      before += i < index;
    }
  x = places > 0 ? (int) ((gint64) cluster->width * before / places) : 0;

  return cluster->run->backwards ? cluster->x + cluster->width - x : cluster->x + x;
}

void
news_text_layout_get_caret (NewsTextLayout *self, guint index, PangoRectangle *caret)
{
  const NewsTextLine *line
    = news_text_layout_get_line (self, news_text_layout_get_line_of (self, index));

  *caret = (PangoRectangle) { line->x, line->y, 0, line->height };
  index = CLAMP (index, line->start, MAX (line->end, line->start));
  for (guint i = 0; i < line->n_runs; i++)
    {
      NewsTextCluster cluster;

      news_text_cluster_init (&cluster, news_text_layout_get_run (self, line->first_run + i));
      while (news_text_cluster_next (&cluster))
        {
          gboolean inside = index >= cluster.start && index < cluster.end;

          /* After the last letter there is none to be before. */
          if (inside || (index == cluster.end && cluster.end > cluster.start))
            caret->x = get_x_in_cluster (self, &cluster, index);
          if (inside)
            return;
        }
    }
}

/* --- ranges --- */

static void
append_rectangle (GArray *rectangles, const NewsTextLine *line, int left, int right)
{
  PangoRectangle rectangle = { MIN (left, right), line->y, ABS (right - left), line->height };
  PangoRectangle *last
    = rectangles->len > 0 ? &g_array_index (rectangles, PangoRectangle, rectangles->len - 1) : NULL;

  if (last != NULL && last->y == rectangle.y && last->height == rectangle.height
      && last->x + last->width == rectangle.x)
    last->width += rectangle.width;
  else if (rectangle.width > 0)
    g_array_append_val (rectangles, rectangle);
}

static void
append_run_rectangles (NewsTextLayout *self,
                       GArray *rectangles,
                       const NewsTextLine *line,
                       const NewsTextRun *run,
                       guint start,
                       guint end)
{
  NewsTextCluster cluster;
  PangoRectangle place;

  if (run == news_text_layout_get_initial (self, &place))
    {
      if (start < run->end && end > run->start)
        g_array_append_val (rectangles, place);
      return;
    }
  if (start <= run->start && end >= run->end)
    {
      /* A hyphen belongs to the word that goes on. */
      if (run->start < run->end || (start < run->start && end > run->end))
        append_rectangle (rectangles, line, run->x, run->x + run->width);
      return;
    }
  if (start >= run->end || end <= run->start)
    return;

  news_text_cluster_init (&cluster, run);
  while (news_text_cluster_next (&cluster))
    if (start <= cluster.start && end >= cluster.end)
      append_rectangle (rectangles, line, cluster.x, cluster.x + cluster.width);
    else if (start < cluster.end && end > cluster.start)
      append_rectangle (rectangles, line,
                        get_x_in_cluster (self, &cluster, MAX (start, cluster.start)),
                        get_x_in_cluster (self, &cluster, MIN (end, cluster.end)));
}

GArray *
news_text_layout_get_rectangles (NewsTextLayout *self, guint start, guint end)
{
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (PangoRectangle));

  if (start >= end)
    return rectangles;

  for (guint i = news_text_layout_get_line_of (self, start); i < self->lines->len; i++)
    {
      const NewsTextLine *line = news_text_layout_get_line (self, i);

      if (line->start >= end)
        break;
      for (guint k = 0; k < line->n_runs; k++)
        append_run_rectangles (self, rectangles, line,
                               news_text_layout_get_run (self, line->first_run + k), start, end);
    }

  return rectangles;
}
