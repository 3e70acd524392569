/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-source.h"

#include <string.h>

/* A body with its pictures inlined may have some megabytes; none has more to read than this. */
#define MAX_BYTES (8 << 20)
#define MAX_ATTRIBUTES 100

/* What is dropped with all in it, however it looks inside. */
static const char *const raw_elements[] = { "script", "style" };

typedef struct
{
  const char *name;
  const char *letter;
} Reference;

/* Named in HTML 5, not in HTML 4, and met in news: punctuation that some editors escape. */
static const Reference references[] = {
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

/* Met in every other sentence. libxml2 knows them too, but searches a long list for each, and ends
 * the text before it and begins another behind it. */
static const Reference usual_references[] = {
  { "nbsp;", "\u00a0" }, { "hellip;", "…" }, { "rsquo;", "’" },
  { "lsquo;", "‘" },     { "rdquo;", "”" },  { "ldquo;", "“" },
  { "mdash;", "—" },     { "ndash;", "–" },  { "eacute;", "é" },
};

/* So it is with the numbered ones. Those before are markup or of Windows' code page, those behind
 * surrogates, and letters that are rare in news. */
#define FIRST_NUMBERED 0xa0
#define LAST_NUMBERED 0xd7ff

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

  /* Nearly always the first letter tells. */
  return (gsize) (end - at) >= length && g_ascii_tolower (*at) == g_ascii_tolower (*word)
         && g_ascii_strncasecmp (at, word, length) == 0;
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

/* Whether the reference at hand is one of @all, which its letter is added for. */
static gboolean
add_named (Scanner *self, const Reference *all, gsize n_all)
{
  const char *name = self->at + 1;
  gsize room = self->end - name;

  for (gsize i = 0; i < n_all; i++)
    {
      gsize length;

      if (room == 0 || *name != *all[i].name || (length = strlen (all[i].name)) > room
          || strncmp (name, all[i].name, length) != 0)
        continue;

      g_string_append (self->source->html, all[i].letter);
      self->at = name + length;
      return TRUE;
    }

  return FALSE;
}

/* The same with a number. */
static gboolean
add_numbered (Scanner *self)
{
  const char *at = self->at + 1;
  gboolean hexadecimal = begins (at, self->end, "#x");
  gunichar letter = 0;

  if (!begins (at, self->end, "#"))
    return FALSE;

  for (at += hexadecimal ? 2 : 1; at < self->end && letter <= LAST_NUMBERED; at++)
    {
      int digit = hexadecimal ? g_ascii_xdigit_value (*at) : g_ascii_digit_value (*at);

      if (digit < 0)
        break;
      letter = letter * (hexadecimal ? 16 : 10) + digit;
    }
  if (at == self->end || *at != ';' || letter < FIRST_NUMBERED || letter > LAST_NUMBERED)
    return FALSE;

  g_string_append_unichar (self->source->html, letter);
  self->at = at + 1;

  return TRUE;
}

static void
add_reference (Scanner *self)
{
  if (add_named (self, references, G_N_ELEMENTS (references)))
    return;

  g_string_append_c (self->source->html, '&');
  self->at++;
}

/* Where text stands. Values of attributes, where it is rarer, are left to libxml2. */
static gboolean
add_usual_reference (Scanner *self)
{
  return *self->at == '&'
         && (add_numbered (self)
             || add_named (self, usual_references, G_N_ELEMENTS (usual_references)));
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

/* Whether a byte stands for itself wherever it stands. Most are letters, which the first question
 * tells from nearly all that are not. */
static gboolean
is_usual (guchar byte)
{
  if (byte > '&')
    return byte != '<';

  return (byte >= ' ' && byte != '&') || byte == '\n' || byte == '\t';
}

/* Bytes that stand for themselves, up to @stop. Returns whether there were any. */
static gboolean
add_run (Scanner *self, char stop)
{
  const char *at = self->at;

  while (at < self->end && is_usual (*at) && *at != stop)
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

/* How many bytes at @at are of the name that is begun there, whatever follows. */
static gsize
count_name (const Scanner *self)
{
  const char *at = self->at;

  while (at < self->end && (g_ascii_isalnum (*at) || *at == '-'))
    at++;

  return at - self->at;
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
      gsize in_name = name && !value ? count_name (self) : 0;
      gboolean space;

      if (in_name > 0)
        {
          if (n_attributes <= MAX_ATTRIBUTES)
            g_string_append_len (html, self->at, in_name);
          self->at += in_name;
          continue;
        }

      space = strchr (" \t\r\n\f/", *self->at) != NULL;
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

  if (self->begun)
    return;

  if (is_name (name, self->end, "html") || is_name (name, self->end, "body")
      || is_name (name, self->end, "head"))
    self->source->document = TRUE;
  else
    self->begun = TRUE;
}

static void
add_start_tag (Scanner *self)
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

static void
add_markup (Scanner *self)
{
  char next = self->at + 1 < self->end ? self->at[1] : '\0';

  if (g_ascii_isalpha (next))
    add_start_tag (self);
  else if (next == '/')
    add_end_tag (self);
  else if (begins (self->at, self->end, "<!--"))
    skip_comment (self);
  /* Left over from a feed, whose text this was: what is in it is the body. */
  else if (begins (self->at, self->end, "<![CDATA["))
    {
      self->at += strlen ("<![CDATA[");
      self->cdata = TRUE;
    }
  /* The document's type, instructions, and what only Word understands: comments to a browser. */
  else if (next == '!' || next == '?')
    self->at = find (self->at, self->end, ">");
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
          if (add_usual_reference (self))
            continue;
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
