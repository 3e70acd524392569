/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown-inline.h"

#include "news-bare-address.h"
#include "news-markdown-delimiters.h"
#include "news-markdown-line.h"
#include "news-markdown-scan.h"

#include <string.h>

/* The longest name of one, with its marks. */
#define MAX_ENTITY 34

typedef struct
{
  const char *text;
  NewsMarkdownScan *scan;
  NewsMarkdownReferences *references;
  NewsMarkdownDelimiters *delimiters;
  GString *html; /* of @delimiters */
  gboolean in_link;
} Inline;

static void append (GString *html,
                    const char *text,
                    NewsMarkdownReferences *references,
                    gboolean in_link);

static void
append_letter (GString *html, char letter)
{
  if (letter == '<')
    g_string_append (html, "&lt;");
  else if (letter == '>')
    g_string_append (html, "&gt;");
  else if (letter == '&')
    g_string_append (html, "&amp;");
  else if (letter == '"')
    g_string_append (html, "&quot;");
  else
    g_string_append_c (html, letter);
}

static void
append_escaped (GString *html, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    append_letter (html, text[i]);
}

/* An entity only with its semicolon: an address may have "&copy=1" in it. */
static gboolean
is_entity (const char *at)
{
  gsize length = 1 + (at[1] == '#');

  while (g_ascii_isalnum (at[length]) && length < MAX_ENTITY)
    length++;

  return at[length] == ';' && g_ascii_isalnum (at[length - 1]);
}

/* Of an address or an alternative text: marks that are escaped stand for themselves; entities stay
 * what they are. */
static void
append_value (GString *html, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '&' && is_entity (text + i))
      g_string_append_c (html, '&');
    else
      {
        i += text[i] == '\\' && i + 1 < length && g_ascii_ispunct (text[i + 1]);
        append_letter (html, text[i]);
      }
}

static void
append_attribute (GString *html, const char *name, const char *value, gsize length)
{
  g_string_append_printf (html, " %s=\"", name);
  append_value (html, value, length);
  g_string_append_c (html, '"');
}

/* --- links --- */

/* "](address "title")", or "][label]", "][]" and a bare "]", whose address is told elsewhere. */
static const char *
find_target (Inline *self, const char *open, const char *close, char **address)
{
  const char *label = open + 1;
  const char *label_end = close;
  const char *end = news_markdown_scan_find_address (close, address);
  g_autofree char *key = NULL;
  const char *found;

  if (end != NULL)
    return end;

  end = close + 1;
  if (*end == '[')
    {
      const char *second = news_markdown_scan_get_match (self->scan, end);

      if (second == NULL)
        return NULL;
      if (second > end + 1)
        {
          label = end + 1;
          label_end = second;
        }
      end = second + 1;
    }

  key = news_markdown_dup_label (label, (gsize) (label_end - label));
  found = key != NULL ? g_hash_table_lookup (self->references->addresses, key) : NULL;
  if (found == NULL || strlen (found) > self->references->room)
    return NULL;
  self->references->room -= strlen (found);
  *address = g_strdup (found);

  return end;
}

static void
append_picture (Inline *self, const char *words, gsize length, const char *address)
{
  g_string_append (self->html, "<img");
  append_attribute (self->html, "src", address, strlen (address));
  append_attribute (self->html, "alt", words, length);
  g_string_append_c (self->html, '>');
}

static void
append_link (Inline *self, const char *words, gsize length, const char *address)
{
  g_autofree char *inner = g_strndup (words, length);

  g_string_append (self->html, "<a");
  append_attribute (self->html, "href", address, strlen (address));
  g_string_append_c (self->html, '>');
  append (self->html, inner, self->references, TRUE);
  g_string_append (self->html, "</a>");
}

/* A link or, with a "!" before it, a picture; the words of a link may be anything but a link. */
static const char *
read_bracket (Inline *self, const char *at)
{
  gboolean picture = *at == '!';
  const char *open = at + picture;
  const char *close = *open == '[' ? news_markdown_scan_get_match (self->scan, open) : NULL;
  g_autofree char *address = NULL;
  const char *end = NULL;

  if (close != NULL && (picture || !self->in_link))
    end = find_target (self, open, close, &address);
  if (end == NULL)
    {
      g_string_append_c (self->html, *at);
      return at + 1;
    }

  if (picture)
    append_picture (self, open + 1, (gsize) (close - open) - 1, address);
  else
    append_link (self, open + 1, (gsize) (close - open) - 1, address);

  return end;
}

