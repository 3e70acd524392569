/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-graphemes.h"
#include "news-letters.h"
#include "news-page.h"

#include <string.h>

/* In bytes: what a text begins with, so that an article's is not moved again and again. */
#define USUAL_LENGTH 8192

/* What stands between two texts, the stronger the later. */
typedef enum
{
  NOTHING,
  SPACE,
  TAB,
  LINE,
  BLANK_LINE,
} Separator;

static const char *const separators[] = { "", " ", "\t", "\n", "\n\n" };

typedef struct
{
  GString *text;
  Separator pending; /* before the next text, if there is one */
  Separator ceiling; /* the strongest that may be used where we are */
} Writer;

static void
separate (Writer *writer, Separator separator)
{
  writer->pending = MAX (writer->pending, MIN (separator, writer->ceiling));
}

/* What stands before the next text; returns where it begins. */
static gsize
begin_text (Writer *writer)
{
  if (writer->text->len > 0)
    g_string_append (writer->text, separators[writer->pending]);

  return writer->text->len;
}

/* Of the text that began at @start and is written; @before: where all ended before. If there was
 * none, what was to stand before it waits for the next. */
static void
end_text (Writer *writer, gsize before, gsize start)
{
  if (writer->text->len > start)
    writer->pending = NOTHING;
  else
    g_string_truncate (writer->text, before);
}

static void
write_plain (Writer *writer, const char *plain)
{
  gsize before = writer->text->len;
  gsize start = begin_text (writer);

  g_string_append (writer->text, plain);
  end_text (writer, before, start);
}

static void
write_text (Writer *writer, const NewsText *text)
{
  gsize before = writer->text->len;
  gsize start = begin_text (writer);

  news_text_append_plain (text, writer->text);
  if (writer->ceiling < LINE)
    g_strdelimit (writer->text->str + start, "\n\t", ' ');
  end_text (writer, before, start);
}

/* A caption that only says again what the alternative text says is not written twice. */
static void
write_figure (Writer *writer, const NewsBlock *block)
{
  const NewsPicture *picture = block->picture;

  if (picture->alt != NULL && g_strcmp0 (picture->alt, block->text->text) != 0
      && g_strcmp0 (picture->alt, picture->caption) != 0)
    write_plain (writer, picture->alt);
  separate (writer, LINE);
  write_text (writer, block->text);
}

static void write_blocks (Writer *writer, GPtrArray *blocks, Separator separator);

static void
write_container (Writer *writer, const NewsBlock *block, Separator separator, Separator ceiling)
{
  Separator outer = writer->ceiling;

  writer->ceiling = MIN (outer, ceiling);
  write_blocks (writer, block->children, separator);
  writer->ceiling = outer;
}

static void
write_block (Writer *writer, const NewsBlock *block)
{
  switch (block->type)
    {
    case NEWS_BLOCK_PARAGRAPH:
    case NEWS_BLOCK_HEADING:
    case NEWS_BLOCK_PREFORMATTED:
    case NEWS_BLOCK_EMBED:
      write_text (writer, block->text);
      break;
    case NEWS_BLOCK_LIST:
    case NEWS_BLOCK_ITEM:
      write_container (writer, block, LINE, LINE);
      break;
    case NEWS_BLOCK_QUOTE:
    case NEWS_BLOCK_PULL_QUOTE:
    case NEWS_BLOCK_GALLERY:
      write_container (writer, block, BLANK_LINE, BLANK_LINE);
      separate (writer, LINE);
      write_text (writer, block->text);
      break;
    case NEWS_BLOCK_FIGURE:
      write_figure (writer, block);
      break;
    case NEWS_BLOCK_TABLE:
      write_text (writer, block->text);
      separate (writer, LINE);
      write_container (writer, block, LINE, LINE);
      break;
    case NEWS_BLOCK_ROW:
      write_container (writer, block, TAB, TAB);
      break;
    case NEWS_BLOCK_CELL:
      write_container (writer, block, SPACE, SPACE);
      break;
    case NEWS_BLOCK_DETAILS:
    case NEWS_BLOCK_KEY_POINTS:
      write_text (writer, block->text);
      separate (writer, BLANK_LINE);
      write_container (writer, block, BLANK_LINE, BLANK_LINE);
      break;
    case NEWS_BLOCK_NOTE:
      write_container (writer, block, BLANK_LINE, BLANK_LINE);
      break;
    case NEWS_BLOCK_RULE:
      break;
    }
}

static void
write_blocks (Writer *writer, GPtrArray *blocks, Separator separator)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      separate (writer, separator);
      write_block (writer, g_ptr_array_index (blocks, i));
    }
}

