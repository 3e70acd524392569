/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-offer.h"

#include "news-credentials.h"

#include <string.h>

/* An article of fewer bytes is hardly one. In bytes, as a Chinese character says as much as three
 * letters. */
#define WHOLE_BYTES 700

G_DEFINE_BOXED_TYPE (NewsOffer, news_offer, news_offer_ref, news_offer_unref)

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
ask (NewsOffer *self,
     NewsAsk what,
     NewsErrand *errand,
     NewsFetcher *fetcher,
     NewsKeyring *keyring,
     GCancellable *cancellable,
     GError **error)
{
  errand->protocol = self->find.protocol;
  errand->source = self->find.source;
  errand->keyring = keyring;
  errand->public_only = TRUE;
  errand->question.ask = what;

  return news_errand_run (errand, fetcher, NULL, cancellable, error);
}

/* Who is there could not be asked before it was unlocked. */
static gboolean
read_site (NewsOffer *self,
           NewsFetcher *fetcher,
           NewsKeyring *keyring,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (NewsErrand) errand = { 0 };

  if (!self->find.locked || !news_protocol_can (self->find.protocol, NEWS_ASK_SITE))
    return TRUE;
  if (!ask (self, NEWS_ASK_SITE, &errand, fetcher, keyring, cancellable, error))
    return FALSE;

  news_find_take_site (&self->find, errand.answer->site);

  return TRUE;
}

static gboolean
read_first (NewsOffer *self,
            NewsFetcher *fetcher,
            NewsKeyring *keyring,
            GCancellable *cancellable,
            GError **error)
{
  g_auto (NewsErrand) errand = { 0 };

  if (!ask (self, NEWS_ASK_LIST, &errand, fetcher, keyring, cancellable, error))
    return FALSE;

  self->articles = errand.answer->articles->len;
  self->headline = g_strdup (find_headline (errand.answer));
  self->whole = is_whole (errand.answer);

  return TRUE;
}

static gboolean
complete (NewsOffer *self,
          NewsFetcher *fetcher,
          NewsKeyring *keyring,
          GCancellable *cancellable,
          GError **error)
{
  GPtrArray *sections;

  if (!read_site (self, fetcher, keyring, cancellable, error)
      || !read_first (self, fetcher, keyring, cancellable, error))
    return FALSE;

  /* A source whose sections can't be listed can still be read as a whole. */
  sections = news_finder_list_sections (fetcher, keyring, &self->find, NULL, cancellable, NULL);
  if (sections != NULL)
    {
      g_ptr_array_unref (self->sections);
      self->sections = sections;
    }
  self->find.locked = FALSE;

  return TRUE;
}

static NewsOffer *
create (void)
{
  NewsOffer *self = g_atomic_rc_box_new0 (NewsOffer);

  self->sections = g_ptr_array_new ();

  return self;
}

