/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-line-breaker.h"

#include "news-line-demerits.h"

/* How far spaces may be stretched in the first attempt. */
#define TOLERANCE 2.0

/* In the second, all lines can stretch by this part of the width more, so that one bad line is
 * not paid for by all others. */
#define EMERGENCY 40

#define NOTHING G_MAXUINT

/* The best ways to a place are kept apart by the class of their last line, and by how many lines
 * they have, as long as this tells how wide the next one is. */
#define N_BEST (NEWS_LINE_N_FITNESSES * NEWS_LINE_MOST_INDENTED)

typedef struct
{
  gint64 width;
  gint64 stretch;
  gint64 shrink;
} Totals;

/* The best way to end a line at a place, with a last line of a class, after as many lines. */
typedef struct
{
  guint item;
  guint start;   /* of the line that begins here: the first item that is printed */
  guint before;  /* the node of the line before */
  guint next;    /* in the list of those that a line may still begin at, by their place */
  guint n_lines; /* before the one that begins here; counted only as far as some are indented */
  NewsLineFitness fitness;
  gboolean flagged;
  double demerits;
  double ratio;
  Totals totals; /* of all before the line that begins here */
} Node;

typedef struct
{
  const NewsLineItem *items;
  guint n_items;
  const NewsLineShape *shape;
  guint n_indented;
  guint n_short; /* nodes of the list whose line is indented */
  double tolerance;
  gint64 emergency;
  GArray *nodes; /* Node */
  guint first;   /* the first node that a line may still begin at */
  guint last;
  Totals totals; /* of all before the item that is looked at */
} Breaking;

static Node *
get_node (Breaking *self, guint index)
{
  return &g_array_index (self->nodes, Node, index);
}

static void
add_item (Totals *totals, const NewsLineItem *item)
{
  if (item->kind == NEWS_LINE_PENALTY)
    return;

  totals->width += item->width;
  if (item->kind == NEWS_LINE_GLUE)
    {
      totals->stretch += item->stretch;
      totals->shrink += item->shrink;
    }
}

guint
news_line_breaker_skip (const NewsLineItem *items, guint n_items, guint item)
{
  while (item < n_items && items[item].kind != NEWS_LINE_BOX)
    item++;

  return item;
}

static gboolean
is_indented (Breaking *self, const Node *from)
{
  return from->n_lines < self->n_indented;
}

static void
append_node (Breaking *self, Node *node)
{
  guint index = self->nodes->len;

  self->n_short += is_indented (self, node);
  node->next = NOTHING;
  g_array_append_val (self->nodes, *node);
  if (self->last != NOTHING)
    get_node (self, self->last)->next = index;
  else
    self->first = index;
  self->last = index;
}

/* Takes the first one out of the list; it stays, for the way back. */
static void
retire (Breaking *self)
{
  self->n_short -= is_indented (self, get_node (self, self->first));
  self->first = get_node (self, self->first)->next;
  if (self->first == NOTHING)
    self->last = NOTHING;
}

static NewsLine
get_line (Breaking *self, const Node *from, guint item)
{
  const NewsLineItem *end = item < self->n_items ? &self->items[item] : NULL;
  gboolean is_penalty = end != NULL && end->kind == NEWS_LINE_PENALTY;
  NewsLine line = {
    .natural = self->totals.width - from->totals.width + (is_penalty ? end->width : 0),
    .stretch = self->totals.stretch - from->totals.stretch + self->emergency,
    .shrink = self->totals.shrink - from->totals.shrink,
    .width = self->shape->width - (is_indented (self, from) ? self->shape->indent : 0),
    .penalty = is_penalty ? end->penalty : 0,
    .flagged = is_penalty && end->flagged,
    .before_flagged = from->flagged,
    .last = end == NULL,
    .ragged = self->shape->rag > 0,
    .before = from->fitness,
  };

  if (line.ragged)
    {
      line.stretch = self->shape->rag + self->emergency;
      line.shrink = 0;
    }

  return line;
}

/* What a line that ends at @item leaves behind: all that is printed before the next one begins. */
static Totals
get_totals_after (Breaking *self, guint item, guint start)
{
  Totals totals = self->totals;

  for (guint i = item; i < start; i++)
    add_item (&totals, &self->items[i]);

  return totals;
}

/* What spaces have to bear by themselves. */
static double
get_ratio_of_glue (Breaking *self, const NewsLine *line)
{
  NewsLine bare = *line;
  double ratio;

  bare.stretch -= self->emergency;
  ratio = news_line_get_ratio (&bare);
  if (self->shape->rag > 0 || ratio == G_MAXDOUBLE)
    return ratio < 0 ? ratio : 0;

  return ratio;
}

static guint
get_n_best (Breaking *self)
{
  return self->n_indented * NEWS_LINE_N_FITNESSES;
}

static void
keep_best (Breaking *self,
           Node *best,
           guint from,
           const NewsLine *line,
           double ratio,
           double demerits)
{
  guint n_lines = MIN (get_node (self, from)->n_lines + 1, self->n_indented);
  Node *node = &best[(n_lines - 1) * NEWS_LINE_N_FITNESSES + news_line_get_fitness (ratio)];

  if (node->before != NOTHING && node->demerits <= demerits)
    return;

  node->before = from;
  node->n_lines = n_lines;
  node->fitness = news_line_get_fitness (ratio);
  node->flagged = line->flagged;
  node->demerits = demerits;
  node->ratio = get_ratio_of_glue (self, line);
}

