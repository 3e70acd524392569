/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-tokenizer.h"

#include "news-entity-names.h"
#include "news-letters.h"

#include <string.h>

/* Longer than any name of a character. */
#define MAX_REFERENCE 32

/* What is dropped with all in it, however it looks inside. */
static const char *const raw_elements[] = { "script", "style" };

static gboolean
is_space (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

/* Whether @word, which has no capitals at its beginning, is at @at. */
static gboolean
begins (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  /* Nearly always the first letter tells. */
  return (gsize) (end - at) >= length && g_ascii_tolower (*at) == *word
         && g_ascii_strncasecmp (at, word, length) == 0;
}

/* Whether the name of a tag at @at is @name, and no longer one. */
static gboolean
is_name (const char *at, const char *end, const char *name)
{
  gsize length = strlen (name);

  return begins (at, end, name)
         && (at + length == end || is_space (at[length]) || at[length] == '/' || at[length] == '>');
}

static const char *
find_byte (const char *at, const char *end, char byte)
{
  const char *found = memchr (at, byte, end - at);

  return found != NULL ? found : end;
}

/* Past the next @byte, or the end. */
static const char *
skip_past (const char *at, const char *end, char byte)
{
  const char *found = find_byte (at, end, byte);

  return found < end ? found + 1 : end;
}

/* Nothing takes more room than it had in the source: a NUL byte stands where a tag, a quote, a
 * space or an equals sign did, and no reference is shorter than its letter. Should that ever be
 * wrong, letters are missing, and no memory is overwritten. */
static void
write_bytes (NewsHtmlTokenizer *self, const char *bytes, gsize length)
{
  gsize room = self->out_end - self->out - 1;

  length = MIN (length, room);
  memcpy (self->out, bytes, length);
  self->out += length;
}

/* The token, or the part of one, that began at @start ends here. */
static const char *
finish (NewsHtmlTokenizer *self, const char *start)
{
  *self->out = '\0';
  self->out += self->out + 1 < self->out_end;

  return start;
}

/* References */

/* The number of a letter, at @at; how many bytes it takes is added to @at. */
static gunichar
read_number (const char **at, const char *end)
{
  gboolean hexadecimal = *at < end && (**at == 'x' || **at == 'X');
  const char *from = *at + hexadecimal;
  gunichar letter = 0;
  int digit;

  for (*at = from; *at < end; (*at)++)
    {
      digit = hexadecimal ? g_ascii_xdigit_value (**at) : g_ascii_digit_value (**at);
      if (digit < 0)
        break;
      /* What is too large stays so. */
      if (letter < 0x110000)
        letter = letter * (hexadecimal ? 16 : 10) + digit;
    }
  if (*at == from)
    *at = NULL;
  else if (*at < end && **at == ';')
    (*at)++;

  return letter;
}

/* Whether there is a numbered reference at hand; writes its letter, or nothing if there is no such
 * letter (13.2.5.80 has a sign for it, which only tells the reader that somebody erred). */
static gboolean
read_numbered (NewsHtmlTokenizer *self, const char *end)
{
  const char *at = self->at + strlen ("&#");
  char bytes[6];
  gunichar letter;

  if (at > end || self->at[1] != '#')
    return FALSE;
  letter = read_number (&at, end);
  if (at == NULL)
    return FALSE;

  self->at = at;
  letter = news_letter_mend (letter);
  if (letter != 0 && g_unichar_validate (letter))
    write_bytes (self, bytes, g_unichar_to_utf8 (letter, bytes));

  return TRUE;
}

/* The same with a name. */
static gboolean
read_named (NewsHtmlTokenizer *self, const char *end)
{
  const char *from = self->at + 1;
  const char *at = from;
  char name[MAX_REFERENCE + 1];
  char bytes[6];
  gunichar letter;

  while (at < end && at - from < MAX_REFERENCE && g_ascii_isalnum (*at))
    {
      name[at - from] = *at;
      at++;
    }
  if (at == end || *at != ';')
    return FALSE;
  name[at - from] = '\0';
  letter = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, name));
  if (letter == 0)
    return FALSE;

  self->at = at + 1;
  write_bytes (self, bytes, g_unichar_to_utf8 (letter, bytes));

  return TRUE;
}

