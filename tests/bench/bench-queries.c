/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-queries.h"

#include "news-corpus-filler.h"

#include <string.h>

/* Streams of random numbers beside those of the corpus. */
#define QUERY_STREAM G_GUINT64_CONSTANT (0x700000000)

/* Numbers of words, as corpus_lexicon_draw() has them. */
#define COMMONEST 30
#define COMMON 1000
#define RARE 12000

typedef struct
{
  NewsCorpus *corpus;
  CorpusRandom random;
} Maker;

static const char *const names[BENCH_N_QUERIES] = {
  [BENCH_QUERY_COMMONEST] = "a commonest word",
  [BENCH_QUERY_TWO_COMMONEST] = "two commonest words",
  [BENCH_QUERY_COMMON] = "a common word",
  [BENCH_QUERY_RARE] = "a rare word",
  [BENCH_QUERY_TWO_WORDS] = "two words of an article",
  [BENCH_QUERY_LETTER] = "one letter",
  [BENCH_QUERY_TWO_LETTERS] = "two letters",
  [BENCH_QUERY_THREE_LETTERS] = "three letters",
  [BENCH_QUERY_FIVE_LETTERS] = "five letters",
  [BENCH_QUERY_PHRASE] = "a phrase of many articles",
  [BENCH_QUERY_COMMON_PHRASE] = "a phrase of commonest words",
  [BENCH_QUERY_QUOTED] = "some words in quotation marks",
  [BENCH_QUERY_HAN_CHARACTER] = "one Han character",
  [BENCH_QUERY_HAN_WORD] = "a Han word",
  [BENCH_QUERY_HAN_PHRASE] = "a phrase of Han",
  [BENCH_QUERY_TRADITIONAL] = "a Traditional word",
  [BENCH_QUERY_WITHOUT] = "a commonest word without another",
  [BENCH_QUERY_SOURCE] = "a commonest word of a source",
  [BENCH_QUERY_AUTHOR] = "a commonest word of an author",
  [BENCH_QUERY_TOPIC] = "a commonest word of a topic",
  [BENCH_QUERY_OLD] = "a commonest word of an old month",
  [BENCH_QUERY_UNREAD] = "a commonest word, unread",
  [BENCH_QUERY_BOOKMARKED] = "a commonest word, bookmarked",
  [BENCH_QUERY_PICTURED] = "a commonest word, with a picture",
  [BENCH_QUERY_SMALL] = "a commonest word in a small section",
};

const char *
bench_query_get_name (BenchQueryKind kind)
{
  return names[kind];
}

/* --- words --------------------------------------------------------------------------------------
 */

static const char *
pick (Maker *self, CorpusLanguage language, guint first, guint end)
{
  const CorpusLexicon *lexicon = news_corpus_get_lexicon (self->corpus, language);

  return corpus_lexicon_get_word (lexicon,
                                  first + corpus_random_below (&self->random, end - first));
}

static const char *
pick_commonest (Maker *self)
{
  return pick (self, CORPUS_ENGLISH, 0, COMMONEST);
}

/* The first letters of a word that is written as often as it is drawn, if it has so many. */
static char *
make_beginning (Maker *self, gsize letters)
{
  const CorpusLexicon *lexicon = news_corpus_get_lexicon (self->corpus, CORPUS_ENGLISH);

  return g_strndup (corpus_lexicon_get_word (lexicon, corpus_lexicon_draw (lexicon, &self->random)),
                    letters);
}

static NewsArticle *
pick_article (Maker *self, gboolean english)
{
  for (;;)
    {
      guint number = corpus_random_below (&self->random, news_corpus_get_n_articles (self->corpus));
      guint source = news_corpus_get_source (self->corpus, number);

      if ((news_corpus_get_language (self->corpus, source) == CORPUS_ENGLISH) == english)
        return news_corpus_prepare_article (self->corpus, number);
    }
}

/* Some words that follow one another in an article, without what is between sentences. */
static char *
make_run (Maker *self, guint words)
{
  g_autoptr (NewsArticle) article = pick_article (self, TRUE);
  g_auto (GStrv) all = g_strsplit (article->title, " ", -1);
  g_autoptr (GString) run = g_string_new (NULL);
  guint n = g_strv_length (all);
  guint first = corpus_random_below (&self->random, MAX (n, words + 1) - words);

  for (guint i = first; i < MIN (first + words, n); i++)
    g_string_append_printf (run, "%s%s", i > first ? " " : "", all[i]);

  return g_string_free_and_steal (g_steal_pointer (&run));
}

static char *
make_character (Maker *self)
{
  const char *word = pick (self, CORPUS_SIMPLIFIED, 0, 600);

  return g_utf8_substring (word, 0, 1);
}

static char *
make_traditional (Maker *self)
{
  const CorpusLexicon *lexicon = news_corpus_get_lexicon (self->corpus, CORPUS_TRADITIONAL);

  return g_strdup (corpus_lexicon_get_word (lexicon, corpus_lexicon_draw (lexicon, &self->random)));
}

