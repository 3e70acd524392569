/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-parts.h"

#include "news-letters.h"
#include "news-page-private.h"
#include "news-spans.h"

#include <string.h>

/* How long a part is before it ends with a sentence: some 1,500 words, or 3,000 Han letters, which
 * are as much work. Setting it takes a few milliseconds. */
#define LONG 9000
#define WIDE 3

/* Without an end of a sentence it ends with a word when it is this long. */
#define LONGEST (LONG * 3 / 2)

#define SOFT_HYPHEN 0xad

static gboolean
is_end_mark (gunichar letter)
{
  return letter == '.' || letter == '!' || letter == '?' || letter == 0x2026 || letter == 0x3002
         || letter == 0xff01 || letter == 0xff1f;
}

/* What may stand between the end of a sentence and the next one, besides spaces. */
static gboolean
is_closing (gunichar letter)
{
  return letter == '"' || letter == '\'' || letter == ')' || letter == ']' || letter == 0x2019
         || letter == 0x201d || letter == 0xbb || letter == 0x300d || letter == 0x300f
         || letter == 0xff09;
}

static guint
weigh (gunichar letter)
{
  if (letter == SOFT_HYPHEN)
    return 0;

  return news_letter_is_wide (letter) ? WIDE : 1;
}

/* Past the spaces at @at, if there are some or if none are needed behind @before; else NULL. */
static const char *
skip_spaces (const char *at, gunichar before)
{
  gsize spaces = strspn (at, " ");

  return spaces > 0 || news_letter_is_wide (before) ? at + spaces : NULL;
}

/* Where the part ends that begins at @text: with what is the rest of it, where that is short. */
static const char *
find_end (const char *text)
{
  const char *word_end = NULL;
  gboolean sentence = FALSE;
  guint weight = 0;

  for (const char *at = text; *at != '\0';)
    {
      gunichar letter = g_utf8_get_char (at);
      const char *next;

      weight += weigh (letter);
      sentence = is_end_mark (letter) || (sentence && is_closing (letter));
      at = g_utf8_next_char (at);
      next = weight >= LONG && *at != '\0' && !is_closing (g_utf8_get_char (at))
               ? skip_spaces (at, letter)
               : NULL;
      if (next != NULL && (sentence || weight >= LONGEST))
        return next;
      if (next != NULL)
        word_end = next;
    }

  return word_end != NULL && weight >= LONGEST ? word_end : text + strlen (text);
}

static NewsText *
copy_part (const NewsText *text, guint start, guint end)
{
  NewsText *part = news_text_new_take (g_strndup (text->text + start, end - start));

  for (guint i = 0; i < text->spans->len; i++)
    {
      NewsSpan span = g_array_index (text->spans, NewsSpan, i);

      if (span.end <= start || span.start >= end)
        continue;
      span.link = g_strdup (span.link);
      span.language = g_strdup (span.language);
      span.expansion = g_strdup (span.expansion);
      g_array_append_val (part->spans, span);
    }
  news_spans_clip (part->spans, start, end - start);

  return part;
}

/* Adds @block, which is taken, or its parts. */
static void
add_parts (GPtrArray *blocks, NewsBlock *block)
{
  const char *text = block->text->text;
  const char *end = find_end (text);

  if (*end == '\0')
    {
      g_ptr_array_add (blocks, block);
      return;
    }

  for (const char *start = text; *start != '\0'; start = end)
    {
      NewsBlock *part;

      end = find_end (start);
      part = news_block_new_take_text (
        NEWS_BLOCK_PARAGRAPH,
        copy_part (block->text, (guint) (start - text), (guint) (end - text)));
      part->goes_on = *end != '\0';
      g_ptr_array_add (blocks, part);
    }
  news_block_free (block);
}

static void
part_blocks (GPtrArray *blocks)
{
  gsize n_blocks;
  g_autofree gpointer *all = g_ptr_array_steal (blocks, &n_blocks);

  for (gsize i = 0; i < n_blocks; i++)
    {
      NewsBlock *block = all[i];

      if (block->children != NULL)
        part_blocks (block->children);
      if (block->type == NEWS_BLOCK_PARAGRAPH)
        add_parts (blocks, block);
      else
        g_ptr_array_add (blocks, block);
    }
}

void
news_page_part_paragraphs (NewsPage *page)
{
  part_blocks (news_page_get_blocks (page));
}
