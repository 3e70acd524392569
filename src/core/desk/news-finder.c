/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-finder.h"

#include "news-candidates.h"
#include "news-credentials.h"
#include "news-error-rules.h"
#include "news-site-icon.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECTION_PAGES 10

/* An address that answers at all does so well within this; it is a person that waits. */
#define TIMEOUT 15

/* What is known so far of the addresses that were asked: each is asked once, whoever wants it. */
typedef struct
{
  NewsFetcher *fetcher;
  NewsRegistry *registry;
  const char *api;
  GCancellable *cancellable;
  GHashTable *responses; /* address to NewsResponse; NULL for one that failed */
  GError *error;         /* why nobody answered, or what was wrong with what answered first */
  gboolean answered;
  gboolean is_dead; /* nobody is where the candidate says */
  guint status;     /* of the first answer, 0 before */
  GPtrArray *finds; /* NewsFind */
  gboolean all;     /* not only the first */
} Search;

/* Whether the server is there all the same: its other answers may be good. */
static gboolean
has_answered (const GError *error)
{
  return g_error_matches (error, NEWS_NET_ERROR, NEWS_NET_ERROR_CUT)
         || g_error_matches (error, NEWS_NET_ERROR, NEWS_NET_ERROR_TOO_LARGE)
         || g_error_matches (error, NEWS_NET_ERROR, NEWS_NET_ERROR_REDIRECTS);
}

static void
note_failure (Search *search, GError *error)
{
  gboolean answered = has_answered (error);

  search->is_dead = !answered && !search->answered;
  if (search->error == NULL && !search->answered)
    search->error = error;
  else
    g_error_free (error);
  search->answered |= answered;
}

static NewsResponse *
ask (Search *search, const char *url)
{
  g_autoptr (NewsRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  NewsResponse *response;

  if (g_hash_table_lookup_extended (search->responses, url, NULL, (gpointer *) &response))
    return response;
  if (search->is_dead)
    return NULL;

  request = news_request_new (url);
  request->timeout = TIMEOUT;
  request->public_only = TRUE;
  request->accept
    = g_strdup ("application/json, application/feed+json, text/html;q=0.9, */*;q=0.5");
  response = news_fetcher_fetch (search->fetcher, request, search->cancellable, &error);
  g_hash_table_insert (search->responses, g_strdup (url), response);

  if (response == NULL)
    {
      note_failure (search, g_steal_pointer (&error));
      return NULL;
    }

  /* That another scheme had nobody does not matter any more. */
  if (!search->answered)
    g_clear_error (&search->error);
  search->answered = TRUE;
  if (search->status == 0)
    search->status = response->status;

  return response;
}

/* Why an API that a way leads to can't be read says more than that there is none. */
static void
note_refusal (Search *search, GError *error)
{
  gboolean says_more = !g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED)
                       && !g_error_matches (error, NEWS_API_ERROR, NEWS_API_ERROR_NOT_JSON);

  if (search->error == NULL && says_more)
    search->error = error;
  else
    g_error_free (error);
}

/* The answer to what @errand asks for, which may have come already. */
static gboolean
run (Search *search, NewsErrand *errand, GError **error)
{
  g_autoptr (NewsCall) call
    = news_protocol_prepare (errand->protocol, errand->source, &errand->question, NULL);
  NewsResponse *response = call != NULL ? g_hash_table_lookup (search->responses, call->url) : NULL;

  if (response != NULL)
    return news_errand_read (errand, response, error);

  return news_errand_run (errand, search->fetcher, NULL, search->cancellable, error);
}

/* A way may lead astray, as to a site whose API is closed: only what really answers is a find. */
static gboolean
confirm (Search *search, NewsFind *find)
{
  g_auto (NewsErrand) errand = { 0 };
  GError *error = NULL;

  errand.protocol = find->protocol;
  errand.source = find->source;
  errand.public_only = TRUE;
  errand.question.ask
    = news_protocol_can (find->protocol, NEWS_ASK_SITE) ? NEWS_ASK_SITE : NEWS_ASK_LIST;
  if (run (search, &errand, &error))
    {
      news_find_take_site (find, errand.answer->site);
      return TRUE;
    }

  find->locked = search->all
                 && news_credentials_are_wanted (news_protocol_get_descriptor (find->protocol),
                                                 find->source, error);
  if (find->locked)
    g_error_free (error);
  else
    note_refusal (search, error);

  return find->locked;
}

/* What is believed of an address, the surest first. */
typedef enum
{
  PHASE_ITSELF,  /* the typed address is the API: a feed is taken for the feed that was meant */
  PHASE_LINKS,   /* what is at the typed address leads to one */
  PHASE_GUESSES, /* it may be at one of the usual places */
  PHASE_FEEDS,   /* the page there names feeds, which tell less than an API */
  PHASE_PLACES,  /* there may be feeds at the usual places */
  N_PHASES,
} Phase;

