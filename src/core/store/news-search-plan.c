/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-plan.h"

#include "news-article-links.h"
#include "news-search-term-words.h"
#include "news-search-terms.h"
#include "news-search-words.h"

#include <string.h>

/* How many sources or topics an expression names. Of more sources, the sieve tells; of more topics
 * that begin alike, some are left out. */
#define MOST_CHOICES 64

/* What is being put together. */
typedef struct
{
  NewsSearchPlan *plan;
  NewsDatabase *database;
} Builder;

static NewsSearchExpression *
new_number (NewsField field, gint64 number)
{
  NewsTerm term;

  news_term_init_number (&term, field, number);

  return news_search_expression_new_term (&term, FALSE);
}

/* Adds what must be so of every hit, or must not; takes it. */
static void
demand (Builder *self, NewsSearchExpression *expression, gboolean excluded)
{
  if (excluded)
    news_search_expression_add_not (self->plan->all, expression);
  else
    news_search_expression_add (self->plan->all, expression);
}

/* --- words --------------------------------------------------------------------------------------
 */

static void
add_found (Builder *self, NewsFound found, NewsSearchExpression *expression)
{
  if (self->plan->found[found] == NULL)
    self->plan->found[found] = news_search_expression_new_all ();
  news_search_expression_add (self->plan->found[found], expression);
}

static void
add_wanted (Builder *self, const NewsSearchTerm *term)
{
  static const NewsField heads[] = { NEWS_FIELD_TITLE, NEWS_FIELD_NAME, NEWS_FIELD_STANDFIRST };
  static const NewsField names[] = { NEWS_FIELD_TITLE, NEWS_FIELD_NAME };

  demand (self, news_search_term_expect_anywhere (term), FALSE);
  add_found (self, NEWS_FOUND_HEADS, news_search_term_expect (term, heads, G_N_ELEMENTS (heads)));
  add_found (self, NEWS_FOUND_NAMES, news_search_term_expect (term, names, G_N_ELEMENTS (names)));
  add_found (self, NEWS_FOUND_TITLE, news_search_term_expect_in_title (term));
  g_ptr_array_add (self->plan->titles, news_search_term_expect_in_title (term));

  /* The index does not know what words follow one another. */
  self->plan->unproven |= term->words[1] != NULL;
}

static void
add_text (Builder *self, const NewsSearchTerm *term)
{
  if (term->words[0] == NULL)
    return;

  if (!term->excluded)
    add_wanted (self, term);
  else if (term->words[1] == NULL)
    demand (self, news_search_term_expect_word (NEWS_FIELD_WORD, term->words[0], term->open), TRUE);
  else
    self->plan->unproven = TRUE;
}

/* Several terms may stand in the title one after the other; of one, it is said already. */
static void
add_phrase (Builder *self)
{
  GPtrArray *terms = self->plan->query->terms;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  gboolean open = FALSE;
  NewsTokenKind end;

  if (self->plan->titles->len < 2)
    {
      g_ptr_array_set_size (self->plan->titles, 0);
      return;
    }

  for (guint i = 0; i < terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->kind != NEWS_TERM_TEXT || term->excluded || term->words[0] == NULL)
        continue;
      g_string_append_printf (text, " %s", term->text);
      open = term->open;
    }

  words = news_search_words_split (text->str, &end);
  add_found (self, NEWS_FOUND_PHRASE,
             news_search_expression_ref (self->plan->found[NEWS_FOUND_TITLE]));
  add_found (self, NEWS_FOUND_PHRASE, news_search_term_expect_following (words, open));
}

/* --- sources and sections -----------------------------------------------------------------------
 */

/* The sources that are called like that, and what is told to be published so by another one. */
static void
add_named_sources (Builder *self,
                   const NewsSearchTerm *term,
                   guint32 bit,
                   NewsSearchMatch *match,
                   NewsSearchExpression *choice)
{
  static const NewsField outlet = NEWS_FIELD_OUTLET;
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT id, name, title FROM sources WHERE id > 0");
  guint n = 0;

  while (news_statement_next (statement))
    {
      g_autofree char *name = news_statement_dup_text (statement, 1);
      g_autofree char *title = news_statement_dup_text (statement, 2);

      if (n < MOST_CHOICES
          && ((news_search_match_find (match, title) & bit) != 0
              || (news_search_match_find (match, name) & bit) != 0))
        {
          gint64 source = news_statement_get_int (statement, 0);

          news_search_expression_add (choice, new_number (NEWS_FIELD_SOURCE, source));
          n++;
        }
    }

  news_search_expression_add (choice, news_search_term_expect (term, &outlet, 1));
}

/* Several sources are any of them: an article has only one. */
static void
add_sources (Builder *self, gboolean excluded)
{
  g_autoptr (NewsSearchMatch) match
    = news_search_match_new (self->plan->query, NEWS_TERM_SOURCE, excluded);
  GPtrArray *terms = self->plan->query->terms;
  g_autoptr (NewsSearchExpression) choice = news_search_expression_new_any ();
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->kind == NEWS_TERM_SOURCE && term->excluded == excluded && term->words[0] != NULL)
        add_named_sources (self, term, 1u << n++, match, choice);
    }

  if (n > 0)
    demand (self, news_search_expression_ref (choice), excluded);
}

