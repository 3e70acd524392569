/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-paragraph-text.h"

#include "news-paragraph.h"

#include <string.h>

static GBytes *
get_bytes (NewsParagraph *self, guint start, guint end)
{
  char *part = g_strndup (news_paragraph_get_letters (self) + start, MAX (end, start) - start);

  return g_bytes_new_take (part, strlen (part));
}

static GBytes *
get_contents (GtkAccessibleText *text, guint start, guint end)
{
  NewsParagraph *self = NEWS_PARAGRAPH (text);

  return get_bytes (self, news_paragraph_get_index (self, start),
                    news_paragraph_get_index (self, end));
}

/* A sentence ends with a mark and a blank, or with a Chinese mark. */
static void
find_sentence (const char *letters, guint index, guint *start, guint *end)
{
  gunichar before = 0;
  const char *at;

  *start = 0;
  for (at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean ends = before == 0x3002 || before == 0xff01 || before == 0xff1f
                      || ((before == '.' || before == '!' || before == '?') && letter == ' ');

      before = letter;
      if (!ends)
        continue;
      if ((guint) (at - letters) > index)
        break;
      *start = (guint) (letter == ' ' ? at + 1 - letters : at - letters);
    }
  *end = (guint) (at - letters);
}

static GBytes *
get_contents_at (GtkAccessibleText *text,
                 guint offset,
                 GtkAccessibleTextGranularity granularity,
                 guint *start,
                 guint *end)
{
  NewsParagraph *self = NEWS_PARAGRAPH (text);
  const char *letters = news_paragraph_get_letters (self);
  guint index = news_paragraph_get_index (self, offset);
  guint from = 0;
  guint to = (guint) strlen (letters);

  switch (granularity)
    {
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER:
      from = index;
      to = letters[index] != '\0' ? (guint) (g_utf8_next_char (letters + index) - letters) : index;
      break;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD:
      news_paragraph_get_word (self, index, &from, &to);
      break;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE:
      find_sentence (letters, index, &from, &to);
      break;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE:
      news_paragraph_get_line (self, index, &from, &to);
      break;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH:
    default:
      break;
    }
  *start = news_paragraph_get_offset (self, from);
  *end = news_paragraph_get_offset (self, to);

  return get_bytes (self, from, to);
}

static guint
get_caret_position (GtkAccessibleText *text)
{
  NewsParagraph *self = NEWS_PARAGRAPH (text);

  return news_paragraph_get_offset (self, (guint) MAX (news_paragraph_get_caret (self), 0));
}

static gboolean
get_selection (GtkAccessibleText *text, gsize *n_ranges, GtkAccessibleTextRange **ranges)
{
  NewsParagraph *self = NEWS_PARAGRAPH (text);
  guint start, end;

  if (!news_paragraph_get_selection (self, &start, &end))
    return FALSE;

  start = news_paragraph_get_offset (self, start);
  end = news_paragraph_get_offset (self, end);
  *n_ranges = 1;
  *ranges = g_new (GtkAccessibleTextRange, 1);
  **ranges = (GtkAccessibleTextRange) { start, end - start };

  return TRUE;
}

static gboolean
get_attributes (GtkAccessibleText *text,
                guint offset,
                gsize *n_ranges,
                GtkAccessibleTextRange **ranges,
                char ***names,
                char ***values)
{
  *n_ranges = 0;
  *ranges = NULL;
  *names = g_new0 (char *, 1);
  *values = g_new0 (char *, 1);

  return FALSE;
}

static void
get_default_attributes (GtkAccessibleText *text, char ***names, char ***values)
{
  *names = g_new0 (char *, 1);
  *values = g_new0 (char *, 1);
}

static gboolean
get_extents (GtkAccessibleText *text, guint start, guint end, graphene_rect_t *extents)
{
  NewsParagraph *self = NEWS_PARAGRAPH (text);
  guint from = news_paragraph_get_index (self, start);
  g_autoptr (GArray) rectangles
    = news_paragraph_get_rectangles (self, from, news_paragraph_get_index (self, end));

  news_paragraph_get_caret_place (self, from, extents);
  for (guint i = 0; i < rectangles->len; i++)
    {
      const graphene_rect_t *part = &g_array_index (rectangles, graphene_rect_t, i);

      graphene_rect_union (i == 0 ? part : extents, part, extents);
    }

  return TRUE;
}

static gboolean
get_offset (GtkAccessibleText *text, const graphene_point_t *point, guint *offset)
{
  NewsParagraph *self = NEWS_PARAGRAPH (text);

  *offset
    = news_paragraph_get_offset (self, news_paragraph_get_index_at (self, point->x, point->y));

  return TRUE;
}

void
news_paragraph_text_init (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = get_contents;
  iface->get_contents_at = get_contents_at;
  iface->get_caret_position = get_caret_position;
  iface->get_selection = get_selection;
  iface->get_attributes = get_attributes;
  iface->get_default_attributes = get_default_attributes;
  iface->get_extents = get_extents;
  iface->get_offset = get_offset;
}
