/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-caption.h"

#include <string.h>

#define PRIVATE_STYLES (NEWS_HTML_STYLE_CREDIT | NEWS_HTML_STYLE_MAYBE_CREDIT)

/* What stands between a caption and its credit, or around the credit. */
#define SEPARATORS " \t\n|/()[]-"

static gboolean
is_separator (gunichar letter)
{
  return letter < 0x80 ? strchr (SEPARATORS, (char) letter) != NULL
                       : letter == 0xb7 || letter == 0x2022 || letter == 0x2013 || letter == 0x2014
                           || letter == 0x2028;
}

static gboolean
is_all_separators (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_separator (g_utf8_get_char (text)) && *text != '.')
      return FALSE;

  return TRUE;
}

/* One line of plain text, without separators at its ends; NULL if nothing is left. */
static char *
dup_line (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);
  g_autofree char *part = NULL;
  g_auto (GStrv) lines = NULL;

  while (start < end && is_separator (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_separator (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start == end)
    return NULL;

  part = g_strndup (start, end - start);
  lines = g_strsplit (part, "\u2028", -1);

  return g_strjoinv (" ", lines);
}

/* A cite or small print is a credit if a caption is before it and nothing behind. */
static gboolean
is_credit (const NewsSpan *span, const char *text)
{
  if ((span->style & NEWS_HTML_STYLE_CREDIT) != 0)
    return TRUE;

  return (span->style & NEWS_HTML_STYLE_MAYBE_CREDIT) != 0 && span->start > 0
         && is_all_separators (text + span->end);
}

static char *
dup_whole (const NewsText *text)
{
  g_auto (GStrv) lines = g_strsplit (text->text, "\u2028", -1);

  return news_text_is_empty (text) ? NULL : g_strjoinv (" ", lines);
}

/* Gives the picture its caption and credit in plain text. */
static void
split_credit (NewsPicture *picture, const NewsText *text)
{
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autoptr (GString) credit = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      if (span->start < at || !is_credit (span, text->text))
        continue;
      g_string_append_len (caption, text->text + at, span->start - at);
      if (credit->len > 0)
        g_string_append_c (credit, ' ');
      g_string_append_len (credit, text->text + span->start, span->end - span->start);
      at = span->end;
    }
  if (!is_all_separators (text->text + at))
    g_string_append (caption, text->text + at);

  g_free (picture->caption);
  g_free (picture->credit);
  picture->credit = dup_line (credit->str);
  picture->caption = picture->credit != NULL ? dup_line (caption->str) : dup_whole (text);
}

/* Makes small print of the credits, and leaves no mark. */
static void
clear_marks (NewsText *text)
{
  for (guint i = text->spans->len; i > 0; i--)
    {
      NewsSpan *span = &g_array_index (text->spans, NewsSpan, i - 1);

      /* Small print, not the title of a work, as a cite is elsewhere. */
      if (is_credit (span, text->text))
        span->style = (span->style & ~NEWS_STYLE_EMPHASIS) | NEWS_STYLE_SMALL;
      span->style &= ~PRIVATE_STYLES;
      if (span->style == NEWS_STYLE_PLAIN && span->link == NULL && span->language == NULL)
        g_array_remove_index (text->spans, i - 1);
    }
}

void
news_html_caption_split (NewsText *text, NewsPicture *picture)
{
  if (picture != NULL)
    split_credit (picture, text);
  clear_marks (text);
}
