/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-markup.h"

/* What a style is in Pango's markup, in the order in which tags are opened. */
static const struct
{
  NewsStyle style;
  const char *open;
  const char *close;
} tags[] = {
  { NEWS_STYLE_STRONG, "<b>", "</b>" },
  { NEWS_STYLE_EMPHASIS, "<i>", "</i>" },
  { NEWS_STYLE_CODE, "<tt>", "</tt>" },
  { NEWS_STYLE_STRUCK, "<s>", "</s>" },
  { NEWS_STYLE_UNDERLINED, "<u>", "</u>" },
  { NEWS_STYLE_MARKED, "<span background=\"#f8e45c\" foreground=\"#241f31\">", "</span>" },
  { NEWS_STYLE_SUPERSCRIPT, "<sup>", "</sup>" },
  { NEWS_STYLE_SUBSCRIPT, "<sub>", "</sub>" },
  { NEWS_STYLE_SMALL, "<small>", "</small>" },
};

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

static void
open_span (GString *markup, const NewsSpan *span)
{
  if (span->link != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (span->link, -1);

      g_string_append_printf (markup, "<a href=\"%s\">", escaped);
    }
  if (span->language != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (span->language, -1);

      g_string_append_printf (markup, "<span lang=\"%s\">", escaped);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if ((span->style & tags[i].style) != 0)
      g_string_append (markup, tags[i].open);
}

static void
close_span (GString *markup, const NewsSpan *span)
{
  for (gsize i = G_N_ELEMENTS (tags); i > 0; i--)
    if ((span->style & tags[i - 1].style) != 0)
      g_string_append (markup, tags[i - 1].close);
  if (span->language != NULL)
    g_string_append (markup, "</span>");
  if (span->link != NULL)
    g_string_append (markup, "</a>");
}

/* Spans are ordered by their start, and nested or apart: a stack is enough. */
char *
news_text_dup_markup (const NewsText *text)
{
  GString *markup = g_string_new (NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint at = 0;

  for (guint i = 0; i <= text->spans->len; i++)
    {
      const NewsSpan *span
        = i < text->spans->len ? &g_array_index (text->spans, NewsSpan, i) : NULL;

      while (open->len > 0)
        {
          const NewsSpan *top = g_ptr_array_index (open, open->len - 1);

          if (span != NULL && top->end > span->start)
            break;
          append_escaped (markup, text->text + at, top->end - at);
          at = top->end;
          close_span (markup, top);
          g_ptr_array_remove_index (open, open->len - 1);
        }

      if (span != NULL)
        {
          append_escaped (markup, text->text + at, span->start - at);
          at = span->start;
          open_span (markup, span);
          g_ptr_array_add (open, (gpointer) span);
        }
    }
  append_escaped (markup, text->text + at, strlen (text->text + at));

  return g_string_free (markup, FALSE);
}