/* All up to @end, with the references in it resolved. */
static void
read_letters (NewsHtmlTokenizer *self, const char *end)
{
  while (self->at < end)
    {
      const char *reference = find_byte (self->at, end, '&');

      write_bytes (self, self->at, reference - self->at);
      self->at = reference;
      if (self->at < end && !read_numbered (self, end) && !read_named (self, end))
        {
          write_bytes (self, "&", 1);
          self->at++;
        }
    }
}

/* Tags */

static gboolean
ends_name (char byte)
{
  return is_space (byte) || byte == '/' || byte == '>';
}

/* A name in lower case; its length is that of what was written. An attribute's may begin with an
 * equals sign, and ends before one. */
static const char *
read_name (NewsHtmlTokenizer *self, gboolean attribute)
{
  char *start = self->out;
  const char *from = self->at;

  do
    self->at++;
  while (self->at < self->end && !ends_name (*self->at) && !(attribute && *self->at == '='));
  write_bytes (self, from, self->at - from);
  for (char *at = start; at < self->out; at++)
    if (*at >= 'A' && *at <= 'Z')
      *at += 'a' - 'A';

  return start;
}

static void
skip_space (NewsHtmlTokenizer *self)
{
  while (self->at < self->end && is_space (*self->at))
    self->at++;
}

/* 13.2.5.36 to 38. */
static const char *
read_value (NewsHtmlTokenizer *self)
{
  const char *start = self->out;
  char quote = self->at < self->end ? *self->at : '\0';
  const char *end;

  if (quote == '"' || quote == '\'')
    {
      self->at++;
      end = find_byte (self->at, self->end, quote);
      read_letters (self, end);
      self->at += self->at < self->end;
    }
  else
    {
      for (end = self->at; end < self->end && !is_space (*end) && *end != '>';)
        end++;
      read_letters (self, end);
    }

  return finish (self, start);
}

/* Names and values take no room once there are too many: they are read, and forgotten. */
static void
read_attribute (NewsHtmlTokenizer *self)
{
  char *before = self->out;
  NewsHtmlAttribute attribute = { NULL, "" };

  attribute.name = finish (self, read_name (self, TRUE));
  skip_space (self);
  if (self->at < self->end && *self->at == '=')
    {
      self->at++;
      skip_space (self);
      attribute.value = read_value (self);
    }

  if (self->n_attributes < NEWS_HTML_MAX_ATTRIBUTES)
    self->attributes[self->n_attributes++] = attribute;
  else
    self->out = before;
}

/* 13.2.5.32 to 40. */
static void
read_attributes (NewsHtmlTokenizer *self)
{
  self->n_attributes = 0;
  self->closed = FALSE;
  while (self->at < self->end && *self->at != '>')
    if (is_space (*self->at) || *self->at == '/')
      {
        self->closed = *self->at == '/';
        self->at++;
      }
    else
      {
        self->closed = FALSE;
        read_attribute (self);
      }
  self->at += self->at < self->end;
}

static NewsHtmlTokenType
read_tag (NewsHtmlTokenizer *self)
{
  gboolean end_tag = self->at[1] == '/';
  const char *name;

  self->at += end_tag ? strlen ("</") : strlen ("<");
  name = read_name (self, FALSE);
  self->length = self->out - name;
  self->tag = news_html_tag_find (name, self->length);
  if (self->tag != NULL)
    {
      self->out -= self->length;
      self->text = self->tag->name;
    }
  else
    {
      self->tag = news_html_tag_get_unknown ();
      self->text = finish (self, name);
    }
  read_attributes (self);

  return end_tag ? NEWS_HTML_TOKEN_END_TAG : NEWS_HTML_TOKEN_START_TAG;
}

