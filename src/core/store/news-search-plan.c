/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-plan.h"

#include "news-article-links.h"
#include "news-search-facets.h"
#include "news-search-words.h"

#include <string.h>

/* How many sources or topics an expression names: each is looked up in every segment of the index.
 * Of more sources, the sieve tells; of more topics that begin alike, some are left out. */
#define MOST_FACETS 64

/* From how many letters on "texts" is asked for what begins with them. */
#define LEAST_LETTERS 3

/* The columns of "heads" that count, by NewsFound. */
static const char *const columns[] = {
  [NEWS_FOUND_TEXT] = NULL,
  [NEWS_FOUND_HEADS] = "{title byline outlet topics standfirst}",
  [NEWS_FOUND_NAMES] = "{title byline outlet topics}",
  [NEWS_FOUND_TITLE] = "{title}",
  [NEWS_FOUND_PHRASE] = "{title}",
};

/* What is being put together. */
typedef struct
{
  NewsSearchPlan *plan;
  NewsDatabase *database;
  GString *facets;   /* joined by AND, empty for none */
  GString *unwanted; /* joined by OR, the same */
} Builder;

static void
append_joined (GString *expression, const char *joint, const char *part)
{
  if (*part == '\0')
    return;

  if (expression->len > 0)
    g_string_append_printf (expression, " %s ", joint);
  g_string_append (expression, part);
}

/* Takes @facet as news-search-facets.h makes it, with a blank before it. */
static char *
quote (GString *facet, gboolean open)
{
  char *quoted = g_strdup_printf ("\"%s\"%s", facet->str + 1, open ? " *" : "");

  g_string_free (facet, TRUE);

  return quoted;
}

static void
append_or (GString *choice, char *part)
{
  append_joined (choice, "OR", part);
  g_free (part);
}

/* Adds a condition that is in both tables: one that is wanted, or not. */
static void
add_facet (Builder *self, const char *expression, gboolean excluded)
{
  g_autofree char *bracketed = g_strdup_printf ("(%s)", expression);

  if (excluded)
    append_joined (self->unwanted, "OR", bracketed);
  else
    append_joined (self->facets, "AND", bracketed);
}

/* --- sources and sections -----------------------------------------------------------------------
 */

static void
append_source (GString *choice, gint64 source)
{
  GString *facet = g_string_new (NULL);

  news_search_facets_append_source (facet, source);
  append_or (choice, quote (facet, FALSE));
}

/* The words of a term, each as a facet, joined by AND. */
static char *
join_words (const NewsSearchTerm *term, void (*append) (GString *, const char *, gsize))
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; term->words[i] != NULL; i++)
    {
      GString *facet = g_string_new (NULL);
      g_autofree char *part = NULL;

      append (facet, term->words[i], strlen (term->words[i]));
      part = quote (facet, term->open && term->words[i + 1] == NULL);
      append_joined (all, "AND", part);
    }

  return g_string_free_and_steal (all);
}

/* The sources that are called like that, and what is told to be published so by another one. */
static void
append_named_sources (Builder *self,
                      const NewsSearchTerm *term,
                      guint32 bit,
                      NewsSearchMatch *match,
                      GString *choice)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT id, name, title FROM sources WHERE id > 0");
  g_autofree char *outlet = join_words (term, news_search_facets_append_outlet);
  g_autofree char *bracketed = g_strdup_printf ("(%s)", outlet);
  guint n = 0;

  while (news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 1);
      g_autofree char *title = news_statement_dup_text (statement, 2);

      if (n < MOST_FACETS
          && ((news_search_match_find (match, title) & bit) != 0
              || (news_search_match_find (match, name) & bit) != 0))
        {
          append_source (choice, news_statement_get_int (statement, 0));
          n++;
        }
    }

  append_joined (choice, "OR", bracketed);
}

/* Several sources are any of them: an article has only one. */
static void
add_sources (Builder *self, gboolean excluded)
{
  g_autoptr (NewsSearchMatch) match
    = news_search_match_new (self->plan->query, NEWS_TERM_SOURCE, excluded);
  GPtrArray *terms = self->plan->query->terms;
  g_autoptr (GString) choice = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->kind == NEWS_TERM_SOURCE && term->excluded == excluded && term->words[0] != NULL)
        append_named_sources (self, term, 1u << n++, match, choice);
    }

  if (choice->len > 0)
    add_facet (self, choice->str, excluded);
}

/* Has the index look only among the sources of @places, if they are few. */
static void
narrow (Builder *self, NewsSearchPlaces *places)
{
  g_autoptr (GArray) sources = news_search_places_list_sources (places);
  g_autoptr (GString) choice = g_string_new (NULL);

  if (sources->len == 0)
    self->plan->never = TRUE;
  if (sources->len == 0 || sources->len > MOST_FACETS)
    return;

  for (guint i = 0; i < sources->len; i++)
    append_source (choice, g_array_index (sources, gint64, i));
  add_facet (self, choice->str, FALSE);
}

