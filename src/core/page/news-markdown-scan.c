/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown-scan.h"

#include "news-html-tag.h"

#include <string.h>

/* Longer runs of marks than this make no code. */
#define MAX_MARKS 32

/* A tag or an address that is longer, in bytes, is none; nor is a title. */
#define MAX_TAG 2048
#define MAX_TITLE 512

/* HTML has no longer names. */
#define MAX_NAME 24

/* How deep brackets may be in the address of a link. */
#define MAX_BRACKETS 8

struct _NewsMarkdownScan
{
  const char *text;
  GHashTable *matches;               /* of "[", their "]" */
  const char *last_marks[MAX_MARKS]; /* the last run of so many marks, or NULL */
  gboolean no_comment_ends;          /* from here on, as far as has been looked */
};

/* --- code --- */

static void
find_last_marks (NewsMarkdownScan *self)
{
  const char *at = self->text;

  while ((at = strchr (at, '`')) != NULL)
    {
      gsize length = strspn (at, "`");

      if (length < MAX_MARKS)
        self->last_marks[length] = at;
      at += length;
    }
}

const char *
news_markdown_scan_skip_code (NewsMarkdownScan *self, const char *at)
{
  gsize length = strspn (at, "`");

  if (length >= MAX_MARKS || self->last_marks[length] == NULL || self->last_marks[length] <= at)
    return NULL;

  for (at += length; (at = strchr (at, '`')) != NULL;)
    {
      gsize other = strspn (at, "`");

      at += other;
      if (other == length)
        return at;
    }

  return NULL;
}

/* --- angle brackets --- */

gboolean
news_markdown_scan_is_address (const char *at, const char *end)
{
  gsize scheme = 1;

  while (g_ascii_isalnum (at[scheme]) || (scheme > 1 && strchr ("+.-", at[scheme]) != NULL))
    scheme++;
  if (scheme < 3 || at[scheme] != ':')
    return FALSE;

  for (const char *letter = at + scheme; letter < end - 1; letter++)
    if ((guchar) *letter <= ' ' || *letter == '<')
      return FALSE;

  return TRUE;
}

/* Whether what follows such a tag is no HTML up to its end tag: without that, all would be lost. */
static gboolean
is_swallowing (const NewsHtmlTag *tag)
{
  static const char *const names[] = { "iframe", "noembed",  "noframes", "plaintext", "script",
                                       "style",  "textarea", "title",    "xmp",       NULL };

  return g_strv_contains (names, tag->name);
}

static gboolean
is_closed (const char *name, const char *text)
{
  g_autofree char *end_tag = g_strconcat ("</", name, NULL);

  return g_strstr_len (text, (gssize) strnlen (text, MAX_TAG), end_tag) != NULL;
}

/* Past the name of a tag, if it is one of HTML's: what nobody knows might be words, "<John Doe>",
 * and would be lost. */
static const char *
skip_name (const char *name)
{
  gsize length = 0;
  g_autofree char *lower = NULL;
  const NewsHtmlTag *tag;

  while (length < MAX_NAME && (g_ascii_isalnum (name[length]) || name[length] == '-'))
    length++;
  if (name[length] == '\0' || strchr (" \t\n/>", name[length]) == NULL)
    return NULL;

  lower = g_ascii_strdown (name, (gssize) length);
  tag = news_html_tag_find (lower, length);
  if (tag == NULL || (name[-1] != '/' && is_swallowing (tag) && !is_closed (lower, name + length)))
    return NULL;

  return name + length;
}

/* Past the closing ">" of a tag, of which the name is read; quotes may hold any. */
static const char *
skip_tag_rest (const char *at, const char *limit)
{
  while (at < limit && *at != '\0' && *at != '<' && *at != '>')
    if (*at == '"' || *at == '\'')
      {
        const char *end = memchr (at + 1, *at, strnlen (at + 1, (gsize) (limit - at)));

        if (end == NULL)
          return NULL;
        at = end + 1;
      }
    else
      at++;

  return at < limit && *at == '>' ? at + 1 : NULL;
}

static const char *
skip_comment (NewsMarkdownScan *self, const char *at)
{
  const char *end = self->no_comment_ends ? NULL : strstr (at + 4, "-->");

  self->no_comment_ends = end == NULL;

  return end != NULL ? end + 3 : NULL;
}

