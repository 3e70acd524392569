/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus-filler.h"

#include "news-intake.h"

#include <string.h>

/* Articles of all sources together, after which each has another turn. */
#define ROUND 12000

/* Articles whose marks are set at once. */
#define MARKS 20000

/* --- articles -----------------------------------------------------------------------------------
 */

static gsize
measure (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

gsize
news_corpus_measure_text (NewsArticle *article)
{
  return measure (article->title) + measure (article->standfirst) + measure (article->byline)
         + measure (article->text);
}

NewsArticle *
news_corpus_prepare_article (NewsCorpus *self, guint number)
{
  g_autoptr (NewsSource) source
    = news_corpus_create_source (self, news_corpus_get_source (self, number));
  NewsArticle *article = news_corpus_create_article (self, number);

  news_intake_prepare (article, source);

  return article;
}

/* What the sources bring in one round: an array of NewsArticle, or NULL, for each of them. */
typedef struct
{
  NewsCorpus *corpus;
  guint first;
  guint end;
  GPtrArray **batches;
} Round;

static gpointer
make_up (gpointer data)
{
  Round *self = data;

  self->batches = g_new0 (GPtrArray *, news_corpus_get_n_sources (self->corpus));
  for (guint i = self->first; i < self->end; i++)
    {
      GPtrArray **batch = &self->batches[news_corpus_get_source (self->corpus, i)];

      if (*batch == NULL)
        *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
      g_ptr_array_add (*batch, news_corpus_prepare_article (self->corpus, i));
    }

  return NULL;
}

static void
free_batches (Round *self)
{
  for (guint i = 0; i < news_corpus_get_n_sources (self->corpus); i++)
    g_clear_pointer (&self->batches[i], g_ptr_array_unref);
  g_free (self->batches);
}

static void
add_up (GPtrArray *articles, NewsCorpusSums *sums)
{
  for (guint i = 0; i < articles->len; i++)
    {
      NewsArticle *article = g_ptr_array_index (articles, i);

      sums->articles++;
      sums->text += news_corpus_measure_text (article);
      sums->topics += article->topics != NULL ? g_strv_length (article->topics) : 0;
    }
}

static gboolean
take_in (Round *self, NewsStore *store, NewsCorpusSums *sums, GError **error)
{
  for (guint i = 0; i < news_corpus_get_n_sources (self->corpus); i++)
    {
      g_autoptr (NewsSource) source = NULL;
      NewsBatch batch = { .articles = self->batches[i] };

      if (batch.articles == NULL)
        continue;

      batch.source = source = news_corpus_create_source (self->corpus, i);
      if (!news_store_take_in (store, &batch, NULL, error))
        return FALSE;

      add_up (batch.articles, sums);
    }

  return TRUE;
}

static GThread *
start_round (Round *self, NewsCorpus *corpus, guint first)
{
  self->corpus = corpus;
  self->first = first;
  self->end = MIN (first + ROUND, news_corpus_get_n_articles (corpus));

  return g_thread_new ("make-up", make_up, self);
}

static gboolean
fill_articles (NewsCorpus *self, NewsStore *store, NewsCorpusSums *sums, GError **error)
{
  Round next = { 0 };
  GThread *thread = start_round (&next, self, 0);
  gboolean fine = TRUE;

  while (next.first < next.end)
    {
      Round round;

      g_thread_join (thread);
      round = next;
      thread = start_round (&next, self, round.end);
      fine = fine && take_in (&round, store, sums, error);
      free_batches (&round);
    }
  g_thread_join (thread);
  free_batches (&next);

  return fine;
}

/* --- marks --------------------------------------------------------------------------------------
 */

/* What is asked of the store, and how it was answered. */
typedef struct
{
  guint waiting;
  GArray *found; /* gint64 */
  GError *error;
} Asked;

static void
take_error (Asked *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
  self->waiting--;
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Asked *self = user_data;
  GError *error = NULL;
  gint64 number = news_store_find_finish (NEWS_STORE (object), result, &error);

  if (number != 0)
    g_array_append_val (self->found, number);
  take_error (self, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GArray *changed = news_store_set_read_finish (NEWS_STORE (object), result, &error);

  g_clear_pointer (&changed, g_array_unref);
  take_error (user_data, error);
}

static void
bookmarked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  news_store_set_bookmarked_finish (NEWS_STORE (object), result, &error);
  take_error (user_data, error);
}

static void
wait_for (Asked *self)
{
  while (self->waiting > 0)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

/* The store's numbers of those articles from @first to @end that are marked. */
static void
find_marked (NewsCorpus *corpus,
             NewsStore *store,
             gboolean (*is_marked) (NewsCorpus *corpus, guint article),
             guint first,
             Asked *asked)
{
  guint end = MIN (first + MARKS, news_corpus_get_n_articles (corpus));

  g_array_set_size (asked->found, 0);
  for (guint i = first; i < end; i++)
    if (is_marked (corpus, i))
      {
        g_autofree char *url = g_strdup_printf ("https://source-%u.example/%u/",
                                                news_corpus_get_source (corpus, i), i);

        asked->waiting++;
        news_store_find_async (store, url, NULL, found_cb, asked);
      }
  wait_for (asked);
}

static void
mark (NewsCorpus *self, NewsStore *store, guint first, NewsCorpusSums *sums, Asked *asked)
{
  find_marked (self, store, news_corpus_is_read, first, asked);
  sums->read += asked->found->len;
  asked->waiting = 1;
  news_store_set_read_async (store, (const gint64 *) (gpointer) asked->found->data,
                             asked->found->len, TRUE, NULL, read_cb, asked);
  wait_for (asked);

  find_marked (self, store, news_corpus_is_bookmarked, first, asked);
  sums->bookmarks += asked->found->len;
  asked->waiting = asked->found->len;
  for (guint i = 0; i < asked->found->len; i++)
    news_store_set_bookmarked_async (store, g_array_index (asked->found, gint64, i), TRUE, NULL,
                                     bookmarked_cb, asked);
  wait_for (asked);
}

static gboolean
fill_marks (NewsCorpus *self, NewsStore *store, NewsCorpusSums *sums, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  Asked asked = { .found = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  g_main_context_push_thread_default (context);
  for (guint i = 0; i < news_corpus_get_n_articles (self) && asked.error == NULL; i += MARKS)
    mark (self, store, i, sums, &asked);
  g_main_context_pop_thread_default (context);
  g_array_unref (asked.found);

  if (asked.error != NULL)
    g_propagate_error (error, asked.error);

  return asked.error == NULL;
}

gboolean
news_corpus_fill (NewsCorpus *self, NewsStore *store, NewsCorpusSums *sums, GError **error)
{
  *sums = (NewsCorpusSums) { 0 };

  return fill_articles (self, store, sums, error) && fill_marks (self, store, sums, error);
}
