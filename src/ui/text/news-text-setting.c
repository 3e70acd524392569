/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-setting.h"

#include <string.h>

#define SOFT_HYPHEN "\302\255"

/* How many places come before @byte of the text with them. */
static guint
move_back (GArray *originals, guint byte)
{
  guint low = 0;
  guint high = originals->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (originals, guint, middle) < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return byte - low * (guint) strlen (SOFT_HYPHEN);
}

NewsText *
news_text_without_hyphens (const NewsText *text, GArray *places)
{
  g_autoptr (GArray) originals = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *letters = g_string_new (NULL);
  const char *start = text->text;
  NewsText *copy;

  for (const char *at; (at = strstr (start, SOFT_HYPHEN)) != NULL;
       start = at + strlen (SOFT_HYPHEN))
    {
      guint original = (guint) (at - text->text);
      guint place;

      g_string_append_len (letters, start, at - start);
      place = (guint) letters->len;
      g_array_append_val (originals, original);
      g_array_append_val (places, place);
    }
  g_string_append (letters, start);

  copy = news_text_new_take (g_string_free (letters, FALSE));
  for (guint i = 0; i < text->spans->len; i++)
    {
      NewsSpan span = g_array_index (text->spans, NewsSpan, i);

      span.start = move_back (originals, span.start);
      span.end = move_back (originals, span.end);
      span.link = g_strdup (span.link);
      span.language = g_strdup (span.language);
      span.expansion = g_strdup (span.expansion);
      g_array_append_val (copy->spans, span);
    }

  return copy;
}

/* What is drawn by us needs an attribute all the same, so that runs end where it does. The colour
 * is never seen, nor is the line over an abbreviation. */
static PangoAttribute *
create_marker (NewsStyle style)
{
  switch ((int) style)
    {
    case NEWS_STYLE_MARKED:
      return pango_attr_background_new (0, 0, 0);
    case NEWS_STYLE_UNDERLINED:
      return pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
    case NEWS_STYLE_STRUCK:
      return pango_attr_strikethrough_new (TRUE);
    default:
      return NULL;
    }
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, const NewsSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_scripts (PangoAttrList *list, const NewsSpan *span)
{
  if ((span->style & NEWS_STYLE_SUPERSCRIPT) != 0)
    {
      insert (list, pango_attr_font_scale_new (PANGO_FONT_SCALE_SUPERSCRIPT), span);
      insert (list, pango_attr_baseline_shift_new (PANGO_BASELINE_SHIFT_SUPERSCRIPT), span);
    }
  else if ((span->style & NEWS_STYLE_SUBSCRIPT) != 0)
    {
      insert (list, pango_attr_font_scale_new (PANGO_FONT_SCALE_SUBSCRIPT), span);
      insert (list, pango_attr_baseline_shift_new (PANGO_BASELINE_SHIFT_SUBSCRIPT), span);
    }
}

static void
insert_span (PangoAttrList *list, const NewsSpan *span)
{
  static const NewsStyle drawn[] = { NEWS_STYLE_MARKED, NEWS_STYLE_UNDERLINED, NEWS_STYLE_STRUCK };

  if (span->link != NULL)
    insert (list, pango_attr_foreground_new (0, 0, 0), span);
  if (span->expansion != NULL)
    insert (list, pango_attr_overline_new (PANGO_OVERLINE_SINGLE), span);
  if (span->language != NULL)
    insert (list, pango_attr_language_new (pango_language_from_string (span->language)), span);
  if ((span->style & NEWS_STYLE_STRONG) != 0)
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  if ((span->style & NEWS_STYLE_EMPHASIS) != 0)
    insert (list, pango_attr_style_new (PANGO_STYLE_ITALIC), span);
  if ((span->style & NEWS_STYLE_CODE) != 0)
    insert (list, pango_attr_family_new ("monospace"), span);
  if ((span->style & NEWS_STYLE_SMALL) != 0)
    insert (list, pango_attr_scale_new (PANGO_SCALE_SMALL), span);
  insert_scripts (list, span);
  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    if ((span->style & drawn[i]) != 0)
      insert (list, create_marker (drawn[i]), span);
}

PangoAttrList *
news_text_create_attributes (const NewsText *text, const char *language)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (language != NULL)
    pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (language)));
  for (guint i = 0; i < text->spans->len; i++)
    insert_span (list, &g_array_index (text->spans, NewsSpan, i));

  return list;
}

NewsRunFlags
news_run_flags_of (const PangoItem *item)
{
  NewsRunFlags flags = 0;

  for (GSList *at = item->analysis.extra_attrs; at != NULL; at = at->next)
    switch ((int) ((PangoAttribute *) at->data)->klass->type)
      {
      case PANGO_ATTR_FOREGROUND:
        flags |= NEWS_RUN_LINK;
        break;
      case PANGO_ATTR_BACKGROUND:
        flags |= NEWS_RUN_MARKED;
        break;
      case PANGO_ATTR_UNDERLINE:
        flags |= NEWS_RUN_UNDERLINED;
        break;
      case PANGO_ATTR_STRIKETHROUGH:
        flags |= NEWS_RUN_STRUCK;
        break;
      case PANGO_ATTR_OVERLINE:
        flags |= NEWS_RUN_ABBREVIATION;
        break;
      }

  return flags;
}