/* Takes @find. */
static NewsOffer *
create_for_find (NewsFind *find,
                 NewsFetcher *fetcher,
                 NewsKeyring *keyring,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (NewsOffer) self = create ();
  g_autoptr (GError) problem = NULL;

  self->find = *find;
  g_free (find);
  /* What is locked may have been unlocked once, and its key be there. */
  if (complete (self, fetcher, keyring, cancellable, &problem))
    return g_steal_pointer (&self);

  self->find.locked = news_credentials_are_wanted (
    news_protocol_get_descriptor (self->find.protocol), self->find.source, problem);
  if (self->find.locked)
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

static guint
rank (const NewsOffer *self)
{
  gboolean feed = news_protocol_is_feed (self->find.protocol);

  if (self->find.meant)
    return 0;

  /* Nobody knows yet how much a locked one has to read. */
  return 1 + (self->whole ? 0 : 2) + (feed ? 1 : 0)
         + (self->articles == 0 && !self->find.locked ? 4 : 0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint one = rank (*(NewsOffer *const *) a);
  guint other = rank (*(NewsOffer *const *) b);

  return (one > other) - (one < other);
}

static void
clear (NewsOffer *self)
{
  news_find_clear (&self->find);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self->headline);
}

/* --- unlocking --- */

static gboolean
is_secret (const NewsParameter *parameter)
{
  return parameter->type == NEWS_PARAMETER_SECRET;
}

/* Another source: who has two accounts at one site, or two countries of it, has two of them. */
static void
name_source (NewsSource *source, const char *value)
{
  g_autofree char *id = g_strconcat (source->id, ":", value, NULL);

  g_set_str (&source->id, id);
}

/* A copy that is still to be completed, with what was entered: secrets in @keyring, all else in its
 * source. */
static NewsOffer *
copy_with_values (NewsOffer *self, GHashTable *values, NewsKeyring *keyring)
{
  g_autoptr (GPtrArray) parameters = news_offer_list_parameters (self);
  NewsOffer *copy = create ();

  copy->find
    = (NewsFind) { news_source_copy (self->find.source), news_protocol_ref (self->find.protocol),
                   g_strdup (self->find.icon), self->find.meant, self->find.locked };
  for (guint i = 0; i < parameters->len; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (parameters, i);
      const char *value = news_credentials_get_entered (values, parameter);

      if (value == NULL || is_secret (parameter))
        continue;
      news_source_set_parameter (copy->find.source, parameter->name, value);
      name_source (copy->find.source, value);
    }
  for (guint i = 0; i < parameters->len; i++)
    {
      const NewsParameter *parameter = g_ptr_array_index (parameters, i);
      const char *value = news_credentials_get_entered (values, parameter);

      if (value != NULL && is_secret (parameter))
        news_keyring_hold (keyring, copy->find.source->id, parameter->name, value);
    }

  return copy;
}

NewsOffer *
news_offer_ref (NewsOffer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_offer_unref (NewsOffer *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

GPtrArray *
news_offer_list (NewsFetcher *fetcher,
                 NewsRegistry *registry,
                 NewsKeyring *keyring,
                 const char *typed,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) finds = news_finder_find_all (fetcher, registry, typed, cancellable, error);
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) news_offer_unref);
  g_autoptr (GError) first = NULL;

  if (finds == NULL)
    return NULL;

  while (finds->len > 0)
    {
      g_autoptr (GError) failed = NULL;
      NewsOffer *offer = create_for_find (g_ptr_array_steal_index (finds, 0), fetcher, keyring,
                                          cancellable, &failed);

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

GPtrArray *
news_offer_list_parameters (NewsOffer *self)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (self->find.protocol);
  guint n = descriptor != NULL ? news_descriptor_get_n_parameters (descriptor) : 0;
  GPtrArray *parameters = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (descriptor, i);

      if (news_source_get_parameter (self->find.source, parameter->name) == NULL)
        g_ptr_array_add (parameters, (gpointer) parameter);
    }

  return parameters;
}

NewsOffer *
news_offer_unlock (NewsOffer *self,
                   GHashTable *values,
                   NewsFetcher *fetcher,
                   NewsKeyring *keyring,
                   GCancellable *cancellable,
                   GError **error)
{
  /* One that forgets: what is not accepted has never been kept anywhere. */
  g_autoptr (NewsKeyring) trial = news_keyring_new_in_memory ();
  g_autoptr (NewsOffer) offer = copy_with_values (self, values, trial);
  g_autoptr (GPtrArray) parameters = news_offer_list_parameters (self);
  GError *problem = NULL;

  if (!complete (offer, fetcher, trial, cancellable, &problem))
    {
      news_credentials_set_refusal (news_protocol_get_descriptor (self->find.protocol), problem,
                                    error);
      return NULL;
    }
  if (!news_credentials_store (offer->find.source, parameters, values, keyring, cancellable, error))
    return NULL;

  return g_steal_pointer (&offer);
}
