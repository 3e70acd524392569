/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-query.h"

#include "news-search-date.h"
#include "news-search-words.h"

#include <string.h>

/* Operators by what is typed before the colon; the first of a kind is what it is written as. */
static const struct
{
  const char *name;
  NewsTermKind kind;
} names[] = {
  { "source", NEWS_TERM_SOURCE }, { "section", NEWS_TERM_SECTION }, { "topic", NEWS_TERM_TOPIC },
  { "author", NEWS_TERM_AUTHOR }, { "before", NEWS_TERM_BEFORE },   { "after", NEWS_TERM_AFTER },
  { "来源", NEWS_TERM_SOURCE },   { "栏目", NEWS_TERM_SECTION },    { "版块", NEWS_TERM_SECTION },
  { "话题", NEWS_TERM_TOPIC },    { "主题", NEWS_TERM_TOPIC },      { "作者", NEWS_TERM_AUTHOR },
  { "早于", NEWS_TERM_BEFORE },   { "晚于", NEWS_TERM_AFTER },
};

/* Operators with the one value that makes them; the same. */
static const struct
{
  const char *name;
  const char *value;
  NewsTermKind kind;
} flags[] = {
  { "is", "unread", NEWS_TERM_UNREAD },         { "is", "read", NEWS_TERM_READ },
  { "is", "bookmarked", NEWS_TERM_BOOKMARKED }, { "has", "picture", NEWS_TERM_PICTURE },
  { "is", "starred", NEWS_TERM_BOOKMARKED },    { "has", "image", NEWS_TERM_PICTURE },
  { "状态", "未读", NEWS_TERM_UNREAD },         { "状态", "已读", NEWS_TERM_READ },
  { "状态", "已收藏", NEWS_TERM_BOOKMARKED },   { "含有", "图片", NEWS_TERM_PICTURE },
};

/* The marks that a phrase may stand between. */
static const struct
{
  const char *opening;
  const char *closing;
} quotes[] = { { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "「", "」" }, { "＂", "＂" } };

static const char *const colons[] = { ":", "：" };
static const char *const minuses[] = { "-", "－", "−" };

typedef struct
{
  const char *text;
  const char *at;
} Reader;

static void
free_term (NewsSearchTerm *term)
{
  g_free (term->text);
  g_strfreev (term->words);
  g_free (term);
}

static guint
get_place (const Reader *reader)
{
  return (guint) (reader->at - reader->text);
}

static void
skip_blanks (Reader *reader)
{
  while (*reader->at != '\0' && g_unichar_isspace (g_utf8_get_char (reader->at)))
    reader->at = g_utf8_next_char (reader->at);
}

static gboolean
skip_one_of (Reader *reader, const char *const *marks, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (reader->at, marks[i]))
      {
        reader->at += strlen (marks[i]);
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_blank_or_end (const Reader *reader)
{
  return *reader->at == '\0' || g_unichar_isspace (g_utf8_get_char (reader->at));
}

static gboolean
skip_minus (Reader *reader)
{
  const char *before = reader->at;

  if (skip_one_of (reader, minuses, G_N_ELEMENTS (minuses)) && !is_blank_or_end (reader))
    return TRUE;

  reader->at = before;

  return FALSE;
}

/* The phrase at the place, if a quote opens one there. It is open if nothing closes it. */
static char *
read_quoted (Reader *reader, gboolean *open)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (reader->at, quotes[i].opening))
      {
        const char *begin = reader->at + strlen (quotes[i].opening);
        const char *end = strstr (begin, quotes[i].closing);

        *open = end == NULL;
        reader->at = end != NULL ? end + strlen (quotes[i].closing) : begin + strlen (begin);
        return end != NULL ? g_strndup (begin, (gsize) (end - begin)) : g_strdup (begin);
      }

  return NULL;
}

/* The run up to the next blank. It is open if it is the last thing there. */
static char *
read_plain (Reader *reader, gboolean *open)
{
  const char *begin = reader->at;

  while (!is_blank_or_end (reader))
    reader->at = g_utf8_next_char (reader->at);
  *open = *reader->at == '\0';

  return g_strndup (begin, (gsize) (reader->at - begin));
}

static void
read_value (Reader *reader, NewsSearchTerm *term)
{
  term->value = get_place (reader);
  term->text = read_quoted (reader, &term->open);
  term->quoted = term->text != NULL;
  if (term->text == NULL)
    term->text = read_plain (reader, &term->open);
}

static gboolean
equals_folded (const char *one, const char *other)
{
  g_autofree char *folded = g_utf8_casefold (one, -1);

  return strcmp (folded, other) == 0;
}

/* Whether the value makes sense where it is expected to. */
static gboolean
understand_value (NewsSearchTerm *term)
{
  if (term->kind != NEWS_TERM_BEFORE && term->kind != NEWS_TERM_AFTER)
    return TRUE;

  return news_search_date_parse (term->text, &term->time);
}

