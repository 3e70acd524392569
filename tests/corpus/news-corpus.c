/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus.h"

#include "corpus-writer.h"

#include <stdlib.h>
#include <string.h>

#define SPAN ((guint64) 3652 * 24 * 60 * 60)
#define LATER 120 /* seconds from one to the next of the articles that come afterwards */
#define ENGLISH_WORDS 550
#define CHINESE_CHARACTERS 900

/* Streams of random numbers beside those of the articles, which are their numbers. */
#define PLAN_STREAM G_GUINT64_CONSTANT (0x300000000)
#define SOURCE_STREAM G_GUINT64_CONSTANT (0x400000000)
#define MARK_STREAM G_GUINT64_CONSTANT (0x500000000)

struct _NewsCorpus
{
  guint32 seed;
  guint n_sources;
  guint n_articles;
  CorpusLexicon *lexicons[CORPUS_LANGUAGES];
  gint64 *times;    /* of each article, in order */
  guint16 *sources; /* the same */
};

/* --- the plan -----------------------------------------------------------------------------------
 */

/* What is published in each hour of a day, in sixteenths of the busiest one. */
static const guint rhythm[24]
  = { 4, 3, 2, 2, 3, 5, 8, 11, 14, 16, 16, 15, 14, 15, 15, 14, 14, 13, 11, 9, 8, 7, 6, 5 };

static gint64
draw_time (CorpusRandom *random)
{
  gint64 time;

  do
    {
      guint64 part = corpus_random_next (random) >> 32;

      time = NEWS_CORPUS_NOW - (gint64) (((part * part >> 32) * SPAN) >> 32);
    }
  while (corpus_random_below (random, 16) >= rhythm[time / 3600 % 24]);

  return time;
}

static int
compare_times (const void *a, const void *b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* The same for three neighbours, so that each language has its third. */
static guint
get_weight (guint source)
{
  return 1000000 / (source / 3 * 3 + 60);
}

static guint
find_source (NewsCorpus *self, const guint *bounds, guint value)
{
  guint low = 0, high = self->n_sources - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (value < bounds[middle])
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

static void
make_plan (NewsCorpus *self)
{
  CorpusRandom random = corpus_random_new (self->seed, PLAN_STREAM);
  g_autofree guint *bounds = g_new (guint, self->n_sources);
  guint total = 0;

  for (guint i = 0; i < self->n_sources; i++)
    bounds[i] = total += get_weight (i);

  self->times = g_new (gint64, self->n_articles);
  self->sources = g_new (guint16, self->n_articles);
  for (guint i = 0; i < self->n_articles; i++)
    self->times[i] = draw_time (&random);
  qsort (self->times, self->n_articles, sizeof *self->times, compare_times);
  for (guint i = 0; i < self->n_articles; i++)
    self->sources[i] = (guint16) find_source (self, bounds, corpus_random_below (&random, total));
}

NewsCorpus *
news_corpus_new (guint32 seed, guint sources, guint articles)
{
  NewsCorpus *self;

  g_return_val_if_fail (sources > 0 && sources <= G_MAXUINT16, NULL);

  self = g_new0 (NewsCorpus, 1);
  self->seed = seed;
  self->n_sources = sources;
  self->n_articles = articles;
  for (guint i = 0; i < CORPUS_LANGUAGES; i++)
    self->lexicons[i] = corpus_lexicon_new ((CorpusLanguage) i);
  make_plan (self);

  return self;
}

void
news_corpus_free (NewsCorpus *self)
{
  for (guint i = 0; i < CORPUS_LANGUAGES; i++)
    corpus_lexicon_free (self->lexicons[i]);
  g_free (self->times);
  g_free (self->sources);
  g_free (self);
}

guint
news_corpus_get_n_sources (NewsCorpus *self)
{
  return self->n_sources;
}

guint
news_corpus_get_n_articles (NewsCorpus *self)
{
  return self->n_articles;
}

const CorpusLexicon *
news_corpus_get_lexicon (NewsCorpus *self, CorpusLanguage language)
{
  return self->lexicons[language];
}

/* --- sources ------------------------------------------------------------------------------------
 */

CorpusLanguage
news_corpus_get_language (NewsCorpus *self, guint source)
{
  if (source % 3 != 2)
    return CORPUS_ENGLISH;

  return source % 12 == 11 ? CORPUS_TRADITIONAL : CORPUS_SIMPLIFIED;
}

static const CorpusLexicon *
get_lexicon (NewsCorpus *self, guint source)
{
  return self->lexicons[news_corpus_get_language (self, source)];
}

static const char *
get_tag (NewsCorpus *self, guint source)
{
  static const char *const tags[CORPUS_LANGUAGES] = { "en", "zh-Hans", "zh-Hant" };

  return tags[news_corpus_get_language (self, source)];
}

NewsSource *
news_corpus_create_source (NewsCorpus *self, guint source)
{
  CorpusRandom random = corpus_random_new (self->seed, SOURCE_STREAM + source);
  g_autofree char *id = g_strdup_printf ("source-%u", source);
  g_autofree char *name = corpus_lexicon_dup_paper (get_lexicon (self, source), &random);
  NewsSource *told = news_source_new (id, name, "wordpress");

  told->language = g_strdup (get_tag (self, source));
  told->home = g_strdup_printf ("https://source-%u.example/", source);

  return told;
}

guint
news_corpus_get_source (NewsCorpus *self, guint article)
{
  CorpusRandom random;

  if (article < self->n_articles)
    return self->sources[article];

  random = corpus_random_new (self->seed, PLAN_STREAM + article);

  return corpus_random_below (&random, self->n_sources);
}

gint64
news_corpus_get_time (NewsCorpus *self, guint article)
{
  if (article < self->n_articles)
    return self->times[article];

  return NEWS_CORPUS_NOW + (gint64) (article - self->n_articles + 1) * LATER;
}

/* --- articles -----------------------------------------------------------------------------------
 */

typedef struct
{
  guint source;
  guint number;
  char *folder; /* of the pictures of that month */
} Pictures;

static char *
dup_picture (const Pictures *self, guint index, guint width)
{
  return g_strdup_printf ("%s/%u-%u-%ux%u.jpg", self->folder, self->number, index, width,
                          width * 2 / 3);
}

static void
append_picture (GString *html, guint index, gpointer data)
{
  const Pictures *self = data;
  g_autofree char *large = dup_picture (self, index + 1, 1024);
  g_autofree char *small = dup_picture (self, index + 1, 300);

  g_string_append_printf (html,
                          "<img src=\"%s\" width=\"1024\" height=\"682\" srcset=\"%s 1024w, %s "
                          "300w\" alt=\"\" />",
                          large, large, small);
}

static NewsPicture *
create_lead (const Pictures *self, CorpusWriter *writer)
{
  static const guint widths[] = { 150, 300, 768, 1024, 1536 };
  NewsPicture *lead = news_picture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *url = dup_picture (self, 0, widths[i]);

      news_picture_add_file (lead, url, (int) widths[i], (int) widths[i] * 2 / 3);
    }
  lead->alt = corpus_writer_dup_title (writer);

  return lead;
}

static char **
create_topics (const CorpusLexicon *lexicon, CorpusRandom *random)
{
  guint one = corpus_lexicon_draw_topic (lexicon, random);
  guint other = (one + 1 + corpus_lexicon_draw_topic (lexicon, random)) % CORPUS_LEXICON_TOPICS;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_take (builder, corpus_lexicon_dup_topic (lexicon, one));
  if (other != one)
    g_strv_builder_take (builder, corpus_lexicon_dup_topic (lexicon, other));

  return g_strv_builder_end (builder);
}

static char **
create_sections (CorpusRandom *random)
{
  guint one = corpus_random_below (random, NEWS_CORPUS_SECTIONS);
  guint other
    = (one + 1 + corpus_random_below (random, NEWS_CORPUS_SECTIONS - 1)) % NEWS_CORPUS_SECTIONS;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_take (builder, g_strdup_printf ("%u", one + 1));
  if (corpus_random_once_in (random, 4))
    g_strv_builder_take (builder, g_strdup_printf ("%u", other + 1));

  return g_strv_builder_end (builder);
}

static char *
dup_folder (guint source, gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);

  return g_strdup_printf ("https://media.source-%u.example/wp-content/uploads/%04d/%02d", source,
                          g_date_time_get_year (date), g_date_time_get_month (date));
}

