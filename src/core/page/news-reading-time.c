/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-reading-time.h"

#include "news-block.h"
#include "news-letters.h"
#include "news-utf8.h"

/* A minute. */
#define WORDS 238.0
#define HAN 400.0

/* Letters of a word in scripts that set no spaces between words: Thai, Lao, Burmese, Khmer. Without
 * their marks over and under the line, which are no letters of their own here. */
#define UNSPACED_WORD 5.0

typedef struct
{
  gsize words;
  gsize han;
  gsize unspaced;
} Count;

static gboolean
is_unspaced (gunichar letter)
{
  return (letter >= 0x0e00 && letter <= 0x0eff) || (letter >= 0x1000 && letter <= 0x109f)
         || (letter >= 0x1780 && letter <= 0x17ff);
}

/* The letters of most Chinese text, of which each is a word. The same would come out below, where
 * it takes a search through the tables of Unicode to find it. */
static gboolean
is_common_han (gunichar letter)
{
  return letter >= 0x4e00 && letter < 0x9ff0;
}

/* What may stand inside a word: "don’t", "well-read", "3.5", "1,200"; here what is no ASCII. */
static gboolean
joins (gunichar letter)
{
  return letter == 0x2019 || letter == 0xad || letter == 0x2010 || letter == 0x2011
         || g_unichar_ismark (letter);
}

/* The words of the ASCII from @text on; returns where it ends. Most of what is counted is such, and
 * each body that is taken in is counted. @inside is whether a word goes on. */
static const char *
count_ascii (Count *count, const char *text, gboolean *inside)
{
  for (; *text != '\0' && (guchar) *text < 0x80; text++)
    if (g_ascii_isalnum (*text))
      {
        count->words += *inside ? 0 : 1;
        *inside = TRUE;
        while (g_ascii_isalnum (text[1]))
          text++;
      }
    else if (*text != '\'' && *text != '-' && *text != '.' && *text != ',')
      {
        *inside = FALSE;
      }

  return text;
}

static void
count_text (Count *count, const char *text)
{
  gboolean inside = FALSE;

  for (text = count_ascii (count, text, &inside); *text != '\0';
       text = count_ascii (count, g_utf8_next_char (text), &inside))
    {
      gunichar letter = news_utf8_get_char (text);

      if (is_common_han (letter))
        {
          count->han++;
          inside = FALSE;
        }
      else if (!g_unichar_isalnum (letter))
        {
          inside = inside && joins (letter);
        }
      else if (news_letter_is_wide (letter) || is_unspaced (letter))
        {
          if (is_unspaced (letter))
            count->unspaced++;
          else
            count->han++;
          inside = FALSE;
        }
      else
        {
          count->words += inside ? 0 : 1;
          inside = TRUE;
        }
    }
}

static double
get_minutes (const Count *count)
{
  return ((double) count->words + (double) count->unspaced / UNSPACED_WORD) / WORDS
         + (double) count->han / HAN;
}

/* FALSE once it is more than @most minutes, and all else need not be counted. */
static gboolean
count_blocks (Count *count, GPtrArray *blocks, double most)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const NewsBlock *block = g_ptr_array_index (blocks, i);

      if (block->text != NULL)
        count_text (count, block->text->text);
      if (get_minutes (count) > most
          || (block->children != NULL && !count_blocks (count, block->children, most)))
        return FALSE;
    }

  return TRUE;
}

double
news_reading_time_measure (GPtrArray *blocks, double most)
{
  Count count = { 0, 0, 0 };

  count_blocks (&count, blocks, most);

  return get_minutes (&count);
}