static gboolean
is_named (const NewsSearchTerm *term, const char *name)
{
  g_autofree char *wanted = news_article_links_fold_topic (term->text);
  g_autofree char *folded = news_article_links_fold_topic (name);

  return g_str_has_prefix (folded, wanted);
}

/* The sections of that name as their sources call them. */
static void
add_sections_of_sources (Builder *self, const NewsSearchTerm *term, NewsSearchPlaces *places)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT id, source, section FROM queries WHERE id > 0 AND section <> ''");

  while (news_statement_next (statement))
    {
      g_autofree char *section = news_statement_dup_text (statement, 2);

      if (is_named (term, section))
        news_search_places_add (places, news_statement_get_int (statement, 1),
                                news_statement_get_int (statement, 0));
    }
}

static void
add_named_sections (Builder *self,
                    NewsScope *scope,
                    const NewsSearchTerm *term,
                    NewsSearchPlaces *places)
{
  for (guint i = 0; i < scope->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (scope->sections, i);

      if (is_named (term, section->title) || is_named (term, section->id))
        news_search_places_add_section (places, self->database, section);
    }

  if (scope->sections->len == 0)
    add_sections_of_sources (self, term, places);
}

/* Several sections are any of them, too. */
static void
add_sections (Builder *self, NewsScope *scope, gboolean excluded)
{
  GPtrArray *terms = self->plan->query->terms;
  NewsSearchPlaces *places = news_search_places_new ();
  gboolean asked = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->kind != NEWS_TERM_SECTION || term->excluded != excluded || *term->text == '\0')
        continue;

      asked = TRUE;
      add_named_sections (self, scope, term, places);
    }

  if (asked && !excluded)
    narrow (self, places);
  if (asked)
    g_ptr_array_add (excluded ? self->plan->sieve.without : self->plan->sieve.within, places);
  else
    news_search_places_free (places);
}

/* --- topics, times ------------------------------------------------------------------------------
 */

/* The topics that are called so, or begin so. */
static void
add_topic (Builder *self, const char *name, gboolean whole, gboolean excluded)
{
  NewsStatement *statement = news_database_prepare (
    self->database, "SELECT id FROM topics WHERE key >= ?1 AND key < ?1 || ?2 LIMIT ?3");
  g_autofree char *key = news_article_links_fold_topic (name);
  g_autoptr (GString) choice = g_string_new (NULL);

  /* After any other character comes the last of all; after none, a byte that is no key's. */
  news_statement_bind_text (statement, 1, key);
  news_statement_bind_text (statement, 2, whole ? "\001" : "\364\217\277\277");
  news_statement_bind_int (statement, 3, MOST_FACETS);
  while (news_statement_next (statement))
    {
      GString *facet = g_string_new (NULL);

      news_search_facets_append_topic (facet, news_statement_get_int (statement, 0));
      append_or (choice, quote (facet, FALSE));
    }

  if (choice->len > 0)
    add_facet (self, choice->str, excluded);
  else if (!excluded)
    self->plan->never = TRUE;
}

static void
append_months (GString *choice, int year, int first, int last)
{
  GString *facet;

  if (first == 1 && last == 12)
    {
      facet = g_string_new (NULL);
      news_search_facets_append_year (facet, year);
      append_or (choice, quote (facet, FALSE));
      return;
    }

  for (int month = first; month <= last; month++)
    {
      facet = g_string_new (NULL);
      news_search_facets_append_month (facet, year, month);
      append_or (choice, quote (facet, FALSE));
    }
}

/* The months in which a hit may be, so that no others are looked through; the sieve knows the rest.
 * No article is of later than now. */
static void
add_times (Builder *self)
{
  NewsSearchSieve *sieve = &self->plan->sieve;
  gint64 now = news_database_get_now (self->database);
  g_autoptr (GString) choice = g_string_new (NULL);
  int year, month, last_year, last_month;

  if (sieve->from == G_MININT64 && sieve->until == G_MAXINT64)
    return;

  news_search_facets_get_month (MAX (sieve->from, 0), &year, &month);
  news_search_facets_get_month (CLAMP (sieve->until, 1, now + 1) - 1, &last_year, &last_month);
  for (; year <= last_year; year++, month = 1)
    append_months (choice, year, month, year < last_year ? 12 : last_month);

  if (choice->len > 0)
    add_facet (self, choice->str, FALSE);
  else
    self->plan->never = TRUE;
}