static char *
make_phrase (Maker *self, CorpusLanguage language)
{
  const CorpusLexicon *lexicon = news_corpus_get_lexicon (self->corpus, language);

  return g_strdup_printf ("\"%s\"", corpus_lexicon_draw_phrase (lexicon, &self->random));
}

/* --- operators ----------------------------------------------------------------------------------
 */

static char *
make_source (Maker *self)
{
  guint number = corpus_random_below (&self->random, news_corpus_get_n_sources (self->corpus));
  g_autoptr (NewsSource) source = news_corpus_create_source (self->corpus, number);

  return g_strdup_printf ("%s source:\"%s\"", pick_commonest (self), source->name);
}

static char *
make_author (Maker *self)
{
  g_autoptr (NewsArticle) article = pick_article (self, TRUE);

  return g_strdup_printf ("%s author:\"%s\"", pick_commonest (self), article->byline);
}

static char *
make_topic (Maker *self)
{
  const CorpusLexicon *lexicon = news_corpus_get_lexicon (self->corpus, CORPUS_ENGLISH);
  g_autofree char *topic
    = corpus_lexicon_dup_topic (lexicon, corpus_lexicon_draw_topic (lexicon, &self->random));

  return g_strdup_printf ("%s topic:\"%s\"", pick_commonest (self), topic);
}

static char *
make_old (Maker *self)
{
  guint year = 2017 + corpus_random_below (&self->random, 4);
  guint month = 1 + corpus_random_below (&self->random, 11);

  return g_strdup_printf ("%s after:%u-%02u-01 before:%u-%02u-01", pick_commonest (self), year,
                          month, year, month + 1);
}

static char *
make_with_operator (Maker *self, BenchQueryKind kind)
{
  switch (kind)
    {
    case BENCH_QUERY_SOURCE:
      return make_source (self);
    case BENCH_QUERY_AUTHOR:
      return make_author (self);
    case BENCH_QUERY_TOPIC:
      return make_topic (self);
    case BENCH_QUERY_OLD:
      return make_old (self);
    case BENCH_QUERY_UNREAD:
      return g_strconcat (pick_commonest (self), " is:unread", NULL);
    case BENCH_QUERY_BOOKMARKED:
      return g_strconcat (pick_commonest (self), " is:bookmarked", NULL);
    case BENCH_QUERY_PICTURED:
      return g_strconcat (pick_commonest (self), " has:picture", NULL);
    case BENCH_QUERY_WITHOUT:
      return g_strdup_printf ("%s -%s", pick_commonest (self),
                              pick (self, CORPUS_ENGLISH, COMMONEST, COMMON));
    default:
      return g_strdup (pick_commonest (self));
    }
}

char *
bench_query_new (NewsCorpus *corpus, BenchQueryKind kind, guint number)
{
  Maker self = { corpus, corpus_random_new (NEWS_CORPUS_SEED,
                                            QUERY_STREAM + (guint64) kind * 100000 + number) };
  const char *one, *other;

  switch (kind)
    {
    case BENCH_QUERY_TWO_COMMONEST:
    case BENCH_QUERY_COMMON_PHRASE:
      one = pick_commonest (&self);
      other = pick_commonest (&self);
      return g_strdup_printf (kind == BENCH_QUERY_COMMON_PHRASE ? "\"%s %s\"" : "%s %s ", one,
                              other);
    case BENCH_QUERY_COMMON:
      return g_strconcat (pick (&self, CORPUS_ENGLISH, COMMONEST, COMMON), " ", NULL);
    case BENCH_QUERY_RARE:
      return g_strconcat (pick (&self, CORPUS_ENGLISH, RARE, CORPUS_LEXICON_WORDS), " ", NULL);
    case BENCH_QUERY_TWO_WORDS:
      return make_run (&self, 2);
    case BENCH_QUERY_LETTER:
      return make_beginning (&self, 1);
    case BENCH_QUERY_TWO_LETTERS:
      return make_beginning (&self, 2);
    case BENCH_QUERY_THREE_LETTERS:
      return make_beginning (&self, 3);
    case BENCH_QUERY_FIVE_LETTERS:
      return make_beginning (&self, 5);
    case BENCH_QUERY_PHRASE:
      return make_phrase (&self, CORPUS_ENGLISH);
    case BENCH_QUERY_QUOTED:
      {
        g_autofree char *run = make_run (&self, 3);

        return g_strdup_printf ("\"%s\"", run);
      }
    case BENCH_QUERY_HAN_CHARACTER:
      return make_character (&self);
    case BENCH_QUERY_HAN_WORD:
      return g_strdup (pick (&self, CORPUS_SIMPLIFIED, COMMONEST, 4000));
    case BENCH_QUERY_HAN_PHRASE:
      return make_phrase (&self, CORPUS_SIMPLIFIED);
    case BENCH_QUERY_TRADITIONAL:
      return make_traditional (&self);
    case BENCH_QUERY_COMMONEST:
    case BENCH_QUERY_SMALL:
      return g_strconcat (pick_commonest (&self), " ", NULL);
    default:
      return make_with_operator (&self, kind);
    }
}
