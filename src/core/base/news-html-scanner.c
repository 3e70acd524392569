/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-scanner.h"

#include "news-entities.h"

#include <string.h>

typedef struct
{
  const char *name;
  gsize name_length;
  const char *value;
  gsize value_length;
} Attribute;

static gboolean
is_blank (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && is_blank (*at))
    at++;

  return at;
}

static const char *
find (const char *at, const char *end, const char *text)
{
  const char *found = at < end ? memmem (at, (gsize) (end - at), text, strlen (text)) : NULL;

  return found != NULL ? found : end;
}

/* Reads the attribute at @at, after any blanks, and returns what comes after it; NULL where the tag
 * has ended before one began. */
static const char *
read_attribute (const char *at, const char *end, Attribute *attribute)
{
  char quote;

  while (at < end && (is_blank (*at) || *at == '/'))
    at++;
  if (at == end || *at == '>')
    return NULL;

  attribute->name = at++; /* Even "=" begins a name. */
  while (at < end && !is_blank (*at) && *at != '=' && *at != '>' && *at != '/')
    at++;
  attribute->name_length = (gsize) (at - attribute->name);
  attribute->value = at;
  attribute->value_length = 0;

  if (skip_blanks (at, end) == end || *skip_blanks (at, end) != '=')
    return at;

  at = skip_blanks (skip_blanks (at, end) + 1, end);
  quote = at < end && (*at == '"' || *at == '\'') ? *at++ : '\0';
  attribute->value = at;
  if (quote != '\0')
    {
      at = memchr (at, quote, (gsize) (end - at));
      at = at != NULL ? at : end;
    }
  else
    while (at < end && !is_blank (*at) && *at != '>')
      at++;
  attribute->value_length = (gsize) (at - attribute->value);

  return quote != '\0' && at < end ? at + 1 : at;
}

static gboolean
read_tag (NewsHtmlScanner *self)
{
  const char *at = self->at + 1;
  Attribute attribute;
  gsize length = 0;

  self->token = *at == '/' ? NEWS_HTML_END : NEWS_HTML_START;
  at += *at == '/';

  for (; at < self->end && !is_blank (*at) && *at != '>' && *at != '/'; at++)
    if (length < sizeof self->name - 1)
      self->name[length++] = g_ascii_tolower (*at);
  self->name[length] = '\0';

  self->attributes = at;
  for (const char *next = at; next != NULL; next = read_attribute (at, self->end, &attribute))
    at = next;
  while (at < self->end && *at != '>')
    at++;
  self->attributes_end = at;
  self->at = at < self->end ? at + 1 : at;

  return at < self->end;
}

/* What browsers read as letters up to the end tag of the same name. */
static gboolean
is_raw (const char *name)
{
  static const char *const names[]
    = { "script", "style", "iframe", "textarea", "title", "xmp", "noembed", "noframes", NULL };

  return g_strv_contains (names, name);
}

static void
skip_raw (NewsHtmlScanner *self)
{
  gsize length = strlen (self->name);
  const char *at = self->at;

  for (; at < self->end; at += 2)
    {
      at = find (at, self->end, "</");
      if ((gsize) (self->end - at) > length + 2
          && g_ascii_strncasecmp (at + 2, self->name, length) == 0
          && !g_ascii_isalnum (at[2 + length]))
        break;
    }

  self->at = MIN (at, self->end);
}

/* Comments, and what browsers take for one: <!doctype>, <?php ?>, </ >. */
static void
skip_comment (NewsHtmlScanner *self)
{
  const char *at = self->at;

  if ((gsize) (self->end - at) < 4 || strncmp (at, "<!--", 4) != 0)
    at = find (at, self->end, ">");
  else if (at + 4 < self->end && at[4] == '>')
    at += 4;
  else
    {
      at = find (at + 2, self->end, "-->");
      at = MIN (at + 2, self->end);
    }

  self->at = at < self->end ? at + 1 : self->end;
}