/* What is passed over */

/* "<!-->" and "<!--->" are comments, and "--!>" ends one (13.2.5.43 to 52). One that does not end
 * hides the rest. */
static void
skip_comment (NewsHtmlTokenizer *self)
{
  const char *at = self->at + strlen ("<!--");

  if (begins (at, self->end, ">") || begins (at, self->end, "->"))
    {
      self->at = skip_past (at, self->end, '>');
      return;
    }

  for (;; at++)
    {
      at = find_byte (at, self->end, '-');
      if (at == self->end || begins (at, self->end, "-->") || begins (at, self->end, "--!>"))
        break;
    }
  self->at = skip_past (at, self->end, '>');
}

/* To the end tag of a script or a style. */
static void
skip_raw (NewsHtmlTokenizer *self, const char *name)
{
  const char *at = self->at + 1;

  do
    at = skip_past (at, self->end, '<');
  while (at < self->end && !(*at == '/' && is_name (at + 1, self->end, name)));

  self->at = skip_past (at, self->end, '>');
}

/* Whether there was a script or a style at hand. */
static gboolean
skip_raw_element (NewsHtmlTokenizer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (raw_elements); i++)
    if (is_name (self->at + 1, self->end, raw_elements[i]))
      {
        skip_raw (self, raw_elements[i]);
        return TRUE;
      }

  return FALSE;
}

/* What begins with "<" but is no tag (13.2.5.6 to 8 and 41). */
static void
read_no_tag (NewsHtmlTokenizer *self)
{
  char next = self->at + 1 < self->end ? self->at[1] : '\0';

  if (begins (self->at, self->end, "<!--"))
    skip_comment (self);
  else if (begins (self->at, self->end, "<![CDATA["))
    {
      self->at += strlen ("<![CDATA[");
      self->cdata = TRUE;
    }
  /* The document's type, instructions, what only Word understands, and end tags without a name. */
  else if (next == '!' || next == '?' || (next == '/' && self->at + 2 < self->end))
    self->at = skip_past (self->at, self->end, '>');
  else
    {
      write_bytes (self, "<", 1);
      self->at++;
    }
}

static gboolean
is_tag (const NewsHtmlTokenizer *self)
{
  const char *name = self->at + 1;

  if (name < self->end && *name == '/')
    name++;

  return name < self->end && g_ascii_isalpha (*name);
}

/* Up to the next "<". */
static void
read_run (NewsHtmlTokenizer *self)
{
  const char *end = find_byte (self->at, self->end, '<');
  const char *section_end = self->cdata ? g_strstr_len (self->at, end - self->at, "]]>") : NULL;

  if (section_end != NULL)
    {
      read_letters (self, section_end);
      self->at += strlen ("]]>");
      self->cdata = FALSE;
    }
  read_letters (self, end);
}

void
news_html_tokenizer_init (NewsHtmlTokenizer *self, const char *html, gsize length, char *buffer)
{
  self->at = html;
  self->end = html + length;
  self->out = buffer;
  self->out_end = buffer + NEWS_HTML_TOKENIZER_ROOM (length);
  self->letters = news_entity_names_get ();
  self->cdata = FALSE;
}

NewsHtmlTokenType
news_html_tokenizer_next (NewsHtmlTokenizer *self)
{
  const char *start = self->out;

  for (;;)
    {
      read_run (self);
      if (self->at == self->end)
        break;
      if (!is_tag (self))
        read_no_tag (self);
      else if (!skip_raw_element (self))
        break;
    }

  self->length = self->out - start;
  if (self->length > 0)
    {
      self->text = finish (self, start);
      return NEWS_HTML_TOKEN_TEXT;
    }

  return self->at < self->end ? read_tag (self) : NEWS_HTML_TOKEN_END;
}