/* Has the index look only among the sources of @places, if they are few. */
static void
narrow (Builder *self, NewsSearchPlaces *places)
{
  g_autoptr (GArray) sources = news_search_places_list_sources (places);
  NewsSearchExpression *choice;

  if (sources->len == 0)
    self->plan->never = TRUE;
  if (sources->len == 0 || sources->len > MOST_CHOICES)
    return;

  choice = news_search_expression_new_any ();
  for (guint i = 0; i < sources->len; i++)
    news_search_expression_add (choice,
                                new_number (NEWS_FIELD_SOURCE, g_array_index (sources, gint64, i)));
  demand (self, choice, FALSE);
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
  NewsSearchExpression *choice = news_search_expression_new_any ();

  /* After any other character comes the last of all; after none, a byte that is no key's. */
  news_statement_bind_text (statement, 1, key);
  news_statement_bind_text (statement, 2, whole ? "\001" : "\364\217\277\277");
  news_statement_bind_int (statement, 3, MOST_CHOICES);
  while (news_statement_next (statement))
    news_search_expression_add (
      choice, new_number (NEWS_FIELD_TOPIC, news_statement_get_int (statement, 0)));

  if (news_search_expression_get_length (choice) == 0 && !excluded)
    self->plan->never = TRUE;
  demand (self, choice, excluded);
}

/* The months in which a hit may be, so that no others are looked through; the sieve knows the rest.
 * No article is of later than now. */
static void
add_times (Builder *self)
{
  NewsSearchSieve *sieve = &self->plan->sieve;
  gint64 now = news_database_get_now (self->database);
  NewsSearchExpression *choice;
  int year, month, last_year, last_month;

  if (sieve->from == G_MININT64 && sieve->until == G_MAXINT64)
    return;

  choice = news_search_expression_new_any ();
  news_search_terms_get_month (MAX (sieve->from, 0), &year, &month);
  news_search_terms_get_month (CLAMP (sieve->until, 1, now + 1) - 1, &last_year, &last_month);
  while (month <= last_month)
    if (month % 12 == 0 && month + 11 <= last_month)
      {
        news_search_expression_add (choice, new_number (NEWS_FIELD_YEAR, month / 12));
        month += 12;
      }
    else
      {
        news_search_expression_add (choice, new_number (NEWS_FIELD_MONTH, month++));
      }

  demand (self, choice, FALSE);
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
  static const NewsField byline = NEWS_FIELD_BYLINE;

  if (term->words[0] != NULL)
    demand (self, news_search_term_expect (term, &byline, 1), term->excluded);
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
      demand (self, new_number (NEWS_FIELD_PICTURED, 1), term->excluded);
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

NewsSearchPlan *
news_search_plan_new (NewsDatabase *database, NewsScope *scope, gint64 kept)
{
  NewsSearchPlan *self = g_new0 (NewsSearchPlan, 1);
  Builder builder = { .plan = self, .database = database };
  GPtrArray *terms;

  self->query = news_search_query_new (scope->query);
  self->never = news_search_query_is_empty (self->query);
  self->all = news_search_expression_new_all ();
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) news_search_expression_unref);
  self->wanted = news_search_match_new (self->query, NEWS_TERM_TEXT, FALSE);
  self->unwanted = news_search_match_new (self->query, NEWS_TERM_TEXT, TRUE);
  news_search_sieve_init (&self->sieve);
  self->sieve.kept = kept;

  /* Words first, as they tell most articles from others. */
  terms = self->query->terms;
  for (guint i = 0; i < terms->len; i++)
    if (((const NewsSearchTerm *) g_ptr_array_index (terms, i))->kind == NEWS_TERM_TEXT)
      add_text (&builder, g_ptr_array_index (terms, i));
  add_phrase (&builder);

  for (guint i = 0; i < terms->len; i++)
    add_operator (&builder, g_ptr_array_index (terms, i));
  for (gboolean excluded = FALSE; excluded <= TRUE; excluded++)
    {
      add_sources (&builder, excluded);
      add_sections (&builder, scope, excluded);
    }
  add_times (&builder);
  if (scope->within != NULL)
    add_scope (&builder, scope->within);

  return self;
}

void
news_search_plan_free (NewsSearchPlan *self)
{
  news_search_query_unref (self->query);
  news_search_expression_unref (self->all);
  for (guint i = 0; i < G_N_ELEMENTS (self->found); i++)
    g_clear_pointer (&self->found[i], news_search_expression_unref);
  g_ptr_array_unref (self->titles);
  news_search_match_free (self->wanted);
  news_search_match_free (self->unwanted);
  news_search_sieve_clear (&self->sieve);
  g_free (self);
}
