/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-suggestions.h"

#include "news-article-links.h"
#include "news-folding.h"
#include "news-search-query.h"
#include "news-search-words.h"

#include <string.h>

/* Of each kind, where a word may become several. */
#define MOST_OPERATORS 4
#define MOST_SOURCES 4

/* How many articles are looked at for the names of their authors. */
#define LOOKED_FOR_AUTHORS 200

/* What is being suggested for. */
typedef struct
{
  const NewsSearchTerm *term;
  GPtrArray *suggestions; /* NewsSuggestion */
  GHashTable *known;      /* char*, the completions; borrowed from them */
  guint limit;

  NewsDatabase *database; /* borrowed */
  GPtrArray *sections;    /* NewsSection; borrowed */
} Suggesting;

static gboolean
is_full (Suggesting *self)
{
  return self->suggestions->len >= self->limit;
}

/* Takes @completion, before which the minus of an excluded term is put. */
static void
add (Suggesting *self, NewsSuggestionKind kind, const char *label, char *completion)
{
  NewsSuggestion *suggestion;

  if (is_full (self) || g_hash_table_contains (self->known, completion))
    {
      g_free (completion);
      return;
    }

  suggestion = g_new0 (NewsSuggestion, 1);
  suggestion->kind = kind;
  suggestion->label = g_strdup (label);
  suggestion->completion = completion;
  suggestion->start = self->term->start;
  suggestion->end = self->term->end;
  g_ptr_array_add (self->suggestions, suggestion);
  g_hash_table_add (self->known, suggestion->completion);
}

static gboolean
is_plain (const char *value)
{
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isalnum (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* Quotes inside a value are no letters, and so nothing that is looked for. */
static void
add_value (Suggesting *self, NewsSuggestionKind kind, NewsTermKind operator, const char * value)
{
  g_autofree char *unquoted = g_strdelimit (g_strdup (value), "\"", ' ');
  const char *quote = is_plain (value) ? "" : "\"";

  add (self, kind, value,
       g_strdup_printf ("%s%s:%s%s%s ", self->term->excluded ? "-" : "",
                        news_search_query_get_name (operator), quote, unquoted, quote));
}

/* Whether a word of @name begins as is typed. */
static gboolean
begins (const char *name, const char *typed)
{
  g_autoptr (NewsFolding) name_folding = news_folding_new (name);
  g_autoptr (NewsFolding) typed_folding = news_folding_new (typed);
  const char *folded = news_folding_get_text (name_folding);
  const char *wanted = news_folding_get_text (typed_folding);

  if (*wanted == '\0')
    return TRUE;

  for (const char *at = strstr (folded, wanted); at != NULL; at = strstr (at + 1, wanted))
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;

  return FALSE;
}

static void
add_sources (Suggesting *self, NewsSuggestionKind kind, guint most)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT coalesce (title, name) FROM sources"
                                             " WHERE id > 0 ORDER BY id");
  guint before = self->suggestions->len;

  while (self->suggestions->len - before < most && !is_full (self)
         && news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 0);

      if (begins (name, self->term->text))
        add_value (self, kind, NEWS_TERM_SOURCE, name);
    }
  news_statement_end (statement);
}

static void
add_topics (Suggesting *self, NewsSuggestionKind kind)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT name FROM topics WHERE key >= ?1 AND key < ?1 || ?2"
                    " ORDER BY key LIMIT ?3");
  g_autofree char *key = news_article_links_fold_topic (self->term->text);

  news_statement_bind_text (statement, 1, key);
  news_statement_bind_text (statement, 2, "\364\217\277\277");
  news_statement_bind_int (statement, 3, self->limit);
  while (news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 0);

      add_value (self, kind, NEWS_TERM_TOPIC, name);
    }
}

static void
add_sections (Suggesting *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (self->sections, i);

      if (begins (section->title, self->term->text))
        add_value (self, NEWS_SUGGESTION_VALUE, NEWS_TERM_SECTION, section->title);
    }
}

/* Those who wrote lately. */
static void
add_authors (Suggesting *self)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT a.byline FROM heads h CROSS JOIN articles a ON a.id = h.rowid"
                    " WHERE heads MATCH ? ORDER BY h.rowid DESC LIMIT ?");
  g_autofree char *words = g_strjoinv (" ", self->term->words);
  g_autofree char *expression = g_strdup_printf ("{byline} : \"%s\" *", words);

  if (*words == '\0')
    return;

  news_statement_bind_text (statement, 1, expression);
  news_statement_bind_int (statement, 2, LOOKED_FOR_AUTHORS);
  while (!is_full (self) && news_statement_next (statement))
    {
      g_autofree char *byline = news_statement_dup_text (statement, 0);

      if (byline != NULL)
        add_value (self, NEWS_SUGGESTION_VALUE, NEWS_TERM_AUTHOR, byline);
    }
  news_statement_end (statement);
}

/* What is typed may be the beginning of an operator's name. */
static void
add_operators (Suggesting *self)
{
  g_autofree char *typed = g_utf8_casefold (self->term->text, -1);
  guint before = self->suggestions->len;

  for (int kind = NEWS_TERM_SOURCE;
       kind <= NEWS_TERM_PICTURE && self->suggestions->len - before < MOST_OPERATORS; kind++)
    {
      const char *name = news_search_query_get_name ((NewsTermKind) kind);
      const char *ending = kind <= NEWS_TERM_AFTER ? ":" : " ";
      g_autofree char *label = g_strconcat (name, kind <= NEWS_TERM_AFTER ? ":" : "", NULL);

      if (g_str_has_prefix (label, typed))
        add (self, NEWS_SUGGESTION_OPERATOR, label,
             g_strconcat (self->term->excluded ? "-" : "", name, ending, NULL));
    }
}

static void
suggest (Suggesting *self)
{
  switch (self->term->kind)
    {
    case NEWS_TERM_SOURCE:
      add_sources (self, NEWS_SUGGESTION_VALUE, self->limit);
      break;

    case NEWS_TERM_SECTION:
      add_sections (self);
      break;

    case NEWS_TERM_TOPIC:
      add_topics (self, NEWS_SUGGESTION_VALUE);
      break;

    case NEWS_TERM_AUTHOR:
      add_authors (self);
      break;

    case NEWS_TERM_TEXT:
      if (self->term->quoted || *self->term->text == '\0')
        break;
      add_operators (self);
      add_sources (self, NEWS_SUGGESTION_SOURCE, MOST_SOURCES);
      add_topics (self, NEWS_SUGGESTION_TOPIC);
      break;

    case NEWS_TERM_BEFORE:
    case NEWS_TERM_AFTER:
    case NEWS_TERM_UNREAD:
    case NEWS_TERM_READ:
    case NEWS_TERM_BOOKMARKED:
    case NEWS_TERM_PICTURE:
    default:
      break;
    }
}

/* The term that the caret is in, or just after; NULL between terms. */
static const NewsSearchTerm *
find_term (NewsSearchQuery *query, guint caret)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (query->terms, i);

      if (term->start < caret && caret <= term->end)
        return term;
    }

  return NULL;
}

GPtrArray *
news_search_suggestions_read (NewsDatabase *database,
                              const char *typed,
                              guint caret,
                              guint limit,
                              GPtrArray *sections)
{
  g_autoptr (NewsSearchQuery) query = news_search_query_new (typed);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Suggesting self = { .term = find_term (query, caret),
                      .known = known,
                      .limit = limit,
                      .database = database,
                      .sections = sections };

  self.suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) news_suggestion_free);
  if (self.term != NULL)
    suggest (&self);

  return self.suggestions;
}
