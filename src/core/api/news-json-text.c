/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-json-text.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* The character, as JSON writes it */
#define NUL "\\u0000"

/* Places in a broken answer at which the JSON may begin. "[" also begins a line of a log. */
#define MAX_STARTS 8

typedef struct
{
  const char *at;
  const char *end;
  GString *text; /* what has been mended */
  guint depth;
} Mender;

static JsonNode *
parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

static void
skip (const char **text, gsize *length, gsize count)
{
  *text += count;
  *length -= count;
}

static void
skip_to_text (const char **text, gsize *length)
{
  if (*length >= 3 && memcmp (*text, BYTE_ORDER_MARK, 3) == 0)
    skip (text, length, 3);
  while (*length > 0 && g_ascii_isspace (**text))
    skip (text, length, 1);
}

/* What caches and PHP's notices leave before an answer, or before a page. */
static void
skip_comments (const char **text, gsize *length)
{
  while (*length >= 4 && memcmp (*text, "<!--", 4) == 0)
    {
      const char *end = memmem (*text, *length, "-->", 3);

      if (end == NULL)
        return;
      skip (text, length, (gsize) (end + 3 - *text));
      skip_to_text (text, length);
    }
}

static gboolean
starts_with (const char *text, gsize length, const char *prefix)
{
  return length >= strlen (prefix) && g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* A page for browsers may hold JSON in its scripts, which must not be taken for the answer. What
 * PHP writes when something goes wrong is HTML too, but has no page around it. */
static gboolean
is_page (const char *text, gsize length)
{
  static const char *const remarks[] = { "<br", "<b>", "<font", "<table", "<div id=\"error\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (starts_with (text, length, remarks[i]))
      return FALSE;

  return starts_with (text, length, "<");
}

/* Four hexadecimal digits after "\u", or -1. */
static int
read_unit (const char *at, const char *end)
{
  int unit = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;

  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

/* Copies a backslash and what belongs to it. Half of a pair of surrogates, as is left where a text
 * was cut through an emoji, becomes the replacement character. NUL, at which the text would end for
 * us, is left out, as browsers do. */
static void
mend_escape (Mender *self)
{
  int unit = read_unit (self->at, self->end);
  int low = unit >= 0 ? read_unit (self->at + 6, self->end) : -1;
  gsize length = unit >= 0 ? 6 : 2;

  if (unit == 0)
    {
      self->at += 6;
      return;
    }

  if (unit >= 0xd800 && unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff)
    length = 12;
  else if (unit >= 0xd800 && unit <= 0xdfff)
    {
      g_string_append (self->text, "\\ufffd");
      self->at += 6;
      return;
    }

  length = MIN (length, (gsize) (self->end - self->at));
  g_string_append_len (self->text, self->at, (gssize) length);
  self->at += length;
}

static void
mend_string (Mender *self)
{
  g_string_append_c (self->text, *self->at++);
  while (self->at < self->end && *self->at != '"')
    if (*self->at == '\\')
      mend_escape (self);
    else if ((guchar) *self->at < 0x20)
      g_string_append_printf (self->text, "\\u%04x", (guint) *self->at++);
    else
      g_string_append_c (self->text, *self->at++);

  if (self->at < self->end)
    g_string_append_c (self->text, *self->at++);
}

static void
mend_word (Mender *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isalpha (*self->at))
    self->at++;

  if (starts_with (start, (gsize) (self->at - start), "NaN")
      || starts_with (start, (gsize) (self->at - start), "Infinity"))
    {
      /* "-Infinity" has its sign before it. */
      if (g_str_has_suffix (self->text->str, "-"))
        g_string_truncate (self->text, self->text->len - 1);
      g_string_append (self->text, "null");
    }
  else
    g_string_append_len (self->text, start, self->at - start);
}

static void
mend_close (Mender *self)
{
  while (self->text->len > 0 && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  if (g_str_has_suffix (self->text->str, ","))
    g_string_truncate (self->text, self->text->len - 1);

  g_string_append_c (self->text, *self->at++);
  self->depth--;
}

/* Copies one value, an object or list, up to its closing bracket. Whether the brackets match is for
 * the parser to say. */
static gboolean
mend_value (Mender *self)
{
  do
    {
      char c = *self->at;

      if (c == '"')
        mend_string (self);
      else if (c == '}' || c == ']')
        mend_close (self);
      else if (g_ascii_isalpha (c))
        mend_word (self);
      else
        {
          self->depth += c == '{' || c == '[';
          g_string_append_c (self->text, c);
          self->at++;
        }
    }
  while (self->depth > 0 && self->at < self->end);

  return self->depth == 0;
}

/* The next "{" or "[" at the beginning of a line or after a tag; NULL if there is none. Elsewhere
 * in a line it would as often be a part of a sentence. */
static const char *
find_start (const char *text, const char *at, const char *end)
{
  for (; at < end; at++)
    if ((*at == '{' || *at == '[') && (at == text || strchr ("\n>", at[-1]) != NULL))
      return at;

  return NULL;
}

JsonNode *
news_json_text_parse (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *valid = NULL;
  const char *at, *end;
  JsonNode *node;

  skip_to_text (&text, &length);
  skip_comments (&text, &length);
  if (length == 0 || is_page (text, length))
    return NULL;

  node = memmem (text, length, NUL, strlen (NUL)) == NULL ? parse (text, length) : NULL;
  valid = node == NULL ? g_utf8_make_valid (text, (gssize) length) : NULL;
  end = valid != NULL ? valid + strlen (valid) : NULL;
  at = valid;
  for (guint i = 0; node == NULL && i < MAX_STARTS; i++)
    {
      g_autofree char *mended = NULL;

      at = find_start (valid, at, end);
      if (at == NULL)
        break;
      mended = news_json_text_mend (at, (gsize) (end - at));
      if (mended != NULL)
        node = parse (mended, strlen (mended));
      at++;
    }

  return node;
}

gboolean
news_json_text_is_markup (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  skip_to_text (&text, &length);

  return length > 0 && *text == '<';
}

char *
news_json_text_mend (const char *text, gsize length)
{
  Mender mender = { text, text + length, NULL, 0 };

  if (length == 0 || (*text != '{' && *text != '['))
    return NULL;

  mender.text = g_string_sized_new (length);
  if (mend_value (&mender))
    return g_string_free (mender.text, FALSE);
  g_string_free (mender.text, TRUE);

  return NULL;
}