static gboolean
is_same (const char *one, const char *other)
{
  gsize length = one != NULL ? strlen (one) : 0;
  gsize other_length = strlen (other);

  length -= length > 0 && one[length - 1] == '/';
  other_length -= other_length > 0 && other[other_length - 1] == '/';

  return length == other_length && strncmp (one, other, length) == 0;
}

static gboolean
is_found (Search *search, NewsSource *source)
{
  for (guint i = 0; i < search->finds->len; i++)
    if (strcmp (((NewsFind *) g_ptr_array_index (search->finds, i))->source->id, source->id) == 0)
      return TRUE;

  return FALSE;
}

/* What is locked may be of no use to this person: it does not end a search. */
static gboolean
has_open_find (Search *search)
{
  for (guint i = 0; i < search->finds->len; i++)
    if (!((NewsFind *) g_ptr_array_index (search->finds, i))->locked)
      return TRUE;

  return FALSE;
}

/* TRUE if it is a find, and no more are wanted. */
static gboolean
try_source (Search *search, NewsProtocol *protocol, NewsSource *source, Phase phase)
{
  NewsFind *find;

  if (is_found (search, source))
    return FALSE;

  find = g_new0 (NewsFind, 1);
  find->protocol = news_protocol_ref (protocol);
  find->source = news_source_ref (source);
  find->meant = phase == PHASE_ITSELF;
  if (!confirm (search, find))
    {
      news_find_free (find);
      return FALSE;
    }
  g_ptr_array_add (search->finds, find);

  return !search->all;
}

static gboolean
try_way (Search *search, NewsProtocol *protocol, guint way, const char *typed, Phase phase)
{
  g_autofree char *url = news_protocol_dup_way_address (protocol, way, typed);
  gboolean guessed = phase == PHASE_GUESSES || phase == PHASE_PLACES;
  g_autoptr (GPtrArray) sources = NULL;
  NewsResponse *response;
  NewsReply reply;

  if (url == NULL || guessed == is_same (url, typed))
    return FALSE;
  response = ask (search, url);
  if (response == NULL)
    return FALSE;

  reply = (NewsReply) { response->status, response->url, response->headers, response->body };
  sources = news_protocol_try_way (protocol, way, typed, &reply);
  for (guint i = 0; i < sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (sources, i);

      if (phase == PHASE_ITSELF
          && !is_same (news_protocol_get_address (protocol, source), response->url))
        continue;
      if (!g_cancellable_is_cancelled (search->cancellable)
          && try_source (search, protocol, source, phase))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_wanted (Search *search, NewsProtocol *protocol, Phase phase)
{
  gboolean feed = news_protocol_is_feed (protocol);

  if (phase != PHASE_ITSELF && feed != (phase == PHASE_FEEDS || phase == PHASE_PLACES))
    return FALSE;

  return search->api == NULL || strcmp (search->api, news_protocol_get_id (protocol)) == 0;
}

static gboolean
try_protocol (Search *search, NewsProtocol *protocol, const char *typed, Phase phase)
{
  for (guint way = 0; way < news_protocol_get_n_ways (protocol); way++)
    {
      /* Of several usual places one is enough. */
      if (phase == PHASE_PLACES && has_open_find (search))
        return FALSE;
      if (!g_cancellable_is_cancelled (search->cancellable)
          && try_way (search, protocol, way, typed, phase))
        return TRUE;
    }

  return FALSE;
}

/* TRUE when no more are wanted. */
static gboolean
try_phase (Search *search, const char *typed, Phase phase)
{
  GPtrArray *protocols = news_registry_get_all (search->registry);

  for (guint i = 0; i < protocols->len; i++)
    {
      NewsProtocol *protocol = g_ptr_array_index (protocols, i);

      if (is_wanted (search, protocol, phase) && try_protocol (search, protocol, typed, phase))
        return TRUE;
    }

  return FALSE;
}

static void
try_address (Search *search, const char *typed)
{
  for (Phase phase = 0; phase < N_PHASES; phase++)
    {
      gboolean guesses = phase == PHASE_GUESSES || phase == PHASE_PLACES;

      /* Who finds something need not guess. */
      if (guesses && has_open_find (search))
        continue;
      if (try_phase (search, typed, phase))
        return;
    }
}

static void
set_error (Search *search, const char *typed, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (search->cancellable, error))
    return;

  if (search->error != NULL)
    g_propagate_error (error, g_steal_pointer (&search->error));
  else if (!news_error_rules_set_status (error, search->status))
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED,
                 /* Translators: %s is the address that was typed */
                 _ ("At “%s” there is a server, but no news API that Broadsheet knows. Try the "
                    "address of the site’s first page, or that of a feed."),
                 typed);
}

static char *
dup_names (NewsRegistry *registry)
{
  GPtrArray *protocols = news_registry_get_all (registry);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < protocols->len; i++)
    g_strv_builder_add (names, news_protocol_get_id (g_ptr_array_index (protocols, i)));
  list = g_strv_builder_end (names);

  return g_strjoinv (", ", list);
}

