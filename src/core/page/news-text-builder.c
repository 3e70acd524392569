/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-builder.h"

#include "news-letters.h"
#include "news-spans.h"
#include "news-text-line.h"

#include <string.h>

/* Enough for every style, a link and some languages in one another. */
#define MAX_OPEN 24

/* A link, or an expansion, around many paragraphs is stored with each of them; a hostile page could
 * make gigabytes out of that. */
#define MAX_LINK_BYTES (1 << 20)

/* Something that is open. What it adds is a span of each text that gets letters meanwhile; it
 * begins with the first letter, so that it never begins with a space. */
typedef struct
{
  NewsStyle style; /* all that holds here, not only what was added */
  NewsStyle added;
  char *link;
  char *language;
  char *expansion;
  const char *whole_link;
  const char *whole_language;
  int span; /* its index among the spans of this text, or -1 */
} Open;

struct _NewsTextBuilder
{
  GString *text;
  GArray *spans;      /* NewsSpan */
  GArray *open;       /* Open, outermost first */
  guint n_begun;      /* how many of @open have begun in this text */
  guint n_adding;     /* how many of @open add something */
  GString *blanks;    /* white space that shows only if a letter follows */
  gboolean collapsed; /* whether a further space adds nothing to @blanks */
  gboolean newline;   /* whether there is a line feed among what became @blanks */
  gboolean content;   /* whether @text has more than marks that nobody sees */
  gunichar last;      /* the last letter of @text, or 0 */
  guint breaks;
  gsize link_bytes;
};

static void
clear_open (Open *open)
{
  g_free (open->link);
  g_free (open->language);
  g_free (open->expansion);
}

/* Whether it is more than a place in the order of what is open. */
static gboolean
adds (const Open *open)
{
  return open->added != NEWS_STYLE_PLAIN || open->link != NULL || open->language != NULL
         || open->expansion != NULL;
}