/* What is known before anything is written. */
static NewsArticle *
begin_article (NewsCorpus *self, guint number, guint source, CorpusRandom *random)
{
  NewsArticle *article = news_article_new ();

  article->id = g_strdup_printf ("%u", number);
  article->url = g_strdup_printf ("https://source-%u.example/%u/", source, number);
  article->language = g_strdup (get_tag (self, source));
  article->published = news_corpus_get_time (self, number);
  article->updated
    = article->published
      + (corpus_random_once_in (random, 3) ? (gint64) corpus_random_below (random, 7200) : 0);
  article->visits = -1;
  if (source % 2 == 0)
    article->visits
      = (gint64) corpus_random_below (random, 100) * (gint64) corpus_random_below (random, 100);
  article->sections = create_sections (random);
  if (number % 15 == 0)
    article->topics = create_topics (get_lexicon (self, source), random);

  return article;
}

static void
write_texts (NewsArticle *article, CorpusWriter *writer, Pictures *pictures)
{
  gboolean english = corpus_lexicon_get_language (writer->lexicon) == CORPUS_ENGLISH;
  guint length
    = corpus_random_length (writer->random, english ? ENGLISH_WORDS : CHINESE_CHARACTERS);
  guint shown = corpus_random_below (writer->random, 4);

  article->title = corpus_writer_dup_title (writer);
  article->byline = corpus_writer_dup_byline (writer);
  article->standfirst = corpus_writer_dup_standfirst (writer);
  if (corpus_random_below (writer->random, 10) < 7)
    article->lead = create_lead (pictures, writer);
  /* Half of the articles have no further picture. */
  article->body_html
    = corpus_writer_dup_body (writer, length, shown > 2 ? 0 : shown, append_picture, pictures);
}

NewsArticle *
news_corpus_create_article (NewsCorpus *self, guint number)
{
  guint source = news_corpus_get_source (self, number);
  CorpusRandom random = corpus_random_new (self->seed, number);
  NewsArticle *article = begin_article (self, number, source, &random);
  g_autofree char *site = g_strdup_printf ("https://source-%u.example/", source);
  g_autofree char *folder = dup_folder (source, article->published);
  Pictures pictures = { source, number, folder };
  g_auto (CorpusWriter) writer = { 0 };

  corpus_writer_init (&writer, get_lexicon (self, source), &random);
  writer.site = site;
  writer.topic = article->topics != NULL ? article->topics[0] : NULL;
  write_texts (article, &writer, &pictures);

  return article;
}

/* --- marks --------------------------------------------------------------------------------------
 */

static guint
draw_mark (NewsCorpus *self, guint article)
{
  CorpusRandom random = corpus_random_new (self->seed, MARK_STREAM + article);

  return corpus_random_below (&random, 50);
}

gboolean
news_corpus_is_bookmarked (NewsCorpus *self, guint article)
{
  return draw_mark (self, article) % 10 == 0;
}

gboolean
news_corpus_is_read (NewsCorpus *self, guint article)
{
  return draw_mark (self, article) % 5 < 2;
}
