/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-spans.h"

static void
clear_span (NewsSpan *span)
{
  g_free (span->link);
  g_free (span->language);
  g_free (span->expansion);
}

/* What was copied to elsewhere is no longer here to be freed. */
static void
forget_strings (NewsSpan *span)
{
  span->link = span->language = span->expansion = NULL;
}

static gboolean
is_like (const NewsSpan *span, const NewsSpan *other)
{
  return span->style == other->style && g_strcmp0 (span->link, other->link) == 0
         && g_strcmp0 (span->language, other->language) == 0
         && g_strcmp0 (span->expansion, other->expansion) == 0;
}

/* Whether what @inner says can be said by @outer, which is as long. */
static gboolean
absorb (NewsSpan *outer, NewsSpan *inner)
{
  gboolean outer_leads = outer->link != NULL || outer->expansion != NULL;
  gboolean inner_leads = inner->link != NULL || inner->expansion != NULL;

  if (outer->start != inner->start || outer->end != inner->end || (outer_leads && inner_leads))
    return FALSE;

  outer->style |= inner->style;
  if (inner->link != NULL)
    outer->link = g_steal_pointer (&inner->link);
  if (inner->expansion != NULL)
    outer->expansion = g_steal_pointer (&inner->expansion);
  /* The inner language is the one that holds. */
  if (inner->language != NULL)
    {
      g_free (outer->language);
      outer->language = g_steal_pointer (&inner->language);
    }

  return TRUE;
}

GArray *
news_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (NewsSpan));

  g_array_set_clear_func (spans, (GDestroyNotify) clear_span);

  return spans;
}

void
news_spans_clip (GArray *spans, guint start, guint length)
{
  guint kept = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      NewsSpan *span = &g_array_index (spans, NewsSpan, i);
      NewsSpan *to = &g_array_index (spans, NewsSpan, kept);
      NewsSpan clipped = *span;

      clipped.start = MAX (span->start, start) - start;
      clipped.end = MIN (MAX (span->end, start) - start, length);
      if (clipped.start >= clipped.end)
        clear_span (span);
      else
        {
          *to = clipped;
          kept++;
        }
      if (to != span || clipped.start >= clipped.end)
        forget_strings (span);
    }

  g_array_set_size (spans, kept);
}

void
news_spans_move (GArray *spans, GArray *to)
{
  /* Indexes in @to: the spans around the one at hand, outermost first; and the last that was left,
   * which is the one before it in the same span. */
  g_autoptr (GArray) around = NULL;

  if (spans->len == 0)
    return;

  around = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < spans->len; i++)
    {
      NewsSpan span = g_array_index (spans, NewsSpan, i);
      NewsSpan *before = NULL;
      NewsSpan *outer = NULL;
      guint index = 0;

      for (; around->len > 0; g_array_set_size (around, around->len - 1))
        {
          index = g_array_index (around, guint, around->len - 1);
          outer = &g_array_index (to, NewsSpan, index);
          if (outer->end > span.start)
            break;
          before = outer;
          outer = NULL;
        }

      forget_strings (&g_array_index (spans, NewsSpan, i));
      if (outer != NULL && absorb (outer, &span))
        {
          clear_span (&span);
        }
      else if (before != NULL && before->end == span.start && is_like (before, &span))
        {
          before->end = span.end;
          index = before - &g_array_index (to, NewsSpan, 0);
          g_array_append_val (around, index);
          clear_span (&span);
        }
      else
        {
          index = to->len;
          g_array_append_val (to, span);
          g_array_append_val (around, index);
        }
    }

  g_array_set_size (spans, 0);
}