/* Whether the "<" at @at begins a tag or comment, and is not a word's. */
static gboolean
is_markup (const char *at, const char *end)
{
  char next = at + 1 < end ? at[1] : '\0';

  return g_ascii_isalpha (next) || next == '/' || next == '!' || next == '?';
}

static gboolean
is_tag (const char *at, const char *end)
{
  return g_ascii_isalpha (at[1]) || (at[1] == '/' && at + 2 < end && g_ascii_isalpha (at[2]));
}

static void
read_text (NewsHtmlScanner *self)
{
  self->token = NEWS_HTML_TEXT;
  self->text = self->at;
  do
    {
      self->at = memchr (self->at + 1, '<', (gsize) (self->end - self->at - 1));
      self->at = self->at != NULL ? self->at : self->end;
    }
  while (self->at < self->end && !is_markup (self->at, self->end));
  self->length = (gsize) (self->at - self->text);
}

void
news_html_scanner_init (NewsHtmlScanner *self, const char *html, gsize length)
{
  memset (self, 0, sizeof *self);
  self->at = html;
  self->end = html + length;
}

gboolean
news_html_scanner_next (NewsHtmlScanner *self)
{
  if (self->token == NEWS_HTML_START && is_raw (self->name))
    skip_raw (self);

  while (self->at < self->end)
    {
      if (*self->at != '<' || !is_markup (self->at, self->end))
        {
          read_text (self);
          return TRUE;
        }
      if (is_tag (self->at, self->end))
        return read_tag (self);
      skip_comment (self);
    }

  return FALSE;
}

gboolean
news_html_scanner_is (const NewsHtmlScanner *self, NewsHtmlToken token, const char *name)
{
  return self->token == token && strcmp (self->name, name) == 0;
}

const char *
news_html_scanner_get_attribute (const NewsHtmlScanner *self, const char *name, gsize *length)
{
  Attribute attribute;
  gsize name_length = strlen (name);

  if (self->token != NEWS_HTML_START)
    return NULL;

  for (const char *at = self->attributes;
       (at = read_attribute (at, self->attributes_end, &attribute)) != NULL;)
    if (attribute.name_length == name_length
        && g_ascii_strncasecmp (attribute.name, name, name_length) == 0)
      {
        *length = attribute.value_length;
        return attribute.value;
      }

  return NULL;
}

char *
news_html_scanner_dup_attribute (const NewsHtmlScanner *self, const char *name)
{
  gsize length;
  const char *value = news_html_scanner_get_attribute (self, name, &length);
  GString *text;

  if (value == NULL)
    return NULL;

  text = g_string_sized_new (length);
  news_entities_decode (text, value, length, NEWS_ENTITIES_ATTRIBUTE);
  g_strstrip (text->str);
  if (*text->str != '\0')
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);

  return NULL;
}

const char *
news_html_scanner_get_raw (const NewsHtmlScanner *self, gsize *length)
{
  NewsHtmlScanner after = *self;

  if (self->token != NEWS_HTML_START || !is_raw (self->name))
    return NULL;

  skip_raw (&after);
  *length = (gsize) (after.at - self->at);

  return self->at;
}

static gboolean
is_one_of (const char *word, gsize length, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_ascii_strncasecmp (word, words[i], length) == 0 && strlen (words[i]) == length)
      return TRUE;

  return FALSE;
}

gboolean
news_html_scanner_words_have (const char *value,
                              gsize length,
                              const char *const *words,
                              gsize n_words)
{
  const char *end = value + length;

  for (const char *at = skip_blanks (value, end); at < end; at = skip_blanks (at, end))
    {
      const char *start = at;

      while (at < end && !is_blank (*at))
        at++;
      if (is_one_of (start, (gsize) (at - start), words, n_words))
        return TRUE;
    }

  return FALSE;
}

gboolean
news_html_scanner_has_word (const NewsHtmlScanner *self, const char *name, const char *word)
{
  gsize length;
  const char *value = news_html_scanner_get_attribute (self, name, &length);

  return value != NULL && news_html_scanner_words_have (value, length, &word, 1);
}
