/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown-signs.h"

#include "news-markdown-delimiters.h"
#include "news-markdown-line.h"
#include "news-markdown-scan.h"

#include <string.h>

/* A text that is Markdown shows it before so many bytes of it. */
#define MAX_BYTES (256 << 10)

/* Signs that plain text may have by itself: an asterisk before a footnote and one behind its word,
 * a list with dashes, a line of them, an answer to a letter. So many kinds of them are more than
 * chance. */
#define MANY 3

enum
{
  EMPHASIS = 1 << 0,
  CODE = 1 << 1,
  LIST = 1 << 2,
  QUOTE = 1 << 3,
  RULE = 1 << 4,
  UNDERLINE = 1 << 5,
  SURE = 1 << 6, /* one that is enough */
};

typedef struct
{
  GPtrArray *lines;
  guint signs;
} Search;

static const char *
get_line (const Search *self, guint index)
{
  return index < self->lines->len ? g_ptr_array_index (self->lines, index) : "";
}

/* --- in a line --- */

/* Whether it is written as addresses of links are: "[sic](see below)" and "f[i](x)" are none. */
static gboolean
is_target (const char *address)
{
  static const char *const starts[] = { "http://", "https://", "mailto:", "/", "./", "../", "#" };

  if (strpbrk (address, " \n") != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (address, starts[i], strlen (starts[i])) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_link (const char *line)
{
  for (const char *at = line; (at = strstr (at, "](")) != NULL; at++)
    {
      g_autofree char *address = NULL;

      if (memchr (line, '[', (gsize) (at - line)) != NULL
          && news_markdown_scan_find_address (at, &address) != NULL && is_target (address))
        return TRUE;
    }

  return FALSE;
}

/* Whether a run like the one at @at is in a word: "f**k", "2*3*4", "snake_case". */
static gboolean
is_in_word (const char *line, const char *at, gsize length)
{
  return at > line && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[length]);
}

/* Whether something is marked on @line by two runs of just @length marks, one that only opens and
 * one that only closes. */
static gboolean
has_pair (const char *line, char mark, gsize length)
{
  const char set[] = { mark, '\0' };
  gboolean open = FALSE;

  for (const char *at = line; (at = strchr (at, mark)) != NULL;)
    {
      gsize n = strspn (at, set);
      gboolean opens, closes;

      news_markdown_delimiters_judge (line, at, (guint) n, &opens, &closes);
      if (n == length && !is_in_word (line, at, n))
        {
          if (open && closes)
            return TRUE;
          open = opens;
        }
      at += n;
    }

  return FALSE;
}

static gboolean
has_code (const char *line)
{
  const char *open = strchr (line, '`');
  const char *close = open != NULL ? strchr (open + 1, '`') : NULL;

  /* `as in old mails' has one only; ``so'' has nothing in between. */
  return close != NULL && close > open + 1;
}

/* --- lines --- */

/* "# 2 # 3" is no heading, "#topic" neither; and a heading is apart from the text. */
static gboolean
is_heading (const Search *self, guint at)
{
  const char *text = NULL;
  gsize length = 0;
  guint level = news_markdown_line_get_heading (get_line (self, at), &text, &length);

  if (level == 0 || length == 0 || memchr (text, '#', length) != NULL)
    return FALSE;

  return self->lines->len > 1 && (at == 0 || news_markdown_line_is_blank (get_line (self, at - 1)))
         && (level > 1 || news_markdown_line_is_blank (get_line (self, at + 1)));
}

static gboolean
is_table (const Search *self, guint at)
{
  const char *line = get_line (self, at);
  const char *below = get_line (self, at + 1);
  g_autoptr (GPtrArray) cells = NULL;

  if (strchr (line, '|') == NULL || strchr (below, '-') == NULL)
    return FALSE;

  cells = news_markdown_line_split_row (line);

  return cells->len > 1 && news_markdown_line_is_delimiter (below, cells->len);
}

/* Two at least, of the same mark. */
static gboolean
is_list (const Search *self, guint at)
{
  NewsMarkdownItem item, next;

  return news_markdown_line_get_item (get_line (self, at), &item) && item.number == 0
         && news_markdown_line_get_item (get_line (self, at + 1), &next) && next.mark == item.mark
         && !item.empty;
}

/* A fence that is closed, and has something in it. */
static gboolean
is_code (const Search *self, guint at, guint *open)
{
  const char *line = get_line (self, at);

  if (*open == 0)
    *open = news_markdown_line_get_fence (line) > 0 ? at + 1 : 0;
  else if (news_markdown_line_closes (line, get_line (self, *open - 1)))
    return at > *open;

  return FALSE;
}

static guint
find_weak_signs (const Search *self, guint at)
{
  const char *line = get_line (self, at);
  const char *above = at > 0 ? get_line (self, at - 1) : "";
  gboolean below_text = !news_markdown_line_is_blank (above);
  guint signs = 0;

  if (has_pair (line, '*', 1) || has_pair (line, '_', 1) || has_pair (line, '_', 2))
    signs |= EMPHASIS;
  if (has_code (line))
    signs |= CODE;
  if (is_list (self, at))
    signs |= LIST;
  if (news_markdown_line_get_quoted (line) != NULL)
    signs |= QUOTE;
  if (below_text && news_markdown_line_get_underline (line) > 0 && strlen (line) > 2)
    signs |= UNDERLINE;
  else if (news_markdown_line_is_rule (line))
    signs |= RULE;

  return signs;
}

static gboolean
is_enough (guint signs)
{
  guint n_kinds = 0;

  for (guint left = signs; left != 0; left &= left - 1)
    n_kinds++;

  return (signs & SURE) != 0 || n_kinds >= MANY;
}

gboolean
news_markdown_signs_suffice (const char *text)
{
  g_autofree char *start = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  Search self = { lines, 0 };
  guint fence = 0;

  for (char *at = start; at != NULL;)
    {
      char *end = at + strcspn (at, "\r\n");

      g_ptr_array_add (lines, at);
      at = *end == '\0' ? NULL : end + (*end == '\r' && end[1] == '\n' ? 2 : 1);
      *end = '\0';
    }

  for (guint i = 0; i < lines->len && !is_enough (self.signs); i++)
    {
      const char *line = get_line (&self, i);

      if (has_link (line) || has_pair (line, '*', 2) || is_heading (&self, i) || is_table (&self, i)
          || is_code (&self, i, &fence))
        self.signs |= SURE;
      self.signs |= find_weak_signs (&self, i);
    }

  return is_enough (self.signs);
}
