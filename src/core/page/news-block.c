/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block.h"

#include "news-spans.h"

#include <string.h>

enum
{
  HAS_TEXT = 1 << 0,
  HAS_CHILDREN = 1 << 1,
};

static const guint8 traits[] = {
  [NEWS_BLOCK_PARAGRAPH] = HAS_TEXT,
  [NEWS_BLOCK_HEADING] = HAS_TEXT,
  [NEWS_BLOCK_LIST] = HAS_CHILDREN,
  [NEWS_BLOCK_ITEM] = HAS_CHILDREN,
  [NEWS_BLOCK_QUOTE] = HAS_TEXT | HAS_CHILDREN,
  [NEWS_BLOCK_PULL_QUOTE] = HAS_TEXT | HAS_CHILDREN,
  [NEWS_BLOCK_PREFORMATTED] = HAS_TEXT,
  [NEWS_BLOCK_FIGURE] = HAS_TEXT,
  [NEWS_BLOCK_GALLERY] = HAS_TEXT | HAS_CHILDREN,
  [NEWS_BLOCK_TABLE] = HAS_TEXT | HAS_CHILDREN,
  [NEWS_BLOCK_ROW] = HAS_CHILDREN,
  [NEWS_BLOCK_CELL] = HAS_CHILDREN,
  [NEWS_BLOCK_RULE] = 0,
  [NEWS_BLOCK_EMBED] = HAS_TEXT,
  [NEWS_BLOCK_DETAILS] = HAS_TEXT | HAS_CHILDREN,
  [NEWS_BLOCK_NOTE] = HAS_CHILDREN,
  [NEWS_BLOCK_KEY_POINTS] = HAS_TEXT | HAS_CHILDREN,
};

NewsText *
news_text_new (void)
{
  return news_text_new_take (g_strdup (""));
}

NewsText *
news_text_new_take (char *text)
{
  NewsText *self = g_new0 (NewsText, 1);

  self->text = text;
  self->spans = news_spans_new ();

  return self;
}

void
news_text_free (NewsText *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

gboolean
news_text_is_empty (const NewsText *self)
{
  return *self->text == '\0';
}

void
news_text_append_line (NewsText *self, const NewsText *other)
{
  const char *separator = news_text_is_empty (self) ? "" : "\u2028";
  gsize offset = strlen (self->text) + strlen (separator);
  char *text = g_strconcat (self->text, separator, other->text, NULL);

  g_free (self->text);
  self->text = text;

  for (guint i = 0; i < other->spans->len; i++)
    {
      NewsSpan span = g_array_index (other->spans, NewsSpan, i);

      span.start += offset;
      span.end += offset;
      span.link = g_strdup (span.link);
      span.language = g_strdup (span.language);
      span.expansion = g_strdup (span.expansion);
      g_array_append_val (self->spans, span);
    }
}

void
news_text_cut_start (NewsText *self, gsize length)
{
  char *rest = g_strdup (self->text + length);

  g_free (self->text);
  self->text = rest;
  news_spans_clip (self->spans, length, strlen (rest));
}

/* The span around all of @self, which is made if there is none, or none that may @lead somewhere.
 */
static NewsSpan *
get_whole_span (NewsText *self, gboolean lead)
{
  NewsSpan whole = { 0, strlen (self->text), NEWS_STYLE_PLAIN, NULL, NULL, NULL };
  NewsSpan *first = self->spans->len > 0 ? &g_array_index (self->spans, NewsSpan, 0) : NULL;

  if (first == NULL || first->start != whole.start || first->end != whole.end
      || (lead && first->expansion != NULL))
    g_array_prepend_val (self->spans, whole);

  return &g_array_index (self->spans, NewsSpan, 0);
}

void
news_text_set_style (NewsText *self, NewsStyle style)
{
  if (!news_text_is_empty (self))
    get_whole_span (self, FALSE)->style |= style;
}

void
news_text_set_link (NewsText *self, const char *link)
{
  for (guint i = 0; i < self->spans->len; i++)
    if (g_array_index (self->spans, NewsSpan, i).link != NULL)
      return;

  if (!news_text_is_empty (self))
    get_whole_span (self, TRUE)->link = g_strdup (link);
}

void
news_text_append_plain (const NewsText *self, GString *plain)
{
  const char *from = self->text;
  const char *at;

  /* All that is to be replaced begins with one of these two bytes. */
  for (at = from; (at = strpbrk (at, "\xc2\xe2")) != NULL;)
    {
      gunichar letter = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (letter == 0x2028 || letter == 0xad || letter == 0x200b)
        {
          g_string_append_len (plain, from, at - from);
          if (letter == 0x2028)
            g_string_append_c (plain, '\n');
          from = next;
        }
      at = next;
    }
  g_string_append (plain, from);
}

char *
news_text_dup_plain (const NewsText *self)
{
  GString *plain = g_string_sized_new (strlen (self->text));

  news_text_append_plain (self, plain);

  return g_string_free_and_steal (plain);
}

NewsBlock *
news_block_new (NewsBlockType type)
{
  return news_block_new_take_text (type, news_block_type_has_text (type) ? news_text_new () : NULL);
}

NewsBlock *
news_block_new_take_text (NewsBlockType type, NewsText *text)
{
  NewsBlock *self = g_new0 (NewsBlock, 1);

  self->type = type;
  self->text = text;
  if (news_block_type_has_children (type))
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);
  if (type == NEWS_BLOCK_CELL)
    self->columns = self->rows = 1;

  return self;
}

void
news_block_free (NewsBlock *self)
{
  g_clear_pointer (&self->text, news_text_free);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->picture, news_picture_unref);
  g_free (self->link);
  g_free (self);
}

gboolean
news_block_type_has_text (NewsBlockType type)
{
  return (traits[type] & HAS_TEXT) != 0;
}

gboolean
news_block_type_has_children (NewsBlockType type)
{
  return (traits[type] & HAS_CHILDREN) != 0;
}

gboolean
news_block_type_holds (NewsBlockType parent, NewsBlockType child)
{
  if (!news_block_type_has_children (parent))
    return FALSE;
  if (parent == NEWS_BLOCK_LIST)
    return child == NEWS_BLOCK_ITEM;
  if (parent == NEWS_BLOCK_TABLE)
    return child == NEWS_BLOCK_ROW;
  if (parent == NEWS_BLOCK_ROW)
    return child == NEWS_BLOCK_CELL;
  if (parent == NEWS_BLOCK_GALLERY)
    return child == NEWS_BLOCK_FIGURE;

  return child != NEWS_BLOCK_ITEM && child != NEWS_BLOCK_ROW && child != NEWS_BLOCK_CELL;
}
