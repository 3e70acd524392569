/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-offer.h"

#include <string.h>

/* An article of fewer bytes is hardly one. In bytes, as a Chinese character says as much as three
 * letters. */
#define WHOLE_BYTES 700

static NewsArticle *
get_article (NewsAnswer *answer, guint index)
{
  return g_ptr_array_index (answer->articles, index);
}

/* Most articles are long enough to be more than their summary: a source may have notes between. */
static gboolean
is_whole (NewsAnswer *answer)
{
  guint whole = 0;

  for (guint i = 0; i < answer->articles->len; i++)
    {
      const char *text = get_article (answer, i)->text;

      whole += text != NULL && strlen (text) >= WHOLE_BYTES;
    }

  return whole * 2 > answer->articles->len;
}

static const char *
find_headline (NewsAnswer *answer)
{
  for (guint i = 0; i < answer->articles->len; i++)
    if (get_article (answer, i)->title != NULL)
      return get_article (answer, i)->title;

  return NULL;
}

static gboolean
read_first (NewsOffer *self, NewsFetcher *fetcher, GCancellable *cancellable, GError **error)
{
  g_auto (NewsErrand) errand = { 0 };

  errand.protocol = self->find.protocol;
  errand.source = self->find.source;
  errand.public_only = TRUE;
  errand.question.ask = NEWS_ASK_LIST;
  if (!news_errand_run (&errand, fetcher, NULL, cancellable, error))
    return FALSE;

  self->articles = errand.answer->articles->len;
  self->headline = g_strdup (find_headline (errand.answer));
  self->whole = is_whole (errand.answer);

  return TRUE;
}

/* Takes @find. */
static NewsOffer *
create (NewsFind *find, NewsFetcher *fetcher, GCancellable *cancellable, GError **error)
{
  g_autoptr (NewsOffer) self = g_new0 (NewsOffer, 1);

  self->find = *find;
  g_free (find);
  if (!read_first (self, fetcher, cancellable, error))
    return NULL;

  /* A source whose sections can't be listed can still be read as a whole. */
  self->sections = news_finder_list_sections (fetcher, &self->find, NULL, cancellable, NULL);
  if (self->sections == NULL)
    self->sections = g_ptr_array_new ();

  return g_steal_pointer (&self);
}

static guint
rank (const NewsOffer *self)
{
  gboolean feed = news_protocol_is_feed (self->find.protocol);

  if (self->find.meant)
    return 0;

  return 1 + (self->whole ? 0 : 2) + (feed ? 1 : 0) + (self->articles == 0 ? 4 : 0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint one = rank (*(NewsOffer *const *) a);
  guint other = rank (*(NewsOffer *const *) b);

  return (one > other) - (one < other);
}

void
news_offer_free (NewsOffer *self)
{
  news_find_clear (&self->find);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self->headline);
  g_free (self);
}

GPtrArray *
news_offer_list (NewsFetcher *fetcher,
                 NewsRegistry *registry,
                 const char *typed,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) finds = news_finder_find_all (fetcher, registry, typed, cancellable, error);
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) news_offer_free);
  g_autoptr (GError) first = NULL;

  if (finds == NULL)
    return NULL;

  while (finds->len > 0)
    {
      g_autoptr (GError) failed = NULL;
      NewsOffer *offer = create (g_ptr_array_steal_index (finds, 0), fetcher, cancellable, &failed);

      if (offer != NULL)
        g_ptr_array_add (offers, offer);
      else if (first == NULL)
        first = g_steal_pointer (&failed);
    }
  if (offers->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return NULL;
    }
  g_ptr_array_sort (offers, compare);

  return g_steal_pointer (&offers);
}