static Open *
get_innermost (NewsTextBuilder *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

/* A copy, while there is room for it. */
static char *
dup_counted (NewsTextBuilder *self, const char *string)
{
  if (string == NULL)
    return NULL;
  self->link_bytes += strlen (string);

  return self->link_bytes <= MAX_LINK_BYTES ? g_strdup (string) : NULL;
}

static void
begin_spans (NewsTextBuilder *self)
{
  for (; self->n_begun < self->open->len; self->n_begun++)
    {
      Open *open = &g_array_index (self->open, Open, self->n_begun);
      NewsSpan span = { .start = self->text->len, .style = open->added };

      span.link = dup_counted (self, open->link);
      span.expansion = dup_counted (self, open->expansion);
      if (span.style == NEWS_STYLE_PLAIN && span.link == NULL && span.expansion == NULL
          && open->language == NULL)
        continue;

      span.language = g_strdup (open->language);
      open->span = self->spans->len;
      g_array_append_val (self->spans, span);
    }
}

/* Space between two lines of the source is no space between two words where words have none
 * between them (CSS Text 3, 4.1.2). */
static gboolean
is_line_join (NewsTextBuilder *self, gunichar next)
{
  return self->newline && strcmp (self->blanks->str, " ") == 0 && news_letter_is_wide (self->last)
         && news_letter_is_wide (next);
}

static void
append_letter (NewsTextBuilder *self, gunichar letter)
{
  char bytes[6];

  g_string_append_len (self->text, bytes, g_unichar_to_utf8 (letter, bytes));
}

/* What was pending before a letter. */
static void
begin_letter (NewsTextBuilder *self, gunichar letter)
{
  self->collapsed = FALSE;
  if (self->blanks->len == 0 && self->breaks == 0 && self->n_begun == self->open->len)
    {
      self->newline = FALSE;
      return;
    }

  if (self->text->len > 0)
    {
      if (self->breaks > 0)
        g_string_append (self->text, "\u2028");
      if (!is_line_join (self, letter))
        g_string_append_len (self->text, self->blanks->str, self->blanks->len);
    }
  g_string_truncate (self->blanks, 0);
  self->newline = FALSE;
  self->breaks = 0;
  begin_spans (self);
}

static void
add_blank (NewsTextBuilder *self, gunichar letter, NewsLetterKind kind)
{
  if (kind == NEWS_LETTER_BLANK)
    {
      g_string_append_unichar (self->blanks, letter);
      self->collapsed = FALSE;
      return;
    }

  if (letter == '\n')
    self->newline = TRUE;
  if (!self->collapsed)
    g_string_append_c (self->blanks, ' ');
  self->collapsed = TRUE;
}

static void
add_letter (NewsTextBuilder *self, gunichar letter)
{
  NewsLetterKind kind;

  letter = news_letter_mend (letter);
  kind = news_letter_classify (letter);
  if (kind == NEWS_LETTER_SPACE || kind == NEWS_LETTER_BLANK)
    add_blank (self, letter, kind);
  else if (kind != NEWS_LETTER_DROPPED)
    {
      begin_letter (self, letter);
      append_letter (self, letter);
      self->last = letter;
      self->content |= kind == NEWS_LETTER_USUAL;
    }
}

static void
add_line (NewsTextBuilder *self, const char *text, gsize count)
{
  begin_letter (self, g_utf8_get_char (text));
  g_string_append_len (self->text, text, count);
  self->last = g_utf8_get_char (g_utf8_prev_char (text + count));
  self->content = TRUE;
}

/* Preformatted text may have blank lines at its ends, and spaces at its end; the first line may
 * begin with some. */
static void
trim_ends (NewsTextBuilder *self)
{
  gsize length = self->text->len;
  gsize start = 0;

  while (length > 0 && g_ascii_isspace (self->text->str[length - 1]))
    length--;
  for (gsize i = 0; i < length && g_ascii_isspace (self->text->str[i]); i++)
    if (self->text->str[i] == '\n')
      start = i + 1;
  if (start == 0 && length == self->text->len)
    return;

  g_string_truncate (self->text, length);
  g_string_erase (self->text, 0, start);
  news_spans_clip (self->spans, start, length - start);
}

NewsTextBuilder *
news_text_builder_new (void)
{
  NewsTextBuilder *self = g_new0 (NewsTextBuilder, 1);

  self->text = g_string_new (NULL);
  self->spans = news_spans_new ();
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_array_set_clear_func (self->open, (GDestroyNotify) clear_open);
  self->blanks = g_string_new (NULL);
  self->collapsed = TRUE;

  return self;
}

void
news_text_builder_free (NewsTextBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_array_unref (self->open);
  g_string_free (self->blanks, TRUE);
  g_free (self);
}

/* What holds already where something is opened. */
static Open
inherit (NewsTextBuilder *self)
{
  const Open *outer = get_innermost (self);
  Open open = { .span = -1 };

  if (outer != NULL)
    {
      open.style = outer->style;
      open.whole_link = outer->whole_link;
      open.whole_language = outer->whole_language;
    }

  return open;
}

void
news_text_builder_push (NewsTextBuilder *self,
                        NewsStyle style,
                        const char *link,
                        const char *language)
{
  Open open = inherit (self);

  if (self->n_adding < MAX_OPEN)
    {
      open.added = style & ~open.style;
      open.style |= style;
      if (link != NULL && open.whole_link == NULL)
        open.whole_link = open.link = g_strdup (link);
      if (language != NULL && g_strcmp0 (language, open.whole_language) != 0)
        open.whole_language = open.language = g_strdup (language);
    }
  self->n_adding += adds (&open);
  g_array_append_val (self->open, open);
}

void
news_text_builder_push_abbreviation (NewsTextBuilder *self, const char *expansion)
{
  Open open = inherit (self);

  if (self->n_adding < MAX_OPEN)
    open.expansion = g_strdup (expansion);
  self->n_adding += adds (&open);
  g_array_append_val (self->open, open);
}

void
news_text_builder_pop (NewsTextBuilder *self)
{
  Open *open = get_innermost (self);

  g_return_if_fail (open != NULL);

  if (open->span >= 0)
    g_array_index (self->spans, NewsSpan, open->span).end = self->text->len;
  self->n_adding -= adds (open);

  g_array_set_size (self->open, self->open->len - 1);
  self->n_begun = MIN (self->n_begun, self->open->len);
}

NewsStyle
news_text_builder_get_style (NewsTextBuilder *self)
{
  const Open *open = get_innermost (self);

  return open != NULL ? open->style : NEWS_STYLE_PLAIN;
}

const char *
news_text_builder_get_link (NewsTextBuilder *self)
{
  const Open *open = get_innermost (self);

  return open != NULL ? open->whole_link : NULL;
}

const char *
news_text_builder_get_language (NewsTextBuilder *self)
{
  const Open *open = get_innermost (self);

  return open != NULL ? open->whole_language : NULL;
}

gboolean
news_text_builder_add (NewsTextBuilder *self, const char *text, gsize length, guint *room)
{
  const char *end = text + length;

  while (text < end)
    {
      gsize limit = room != NULL ? *room : G_MAXSIZE;
      gsize n_letters;
      gsize n_bytes = news_text_line_measure (text, end, limit, &n_letters);

      if (n_bytes > 0)
        add_line (self, text, n_bytes);
      else
        {
          gunichar letter = g_utf8_get_char (text);

          n_letters = letter > ' ';
          if (n_letters > limit)
            return FALSE;
          add_letter (self, letter);
          n_bytes = g_utf8_next_char (text) - text;
        }
      text += n_bytes;
      if (room != NULL)
        *room -= n_letters;
    }

  return TRUE;
}

gboolean
news_text_builder_add_verbatim (NewsTextBuilder *self, const char *text, gsize length, guint *room)
{
  for (const char *end = text + length; text < end; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);
      NewsLetterKind kind;

      if (letter == '\r')
        letter = text + 1 < end && text[1] == '\n' ? 0 : '\n';
      if (letter == '\v' || letter == '\f')
        letter = ' ';
      letter = news_letter_mend (letter);
      kind = news_letter_classify (letter);
      if (kind == NEWS_LETTER_DROPPED)
        continue;

      if (room != NULL && *room == 0)
        return FALSE;
      if (room != NULL)
        *room -= 1;
      if (self->n_begun < self->open->len)
        begin_spans (self);
      append_letter (self, letter);
      self->content |= kind == NEWS_LETTER_USUAL;
    }

  return TRUE;
}