/* Small print as a whole: a byline, a notice, a credit. */
static gboolean
is_small (const NewsText *text)
{
  const NewsSpan *span = text->spans->len > 0 ? &g_array_index (text->spans, NewsSpan, 0) : NULL;

  return span != NULL && (span->style & NEWS_STYLE_SMALL) != 0 && span->start == 0
         && span->end == strlen (text->text);
}

/* On one line. Paragraphs of Han letters need no space between them. */
static void
gather_paragraph (GString *line, const char *text)
{
  g_autofree char *plain = g_strdup (text);
  gunichar before = line->len > 0 ? g_utf8_get_char (g_utf8_prev_char (line->str + line->len)) : 0;

  g_strdelimit (plain, "\n", ' ');
  if (line->len > 0
      && !(news_letter_is_wide (before) && news_letter_is_wide (g_utf8_get_char (plain))))
    g_string_append_c (line, ' ');
  g_string_append (line, plain);
}

/* Paragraphs until there is enough; @deep: those in lists, quotes and the like too. */
static void
gather (GString *line, GPtrArray *blocks, gboolean deep, gsize enough)
{
  for (guint i = 0; i < blocks->len && line->len < enough; i++)
    {
      const NewsBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == NEWS_BLOCK_PARAGRAPH && !is_small (block->text))
        {
          g_autofree char *plain = news_text_dup_plain (block->text);

          gather_paragraph (line, plain);
        }
      else if (deep && block->children != NULL)
        gather (line, block->children, deep, enough);
    }
}

/* Whether a word ends before @after, which is not where the text begins. */
static gboolean
is_word_end (const char *after)
{
  gunichar next = g_utf8_get_char (after);
  gunichar letter;

  if (next < 0x80)
    {
      if (g_ascii_isspace (*after) || (after[-1] & 0x80) == 0)
        return g_ascii_isspace (*after);
    }
  else if (g_unichar_isspace (next))
    return TRUE;
  letter = g_utf8_get_char (g_utf8_prev_char (after));

  return (news_letter_is_wide (letter) || news_letter_is_wide (next)) && !g_unichar_ispunct (next);
}

static void
trim_end (GString *line)
{
  while (line->len > 0)
    {
      const char *last = g_utf8_prev_char (line->str + line->len);
      gunichar letter = g_utf8_get_char (last);

      if (!g_unichar_isspace (letter) && (letter >= 0x80 || strchr (",;:-(", letter) == NULL)
          && letter != 0x2013 && letter != 0x2014 && letter != 0xff0c && letter != 0x3001
          && letter != 0xff1b && letter != 0xff1a)
        break;
      g_string_truncate (line, last - line->str);
    }
}

/* A single word that is longer than half of the room is cut inside, between two letters. */
static void
shorten (GString *line, guint characters)
{
  const char *at = line->str;
  const char *letter_end = line->str;
  const char *word_end = line->str;
  guint count = 0;

  while (*at != '\0')
    {
      const char *next = at + 1;

      /* A letter of ASCII before another is one for itself. */
      if (((*at | *next) & 0x80) != 0)
        next = news_grapheme_next (at);
      count += next - at > 1 ? (guint) g_utf8_strlen (at, next - at) : 1;
      if (count > characters)
        break;
      if (*next == '\0')
        return;
      /* One letter is kept for the ellipsis. */
      if (count < characters)
        {
          letter_end = next;
          if (is_word_end (next))
            word_end = next;
        }
      at = next;
    }

  if (word_end - line->str < (letter_end - line->str) / 2)
    word_end = letter_end;
  g_string_truncate (line, word_end - line->str);
  trim_end (line);
  g_string_append (line, "…");
}

static GPtrArray *
dup_blocks (NewsPage *self)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < news_page_get_n_blocks (self); i++)
    g_ptr_array_add (blocks, (gpointer) news_page_get_block (self, i));

  return blocks;
}

char *
news_page_dup_text (NewsPage *self)
{
  g_autoptr (GPtrArray) blocks = dup_blocks (self);
  Writer writer = { g_string_sized_new (USUAL_LENGTH), NOTHING, BLANK_LINE };

  write_blocks (&writer, blocks, BLANK_LINE);

  return g_string_free_and_steal (writer.text);
}

char *
news_page_dup_preview (NewsPage *self, guint characters)
{
  g_autoptr (GPtrArray) blocks = dup_blocks (self);
  g_autoptr (GString) line = g_string_new (NULL);
  gsize enough = ((gsize) characters + 1) * 4;

  gather (line, blocks, FALSE, enough);
  if (line->len == 0)
    gather (line, blocks, TRUE, enough);
  if (line->len == 0 || characters == 0)
    return NULL;

  shorten (line, characters);

  return g_strdup (line->str);
}