static const char *
read_bare_address (Inline *self, const char *at)
{
  const char *end = NULL;

  if (!self->in_link && news_bare_address_begins (self->text, at))
    end = news_bare_address_find_end (at);
  if (end == NULL || end == at)
    {
      g_string_append_c (self->html, *at);
      return at + 1;
    }

  g_string_append (self->html, "<a");
  append_attribute (self->html, "href", at, (gsize) (end - at));
  g_string_append_c (self->html, '>');
  append_escaped (self->html, at, (gsize) (end - at));
  g_string_append (self->html, "</a>");

  return end;
}

/* --- others --- */

/* <https://paper.example/>, or HTML, which stays what it is. */
static const char *
read_angle (Inline *self, const char *at)
{
  const char *end = news_markdown_scan_skip_angle (self->scan, at);

  if (end == NULL)
    {
      append_letter (self->html, *at);
      return at + 1;
    }
  if (news_markdown_scan_is_address (at, end))
    {
      g_string_append (self->html, "<a");
      append_attribute (self->html, "href", at + 1, (gsize) (end - at) - 2);
      g_string_append_c (self->html, '>');
      append_escaped (self->html, at + 1, (gsize) (end - at) - 2);
      g_string_append (self->html, "</a>");
    }
  else
    g_string_append_len (self->html, at, end - at);

  return end;
}

static const char *
read_code (Inline *self, const char *at)
{
  gsize marks = strspn (at, "`");
  const char *end = news_markdown_scan_skip_code (self->scan, at);

  if (end == NULL)
    {
      g_string_append_len (self->html, at, (gssize) marks);
      return at + marks;
    }

  g_string_append (self->html, "<code>");
  append_escaped (self->html, at + marks, (gsize) (end - at) - 2 * marks);
  g_string_append (self->html, "</code>");

  return end;
}

static const char *
read_ampersand (Inline *self, const char *at)
{
  g_string_append (self->html, is_entity (at) ? "&" : "&amp;");

  return at + 1;
}

static const char *
read_escape (Inline *self, const char *at)
{
  if (at[1] == '\n')
    {
      g_string_append (self->html, "<br>");
      return at + 2;
    }
  if (!g_ascii_ispunct (at[1]))
    {
      g_string_append_c (self->html, *at);
      return at + 1;
    }

  append_letter (self->html, at[1]);

  return at + 2;
}

static const char *
read_line_end (Inline *self, const char *at)
{
  gsize length = self->html->len;
  gboolean hard = length >= 2 && strcmp (self->html->str + length - 2, "  ") == 0;

  g_string_append (self->html, hard ? "<br>" : "\n");

  return at + 1;
}

static const char *
read_run (Inline *self, const char *at)
{
  const char mark[] = { *at, '\0' };
  gsize length = strspn (at, mark);

  news_markdown_delimiters_add (self->delimiters, self->text, at, (guint) length);

  return at + length;
}

static const char *
read_mark (Inline *self, const char *at)
{
  switch (*at)
    {
    case '\\':
      return read_escape (self, at);
    case '`':
      return read_code (self, at);
    case '<':
      return read_angle (self, at);
    case '&':
      return read_ampersand (self, at);
    case '\n':
      return read_line_end (self, at);
    case '*':
    case '_':
    case '~':
      return read_run (self, at);
    case '[':
    case '!':
      return read_bracket (self, at);
    case 'h':
    case 'H':
      return read_bare_address (self, at);
    default:
      append_letter (self->html, *at);
      return at + 1;
    }
}

static void
append (GString *html, const char *text, NewsMarkdownReferences *references, gboolean in_link)
{
  g_autoptr (NewsMarkdownScan) scan = news_markdown_scan_new (text);
  g_autoptr (NewsMarkdownDelimiters) delimiters = news_markdown_delimiters_new ();
  Inline self = { .text = text,
                  .scan = scan,
                  .references = references,
                  .delimiters = delimiters,
                  .html = news_markdown_delimiters_get_html (delimiters),
                  .in_link = in_link };

  for (const char *at = text; *at != '\0';)
    {
      gsize usual = strcspn (at, "\\`<>&\"\n*_~[!hH");

      g_string_append_len (self.html, at, (gssize) usual);
      at += usual;
      if (*at != '\0')
        at = read_mark (&self, at);
    }
  news_markdown_delimiters_write (delimiters, html);
}

void
news_markdown_inline_append (GString *html, const char *text, NewsMarkdownReferences *references)
{
  append (html, text, references, FALSE);
}
