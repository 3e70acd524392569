/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-term-words.h"

#include <string.h>

/* Whether @field can be asked for what begins with @word: enough letters, or one character of a
 * script in which it begins pairs. */
static gboolean
can_begin (NewsField field, const char *word)
{
  glong letters = g_utf8_strlen (word, -1);

  return letters >= (glong) news_term_get_least (field) || (letters == 1 && (guchar) *word >= 0xe0);
}

NewsSearchExpression *
news_search_term_expect_word (NewsField field, const char *word, gboolean open)
{
  NewsTerm term;

  news_term_init_word (&term, field, word, strlen (word));

  return news_search_expression_new_term (&term, open && can_begin (field, word));
}

static gboolean
is_last_open (const NewsSearchTerm *term, guint word)
{
  return term->open && term->words[word + 1] == NULL;
}

NewsSearchExpression *
news_search_term_expect (const NewsSearchTerm *term, const NewsField *fields, guint n)
{
  NewsSearchExpression *all = news_search_expression_new_all ();

  for (guint i = 0; term->words[i] != NULL; i++)
    {
      NewsSearchExpression *any = news_search_expression_new_any ();

      for (guint j = 0; j < n; j++)
        news_search_expression_add (
          any, news_search_term_expect_word (fields[j], term->words[i], is_last_open (term, i)));
      news_search_expression_add (all, any);
    }

  return all;
}

NewsSearchExpression *
news_search_term_expect_anywhere (const NewsSearchTerm *term)
{
  static const NewsField fields[] = { NEWS_FIELD_WORD, NEWS_FIELD_TITLE, NEWS_FIELD_NAME };
  NewsSearchExpression *all;

  if (term->words[1] == NULL && term->open && !can_begin (NEWS_FIELD_WORD, term->words[0]))
    return news_search_term_expect (term, fields, G_N_ELEMENTS (fields));

  all = news_search_expression_new_all ();
  for (guint i = 0; term->words[i] != NULL; i++)
    if (i == 0 || !is_last_open (term, i) || can_begin (NEWS_FIELD_WORD, term->words[i]))
      news_search_expression_add (all, news_search_term_expect_word (
                                         NEWS_FIELD_WORD, term->words[i], is_last_open (term, i)));

  return all;
}

NewsSearchExpression *
news_search_term_expect_following (char **words, gboolean open)
{
  NewsSearchExpression *all = news_search_expression_new_all ();

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (!open || words[i + 1] != NULL)
      {
        NewsTerm term;

        news_term_init_following (&term, words[i - 1], strlen (words[i - 1]), words[i],
                                  strlen (words[i]));
        news_search_expression_add (all, news_search_expression_new_term (&term, FALSE));
      }

  return all;
}

NewsSearchExpression *
news_search_term_expect_in_title (const NewsSearchTerm *term)
{
  static const NewsField field = NEWS_FIELD_TITLE;
  NewsSearchExpression *all = news_search_term_expect (term, &field, 1);

  news_search_expression_add (all, news_search_term_expect_following (term->words, term->open));

  return all;
}
