/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-tokenizer.h"
#include "store-fixture.h"

#include <string.h>

/* Articles and queries of few words at random: what the store finds is what a look through all
 * articles finds, with nothing but the tokenizer in common. */
#define ARTICLES 60
#define QUERIES 150

static const char *const words[] = { "cat",  "cats",     "dog",  "the", "Of", "catalogue",
                                     "银行", "人民银行", "人民", "銀",  "é",  "don't" };

typedef struct
{
  char *id;
  char *title;
  char *byline;
  char *standfirst;
  char *text;
} Article;

static char *
draw_text (guint most)
{
  GString *text = g_string_new (NULL);

  for (gint32 n = g_test_rand_int_range (0, (gint32) most + 1); n > 0; n--)
    g_string_append_printf (text, "%s%s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                            g_test_rand_bit () ? " " : ", ");

  return g_string_free_and_steal (text);
}

static void
clear_article (Article *article)
{
  g_free (article->id);
  g_free (article->title);
  g_free (article->byline);
  g_free (article->standfirst);
  g_free (article->text);
}

static void
take (StoreFixture *fixture, Article *article, guint i)
{
  NewsArticle *told;

  clear_article (article);
  article->id = g_strdup_printf ("%02u", i);
  article->title = draw_text (3);
  article->byline = draw_text (1);
  article->standfirst = draw_text (3);
  article->text = draw_text (8);

  told = store_fixture_article (article->id, article->title, STORE_FIXTURE_NOW - i);
  told->byline = g_strdup (article->byline);
  told->standfirst = g_strdup (article->standfirst);
  told->text = g_strdup (article->text);
  store_fixture_take (fixture, "one", NULL, told, NULL);
}

/* --- the plain way ------------------------------------------------------------------------------
 */

static GPtrArray *
list_tokens (const char *text)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);
  NewsTokenizer tokenizer;
  NewsToken token;

  news_tokenizer_init (&tokenizer, text, -1);
  while (news_tokenizer_next (&tokenizer, &token))
    g_ptr_array_add (tokens, g_strndup (token.word, token.length));

  return tokens;
}

/* What is looked for: whole words in a row, of which the last may only be a beginning. */
static gboolean
has_row (const char *text, GPtrArray *wanted, gboolean open)
{
  g_autoptr (GPtrArray) tokens = list_tokens (text);

  for (guint start = 0; start + wanted->len <= tokens->len; start++)
    {
      guint same = 0;

      for (; same < wanted->len; same++)
        {
          const char *token = g_ptr_array_index (tokens, start + same);
          const char *word = g_ptr_array_index (wanted, same);

          if (open && same + 1 == wanted->len ? !g_str_has_prefix (token, word)
                                              : strcmp (token, word) != 0)
            break;
        }
      if (same == wanted->len)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_han (const char *text)
{
  return (guchar) *text >= 0xe0;
}

/* Of a run of Han the last character alone is not looked for, as the run may go on; a character
 * that is all of its run is always a beginning. One or two letters are too few to be the beginning
 * of a word of a standfirst or a text, if nothing stands before them. */
static gboolean
has_term (const Article *article, const char *term, gboolean typing)
{
  g_autoptr (GPtrArray) wanted = list_tokens (term);
  const char *blank = strrchr (term, ' ');
  const char *last = blank != NULL ? blank + 1 : term;
  glong length = g_utf8_strlen (last, -1);
  gboolean open = typing;
  gboolean early = FALSE;

  if (is_han (last))
    open = length == 1;
  else
    early = length < 3 && wanted->len == 1;
  if (is_han (last) && length > 1)
    g_ptr_array_set_size (wanted, (int) wanted->len - 1);

  return has_row (article->title, wanted, open) || has_row (article->byline, wanted, open)
         || has_row (article->standfirst, wanted, open && !early)
         || has_row (article->text, wanted, open && !early);
}

typedef struct
{
  char *text;
  gboolean excluded;
} Term;

static gboolean
matches (const Article *article, GArray *terms, gboolean typing)
{

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      gboolean last = i + 1 == terms->len;

      if (has_term (article, term->text, typing && last && !term->excluded) == term->excluded)
        return FALSE;
    }

  return TRUE;
}

/* --- both ---------------------------------------------------------------------------------------
 */

static void
clear_term (Term *term)
{
  g_free (term->text);
}

/* A query of some terms, and the terms. Where a word is being typed, it is the only term: what is
 * found of several then is found in one place. */
static char *
draw_query (GArray *terms, gboolean *typing)
{
  GString *query = g_string_new (NULL);
  gint32 n = g_test_rand_int_range (1, 4);

  *typing = g_test_rand_int_range (0, 3) == 0;
  if (*typing)
    n = 1;

  while (n-- > 0)
    {
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
      const char *next = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
      Term term = { .excluded = g_test_rand_int_range (0, 4) == 0 };

      if (g_test_rand_bit () && !*typing)
        {
          term.text = g_strdup_printf ("%s %s", word, next);
          g_string_append_printf (query, "%s\"%s\" ", term.excluded ? "-" : "", term.text);
        }
      else
        {
          glong length = g_utf8_strlen (word, -1);

          term.excluded = term.excluded && !*typing;
          term.text = *typing
                        ? g_utf8_substring (word, 0, g_test_rand_int_range (1, (gint32) length + 1))
                        : g_strdup (word);
          g_string_append_printf (query, "%s%s%s", term.excluded ? "-" : "", term.text,
                                  *typing ? "" : " ");
        }
      g_array_append_val (terms, term);
    }

  return g_string_free_and_steal (query);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_ids (const char *ids)
{
  g_auto (GStrv) split = g_strsplit (ids, " ", -1);

  qsort (split, g_strv_length (split), sizeof *split, compare_ids);

  return g_strjoinv (" ", split);
}

static void
compare (StoreFixture *fixture, Article *articles)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (NewsScope) scope = NULL;
  g_autofree char *query = NULL;
  g_autofree char *found = NULL;
  g_autofree char *sorted = NULL;
  gboolean typing;

  g_array_set_clear_func (terms, (GDestroyNotify) clear_term);
  query = draw_query (terms, &typing);
  for (guint i = 0; i < ARTICLES; i++)
    if (matches (&articles[i], terms, typing))
      g_string_append_printf (expected, "%s%s", expected->len > 0 ? " " : "", articles[i].id);

  scope = news_scope_new_search (query, NULL, NULL);
  found = store_fixture_list_ids (fixture, scope, 0);
  sorted = sort_ids (found);
  if (strcmp (sorted, expected->str) != 0)
    g_test_message ("Looking for “%s”", query);
  g_assert_cmpstr (sorted, ==, expected->str);
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  Article articles[ARTICLES] = { 0 };

  store_fixture_set_now (fixture, STORE_FIXTURE_NOW);
  for (guint i = 0; i < ARTICLES; i++)
    take (fixture, &articles[i], i);

  for (guint round = 0; round < QUERIES; round++)
    {
      guint i = (guint) g_test_rand_int_range (0, ARTICLES);

      compare (fixture, articles);
      if (round % 5 == 0)
        take (fixture, &articles[i], i);
    }

  for (guint i = 0; i < ARTICLES; i++)
    clear_article (&articles[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search-model/random", StoreFixture, NULL, store_fixture_set_up, test_random,
              store_fixture_tear_down);

  return g_test_run ();
}
