/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-follow.h"

#include <glib/gi18n-lib.h>

/* Ids that are followed for one page, whatever the list has. */
#define MOST 200

/* One request for one article, or for a few. */
typedef struct
{
  NewsErrand errand;
  char *ids;
  GError *error;
} Step;

typedef struct
{
  NewsFetcher *fetcher;
  GCancellable *cancellable;
} Tools;

static void
free_step (Step *step)
{
  news_errand_clear (&step->errand);
  g_free (step->ids);
  g_clear_error (&step->error);
  g_free (step);
}

static void
run_step (gpointer data, gpointer user_data)
{
  Step *step = data;
  const Tools *tools = user_data;

  news_errand_run (&step->errand, tools->fetcher, NULL, tools->cancellable, &step->error);
}

static Step *
create_step (NewsErrand *errand, guint first)
{
  NewsAnswer *answer = errand->answer;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  Step *step = g_new0 (Step, 1);

  for (guint i = first; i < MIN (first + answer->follow_size, answer->ids->len); i++)
    g_strv_builder_add (ids, g_ptr_array_index (answer->ids, i));
  list = g_strv_builder_end (ids);
  step->ids = g_strjoinv (",", list);

  step->errand.protocol = errand->protocol;
  step->errand.source = errand->source;
  step->errand.keyring = errand->keyring;
  step->errand.public_only = errand->public_only;
  step->errand.min_interval = errand->min_interval;
  step->errand.question.ask = answer->follow;
  step->errand.question.article = step->ids;

  return step;
}

static GPtrArray *
create_steps (NewsErrand *errand)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  guint most = MIN (errand->answer->ids->len, MOST);

  for (guint i = 0; i < most; i += MAX (errand->answer->follow_size, 1))
    g_ptr_array_add (steps, create_step (errand, i));

  return steps;
}

static void
take (NewsErrand *errand, Step *step)
{
  NewsAnswer *answer = step->errand.answer;

  errand->requests += step->errand.requests;
  errand->bytes += step->errand.bytes;
  if (step->error != NULL)
    g_ptr_array_add (errand->answer->faults,
                     /* Translators: the first is the id of an article, the second an error. */
                     g_strdup_printf (_ ("Article %s: %s"), step->ids, step->error->message));
  if (answer == NULL)
    return;

  for (guint i = 0; i < answer->articles->len; i++)
    g_ptr_array_add (errand->answer->articles,
                     news_article_ref (g_ptr_array_index (answer->articles, i)));
  for (guint i = 0; i < answer->faults->len; i++)
    g_ptr_array_add (errand->answer->faults, g_strdup (g_ptr_array_index (answer->faults, i)));
}

gboolean
news_follow_run (NewsErrand *errand,
                 NewsFetcher *fetcher,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) steps = create_steps (errand);
  Tools tools = { fetcher, cancellable };
  GThreadPool *pool
    = g_thread_pool_new (run_step, &tools, (int) MAX (errand->answer->at_once, 1), FALSE, NULL);
  Step *first = NULL;
  guint n_failed = 0;

  for (guint i = 0; i < steps->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (steps, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = g_ptr_array_index (steps, i);

      take (errand, step);
      n_failed += step->error != NULL;
      first = first == NULL && step->error != NULL ? step : first;
    }

  if (n_failed == 0 || n_failed < steps->len)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first->error));

  return FALSE;
}