void
news_text_builder_begin_line_verbatim (NewsTextBuilder *self)
{
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, '\n');
}

gboolean
news_text_builder_is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      NewsLetterKind kind = news_letter_classify (g_utf8_get_char (text));

      if (kind == NEWS_LETTER_USUAL || kind == NEWS_LETTER_MARK)
        return FALSE;
    }

  return TRUE;
}

void
news_text_builder_break (NewsTextBuilder *self)
{
  g_string_truncate (self->blanks, 0);
  self->newline = FALSE;
  self->collapsed = TRUE;
  self->breaks++;
}

guint
news_text_builder_count_breaks (NewsTextBuilder *self)
{
  return self->text->len > 0 ? self->breaks : 0;
}

gboolean
news_text_builder_is_empty (NewsTextBuilder *self)
{
  return !self->content;
}

gboolean
news_text_builder_has_lost_links (NewsTextBuilder *self)
{
  return self->link_bytes > MAX_LINK_BYTES;
}

NewsText *
news_text_builder_take (NewsTextBuilder *self)
{
  NewsText *text = NULL;

  for (guint i = 0; i < self->open->len; i++)
    {
      Open *open = &g_array_index (self->open, Open, i);

      if (open->span >= 0)
        g_array_index (self->spans, NewsSpan, open->span).end = self->text->len;
      open->span = -1;
    }
  trim_ends (self);

  if (self->content)
    {
      text = news_text_new_take (g_strndup (self->text->str, self->text->len));
      news_spans_move (self->spans, text->spans);
    }

  g_array_set_size (self->spans, 0);
  g_string_truncate (self->text, 0);
  g_string_truncate (self->blanks, 0);
  self->n_begun = 0;
  self->collapsed = TRUE;
  self->newline = FALSE;
  self->content = FALSE;
  self->last = 0;
  self->breaks = 0;

  return text;
}
