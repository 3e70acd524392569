/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-snippet.h"

#include <string.h>

/* How wide a snippet is, and how much of that stands before what was found; a wide character counts
 * as two. */
#define WIDTH 160
#define WIDTH_BEFORE 40

/* How far the cut moves to come between two words. */
#define WIDTH_OF_WORD 24

/* How many places of a long text are looked at. */
#define MOST_PLACES 512

#define ELLIPSIS "…"

static guint
get_width (gunichar character)
{
  return g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
}

/* Where @width ends that begins at @at. */
static const char *
go_forward (const char *at, guint width)
{
  while (*at != '\0')
    {
      guint own = get_width (g_utf8_get_char (at));

      if (own > width)
        break;
      width -= own;
      at = g_utf8_next_char (at);
    }

  return at;
}

/* Where @width begins that ends at @at. */
static const char *
go_back (const char *text, const char *at, guint width)
{
  while (at > text)
    {
      const char *before = g_utf8_prev_char (at);
      guint own = get_width (g_utf8_get_char (before));

      if (own > width)
        break;
      width -= own;
      at = before;
    }

  return at;
}

/* Between characters that do not make one word, and not before an accent. */
static gboolean
is_cut (const char *text, const char *at)
{
  gunichar after = g_utf8_get_char (at);
  gunichar before;

  if (at == text || after == 0)
    return TRUE;

  if (g_unichar_ismark (after) || g_unichar_iszerowidth (after))
    return FALSE;

  before = g_utf8_get_char (g_utf8_prev_char (at));

  return g_unichar_isspace (before) || g_unichar_isspace (after) || g_unichar_iswide (before)
         || g_unichar_iswide (after);
}

/* The next place to begin at, but not beyond @found. */
static const char *
find_start (const char *text, const char *found)
{
  const char *at = go_back (text, found, WIDTH_BEFORE);

  while (at < found && !is_cut (text, at))
    at = g_utf8_next_char (at);

  return at;
}

/* The place to end at, not before @found. A word that is too long to keep whole is cut. */
static const char *
find_end (const char *text, const char *start, const char *found)
{
  const char *end = MAX (go_forward (start, WIDTH), found);
  const char *least = MAX (go_back (text, end, WIDTH_OF_WORD), found);
  const char *at = end;

  while (at > least && !is_cut (text, at))
    at = g_utf8_prev_char (at);
  if (is_cut (text, at))
    return at;

  while (g_unichar_iszerowidth (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return end;
}

static gboolean
is_within (const char *text, const NewsSearchPlace *first, const NewsSearchPlace *other)
{
  return go_forward (text + first->start, WIDTH - WIDTH_BEFORE) >= text + other->end;
}

/* The index of the place from where on most terms stand together, the first of several. */
static guint
choose_place (const char *text, GArray *places)
{
  guint chosen = 0;
  guint best = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const NewsSearchPlace *first = &g_array_index (places, NewsSearchPlace, i);
      guint32 terms = 0;
      guint score;

      for (guint j = i; j < places->len; j++)
        {
          const NewsSearchPlace *other = &g_array_index (places, NewsSearchPlace, j);

          if (!is_within (text, first, other))
            break;
          terms |= 1u << other->term;
        }

      score = (guint) __builtin_popcount (terms);
      if (score > best)
        {
          best = score;
          chosen = i;
        }
    }

  return chosen;
}

/* Adds the bytes from @at to @end with blanks folded, each as one, none at the beginning. */
static void
append_folded (GString *snippet, gsize begin, const char *at, const char *end)
{
  while (at < end)
    {
      const char *next = g_utf8_next_char (at);

      if (!g_unichar_isspace (g_utf8_get_char (at)))
        g_string_append_len (snippet, at, next - at);
      else if (snippet->len > begin && snippet->str[snippet->len - 1] != ' ')
        g_string_append_c (snippet, ' ');
      at = next;
    }
}

static void
append_range (GArray **ranges, gsize start, gsize end)
{
  NewsTextRange range = { .start = (guint) start, .end = (guint) end };

  if (*ranges == NULL)
    *ranges = g_array_new (FALSE, FALSE, sizeof (NewsTextRange));
  g_array_append_val (*ranges, range);
}

static char *
cut (const char *text, const char *start, const char *end, GArray *places, GArray **ranges)
{
  GString *snippet = g_string_new (start > text ? ELLIPSIS : "");
  gsize begin = snippet->len;
  const char *at = start;

  for (guint i = 0; i < places->len; i++)
    {
      const NewsSearchPlace *place = &g_array_index (places, NewsSearchPlace, i);
      gsize before;

      if (text + place->start < at || text + place->end > end)
        continue;

      append_folded (snippet, begin, at, text + place->start);
      before = snippet->len;
      append_folded (snippet, begin, text + place->start, text + place->end);
      append_range (ranges, before, snippet->len);
      at = text + place->end;
    }

  append_folded (snippet, begin, at, end);
  while (snippet->len > begin && snippet->str[snippet->len - 1] == ' ')
    g_string_truncate (snippet, snippet->len - 1);
  if (*end != '\0')
    g_string_append (snippet, ELLIPSIS);

  return g_string_free_and_steal (snippet);
}

char *
news_search_snippet_new (NewsSearchMatch *match, const char *text, GArray **ranges)
{
  g_autoptr (GArray) places = news_search_match_find_places (match, text, MOST_PLACES);
  const NewsSearchPlace *place;
  const char *start, *end;

  *ranges = NULL;
  if (places->len == 0)
    return NULL;

  place = &g_array_index (places, NewsSearchPlace, choose_place (text, places));
  start = find_start (text, text + place->start);
  end = find_end (text, start, text + place->end);

  return cut (text, start, end, places, ranges);
}

GArray *
news_search_snippet_mark (NewsSearchMatch *match, const char *text)
{
  g_autoptr (GArray) places = news_search_match_find_places (match, text, MOST_PLACES);
  GArray *ranges = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const NewsSearchPlace *place = &g_array_index (places, NewsSearchPlace, i);

      append_range (&ranges, place->start, place->end);
    }

  return ranges;
}