static gboolean
find_name (const char *name, NewsTermKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (equals_folded (name, names[i].name))
      {
        *kind = names[i].kind;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_flag (const char *name, const char *value, NewsTermKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (equals_folded (name, flags[i].name) && equals_folded (value, flags[i].value))
      {
        *kind = flags[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* What stands before a colon, which is skipped; NULL, and nothing is skipped, if none comes. */
static char *
read_name (Reader *reader)
{
  const char *begin = reader->at;

  while (!is_blank_or_end (reader))
    {
      const char *end = reader->at;

      if (skip_one_of (reader, colons, G_N_ELEMENTS (colons)))
        return g_strndup (begin, (gsize) (end - begin));
      reader->at = g_utf8_next_char (reader->at);
    }

  reader->at = begin;

  return NULL;
}

/* An operator at the place; FALSE, and nothing is taken, if there is none. */
static gboolean
read_operator (Reader *reader, NewsSearchTerm *term)
{
  const char *begin = reader->at;
  g_autofree char *name = read_name (reader);

  if (name != NULL)
    {
      gboolean named = find_name (name, &term->kind);

      read_value (reader, term);
      if (named ? *term->text == '\0' || understand_value (term)
                : find_flag (name, term->text, &term->kind))
        return TRUE;
    }

  g_clear_pointer (&term->text, g_free);
  term->kind = NEWS_TERM_TEXT;
  reader->at = begin;

  return FALSE;
}

/* Whether the last word of the term may go on: a beginning that is being typed, unless a mark after
 * it has ended it or it is to be left out, and always a single character of a paired script. */
static gboolean
is_open (const NewsSearchTerm *term, NewsTokenKind end)
{
  const char *last;

  if (term->kind > NEWS_TERM_AUTHOR)
    return FALSE;

  if (end != NEWS_TOKEN_WORD)
    return end == NEWS_TOKEN_LAST;

  if (!term->open || term->excluded || *term->text == '\0')
    return FALSE;

  last = g_utf8_prev_char (term->text + strlen (term->text));

  return g_unichar_isalnum (g_utf8_get_char (last)) || g_unichar_ismark (g_utf8_get_char (last));
}

static NewsSearchTerm *
read_term (Reader *reader)
{
  NewsSearchTerm *term = g_new0 (NewsSearchTerm, 1);
  NewsTokenKind end;

  term->start = get_place (reader);
  term->excluded = skip_minus (reader);
  if (!read_operator (reader, term))
    read_value (reader, term);

  term->end = get_place (reader);
  term->unfinished = term->open;
  term->words = news_search_words_split (term->text, &end);
  term->open = is_open (term, end);

  return term;
}

NewsSearchQuery *
news_search_query_new (const char *text)
{
  NewsSearchQuery *self = g_atomic_rc_box_new0 (NewsSearchQuery);
  Reader reader = { .text = text, .at = text };

  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) free_term);
  skip_blanks (&reader);
  while (*reader.at != '\0' && self->terms->len < NEWS_SEARCH_TERMS)
    {
      g_ptr_array_add (self->terms, read_term (&reader));
      skip_blanks (&reader);
    }

  return self;
}

NewsSearchQuery *
news_search_query_ref (NewsSearchQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (NewsSearchQuery *self)
{
  g_ptr_array_unref (self->terms);
}

void
news_search_query_unref (NewsSearchQuery *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static gboolean
asks_for_nothing (const NewsSearchTerm *term)
{
  return term->kind <= NEWS_TERM_AUTHOR && term->words[0] == NULL;
}

gboolean
news_search_query_is_empty (NewsSearchQuery *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (self->terms, i);

      if (!asks_for_nothing (term) && (*term->text != '\0' || term->kind >= NEWS_TERM_UNREAD))
        return FALSE;
    }

  return TRUE;
}

const char *
news_search_query_get_name (NewsTermKind kind)
{
  switch (kind)
    {
    case NEWS_TERM_UNREAD:
      return "is:unread";
    case NEWS_TERM_READ:
      return "is:read";
    case NEWS_TERM_BOOKMARKED:
      return "is:bookmarked";
    case NEWS_TERM_PICTURE:
      return "has:picture";
    case NEWS_TERM_TEXT:
      return NULL;
    case NEWS_TERM_SOURCE:
    case NEWS_TERM_SECTION:
    case NEWS_TERM_TOPIC:
    case NEWS_TERM_AUTHOR:
    case NEWS_TERM_BEFORE:
    case NEWS_TERM_AFTER:
    default:
      return names[kind - NEWS_TERM_SOURCE].name;
    }
}

/* A closed quote ends a word; an open one must stay open. */
static void
append_value (GString *string, const NewsSearchTerm *term, gboolean last)
{
  const char *opening = "\"";
  const char *closing = "\"";

  if (!term->quoted)
    {
      g_string_append (string, term->text);
      return;
    }

  for (gsize i = 0; strstr (term->text, closing) != NULL && i < G_N_ELEMENTS (quotes); i++)
    {
      opening = quotes[i].opening;
      closing = quotes[i].closing;
    }

  g_string_append_printf (string, "%s%s", opening, term->text);
  if (!last || !term->unfinished)
    g_string_append (string, closing);
}

char *
news_search_query_to_string (NewsSearchQuery *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (self->terms, i);
      const char *name = news_search_query_get_name (term->kind);

      if (i > 0)
        g_string_append_c (string, ' ');
      if (term->excluded)
        g_string_append_c (string, '-');
      if (name != NULL)
        g_string_append (string, name);
      if (name != NULL && term->kind <= NEWS_TERM_AFTER)
        g_string_append_c (string, ':');
      if (term->kind <= NEWS_TERM_AFTER)
        append_value (string, term, i + 1 == self->terms->len);
      if (i + 1 == self->terms->len && !term->unfinished && !term->quoted)
        g_string_append_c (string, ' ');
    }

  return g_string_free_and_steal (string);
}
