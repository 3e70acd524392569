/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown-delimiters.h"

#include "news-letters.h"

#include <string.h>

#define NONE -1

/* A longer run is drawn with these marks, and marks nothing. */
#define MAX_LENGTH 32

typedef struct
{
  gsize place; /* in the HTML, that of all runs before it left out */
  char mark;
  guint length; /* as it was written */
  guint left;   /* that open or close nothing yet */
  gboolean opens;
  gboolean closes;
  int before; /* of those that may still be paired; so below */
  int after;
  GString *closing; /* tags before the marks that are left, or NULL */
  GString *opening; /* tags behind them, the last that came first */
} Run;

struct _NewsMarkdownDelimiters
{
  GString *html;
  GArray *runs; /* Run */
};

static void
clear_run (Run *run)
{
  if (run->closing != NULL)
    g_string_free (run->closing, TRUE);
  if (run->opening != NULL)
    g_string_free (run->opening, TRUE);
}

static Run *
get (NewsMarkdownDelimiters *self, int index)
{
  return &g_array_index (self->runs, Run, index);
}

static gboolean
is_space (gunichar letter)
{
  return letter == 0 || g_unichar_isspace (letter);
}

static gboolean
is_mark (gunichar letter)
{
  switch (g_unichar_type (letter))
    {
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
      return TRUE;
    default:
      return g_unichar_ispunct (letter);
    }
}

/* Whether a run with @inner on the side of what it marks, and @outer on the other, may stand there.
 * By the letter of CommonMark, the second run of "**中文。**后面" could not close, as it stands
 * between a mark and a letter. Where words are not apart by spaces, that tells nothing: neither
 * does a mark of such a script on the inner side, nor is a letter of it on the outer side a word
 * that goes on. */
static gboolean
is_flanking (gunichar inner, gunichar outer)
{
  if (is_space (inner))
    return FALSE;

  return !is_mark (inner) || news_letter_is_wide (inner) || is_space (outer) || is_mark (outer)
         || news_letter_is_wide (outer);
}

void
news_markdown_delimiters_judge (const char *start,
                                const char *at,
                                guint length,
                                gboolean *opens,
                                gboolean *closes)
{
  gunichar before = at > start ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar after = g_utf8_get_char (at + length);
  gboolean left = is_flanking (after, before);
  gboolean right = is_flanking (before, after);
  gboolean within = *at == '_' && left && right;

  /* snake_case_names are none. */
  *opens = left && (!within || is_mark (before));
  *closes = right && (!within || is_mark (after));
  if ((*at == '~' && length != 2) || length > MAX_LENGTH)
    *opens = *closes = FALSE;
}

NewsMarkdownDelimiters *
news_markdown_delimiters_new (void)
{
  NewsMarkdownDelimiters *self = g_new0 (NewsMarkdownDelimiters, 1);

  self->html = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, (GDestroyNotify) clear_run);

  return self;
}

void
news_markdown_delimiters_free (NewsMarkdownDelimiters *self)
{
  g_string_free (self->html, TRUE);
  g_array_unref (self->runs);
  g_free (self);
}

GString *
news_markdown_delimiters_get_html (NewsMarkdownDelimiters *self)
{
  return self->html;
}

void
news_markdown_delimiters_add (NewsMarkdownDelimiters *self,
                              const char *start,
                              const char *at,
                              guint length)
{
  Run run = { .place = self->html->len, .mark = *at, .length = length, .left = length };

  news_markdown_delimiters_judge (start, at, length, &run.opens, &run.closes);
  run.before = (int) self->runs->len - 1;
  run.after = NONE;
  if (run.before != NONE)
    get (self, run.before)->after = (int) self->runs->len;
  g_array_append_val (self->runs, run);
}

/* --- pairs --- */

