/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-store-filler.h"

#include <math.h>

#define BATCH 25
#define VOCABULARY 20000
#define TOPICS 200

static const char *const syllables[]
  = { "ba", "con", "dis", "el",  "for", "gre",  "hu",   "in", "jo",  "ka",  "lor", "men",
      "na", "or",  "pre", "qui", "re",  "ster", "tion", "un", "ver", "wal", "yor", "zen" };

/* A number below @count, in which each is about half as likely as the one at half its rank. */
static guint
draw (GRand *rand, guint count)
{
  double rank = exp (g_rand_double (rand) * log (count + 1.0)) - 1.0;

  return MIN ((guint) rank, count - 1);
}

static void
append_word (GString *text, guint word)
{
  guint n = 1;

  do
    {
      g_string_append (text, syllables[(word * 7 + n) % G_N_ELEMENTS (syllables)]);
      word /= G_N_ELEMENTS (syllables);
    }
  while (n++ < 2 || word > 0);
}

static char *
create_text (GRand *rand, guint words, gboolean chinese)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words; i++)
    {
      if (i > 0 && i % 70 == 0)
        g_string_append (text, "\n\n");
      else if (i > 0 && !chinese)
        g_string_append_c (text, ' ');

      if (chinese)
        g_string_append_unichar (text, 0x4e00 + draw (rand, 4000) * 5);
      else
        append_word (text, draw (rand, VOCABULARY));
    }

  return g_string_free_and_steal (text);
}

static NewsPicture *
create_picture (guint number)
{
  static const int widths[] = { 150, 300, 768, 1024 };
  NewsPicture *picture = news_picture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *url
        = g_strdup_printf ("https://media.example/wp-content/uploads/2026/02/picture-%u-%dx%d.jpg",
                           number, widths[i], widths[i] * 2 / 3);

      news_picture_add_file (picture, url, widths[i], widths[i] * 2 / 3);
    }
  picture->credit = g_strdup ("A. Person");

  return picture;
}

static char **
create_names (GRand *rand, const char *prefix, guint count)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint first = draw (rand, count);
  guint second = draw (rand, count);

  g_strv_builder_take (builder, g_strdup_printf ("%s%u", prefix, first));
  if (second != first)
    g_strv_builder_take (builder, g_strdup_printf ("%s%u", prefix, second));

  return g_strv_builder_end (builder);
}

static NewsArticle *
create_article (const NewsFiller *self, GRand *rand, guint source, guint number)
{
  NewsArticle *article = news_article_new ();
  gboolean chinese = source % 3 == 2;
  guint words = MAX (self->words, 1);
  gint64 span = (gint64) self->days * 24 * 60 * 60;
  guint rank = number / self->sources;
  guint ranks = MAX (self->articles / self->sources, 1);

  article->id = g_strdup_printf ("%u", number);
  article->title = create_text (rand, chinese ? 18 : 9, chinese);
  article->url = g_strdup_printf ("https://source-%u.example/2026/02/22/story-%u/", source, number);
  article->byline = g_strdup (chinese ? "王小明" : "Michelle Mark");
  article->language = g_strdup (chinese ? "zh-Hans" : "en");
  article->standfirst = create_text (rand, 30, chinese);
  article->preview = create_text (rand, 35, chinese);
  article->text = create_text (
    rand, (guint) g_rand_int_range (rand, (gint32) (words / 2), (gint32) (words * 3 / 2) + 1),
    chinese);
  article->page = self->make_page != NULL ? self->make_page (article->text)
                                          : g_bytes_new (article->text, strlen (article->text));
  article->published
    = self->now - span + span * (rank + 1) / ranks - g_rand_int_range (rand, 0, 3600);
  article->visits = source % 2 == 0 ? (gint64) draw (rand, 5000) : -1;
  article->topics = create_names (rand, "Topic ", TOPICS);
  article->sections = create_names (rand, "section-", MAX (self->sections, 1));
  if (g_rand_int_range (rand, 0, 10) < 7)
    article->lead = create_picture (number);

  return article;
}

static gboolean
take_in (const NewsFiller *self,
         NewsStore *store,
         GRand *rand,
         guint from,
         guint source,
         GError **error)
{
  g_autofree char *id = news_filler_dup_source (source);
  g_autoptr (NewsSource) told = news_source_new (id, id, "test");
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  NewsBatch batch = { .source = told, .articles = articles };

  for (guint i = 0; i < BATCH; i++)
    {
      guint number = (from + i) * self->sources + source;

      if (number < self->articles)
        g_ptr_array_add (articles, create_article (self, rand, source, number));
    }

  return news_store_take_in (store, &batch, NULL, error);
}

gboolean
news_filler_run (const NewsFiller *self, NewsStore *store, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (self->seed);

  for (guint from = 0; from * self->sources < self->articles; from += BATCH)
    for (guint source = 0; source < self->sources; source++)
      if (!take_in (self, store, rand, from, source, error))
        return FALSE;

  return TRUE;
}

char *
news_filler_dup_source (guint source)
{
  return g_strdup_printf ("source-%u", source);
}

NewsSection *
news_filler_new_section (const NewsFiller *self)
{
  NewsSection *section = news_section_new ("everything", "Everything", NULL);

  for (guint i = 0; i < self->sources; i++)
    {
      g_autofree char *source = news_filler_dup_source (i);

      news_section_add_query (section, source, NULL);
    }

  return section;
}