/* --- operators ----------------------------------------------------------------------------------
 */

/* Asked for and excluded is nothing. */
static void
set_flag (Builder *self, int *flag, int value)
{
  if (*flag != -1 && *flag != value)
    self->plan->never = TRUE;
  *flag = value;
}

static void
add_author (Builder *self, const NewsSearchTerm *term)
{
  g_autofree char *expression = join_words (term, news_search_facets_append_byline);

  if (*expression != '\0')
    add_facet (self, expression, term->excluded);
}

static void
add_picture (Builder *self, gboolean excluded)
{
  GString *facet = g_string_new (NULL);
  g_autofree char *expression = NULL;

  news_search_facets_append_pictured (facet);
  expression = quote (facet, FALSE);
  add_facet (self, expression, excluded);
}

static void
add_operator (Builder *self, const NewsSearchTerm *term)
{
  NewsSearchSieve *sieve = &self->plan->sieve;

  switch (term->kind)
    {
    case NEWS_TERM_TOPIC:
      if (*term->text != '\0')
        add_topic (self, term->text, term->quoted && !term->unfinished, term->excluded);
      break;

    case NEWS_TERM_AUTHOR:
      add_author (self, term);
      break;

    case NEWS_TERM_BEFORE:
    case NEWS_TERM_AFTER:
      /* What is not before comes after. */
      if (*term->text == '\0')
        break;
      if ((term->kind == NEWS_TERM_BEFORE) != term->excluded)
        sieve->until = MIN (sieve->until, term->time);
      else
        sieve->from = MAX (sieve->from, term->time);
      break;

    case NEWS_TERM_UNREAD:
    case NEWS_TERM_READ:
      set_flag (self, &sieve->read, (term->kind == NEWS_TERM_READ) != term->excluded);
      break;

    case NEWS_TERM_BOOKMARKED:
      set_flag (self, &sieve->bookmarked, !term->excluded);
      break;

    case NEWS_TERM_PICTURE:
      add_picture (self, term->excluded);
      break;

    case NEWS_TERM_TEXT:
    case NEWS_TERM_SOURCE:
    case NEWS_TERM_SECTION:
    default:
      break;
    }
}

static void
add_scope (Builder *self, NewsScope *within)
{
  NewsSearchPlaces *places;

  switch (within->kind)
    {
    case NEWS_SCOPE_BOOKMARKS:
      set_flag (self, &self->plan->sieve.bookmarked, TRUE);
      break;

    case NEWS_SCOPE_TOPIC:
      add_topic (self, within->topic, TRUE, FALSE);
      break;

    case NEWS_SCOPE_SECTION:
    case NEWS_SCOPE_HOME:
      places = news_search_places_new ();
      for (guint i = 0; i < within->sections->len; i++)
        news_search_places_add_section (places, self->database,
                                        g_ptr_array_index (within->sections, i));
      narrow (self, places);
      g_ptr_array_add (self->plan->sieve.within, places);
      break;

    case NEWS_SCOPE_SEARCH:
    default:
      break;
    }
}

/* --- words --------------------------------------------------------------------------------------
 */

static gboolean
is_wanted (const NewsSearchTerm *term, gboolean excluded)
{
  return term->kind == NEWS_TERM_TEXT && term->excluded == excluded && term->words[0] != NULL;
}

/* Whether "texts" can be asked for what begins with @word: a few letters, or one character of a
 * script in which it begins pairs. */
static gboolean
can_begin (const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  return length >= LEAST_LETTERS || (length == 1 && (guchar) *word >= 0xe0);
}

/* The words of a term, all of which its texts have. The last one is left out if it is a beginning
 * that can't be asked for, and others tell enough. */
static char *
join_for_texts (const NewsSearchTerm *term)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; term->words[i] != NULL; i++)
    {
      gboolean open = term->open && term->words[i + 1] == NULL;
      g_autofree char *part = NULL;

      if (open && i > 0 && !can_begin (term->words[i]))
        continue;

      part = g_strdup_printf ("\"%s\"%s", term->words[i],
                              open && can_begin (term->words[i]) ? " *" : "");
      append_joined (all, "AND", part);
    }

  return g_string_free_and_steal (all);
}

static char *
join_for_heads (const NewsSearchTerm *term)
{
  g_autofree char *words = g_strjoinv (" ", term->words);

  return g_strdup_printf ("\"%s\"%s", words, term->open ? " *" : "");
}

/* All that is looked for, as it would stand in a text. */
static char *
join_phrase (const char *text, gboolean open)
{
  NewsTokenKind end;
  g_auto (GStrv) words = news_search_words_split (text, &end);
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strdup_printf ("\"%s\"%s", joined, open ? " *" : "");
}