static void
append_best (Breaking *self, Node *best, guint item)
{
  guint start = news_line_breaker_skip (self->items, self->n_items, item);
  Totals totals = get_totals_after (self, item, start);

  for (guint i = 0; i < get_n_best (self); i++)
    if (best[i].before != NOTHING)
      {
        best[i].item = item;
        best[i].start = start;
        best[i].totals = totals;
        append_node (self, &best[i]);
      }
}

/* A box that is too wide for any line gets one for itself: of the places that are left, the line
 * begins at the last. */
static void
take_too_wide (Breaking *self, Node *best, guint latest, guint item)
{
  guint place;

  while (get_node (self, latest)->start >= item)
    latest--;
  place = get_node (self, latest)->item;

  for (guint i = latest + 1; i > 0 && get_node (self, i - 1)->item == place; i--)
    {
      const Node *from = get_node (self, i - 1);
      NewsLine line = get_line (self, from, item);

      keep_best (self, best, i - 1, &line, news_line_get_ratio (&line), from->demerits);
    }
}

static gboolean
has_any (Breaking *self, const Node *best)
{
  for (guint i = 0; i < get_n_best (self); i++)
    if (best[i].before != NOTHING)
      return TRUE;

  return FALSE;
}

/* What is too wide with a hyphen may not be without one, at the next place. */
static gboolean
has_hyphen (Breaking *self, guint item)
{
  return item < self->n_items && self->items[item].kind == NEWS_LINE_PENALTY
         && self->items[item].width > 0;
}

/* Looks at all lines that may end at @item. FALSE where there is none, nor can be one later. */
static gboolean
try_break (Breaking *self, guint item)
{
  Node best[N_BEST];
  guint latest = self->last;

  for (guint i = 0; i < get_n_best (self); i++)
    best[i].before = NOTHING;

  /* From the widest line to the narrowest; only those are not in this order that are indented. */
  for (guint i = self->first, next; i != NOTHING; i = next)
    {
      const Node *from = get_node (self, i);
      NewsLine line = get_line (self, from, item);
      double ratio = news_line_get_ratio (&line);

      next = from->next;
      if (from->start >= item)
        break;
      if (ratio > self->tolerance && self->n_short > 0)
        continue;
      if (ratio > self->tolerance)
        break;
      if (ratio >= -1)
        keep_best (self, best, i, &line, ratio,
                   from->demerits + news_line_get_demerits (&line, ratio));
      else if (i == self->first && !has_hyphen (self, item))
        retire (self);
    }

  if (self->first == NOTHING && self->emergency > 0 && !has_any (self, best))
    take_too_wide (self, best, latest, item);
  append_best (self, best, item);

  return self->first != NOTHING;
}

static gboolean
may_break (Breaking *self, guint item)
{
  const NewsLineItem *at = &self->items[item];

  if (at->kind == NEWS_LINE_GLUE)
    return item > 0 && self->items[item - 1].kind == NEWS_LINE_BOX;

  return at->kind == NEWS_LINE_PENALTY && at->penalty < NEWS_LINE_NEVER && item > 0;
}

/* The node of the best way to the end, or NOTHING. */
static guint
find_best (Breaking *self)
{
  guint found = NOTHING;

  for (guint i = self->first; i != NOTHING; i = get_node (self, i)->next)
    if (get_node (self, i)->item == self->n_items
        && (found == NOTHING || get_node (self, i)->demerits < get_node (self, found)->demerits))
      found = i;

  return found;
}

static guint
attempt (Breaking *self)
{
  Node start = { .before = NOTHING, .fitness = NEWS_LINE_DECENT };

  g_array_set_size (self->nodes, 0);
  self->first = self->last = NOTHING;
  self->n_short = 0;
  self->totals = (Totals) { 0 };
  append_node (self, &start);

  for (guint i = 0; i < self->n_items; i++)
    {
      if (may_break (self, i) && !try_break (self, i))
        return NOTHING;
      add_item (&self->totals, &self->items[i]);
    }
  try_break (self, self->n_items);

  return find_best (self);
}

static GArray *
collect (Breaking *self, guint node)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (NewsLineBreak));
  guint n = 0;

  for (guint i = node; get_node (self, i)->before != NOTHING; i = get_node (self, i)->before)
    n++;
  g_array_set_size (breaks, n);
  for (guint i = node; n > 0; i = get_node (self, i)->before)
    {
      NewsLineBreak *end = &g_array_index (breaks, NewsLineBreak, --n);

      end->item = get_node (self, i)->item;
      end->ratio = get_node (self, i)->ratio;
    }

  return breaks;
}

GArray *
news_line_breaker_break (const NewsLineItem *items, guint n_items, const NewsLineShape *shape)
{
  Breaking self = { .items = items,
                    .n_items = n_items,
                    .shape = shape,
                    .n_indented = CLAMP (shape->n_indented, 1, NEWS_LINE_MOST_INDENTED),
                    .tolerance = TOLERANCE };
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  guint node;

  if (n_items == 0)
    return g_array_new (FALSE, FALSE, sizeof (NewsLineBreak));

  self.nodes = nodes;
  node = attempt (&self);
  if (node == NOTHING)
    {
      self.tolerance = G_MAXDOUBLE;
      self.emergency = MAX (shape->width / EMERGENCY, 1);
      node = attempt (&self);
    }

  return collect (&self, node);
}