const char *
news_markdown_scan_skip_angle (NewsMarkdownScan *self, const char *at)
{
  const char *limit = at + MAX_TAG;
  const char *name = at + 1 + (at[1] == '/');
  const char *end;

  /* g_str_has_prefix() measures the whole text. */
  if (strncmp (at, "<!--", 4) == 0)
    return skip_comment (self, at);
  if (!g_ascii_isalpha (*name))
    return NULL;

  end = at + 1 + strcspn (at + 1, "<> \t\n");
  if (*end == '>' && end < limit && news_markdown_scan_is_address (at, end + 1))
    return end + 1;

  end = skip_name (name);

  return end != NULL ? skip_tag_rest (end, limit) : NULL;
}

/* --- brackets --- */

/* What is code, or in angle brackets, goes before brackets. */
static const char *
skip_others (NewsMarkdownScan *self, const char *at)
{
  const char *end = NULL;

  if (*at == '\\' && at[1] != '\0')
    return at + 2;
  if (*at == '`')
    {
      end = news_markdown_scan_skip_code (self, at);
      return end != NULL ? end : at + strspn (at, "`");
    }
  if (*at == '<')
    end = news_markdown_scan_skip_angle (self, at);

  return end != NULL ? end : at + 1;
}

static void
find_matches (NewsMarkdownScan *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (const char *at = self->text; *(at += strcspn (at, "\\`<[]")) != '\0';)
    if (*at == '[')
      g_ptr_array_add (open, (gpointer) at++);
    else if (*at != ']')
      at = skip_others (self, at);
    else
      {
        if (open->len > 0)
          g_hash_table_insert (self->matches, g_ptr_array_steal_index (open, open->len - 1),
                               (gpointer) at);
        at++;
      }
  self->no_comment_ends = FALSE;
}

NewsMarkdownScan *
news_markdown_scan_new (const char *text)
{
  NewsMarkdownScan *self = g_new0 (NewsMarkdownScan, 1);

  self->text = text;
  self->matches = g_hash_table_new (NULL, NULL);
  find_last_marks (self);
  find_matches (self);

  return self;
}

void
news_markdown_scan_free (NewsMarkdownScan *self)
{
  g_hash_table_unref (self->matches);
  g_free (self);
}

const char *
news_markdown_scan_get_match (NewsMarkdownScan *self, const char *open)
{
  return g_hash_table_lookup (self->matches, open);
}

/* --- addresses of links --- */

/* Without angle brackets: up to a space, or to the bracket that it did not open. */
static const char *
find_destination_end (const char *at)
{
  guint depth = 0;

  for (const char *limit = at + MAX_TAG; at < limit && (guchar) *at > ' '; at++)
    if (*at == '\\' && g_ascii_ispunct (at[1]))
      at++;
    else if (*at == '(' && ++depth > MAX_BRACKETS)
      return NULL;
    else if (*at == ')' && depth-- == 0)
      return at;

  return depth == 0 ? at : NULL;
}

/* Past a title, which is not kept: of a link, a page has the address only. */
static const char *
skip_title (const char *at)
{
  char close = *at == '(' ? ')' : *at;
  const char *end;

  if (*at == '\0' || strchr ("\"'(", *at) == NULL)
    return at;

  end = memchr (at + 1, close, strnlen (at + 1, MAX_TITLE));
  if (end == NULL)
    return NULL;
  end++;

  return end + strspn (end, " \n");
}

const char *
news_markdown_scan_find_address (const char *close, char **address)
{
  const char *at = close + 1;
  const char *start, *end;

  if (*at != '(')
    return NULL;

  at++;
  at += strspn (at, " \n");
  start = *at == '<' ? at + 1 : at;
  end = *at == '<' ? at + strcspn (at, ">\n") : find_destination_end (at);
  if (end == NULL || (*at == '<' && *end != '>'))
    return NULL;

  at = end + (*at == '<');
  at = skip_title (at + strspn (at, " \n"));
  if (at == NULL || *at != ')')
    return NULL;

  *address = g_strndup (start, (gsize) (end - start));

  return at + 1;
}
