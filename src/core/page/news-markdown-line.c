/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown-line.h"

#include "news-markup.h"

#include <string.h>

/* A line that begins further in begins nothing. */
#define MAX_INDENT 3

/* No table of a newspaper has more columns; and where each bar is looked at again and again, a
 * hostile row would have many. */
#define MAX_COLUMNS 64

#define MAX_LABEL 200

gboolean
news_markdown_line_is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

guint
news_markdown_line_get_indent (const char *line)
{
  return (guint) strspn (line, " ");
}

/* Where what it begins with is, or NULL if it is too far in. */
static const char *
get_start (const char *line)
{
  guint indent = news_markdown_line_get_indent (line);

  return indent <= MAX_INDENT ? line + indent : NULL;
}

gboolean
news_markdown_line_is_rule (const char *line)
{
  const char *at = get_start (line);
  char mark = at != NULL ? *at : '\0';
  guint count = 0;

  if (mark == '\0' || strchr ("*-_", mark) == NULL)
    return FALSE;

  for (; *at != '\0'; at++)
    if (*at == mark)
      count++;
    else if (*at != ' ' && *at != '\t')
      return FALSE;

  return count >= 3;
}

/* Without spaces at the end, and without the marks that may close a heading. */
static gsize
measure_heading (const char *text)
{
  gsize length = strlen (text);
  gsize closed;

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  for (closed = length; closed > 0 && text[closed - 1] == '#';)
    closed--;
  if (closed == length || (closed > 0 && !g_ascii_isspace (text[closed - 1])))
    return length;
  while (closed > 0 && g_ascii_isspace (text[closed - 1]))
    closed--;

  return closed;
}

guint
news_markdown_line_get_heading (const char *line, const char **text, gsize *length)
{
  const char *at = get_start (line);
  gsize level = at != NULL ? strspn (at, "#") : 0;

  if (level == 0 || level > 6 || (at[level] != ' ' && at[level] != '\t' && at[level] != '\0'))
    return 0;

  at += level;
  at += strspn (at, " \t");
  *text = at;
  *length = measure_heading (at);

  return (guint) level;
}

guint
news_markdown_line_get_underline (const char *line)
{
  const char *at = get_start (line);
  gsize length;

  if (at == NULL || (*at != '=' && *at != '-'))
    return 0;

  length = strspn (at, *at == '=' ? "=" : "-");

  return news_markdown_line_is_blank (at + length) ? (*at == '=' ? 1 : 2) : 0;
}

guint
news_markdown_line_get_fence (const char *line)
{
  const char *at = get_start (line);
  gsize length;

  if (at == NULL || (*at != '`' && *at != '~'))
    return 0;

  length = strspn (at, *at == '`' ? "`" : "~");
  /* What is told of the code has none of them: else it is a span in a line. */
  if (length < 3 || (*at == '`' && strchr (at + length, '`') != NULL))
    return 0;

  return (guint) length;
}

gboolean
news_markdown_line_closes (const char *line, const char *open)
{
  const char *at = get_start (line);
  const char *opening = get_start (open);
  guint length = news_markdown_line_get_fence (line);

  return length >= news_markdown_line_get_fence (open) && at != NULL && *at == *opening
         && news_markdown_line_is_blank (at + length);
}

const char *
news_markdown_line_get_quoted (const char *line)
{
  const char *at = get_start (line);

  if (at == NULL || *at != '>')
    return NULL;

  return at[1] == ' ' ? at + 2 : at + 1;
}

gboolean
news_markdown_line_get_item (const char *line, NewsMarkdownItem *item)
{
  const char *at = get_start (line);
  gsize digits, spaces;

  if (at == NULL || news_markdown_line_is_rule (line))
    return FALSE;

  digits = strspn (at, "0123456789");
  item->mark = at[digits];
  item->number = 0;
  if (digits > 9 || item->mark == '\0' || strchr (digits > 0 ? ".)" : "-+*", item->mark) == NULL)
    return FALSE;
  for (gsize i = 0; i < digits; i++)
    item->number = item->number * 10 + (guint) (at[i] - '0');

  at += digits + 1;
  spaces = strspn (at, " ");
  item->empty = news_markdown_line_is_blank (at);
  if (spaces == 0 && !item->empty)
    return FALSE;

  item->offset = (gsize) (at - line) + (spaces > 4 || item->empty ? 1 : spaces);

  return TRUE;
}

gboolean
news_markdown_item_may_interrupt (const NewsMarkdownItem *item)
{
  gboolean ordered = item->mark == '.' || item->mark == ')';

  return !item->empty && (!ordered || item->number == 1);
}

GPtrArray *
news_markdown_line_split_row (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *at = line + strspn (line, " \t");

  if (*at == '|')
    at++;
  for (; *at != '\0'; at++)
    if (at[0] == '\\' && at[1] == '|')
      g_string_append_c (cell, *++at);
    else if (*at == '|')
      {
        g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *at);

  /* Behind the last bar there is no cell more. */
  g_strstrip (cell->str);
  if (*cell->str != '\0')
    g_ptr_array_add (cells, g_strdup (cell->str));

  return cells;
}

static gboolean
is_delimiter_cell (const char *cell)
{
  gsize dashes;

  cell += *cell == ':';
  dashes = strspn (cell, "-");
  cell += dashes;

  return dashes > 0 && (*cell == '\0' || g_str_equal (cell, ":"));
}

gboolean
news_markdown_line_is_delimiter (const char *line, guint n)
{
  g_autoptr (GPtrArray) cells = NULL;

  if (n == 0 || n > MAX_COLUMNS || get_start (line) == NULL || strchr (line, '|') == NULL
      || line[strspn (line, " \t|:-")] != '\0')
    return FALSE;

  cells = news_markdown_line_split_row (line);
  for (guint i = 0; i < cells->len; i++)
    if (!is_delimiter_cell (g_ptr_array_index (cells, i)))
      return FALSE;

  return cells->len == n;
}

char *
news_markdown_dup_label (const char *text, gsize length)
{
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (length == 0 || length > MAX_LABEL || memchr (text, '[', length) != NULL
      || memchr (text, ']', length) != NULL)
    return NULL;

  label = g_strndup (text, length);
  words = news_markup_tidy_text (label);

  return words != NULL ? g_utf8_casefold (words, -1) : NULL;
}

gboolean
news_markdown_line_get_reference (const char *line, char **label, char **address)
{
  const char *at = get_start (line);
  const char *end = at != NULL && *at == '[' ? strchr (at, ']') : NULL;
  gsize length;

  if (end == NULL || end[1] != ':' || at[1] == '^')
    return FALSE;

  *label = news_markdown_dup_label (at + 1, (gsize) (end - at) - 1);
  end += 2;
  end += strspn (end, " \t");
  length = *end == '<' ? strcspn (end, ">") : strcspn (end, " \t");
  *address = *end == '<' ? g_strndup (end + 1, MAX (length, 1) - 1) : g_strndup (end, length);
  if (*label != NULL && **address != '\0')
    return TRUE;

  g_clear_pointer (label, g_free);
  g_clear_pointer (address, g_free);

  return FALSE;
}