/* What is not wanted is taken away as far as the index can tell. */
static char *
finish (Builder *self, const char *wanted)
{
  g_autoptr (GString) expression = g_string_new (wanted);

  append_joined (expression, "AND", self->facets->str);
  if (expression->len == 0)
    {
      GString *any = g_string_new (NULL);

      news_search_facets_append_any (any);
      append_or (expression, quote (any, FALSE));
    }

  if (self->unwanted->len == 0)
    return g_strdup (expression->str);

  return g_strdup_printf ("(%s) NOT (%s)", expression->str, self->unwanted->str);
}

static void
set_heads (Builder *self, NewsFound found, const char *words)
{
  g_autofree char *expression = g_strdup_printf ("(%s : (%s))", columns[found], words);

  self->plan->heads[found] = finish (self, expression);
}

static void
plan_heads (Builder *self)
{
  GPtrArray *terms = self->plan->query->terms;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) phrase = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *together = NULL;
  gboolean open = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (terms, i);

      if (!is_wanted (term, FALSE))
        continue;

      g_string_append_printf (phrase, " %s", term->text);
      open = term->open;
      g_ptr_array_add (parts, join_for_heads (term));
      append_joined (all, "AND", g_ptr_array_index (parts, parts->len - 1));
    }

  if (parts->len == 0)
    return;

  for (NewsFound found = NEWS_FOUND_HEADS; found <= NEWS_FOUND_TITLE; found++)
    set_heads (self, found, all->str);
  if (parts->len == 1)
    return;

  together = join_phrase (phrase->str, open);
  set_heads (self, NEWS_FOUND_PHRASE, together);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *expression = g_strdup_printf ("(%s : (%s))", columns[NEWS_FOUND_TITLE],
                                                     (char *) g_ptr_array_index (parts, i));

      g_ptr_array_add (self->plan->titles, finish (self, expression));
    }
}

/* A single word that is not wanted, the index keeps out; a phrase has to be looked for. */
static void
plan_texts (Builder *self)
{
  GPtrArray *terms = self->plan->query->terms;
  g_autoptr (GString) unwanted = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *words = NULL;

      if (term->kind != NEWS_TERM_TEXT || term->words[0] == NULL)
        continue;

      words = join_for_texts (term);
      if (!term->excluded)
        {
          append_joined (all, "AND", words);
          self->plan->phrases |= term->words[1] != NULL;
          self->plan->beginning |= term->open && !can_begin (term->words[0]);
        }
      else if (term->words[1] == NULL)
        {
          append_joined (self->unwanted, "OR", words);
          append_joined (unwanted, "OR", words);
        }
      else
        {
          self->plan->unwanted_phrases = TRUE;
        }
    }

  self->plan->texts = finish (self, all->str);
  if (unwanted->len > 0)
    self->plan->unwanted_words = g_strdup (unwanted->str);
}

NewsSearchPlan *
news_search_plan_new (NewsDatabase *database, NewsScope *scope, gint64 kept)
{
  NewsSearchPlan *self = g_new0 (NewsSearchPlan, 1);
  g_autoptr (GString) facets = g_string_new (NULL);
  g_autoptr (GString) unwanted = g_string_new (NULL);
  Builder builder = { .plan = self, .database = database, .facets = facets, .unwanted = unwanted };

  self->query = news_search_query_new (scope->query);
  self->never = news_search_query_is_empty (self->query);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->wanted = news_search_match_new (self->query, NEWS_TERM_TEXT, FALSE);
  self->unwanted = news_search_match_new (self->query, NEWS_TERM_TEXT, TRUE);
  news_search_sieve_init (&self->sieve);
  self->sieve.kept = kept;

  for (guint i = 0; i < self->query->terms->len; i++)
    add_operator (&builder, g_ptr_array_index (self->query->terms, i));
  for (gboolean excluded = FALSE; excluded <= TRUE; excluded++)
    {
      add_sources (&builder, excluded);
      add_sections (&builder, scope, excluded);
    }
  add_times (&builder);
  if (scope->within != NULL)
    add_scope (&builder, scope->within);

  /* Words that are not wanted may be in the text: "heads" can't tell of them. */
  plan_heads (&builder);
  plan_texts (&builder);

  return self;
}

void
news_search_plan_free (NewsSearchPlan *self)
{
  news_search_query_unref (self->query);
  g_free (self->texts);
  g_free (self->unwanted_words);
  for (guint i = 0; i < G_N_ELEMENTS (self->heads); i++)
    g_free (self->heads[i]);
  g_ptr_array_unref (self->titles);
  news_search_match_free (self->wanted);
  news_search_match_free (self->unwanted);
  news_search_sieve_clear (&self->sieve);
  g_free (self);
}
