/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-address.h"
#include "news-bare-address.h"
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

/* The next address in @text, or NULL. */
static const char *
find_address (const char *text, const char **end)
{
  for (const char *at = text; (at = strpbrk (at, "hH")) != NULL; at++)
    if (news_bare_address_begins (text, at))
      {
        *end = news_bare_address_find_end (at);
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
