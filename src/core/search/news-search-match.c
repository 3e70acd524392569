/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-search-match.h"

#include "news-search-words.h"
#include "news-tokenizer.h"

#include <string.h>

/* A term, and how much of it stands before the place in the text that is looked at: bit N says that
 * its first N + 1 words do. */
typedef struct
{
  GPtrArray *words; /* char*, borrowed from the query */
  guint *lengths;
  gboolean open;
  guint32 state;
} Term;

struct _NewsSearchMatch
{
  NewsSearchQuery *query;
  GPtrArray *terms;                /* Term */
  guint starts[NEWS_SEARCH_WORDS]; /* of the last tokens, in turn */
};

/* Told of each place; FALSE to go no further. */
typedef gboolean (*FoundFunc) (const NewsSearchPlace *place, gpointer data);

static void
free_term (Term *term)
{
  g_ptr_array_unref (term->words);
  g_free (term->lengths);
  g_free (term);
}

static Term *
new_term (const NewsSearchTerm *asked)
{
  Term *term = g_new0 (Term, 1);

  term->open = asked->open;
  term->words = g_ptr_array_new ();
  for (char **word = asked->words; *word != NULL; word++)
    g_ptr_array_add (term->words, *word);

  term->lengths = g_new (guint, term->words->len);
  for (guint i = 0; i < term->words->len; i++)
    term->lengths[i] = (guint) strlen (g_ptr_array_index (term->words, i));

  return term;
}

NewsSearchMatch *
news_search_match_new (NewsSearchQuery *query, NewsTermKind kind, gboolean excluded)
{
  NewsSearchMatch *self = g_new0 (NewsSearchMatch, 1);

  self->query = news_search_query_ref (query);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) free_term);
  for (guint i = 0; i < query->terms->len; i++)
    {
      const NewsSearchTerm *term = g_ptr_array_index (query->terms, i);

      if (term->kind == kind && term->excluded == excluded && term->words[0] != NULL)
        g_ptr_array_add (self->terms, new_term (term));
    }

  return self;
}

void
news_search_match_free (NewsSearchMatch *self)
{
  g_ptr_array_unref (self->terms);
  news_search_query_unref (self->query);
  g_free (self);
}

guint
news_search_match_get_size (NewsSearchMatch *self)
{
  return self->terms->len;
}

/* Whether @token is that word of the term, or begins with it where that is enough. */
static gboolean
fits (const Term *term, guint word, const NewsToken *token)
{
  guint length = term->lengths[word];
  gboolean open = term->open && word + 1 == term->words->len;

  return (token->length == length || (open && token->length > length))
         && memcmp (token->word, g_ptr_array_index (term->words, word), length) == 0;
}

/* Of a pair that only begins with the character that is looked for, it is that character alone; a
 * word is shown whole. */
static guint
get_end (const Term *term, const NewsToken *token, const char *text)
{
  guint length = term->lengths[term->words->len - 1];

  if (token->kind != NEWS_TOKEN_PAIR || token->length == length)
    return token->end;

  return (guint) (g_utf8_next_char (text + token->start) - text);
}

/* Takes the next token. Whether the term ends with it. */
static gboolean
advance (Term *term, const NewsToken *token)
{
  guint32 before = term->state << 1 | 1;
  guint32 state = 0;

  for (guint i = 0; i < term->words->len && before >> i != 0; i++)
    if (before >> i & 1 && fits (term, i, token))
      state |= G_GUINT64_CONSTANT (1) << i;
  term->state = state;

  return state >> (term->words->len - 1) & 1;
}

static void
search (NewsSearchMatch *self, const char *text, FoundFunc found, gpointer data)
{
  NewsTokenizer tokenizer;
  NewsToken token;

  for (guint i = 0; i < self->terms->len; i++)
    ((Term *) g_ptr_array_index (self->terms, i))->state = 0;

  news_tokenizer_init (&tokenizer, text, -1);
  for (guint n = 0; news_tokenizer_next (&tokenizer, &token); n++)
    {
      self->starts[n % NEWS_SEARCH_WORDS] = token.start;
      for (guint i = 0; i < self->terms->len; i++)
        {
          Term *term = g_ptr_array_index (self->terms, i);
          NewsSearchPlace place = { .term = i };

          if (!advance (term, &token))
            continue;

          place.start = self->starts[(n + 1 - term->words->len) % NEWS_SEARCH_WORDS];
          place.end = get_end (term, &token, text);
          if (!found (&place, data))
            return;
        }
    }
}

/* --- which terms --------------------------------------------------------------------------------
 */

typedef struct
{
  guint32 found;
  guint32 all;
} Bits;

static gboolean
note_bit_cb (const NewsSearchPlace *place, gpointer data)
{
  Bits *bits = data;

  bits->found |= 1u << place->term;

  return bits->found != bits->all;
}

guint32
news_search_match_find (NewsSearchMatch *self, const char *text)
{
  Bits bits = { .all = (guint32) ((G_GUINT64_CONSTANT (1) << self->terms->len) - 1) };

  if (text != NULL && self->terms->len > 0)
    search (self, text, note_bit_cb, &bits);

  return bits.found;
}

/* --- where --------------------------------------------------------------------------------------
 */

typedef struct
{
  GArray *places;
  guint most;
} Places;

/* Of two that overlap, as the characters of a run do, the one is taken that began before or is
 * longer. */
static gboolean
add_place_cb (const NewsSearchPlace *place, gpointer data)
{
  Places *places = data;

  while (places->places->len > 0)
    {
      const NewsSearchPlace *last
        = &g_array_index (places->places, NewsSearchPlace, places->places->len - 1);

      if (place->start >= last->end)
        break;
      if (last->start < place->start || (last->start == place->start && last->end >= place->end))
        return TRUE;

      g_array_set_size (places->places, places->places->len - 1);
    }

  g_array_append_val (places->places, *place);

  return places->places->len < places->most;
}

GArray *
news_search_match_find_places (NewsSearchMatch *self, const char *text, guint most)
{
  Places places = { .places = g_array_new (FALSE, FALSE, sizeof (NewsSearchPlace)), .most = most };

  if (self->terms->len > 0 && most > 0)
    search (self, text, add_place_cb, &places);

  return places.places;
}
