/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-xml-mender.h"

#include "news-entities.h"

#include <string.h>

/* What may stand before the root: warnings of a server, long comments, a document type. */
#define SEARCHED_BYTES (64 * 1024)

typedef struct
{
  const char *at;
  const char *end;
  GString *out;
} Mender;

static gboolean
begins (const Mender *self, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (self->end - self->at) >= length
         && g_ascii_strncasecmp (self->at, word, length) == 0;
}

/* Goes behind the next @word, or to the end. FALSE if there is none. */
static gboolean
skip_past (Mender *self, const char *word)
{
  const char *found = memmem (self->at, (gsize) (self->end - self->at), word, strlen (word));

  self->at = found != NULL ? found + strlen (word) : self->end;

  return found != NULL;
}

/* A document type may have a part in brackets, with declarations that have ">" in them. */
static void
skip_declaration (Mender *self)
{
  const char *close = memchr (self->at, '>', (gsize) (self->end - self->at));

  if (close != NULL && memchr (self->at, '[', (gsize) (close - self->at)) != NULL)
    skip_past (self, "]");
  skip_past (self, ">");
}

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':' || (guchar) c >= 0x80;
}

/* Whether @at is at a start tag of the local name @name. */
static gboolean
is_start_tag (const Mender *self, const char *name)
{
  const char *local = self->at + 1;
  gsize length = strlen (name);
  const char *at = local;

  while (at < self->end && (g_ascii_isalnum (*at) || strchr ("-_.", *at) != NULL) && *at != '\0')
    at++;
  if (at < self->end && *at == ':')
    local = at + 1;

  return (gsize) (self->end - local) > length && g_ascii_strncasecmp (local, name, length) == 0
         && strchr (" \t\r\n/>", local[length]) != NULL && local[length] != '\0';
}

static gboolean
find_root (Mender *self, const char *const *roots)
{
  const char *limit = MIN (self->end, self->at + SEARCHED_BYTES);

  while (self->at < limit)
    {
      const char *next = memchr (self->at, '<', (gsize) (limit - self->at));

      if (next == NULL)
        return FALSE;
      self->at = next;

      if (begins (self, "<!--"))
        skip_past (self, "-->");
      else if (begins (self, "<!doctype html") || is_start_tag (self, "html"))
        return FALSE;
      else if (begins (self, "<!"))
        skip_declaration (self);
      else if (begins (self, "<?"))
        skip_past (self, "?>");
      else
        {
          for (gsize i = 0; roots[i] != NULL; i++)
            if (is_start_tag (self, roots[i]))
              return TRUE;
          self->at++;
        }
    }

  return FALSE;
}

/* --- what is written ------------------------------------------------------------------------- */

/* Controls, and what UTF-8 can write but XML does not allow (XML 1.0, 2.2). */
static gsize
measure_forbidden (const char *at, const char *end)
{
  if ((guchar) *at < 0x20)
    return *at != '\t' && *at != '\n' && *at != '\r';
  if ((guchar) *at == 0xef && end - at >= 3 && (guchar) at[1] == 0xbf && (guchar) at[2] >= 0xbe)
    return 3;

  return 0;
}

static void
copy_plain (Mender *self, const char *until)
{
  const char *start = self->at;

  while (self->at < until)
    {
      gsize forbidden = measure_forbidden (self->at, self->end);

      if (forbidden == 0)
        {
          self->at++;
          continue;
        }
      g_string_append_len (self->out, start, self->at - start);
      self->at += forbidden;
      start = self->at;
    }
  /* A character may reach beyond. */
  if (start < until)
    g_string_append_len (self->out, start, until - start);
  self->at = MAX (self->at, until);
}

static void
write_escaped (Mender *self, const GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if (strchr ("&<>\"'", text->str[i]) != NULL && text->str[i] != '\0')
      g_string_append_printf (self->out, "&#%d;", text->str[i]);
    else if (measure_forbidden (text->str + i, text->str + text->len) == 0)
      g_string_append_c (self->out, text->str[i]);
}

static void
copy_reference (Mender *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = news_entities_decode_one (text, self->at, self->end, NEWS_ENTITIES_ATTRIBUTE);

  if (length == 0)
    g_string_append (self->out, "&amp;");
  else
    write_escaped (self, text);
  self->at += MAX (length, 1);
}

/* Up to the end of a tag, or of a value in quotes within it. */
static void
copy_inside (Mender *self, const char *stops)
{
  while (self->at < self->end && (*self->at == '\0' || strchr (stops, *self->at) == NULL))
    if (*self->at == '&')
      copy_reference (self);
    else if (*self->at == '<')
      {
        g_string_append (self->out, "&lt;");
        self->at++;
      }
    else
      copy_plain (self, self->at + 1);
}

static gboolean
is_void (const Mender *self)
{
  static const char *const names[] = { "br", "hr", "img" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_start_tag (self, names[i])
        && g_ascii_strncasecmp (self->at + 1, names[i], strlen (names[i])) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_void_end (const Mender *self)
{
  return begins (self, "</br>") || begins (self, "</hr>") || begins (self, "</img>");
}

static void
copy_tag (Mender *self)
{
  gboolean closes = is_void (self);
  gsize start = self->out->len;

  g_string_append_c (self->out, '<');
  self->at++;
  copy_inside (self, "\"'>");
  while (self->at < self->end && *self->at != '>')
    {
      char quote[] = { *self->at, '\0' };

      g_string_append_c (self->out, *self->at++);
      copy_inside (self, quote);
      if (self->at < self->end)
        g_string_append_c (self->out, *self->at++);
      copy_inside (self, "\"'>");
    }

  if (self->at == self->end)
    {
      /* The document was cut within the tag. */
      g_string_truncate (self->out, start);
      return;
    }
  if (closes && self->out->str[self->out->len - 1] != '/')
    g_string_append_c (self->out, '/');
  g_string_append_c (self->out, *self->at++);
}

static void
copy_characters (Mender *self)
{
  const char *start = self->at;
  const char *next;

  self->at += strlen ("<![CDATA[");
  next = memmem (self->at, (gsize) (self->end - self->at), "]]>", 3);
  if (next == NULL)
    {
      /* Where the section has no end the document was cut, and the item that it is in with it. */
      self->at = self->end;
      return;
    }
  self->at = start;
  copy_plain (self, next + 3);
}

static void
copy_markup (Mender *self)
{
  if (begins (self, "<![CDATA["))
    copy_characters (self);
  else if (begins (self, "<!--"))
    skip_past (self, "-->");
  else if (begins (self, "<?"))
    skip_past (self, "?>");
  else if (begins (self, "<!"))
    skip_past (self, ">");
  else if (is_void_end (self))
    skip_past (self, ">");
  else if (self->end - self->at > 1 && (self->at[1] == '/' || is_name_start (self->at[1])))
    copy_tag (self);
  else
    {
      g_string_append (self->out, "&lt;");
      self->at++;
    }
}

GString *
news_xml_mend (const GString *text, const char *const *roots)
{
  Mender self = { text->str, text->str + text->len, NULL };

  if (!find_root (&self, roots))
    return NULL;

  self.out = g_string_sized_new (text->len + 16);
  while (self.at < self.end)
    if (*self.at == '<')
      copy_markup (&self);
    else if (*self.at == '&')
      copy_reference (&self);
    else
      {
        const char *next = self.at;

        while (next < self.end && *next != '<' && *next != '&')
          next++;
        copy_plain (&self, next);
      }

  return self.out;
}