static void
unref_response (gpointer response)
{
  if (response != NULL)
    news_response_unref (response);
}

/* What the typed page shows stands for all that was found through it, unless that has its own. */
static void
take_icon (Search *search, const char *typed)
{
  NewsResponse *page = NULL;
  g_autofree char *icon = NULL;
  GHashTableIter iter;
  gpointer url, response;

  g_hash_table_iter_init (&iter, search->responses);
  while (page == NULL && g_hash_table_iter_next (&iter, &url, &response))
    if (response != NULL && is_same (url, typed))
      page = response;

  icon = page != NULL ? news_site_icon_find (page) : NULL;
  for (guint i = 0; icon != NULL && i < search->finds->len; i++)
    {
      NewsFind *found = g_ptr_array_index (search->finds, i);

      if (found->icon == NULL)
        found->icon = g_strdup (icon);
    }
}

static void
run_search (Search *search, GPtrArray *candidates)
{
  /* What a person types may be in the house; what a page out there leads to may not. */
  for (guint i = 0; i < candidates->len; i++)
    news_fetcher_allow_local (search->fetcher, g_ptr_array_index (candidates, i));

  /* Another scheme is tried where nobody answers, not where somebody does that we do not
   * understand. */
  for (guint i = 0; i < candidates->len && search->status == 0; i++)
    {
      search->is_dead = search->answered = FALSE;
      try_address (search, g_ptr_array_index (candidates, i));
      take_icon (search, g_ptr_array_index (candidates, i));
    }
}

/* An array of NewsFind, never empty. */
static GPtrArray *
find (NewsFetcher *fetcher,
      NewsRegistry *registry,
      const char *typed,
      const char *api,
      gboolean all,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GHashTable) responses
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_response);
  g_autoptr (GPtrArray) finds = g_ptr_array_new_with_free_func ((GDestroyNotify) news_find_free);
  g_autoptr (GPtrArray) candidates = news_candidates_list (typed);
  Search search = { fetcher, registry, api, cancellable, responses, .finds = finds, .all = all };

  if (api != NULL && news_registry_get (registry, api) == NULL)
    {
      g_autofree char *known = dup_names (registry);

      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                   /* Translators: the first is what was typed, the second a list of names */
                   _ ("There is no API called “%s”. These are known: %s."), api, known);
      return NULL;
    }

  if (candidates->len == 0)
    {
      g_set_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_BAD_ADDRESS,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is not an address on the web. One looks like “www.example.org” or "
                      "“https://www.example.org/feed.json”."),
                   typed);
      return NULL;
    }

  run_search (&search, candidates);
  if (finds->len == 0)
    set_error (&search, typed, error);
  g_clear_error (&search.error);

  return finds->len > 0 ? g_steal_pointer (&finds) : NULL;
}

gboolean
news_finder_find (NewsFetcher *fetcher,
                  NewsRegistry *registry,
                  const char *typed,
                  const char *api,
                  NewsFind *found,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) finds = find (fetcher, registry, typed, api, FALSE, cancellable, error);
  g_autofree NewsFind *first = NULL;

  if (finds == NULL)
    return FALSE;

  first = g_ptr_array_steal_index (finds, 0);
  *found = *first;

  return TRUE;
}

GPtrArray *
news_finder_find_all (NewsFetcher *fetcher,
                      NewsRegistry *registry,
                      const char *typed,
                      GCancellable *cancellable,
                      GError **error)
{
  return find (fetcher, registry, typed, NULL, TRUE, cancellable, error);
}

GPtrArray *
news_finder_list_sections (NewsFetcher *fetcher,
                           NewsKeyring *keyring,
                           const NewsFind *find,
                           GPtrArray *faults,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (NewsPlace) place = NULL;

  for (guint i = 0; i < SECTION_PAGES && (i == 0 || place != NULL); i++)
    {
      g_auto (NewsErrand) errand = { 0 };

      if (!news_protocol_can (find->protocol, NEWS_ASK_SECTIONS))
        return g_ptr_array_new ();

      errand.protocol = find->protocol;
      errand.source = find->source;
      errand.keyring = keyring;
      errand.question.ask = NEWS_ASK_SECTIONS;
      errand.question.place = place;
      if (!news_errand_run (&errand, fetcher, NULL, cancellable, error))
        return NULL;

      g_clear_pointer (&place, news_place_free);
      place = news_place_copy (errand.answer->next);
      for (guint j = 0; faults != NULL && j < errand.answer->faults->len; j++)
        g_ptr_array_add (faults, g_strdup (g_ptr_array_index (errand.answer->faults, j)));
      if (sections == NULL)
        sections = g_ptr_array_ref (errand.answer->sections);
      else
        while (errand.answer->sections->len > 0)
          g_ptr_array_add (sections, g_ptr_array_steal_index (errand.answer->sections, 0));
    }

  return g_steal_pointer (&sections);
}
