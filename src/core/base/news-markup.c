/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markup.h"

#include "news-entities.h"
#include "news-html-scanner.h"

#include <string.h>

/* Elements that stand on lines of their own, so that words before and after are apart. */
static const char *const blocks[]
  = { "address", "article",    "aside",   "blockquote", "br", "caption", "center", "dd",
      "div",     "dl",         "dt",      "fieldset",   "h1", "h2",      "h3",     "h4",
      "h5",      "h6",         "header",  "hr",         "li", "main",    "nav",    "ol",
      "p",       "pre",        "section", "table",      "td", "th",      "tr",     "ul",
      "figure",  "figcaption", "footer",  "form",       NULL };

/* The classes of a link from a summary to the whole text, as themes write them. */
static const char *const more_classes[]
  = { "more-link", "read-more", "readmore", "read-more-link", "moretag", "more", "excerpt-more" };

/* What is written, and the blanks that wait for the next word. */
typedef struct
{
  GString *text;
  const char *blank; /* or NULL */
} Writer;

static const char space[] = " ";
static const char no_break_space[] = "\xc2\xa0";
static const char ideographic_space[] = "\xe3\x80\x80";

/* How long the blank at @at is in bytes, 0 if there is none. @blank is what stands for it; NULL for
 * a byte order mark, which is nothing. The thin spaces of typography are no blanks: they stay. */
static gsize
measure_blank (const char *at, const char *end, const char **blank)
{
  static const struct
  {
    const char *bytes;
    const char *blank;
  } blanks[] = {
    { no_break_space, no_break_space }, { ideographic_space, ideographic_space },
    { "\xe2\x80\xa8", space }, /* the separators of lines and paragraphs */
    { "\xe2\x80\xa9", space },          { "\xef\xbb\xbf", NULL },
  };

  *blank = space;
  if ((guchar) *at <= 0x20 || *at == 0x7f)
    return 1;
  if ((guchar) *at < 0x80)
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      gsize length = strlen (blanks[i].bytes);

      if ((gsize) (end - at) >= length && memcmp (at, blanks[i].bytes, length) == 0)
        {
          *blank = blanks[i].blank;
          return length;
        }
    }

  return 0;
}

/* A run of blanks is one; a no-break or an ideographic space stays that if it is alone. */
static void
add_blank (Writer *self, const char *blank)
{
  if (blank != NULL)
    self->blank = self->blank == NULL || self->blank == blank ? blank : space;
}

static void
add_words (Writer *self, const char *text, gsize length)
{
  if (self->blank != NULL && self->text->len > 0)
    g_string_append (self->text, self->blank);
  self->blank = NULL;
  g_string_append_len (self->text, text, (gssize) length);
}

static void
add_text (Writer *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *start = text;
  const char *blank;

  while (text < end)
    {
      gsize skip = measure_blank (text, end, &blank);

      if (skip == 0)
        {
          text++;
          continue;
        }
      if (text > start)
        add_words (self, start, (gsize) (text - start));
      add_blank (self, blank);
      text += skip;
      start = text;
    }
  if (text > start)
    add_words (self, start, (gsize) (text - start));
}

static void
add_html (Writer *self, const char *html, gsize length)
{
  g_autoptr (GString) decoded = NULL;

  if (memchr (html, '&', length) == NULL)
    {
      add_text (self, html, length);
      return;
    }

  decoded = g_string_sized_new (length);
  news_entities_decode (decoded, html, length, NEWS_ENTITIES_TEXT);
  add_text (self, decoded->str, decoded->len);
}

static char *
finish (Writer *self)
{
  g_autoptr (GString) text = g_steal_pointer (&self->text);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static gboolean
is_more_link (const NewsHtmlScanner *scanner)
{
  if (!news_html_scanner_is (scanner, NEWS_HTML_START, "a"))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (more_classes); i++)
    if (news_html_scanner_has_word (scanner, "class", more_classes[i]))
      return TRUE;

  return FALSE;
}

/* Passes over a link; what comes after it is rarely more than the end of a paragraph. */
static void
skip_link (NewsHtmlScanner *scanner)
{
  while (news_html_scanner_next (scanner))
    if (news_html_scanner_is (scanner, NEWS_HTML_END, "a"))
      return;
}

static char *
convert (const char *html, gboolean without_more)
{
  Writer writer = { g_string_new (NULL), NULL };
  gsize cut = G_MAXSIZE;
  NewsHtmlScanner scanner;

  news_html_scanner_init (&scanner, html, strlen (html));
  while (news_html_scanner_next (&scanner))
    if (scanner.token == NEWS_HTML_TEXT)
      add_html (&writer, scanner.text, scanner.length);
    else if (without_more && is_more_link (&scanner))
      {
        skip_link (&scanner);
        cut = writer.text->len;
      }
    else if (g_strv_contains (blocks, scanner.name))
      add_blank (&writer, space);

  if (writer.text->len > 0 && cut == writer.text->len)
    g_string_append (writer.text, " […]");

  return finish (&writer);
}

/* Whether there is an end tag or a line break: a start tag alone may be what the text is about, as
 * in "How <picture> works". */
static gboolean
looks_like_html (const char *text)
{
  for (const char *at = strchr (text, '<'); at != NULL; at = strchr (at + 1, '<'))
    if ((at[1] == '/' && g_ascii_isalpha (at[2])) || g_ascii_strncasecmp (at, "<br", 3) == 0)
      return TRUE;

  return FALSE;
}

char *
news_markup_to_text (const char *html)
{
  return convert (html, FALSE);
}

char *
news_markup_to_summary (const char *html)
{
  return convert (html, TRUE);
}

char *
news_markup_guess_text (const char *text)
{
  Writer writer;

  if (looks_like_html (text))
    return convert (text, FALSE);

  writer = (Writer) { g_string_new (NULL), NULL };
  add_html (&writer, text, strlen (text));

  return finish (&writer);
}

char *
news_markup_tidy_text (const char *text)
{
  Writer writer = { g_string_new (NULL), NULL };

  add_text (&writer, text, strlen (text));

  return finish (&writer);
}
