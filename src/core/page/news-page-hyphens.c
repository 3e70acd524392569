/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-hyphens.h"

#include <string.h>

#define SOFT_HYPHEN "\302\255"

typedef struct
{
  guint start;
  guint end;
} Range;

typedef struct
{
  NewsHyphenator *hyphenator;
  const NewsText *text;
  GString *broken;
  GArray *places; /* guint: where soft hyphens were put, in bytes of the text without them */
  GArray *spared; /* Range: what is not broken, in order and apart */
  guint next;     /* the first of them that does not end before what is looked at */
} Work;

static gboolean
is_other_language (Work *work, const NewsSpan *span)
{
  const char *own = news_hyphenator_get_language (work->hyphenator);
  gsize length = strlen (own);

  return span->language != NULL
         && (g_ascii_strncasecmp (span->language, own, length) != 0
             || (span->language[length] != '\0' && span->language[length] != '-'));
}

static void
list_spared (Work *work)
{
  const GArray *spans = work->text->spans;
  const NewsStyle styles = NEWS_STYLE_CODE | NEWS_STYLE_SUPERSCRIPT | NEWS_STYLE_SUBSCRIPT;
  guint end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (spans, NewsSpan, i);
      Range range = { MAX (span->start, end), span->end };

      if (range.end <= range.start
          || ((span->style & styles) == 0 && !is_other_language (work, span)))
        continue;
      g_array_append_val (work->spared, range);
      end = range.end;
    }
}

static gboolean
is_spared (Work *work, guint start, guint end)
{
  while (work->next < work->spared->len
         && g_array_index (work->spared, Range, work->next).end <= start)
    work->next++;

  return work->next < work->spared->len
         && g_array_index (work->spared, Range, work->next).start < end;
}

static void
append_word (Work *work, const char *word, const char *end)
{
  guint start = (guint) (word - work->text->text);
  g_autofree char *broken = NULL;
  guint place = start;

  if (is_spared (work, start, start + (guint) (end - word)))
    {
      g_string_append_len (work->broken, word, end - word);
      return;
    }

  broken = news_hyphenator_dup_word (work->hyphenator, word, (gsize) (end - word));
  for (const char *at = broken; *at != '\0'; at = g_utf8_next_char (at))
    if (g_str_has_prefix (at, SOFT_HYPHEN))
      g_array_append_val (work->places, place);
    else
      place += (guint) (g_utf8_next_char (at) - at);
  g_string_append (work->broken, broken);
}

/* What stands between blanks: an address, or words and marks. */
static gboolean
is_address (const char *token, const char *end)
{
  for (const char *at = token; at < end; at++)
    if (*at == '/' || *at == '@' || *at == '_' || *at == '\\' || g_ascii_isdigit (*at)
        || (*at == '.' && at + 1 < end && g_ascii_isalpha (at[1])))
      return TRUE;

  return g_strstr_len (token, end - token, SOFT_HYPHEN) != NULL;
}

static const char *
find_end (const char *at, gboolean of_word)
{
  while (*at != '\0')
    {
      gunichar letter = g_utf8_get_char (at);

      if (of_word ? !g_unichar_isalpha (letter) && !g_unichar_ismark (letter)
                  : g_unichar_isspace (letter))
        break;
      at = g_utf8_next_char (at);
    }

  return at;
}

static void
append_token (Work *work, const char *token, const char *end)
{
  if (is_address (token, end))
    {
      g_string_append_len (work->broken, token, end - token);
      return;
    }

  while (token < end)
    {
      const char *word_end = find_end (token, TRUE);

      if (word_end == token)
        {
          word_end = g_utf8_next_char (token);
          g_string_append_len (work->broken, token, word_end - token);
        }
      else
        append_word (work, token, word_end);
      token = word_end;
    }
}

/* A hyphen at the very start or end of a span can't be: it would be at a word's. So it matters only
 * on which side of a place a span begins or ends in a word. */
static void
move_spans (NewsText *text, GArray *places)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);
      guint start = 0;
      guint end = 0;

      for (guint low = 0, high = places->len; low < high;)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (places, guint, middle) <= span->start)
            start = low = middle + 1;
          else
            high = middle;
        }
      for (guint low = 0, high = places->len; low < high;)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (places, guint, middle) < span->end)
            end = low = middle + 1;
          else
            high = middle;
        }
      span->start += start * (guint) strlen (SOFT_HYPHEN);
      span->end += end * (guint) strlen (SOFT_HYPHEN);
    }
}

static void
apply_to_text (NewsHyphenator *hyphenator, NewsText *text)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) spared = g_array_new (FALSE, FALSE, sizeof (Range));
  Work work = { .hyphenator = hyphenator,
                .text = text,
                .broken = g_string_sized_new (strlen (text->text) * 5 / 4),
                .places = places,
                .spared = spared };
  const char *at = text->text;

  list_spared (&work);

  while (*at != '\0')
    {
      const char *end = find_end (at, FALSE);

      if (end == at)
        {
          end = g_utf8_next_char (at);
          g_string_append_len (work.broken, at, end - at);
        }
      else
        append_token (&work, at, end);
      at = end;
    }

  move_spans (text, places);
  g_free (text->text);
  text->text = g_string_free (work.broken, FALSE);
}

/* Titles of videos and what opens a folded part are labels, headings stay whole, and what is quoted
 * is named in a line of its own. */
static gboolean
is_broken (NewsBlockType type)
{
  return type == NEWS_BLOCK_PARAGRAPH || type == NEWS_BLOCK_FIGURE || type == NEWS_BLOCK_GALLERY
         || type == NEWS_BLOCK_TABLE;
}

static void
apply_to_block (NewsHyphenator *hyphenator, const NewsBlock *block)
{
  if (is_broken (block->type) && block->text != NULL)
    apply_to_text (hyphenator, block->text);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    apply_to_block (hyphenator, g_ptr_array_index (block->children, i));
}

void
news_page_insert_hyphens (NewsPage *page, NewsHyphenator *hyphenator)
{
  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    apply_to_block (hyphenator, news_page_get_block (page, i));
}
