/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-source.h"

#include <string.h>

/* A body with its pictures inlined may have some megabytes; none has more to read than this. */
#define MAX_BYTES (8 << 20)
#define MAX_ATTRIBUTES 100

/* What is dropped with all in it, however it looks inside. */
static const char *const raw_elements[] = { "script", "style" };

/* Named in HTML 5, not in HTML 4, and met in news: punctuation that some editors escape. */
static const struct
{
  const char *name;
  const char *letter;
} references[] = {
  { "NewLine;", " " }, { "Tab;", " " },    { "ast;", "*" },       { "bsol;", "\\" },
  { "check;", "✓" },   { "colon;", ":" },  { "comma;", "," },     { "commat;", "@" },
  { "dollar;", "$" },  { "equals;", "=" }, { "excl;", "!" },      { "grave;", "`" },
  { "half;", "½" },    { "horbar;", "―" }, { "hyphen;", "‐" },    { "lbrace;", "{" },
  { "lbrack;", "[" },  { "lcub;", "{" },   { "lowbar;", "_" },    { "lpar;", "(" },
  { "lsqb;", "[" },    { "num;", "#" },    { "percnt;", "%" },    { "period;", "." },
  { "plus;", "+" },    { "quest;", "?" },  { "rbrace;", "}" },    { "rbrack;", "]" },
  { "rcub;", "}" },    { "rpar;", ")" },   { "rsqb;", "]" },      { "rsquor;", "’" },
  { "semi;", ";" },    { "sol;", "/" },    { "star;", "☆" },      { "starf;", "★" },
  { "verbar;", "|" },  { "vert;", "|" },   { "nbhy;", "\u2011" }, { "phone;", "☎" },
};

typedef struct
{
  NewsHtmlSource *source;
  const char *at;
  const char *end;
  gboolean begun; /* whether there was anything but what stands before a document */
  gboolean cdata; /* whether a CDATA section is open */
} Scanner;

static gboolean
begins (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - at) >= length && g_ascii_strncasecmp (at, word, length) == 0;
}

/* Whether the name of a tag at @at is @name, and no longer one. */
static gboolean
is_name (const char *at, const char *end, const char *name)
{
  gsize length = strlen (name);

  return begins (at, end, name)
         && (at + length == end || strchr (" \t\r\n\f/>", at[length]) != NULL);
}

static const char *
find (const char *at, const char *end, const char *what)
{
  const char *found = g_strstr_len (at, end - at, what);

  return found != NULL ? found + strlen (what) : end;
}

/* "<!-->" and "<!--->" are comments, and "--!>" ends one (WHATWG HTML, 13.2.5.43). One that does
 * not end hides the rest, as in browsers. */
static void
skip_comment (Scanner *self)
{
  const char *inside = self->at + strlen ("<!--");
  const char *end;

  if (begins (inside, self->end, ">") || begins (inside, self->end, "->"))
    {
      self->at = find (inside, self->end, ">");
      return;
    }

  for (end = inside;; end++)
    {
      end = find (end, self->end, "--");
      if (end >= self->end || *end == '>' || begins (end, self->end, "!>"))
        break;
      /* Of three dashes the last two may be the ones. */
      end -= 2;
    }
  self->at = find (MIN (end, self->end), self->end, ">");
}

/* To the end tag of a script or a style. */
static void
skip_raw (Scanner *self, const char *name)
{
  g_autofree char *end_tag = g_strconcat ("/", name, NULL);
  const char *at = self->at + 1;

  do
    at = find (at, self->end, "<");
  while (at < self->end && !is_name (at, self->end, end_tag));

  self->at = find (at, self->end, ">");
}

static void
add_reference (Scanner *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      gsize length = strlen (references[i].name);

      if ((gsize) (self->end - self->at) > length
          && strncmp (self->at + 1, references[i].name, length) == 0)
        {
          g_string_append (self->source->html, references[i].letter);
          self->at += 1 + length;
          return;
        }
    }

  g_string_append_c (self->source->html, '&');
  self->at++;
}

static void
add_byte (Scanner *self)
{
  guchar byte = *self->at;

  if (byte == '&')
    {
      add_reference (self);
      return;
    }

  if (byte >= ' ' || byte == '\n' || byte == '\t' || byte == '\r')
    g_string_append_c (self->source->html, byte);
  else if (byte == '\f')
    g_string_append_c (self->source->html, ' ');
  self->at++;
}

/* Whether a byte stands for itself wherever it stands. */
static gboolean
is_usual (guchar byte)
{
  return (byte >= ' ' && byte != '<' && byte != '&') || byte == '\n' || byte == '\t';
}

/* Bytes that stand for themselves, up to @stop. Returns whether there were any. */
static gboolean
add_run (Scanner *self, char stop)
{
  const char *at = self->at;

  while (at < self->end && *at != stop && is_usual (*at))
    at++;
  if (at == self->at)
    return FALSE;

  g_string_append_len (self->source->html, self->at, at - self->at);
  self->at = at;

  return TRUE;
}

