/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-expression.h"

#define WORDS G_N_ELEMENTS (((NewsSegmentBits *) NULL)->words)

typedef enum
{
  TERM,
  ALL,
  ANY,
} Kind;

typedef struct
{
  NewsSearchExpression *expression;
  gboolean negated;
} Part;

struct _NewsSearchExpression
{
  Kind kind;
  NewsTerm term;
  gboolean open;
  GArray *parts; /* Part */
};

static void
clear_part (Part *part)
{
  news_search_expression_unref (part->expression);
}

static NewsSearchExpression *
create (Kind kind)
{
  NewsSearchExpression *self = g_rc_box_new0 (NewsSearchExpression);

  self->kind = kind;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, (GDestroyNotify) clear_part);

  return self;
}

NewsSearchExpression *
news_search_expression_new_term (const NewsTerm *term, gboolean open)
{
  NewsSearchExpression *self = create (TERM);

  self->term = *term;
  self->open = open;

  return self;
}

NewsSearchExpression *
news_search_expression_new_all (void)
{
  return create (ALL);
}

NewsSearchExpression *
news_search_expression_new_any (void)
{
  return create (ANY);
}

NewsSearchExpression *
news_search_expression_ref (NewsSearchExpression *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (NewsSearchExpression *self)
{
  g_array_unref (self->parts);
}

void
news_search_expression_unref (NewsSearchExpression *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
add (NewsSearchExpression *self, NewsSearchExpression *expression, gboolean negated)
{
  Part part = { .expression = expression, .negated = negated };

  g_assert (self->kind != TERM);

  g_array_append_val (self->parts, part);
}

void
news_search_expression_add (NewsSearchExpression *self, NewsSearchExpression *part)
{
  add (self, part, FALSE);
}

void
news_search_expression_add_not (NewsSearchExpression *self, NewsSearchExpression *part)
{
  add (self, part, TRUE);
}

guint
news_search_expression_get_length (NewsSearchExpression *self)
{
  return self->parts->len;
}

static gboolean
is_empty (const NewsSegmentBits *bits)
{
  guint64 all = 0;

  for (gsize i = 0; i < WORDS; i++)
    all |= bits->words[i];

  return all == 0;
}

static void
sift_part (const Part *part, NewsSearchView *view, NewsSegmentBits *bits)
{
  NewsSegmentBits own = *bits;

  news_search_expression_sift (part->expression, view, &own);
  for (gsize i = 0; i < WORDS; i++)
    bits->words[i] &= part->negated ? ~own.words[i] : own.words[i];
}

static void
sift_any (NewsSearchExpression *self, NewsSearchView *view, NewsSegmentBits *bits)
{
  NewsSegmentBits left = *bits;

  /* What one of them has found, the others need not. */
  for (guint i = 0; i < self->parts->len && !is_empty (&left); i++)
    {
      NewsSegmentBits own = left;

      sift_part (&g_array_index (self->parts, Part, i), view, &own);
      for (gsize j = 0; j < WORDS; j++)
        left.words[j] &= ~own.words[j];
    }

  for (gsize i = 0; i < WORDS; i++)
    bits->words[i] &= ~left.words[i];
}

void
news_search_expression_sift (NewsSearchExpression *self,
                             NewsSearchView *view,
                             NewsSegmentBits *bits)
{
  NewsSegmentBits found;

  switch (self->kind)
    {
    case TERM:
      found = news_search_view_find (view, &self->term, self->open);
      for (gsize i = 0; i < WORDS; i++)
        bits->words[i] &= found.words[i];
      break;

    case ALL:
      for (guint i = 0; i < self->parts->len && !is_empty (bits); i++)
        sift_part (&g_array_index (self->parts, Part, i), view, bits);
      break;

    case ANY:
      sift_any (self, view, bits);
      break;

    default:
      g_assert_not_reached ();
    }
}
