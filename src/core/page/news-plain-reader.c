/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-address.h"
#include "news-letters.h"
#include "news-page-private.h"
#include "news-text-builder.h"

#include <string.h>

typedef struct
{
  GPtrArray *blocks;
  NewsTextBuilder *builder;
  guint room;
  gboolean cut;
} Reader;

static void
add (Reader *self, const char *text, gsize length)
{
  if (!news_text_builder_add (self->builder, text, length, &self->room))
    self->cut = TRUE;
}

/* Where an address that begins at @text ends: at a space, a quote or angle bracket, or at a letter
 * of a script that has no spaces, since there the sentence goes on. Marks at its end are the
 * sentence's, and so is a bracket that was not opened in it. */
static const char *
find_address_end (const char *text)
{
  const char *end = text;
  int open = 0;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar letter = g_utf8_get_char (end);

      if (letter <= ' ' || (letter < 0x80 && strchr ("\"<>`", letter) != NULL)
          || g_unichar_isspace (letter) || news_letter_is_wide (letter)
          || (letter >= 0x2018 && letter <= 0x201f))
        break;
      open += (letter == '(') - (letter == ')');
      if (open < 0)
        break;
    }

  while (end > text && strchr (".,;:!?'*_]", end[-1]) != NULL)
    end--;

  return end;
}

static gboolean
is_address_start (const char *start, const char *text)
{
  if (text > start && (g_ascii_isalnum (text[-1]) || text[-1] == '/'))
    return FALSE;

  return g_ascii_strncasecmp (text, "http://", 7) == 0
         || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

/* The next address in @text, or NULL. */
static const char *
find_address (const char *text, const char **end)
{
  for (const char *at = text; (at = strpbrk (at, "hH")) != NULL; at++)
    if (is_address_start (text, at))
      {
        *end = find_address_end (at);
        return at;
      }

  return NULL;
}

static void
read_line (Reader *self, const char *line)
{
  const char *from = line;
  const char *end;

  for (const char *at; (at = find_address (from, &end)) != NULL; from = end)
    {
      g_autofree char *bare = g_strndup (at, end - at);
      g_autofree char *link = news_address_resolve (NULL, bare, NEWS_ADDRESS_LINK);

      add (self, from, at - from);
      news_text_builder_push (self->builder, NEWS_STYLE_PLAIN, link, NULL);
      add (self, at, end - at);
      news_text_builder_pop (self->builder);
    }
  add (self, from, strlen (from));
}

static void
end_paragraph (Reader *self)
{
  NewsText *text = news_text_builder_take (self->builder);

  if (text != NULL)
    g_ptr_array_add (self->blocks, news_block_new_take_text (NEWS_BLOCK_PARAGRAPH, text));
}

static gboolean
is_blank (const char *line)
{
  for (; *line != '\0'; line = g_utf8_next_char (line))
    if (!g_unichar_isspace (g_utf8_get_char (line))
        && !g_unichar_iszerowidth (g_utf8_get_char (line)))
      return FALSE;

  return TRUE;
}

NewsPage *
news_page_new_from_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  Reader self = { NULL, NULL, NEWS_PAGE_MAX_LETTERS, FALSE };
  char *next;

  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  self.builder = news_text_builder_new ();

  for (char *line = valid; line != NULL && !self.cut; line = next)
    {
      gsize length = strcspn (line, "\r\n\f\v");

      next = line[length] != '\0' ? line + length + 1 : NULL;
      if (line[length] == '\r' && *next == '\n')
        next++;
      line[length] = '\0';

      if (is_blank (line))
        end_paragraph (&self);
      else
        {
          news_text_builder_break (self.builder);
          read_line (&self, line);
        }
    }

  end_paragraph (&self);
  news_text_builder_free (self.builder);

  return news_page_new_take (self.blocks, self.cut);
}