/* The value of an attribute, quoted or not; it ends where the next attribute or the end may be. */
static void
add_value (Scanner *self, gboolean keep)
{
  GString *html = self->source->html;
  gsize before = html->len;
  char quote = 0;

  if (*self->at == '"' || *self->at == '\'')
    {
      quote = *self->at;
      add_byte (self);
    }
  while (self->at < self->end
         && (quote != 0 ? *self->at != quote : strchr (" \t\r\n\f>", *self->at) == NULL))
    if (quote == 0 || !add_run (self, quote))
      add_byte (self);
  if (quote != 0)
    {
      g_string_append_c (html, quote);
      self->at += self->at < self->end;
    }

  if (!keep)
    g_string_truncate (html, before);
}

/* A start tag, in the states that browsers have for it (13.2.5.32 to 39). */
static void
add_tag (Scanner *self)
{
  GString *html = self->source->html;
  guint n_attributes = 0;
  gboolean name = TRUE; /* in a name, the tag's or an attribute's */
  gboolean value = FALSE;

  while (self->at < self->end && *self->at != '>')
    {
      gboolean space = strchr (" \t\r\n\f/", *self->at) != NULL;

      if (value && !g_ascii_isspace (*self->at))
        {
          add_value (self, n_attributes <= MAX_ATTRIBUTES);
          value = FALSE;
          name = FALSE;
          continue;
        }
      if (!name && !space && *self->at != '=')
        n_attributes++;
      if (*self->at == '=' && n_attributes > 0)
        value = TRUE;
      name = !space;

      if (n_attributes <= MAX_ATTRIBUTES)
        add_byte (self);
      else
        self->at++;
    }

  if (self->at < self->end)
    add_byte (self);
  else
    g_string_append_c (html, '>');
}

/* What begins like an end tag but has no name is a comment to a browser. */
static void
add_end_tag (Scanner *self)
{
  if (self->at + 2 >= self->end || !g_ascii_isalpha (self->at[2]))
    self->at = find (self->at, self->end, ">");
  else
    {
      g_string_append (self->source->html, "</");
      self->at += 2;
    }
}

static void
note_document (Scanner *self)
{
  const char *name = self->at + 1;

  if (is_name (name, self->end, "html") || is_name (name, self->end, "body")
      || is_name (name, self->end, "head"))
    self->source->document |= !self->begun;
  else
    self->begun = TRUE;
}

static void
add_markup (Scanner *self)
{
  if (begins (self->at, self->end, "<!--"))
    {
      skip_comment (self);
      return;
    }
  /* Left over from a feed, whose text this was: what is in it is the body. */
  if (begins (self->at, self->end, "<![CDATA["))
    {
      self->at += strlen ("<![CDATA[");
      self->cdata = TRUE;
      return;
    }
  /* The document's type, instructions, and what only Word understands: comments to a browser. */
  if (begins (self->at, self->end, "<!") || begins (self->at, self->end, "<?"))
    {
      self->at = find (self->at, self->end, ">");
      return;
    }

  if (self->at + 1 < self->end && g_ascii_isalpha (self->at[1]))
    {
      for (guint i = 0; i < G_N_ELEMENTS (raw_elements); i++)
        if (is_name (self->at + 1, self->end, raw_elements[i]))
          {
            skip_raw (self, raw_elements[i]);
            return;
          }
      note_document (self);
      add_tag (self);
    }
  else if (self->at + 1 < self->end && self->at[1] == '/')
    add_end_tag (self);
  else
    {
      /* No tag. libxml2 2.9 loses it at the beginning. */
      g_string_append (self->source->html, "&lt;");
      self->begun = TRUE;
      self->at++;
    }
}

static void
scan (Scanner *self)
{
  while (self->at < self->end)
    {
      if (*self->at == '<')
        add_markup (self);
      else if (self->cdata && begins (self->at, self->end, "]]>"))
        {
          self->at += strlen ("]]>");
          self->cdata = FALSE;
        }
      else
        {
          self->begun |= !g_ascii_isspace (*self->at);
          if (!self->begun || self->cdata || !add_run (self, '<'))
            add_byte (self);
        }
    }
}

static gsize
limit_length (const char *html, gsize length)
{
  if (length <= MAX_BYTES)
    return length;

  length = MAX_BYTES;
  while ((html[length] & 0xc0) == 0x80 && length > MAX_BYTES - 4)
    length--;

  return length;
}

NewsHtmlSource *
news_html_source_new (const char *html, gssize length)
{
  NewsHtmlSource *self = g_new0 (NewsHtmlSource, 1);
  g_autofree char *valid = NULL;
  gsize size = length >= 0 ? (gsize) length : strlen (html);
  gsize kept = limit_length (html, size);
  Scanner scanner = { self, html, NULL, FALSE, FALSE };

  self->cut = kept < size;
  if (!g_utf8_validate_len (html, kept, NULL))
    {
      scanner.at = valid = g_utf8_make_valid (html, kept);
      kept = strlen (valid);
    }
  scanner.end = scanner.at + kept;
  self->html = g_string_sized_new (kept);
  scan (&scanner);

  return self;
}

void
news_html_source_free (NewsHtmlSource *self)
{
  g_string_free (self->html, TRUE);
  g_free (self);
}
