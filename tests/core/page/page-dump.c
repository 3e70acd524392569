/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "page-dump.h"

#include <string.h>

static const char *const type_names[] = {
  [NEWS_BLOCK_PARAGRAPH] = "paragraph",
  [NEWS_BLOCK_HEADING] = "heading",
  [NEWS_BLOCK_LIST] = "list",
  [NEWS_BLOCK_ITEM] = "item",
  [NEWS_BLOCK_QUOTE] = "quote",
  [NEWS_BLOCK_PULL_QUOTE] = "pull-quote",
  [NEWS_BLOCK_PREFORMATTED] = "preformatted",
  [NEWS_BLOCK_FIGURE] = "figure",
  [NEWS_BLOCK_GALLERY] = "gallery",
  [NEWS_BLOCK_TABLE] = "table",
  [NEWS_BLOCK_ROW] = "row",
  [NEWS_BLOCK_CELL] = "cell",
  [NEWS_BLOCK_RULE] = "rule",
  [NEWS_BLOCK_EMBED] = "embed",
  [NEWS_BLOCK_DETAILS] = "details",
  [NEWS_BLOCK_NOTE] = "note",
  [NEWS_BLOCK_KEY_POINTS] = "key-points",
};

static const char *const style_names[] = {
  "strong", "emphasis",   "code",   "superscript", "subscript",
  "struck", "underlined", "marked", "small",
};

static void
dump_letter (GString *out, gunichar letter)
{
  if (letter == 0x2028)
    g_string_append (out, "⏎");
  else if (letter == 0xa0)
    g_string_append (out, "⍽");
  else if (letter == '\n')
    g_string_append (out, "\\n");
  else if (g_unichar_type (letter) == G_UNICODE_FORMAT
           || g_unichar_type (letter) == G_UNICODE_CONTROL
           || (g_unichar_isspace (letter) && letter != ' '))
    g_string_append_printf (out, "<U+%04X>", letter);
  else
    g_string_append_unichar (out, letter);
}

static void
dump_span_start (GString *out, const NewsSpan *span)
{
  const char *separator = "{";

  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    if ((span->style & (1 << i)) != 0)
      {
        g_string_append_printf (out, "%s%s", separator, style_names[i]);
        separator = " ";
      }
  if (span->style >> G_N_ELEMENTS (style_names) != 0)
    g_string_append_printf (out, "%sUNKNOWN-STYLE-%x", separator, span->style);
  if (span->language != NULL)
    {
      g_string_append_printf (out, "%slang=%s", separator, span->language);
      separator = " ";
    }
  if (span->link != NULL)
    {
      g_string_append_printf (out, "%slink=%s", separator, span->link);
      separator = " ";
    }
  if (span->expansion != NULL)
    g_string_append_printf (out, "%sfor=“%s”", separator, span->expansion);
  g_string_append_c (out, '|');
}

static void
dump_text (GString *out, const NewsText *text)
{
  const char *at = text->text;
  guint next = 0;
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (;; at = g_utf8_next_char (at))
    {
      guint offset = at - text->text;

      while (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) == offset)
        {
          g_string_append_c (out, '}');
          g_array_set_size (ends, ends->len - 1);
        }
      while (next < text->spans->len && g_array_index (text->spans, NewsSpan, next).start == offset)
        {
          const NewsSpan *span = &g_array_index (text->spans, NewsSpan, next++);

          dump_span_start (out, span);
          g_array_append_val (ends, span->end);
        }
      if (*at == '\0')
        break;
      dump_letter (out, g_utf8_get_char (at));
    }
  if (ends->len > 0 || next < text->spans->len)
    g_string_append (out, "SPANS-CROSS");
  g_array_unref (ends);
}

static void
dump_picture (GString *out, const NewsPicture *picture, const char *indent)
{
  for (guint i = 0; i < picture->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);

      g_string_append_printf (out, "\n%s  file %dx%d %s", indent, file->width, file->height,
                              file->url);
    }
  if (picture->alt != NULL)
    g_string_append_printf (out, "\n%s  alt: %s", indent, picture->alt);
  if (picture->caption != NULL)
    g_string_append_printf (out, "\n%s  caption: %s", indent, picture->caption);
  if (picture->credit != NULL)
    g_string_append_printf (out, "\n%s  credit: %s", indent, picture->credit);
}

static void
dump_block (GString *out, const NewsBlock *block, guint depth)
{
  g_autofree char *indent = g_strnfill (depth * 2, ' ');

  g_string_append_printf (out, "%s%s", indent, type_names[block->type]);
  if (block->level != 0)
    g_string_append_printf (out, " %d", block->level);
  if (block->type == NEWS_BLOCK_LIST && block->ordered)
    g_string_append (out, " ordered");
  if (block->start != 0)
    g_string_append_printf (out, " %d", block->start);
  if (block->header)
    g_string_append (out, " header");
  if (block->columns > 1 || block->rows > 1)
    g_string_append_printf (out, " %dx%d", block->columns, block->rows);
  if (block->link != NULL)
    g_string_append_printf (out, " link=%s", block->link);
  if (block->text != NULL && !news_text_is_empty (block->text))
    {
      g_string_append (out, ": ");
      dump_text (out, block->text);
    }
  if (block->picture != NULL)
    dump_picture (out, block->picture, indent);
  g_string_append_c (out, '\n');

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    dump_block (out, g_ptr_array_index (block->children, i), depth + 1);
}

char *
page_dump (NewsPage *page)
{
  GString *out = g_string_new (news_page_is_cut (page) ? "CUT\n" : NULL);

  for (guint i = 0; i < news_page_get_n_blocks (page); i++)
    dump_block (out, news_page_get_block (page, i), 0);

  return g_string_free_and_steal (out);
}