static void
take_out (NewsMarkdownDelimiters *self, int index)
{
  const Run *run = get (self, index);

  if (run->before != NONE)
    get (self, run->before)->after = run->after;
  if (run->after != NONE)
    get (self, run->after)->before = run->before;
}

/* Of "a**b*c**" the single mark closes nothing: a run that could do both is matched only where the
 * lengths do not add up to a multiple of three, or are such both (rules 9 and 10). */
static gboolean
match (const Run *opener, const Run *closer)
{
  if (opener->mark != closer->mark || !opener->opens)
    return FALSE;
  if (!opener->closes && !closer->opens)
    return TRUE;

  return (opener->length + closer->length) % 3 != 0
         || (opener->length % 3 == 0 && closer->length % 3 == 0);
}

static const char *
get_tag (char mark, guint n)
{
  return mark == '~' ? "s" : n == 2 ? "strong" : "em";
}

static void
pair (Run *opener, Run *closer)
{
  guint n = opener->left >= 2 && closer->left >= 2 ? 2 : 1;
  const char *tag = get_tag (closer->mark, n);
  g_autofree char *opening = g_strdup_printf ("<%s>", tag);

  if (opener->opening == NULL)
    opener->opening = g_string_new (NULL);
  if (closer->closing == NULL)
    closer->closing = g_string_new (NULL);
  g_string_prepend (opener->opening, opening);
  g_string_append_printf (closer->closing, "</%s>", tag);
  opener->left -= n;
  closer->left -= n;
}

/* How far back has been looked for what a closer like this closes, in vain. */
typedef int Bottoms[3][2][3];

static int *
get_bottom (Bottoms bottoms, const Run *closer)
{
  gsize mark = (gsize) (strchr ("*_~", closer->mark) - "*_~");

  return &bottoms[mark][closer->opens ? 1 : 0][closer->length % 3];
}

static int
find_opener (NewsMarkdownDelimiters *self, const Run *closer, int bottom)
{
  int index = closer->before;

  while (index > bottom && !match (get (self, index), closer))
    index = get (self, index)->before;

  return index > bottom ? index : NONE;
}

/* Takes the run at @index further, as one that closes; returns the one to look at next. */
static int
close_run (NewsMarkdownDelimiters *self, Bottoms bottoms, int index)
{
  Run *closer = get (self, index);
  int *bottom = get_bottom (bottoms, closer);
  int opener = find_opener (self, closer, *bottom);

  if (opener == NONE)
    {
      *bottom = closer->before;
      if (!closer->opens)
        take_out (self, index);
      return closer->after;
    }

  pair (get (self, opener), closer);
  /* What stands between the two is in what they mark, and pairs with nothing outside. */
  get (self, opener)->after = index;
  closer->before = opener;
  if (get (self, opener)->left == 0)
    take_out (self, opener);
  if (closer->left > 0)
    return index;
  take_out (self, index);

  return closer->after;
}

static void
pair_all (NewsMarkdownDelimiters *self)
{
  Bottoms bottoms;
  int index = self->runs->len > 0 ? 0 : NONE;

  for (gsize i = 0; i < 3; i++)
    for (gsize k = 0; k < 2; k++)
      for (gsize l = 0; l < 3; l++)
        bottoms[i][k][l] = NONE;

  while (index != NONE)
    index = get (self, index)->closes ? close_run (self, bottoms, index) : get (self, index)->after;
}

void
news_markdown_delimiters_write (NewsMarkdownDelimiters *self, GString *html)
{
  gsize from = 0;

  pair_all (self);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = get (self, (int) i);

      g_string_append_len (html, self->html->str + from, (gssize) (run->place - from));
      from = run->place;
      if (run->closing != NULL)
        g_string_append (html, run->closing->str);
      for (guint k = 0; k < run->left; k++)
        g_string_append_c (html, run->mark);
      if (run->opening != NULL)
        g_string_append (html, run->opening->str);
    }
  g_string_append_len (html, self->html->str + from, (gssize) (self->html->len - from));
}
