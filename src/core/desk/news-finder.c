/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-finder.h"

#include "news-error-rules.h"
#include "news-web-address.h"

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
  NewsFind *find;
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

/* A way may lead astray, as to a site whose API is closed: only what really answers is a find. */
static gboolean
confirm (Search *search, NewsDescriptor *descriptor, NewsSource *source)
{
  g_auto (NewsErrand) errand = { 0 };
  GError *error = NULL;
  NewsApiSite *site;

  errand.descriptor = descriptor;
  errand.source = source;
  errand.public_only = TRUE;
  errand.question.ask
    = news_descriptor_can (descriptor, NEWS_ASK_SITE) ? NEWS_ASK_SITE : NEWS_ASK_LIST;
  if (!news_errand_run (&errand, search->fetcher, NULL, search->cancellable, &error))
    {
      note_refusal (search, error);
      return FALSE;
    }

  site = errand.answer->site;
  if (site != NULL && site->name != NULL)
    g_set_str (&source->name, site->name);
  if (site != NULL && site->home != NULL)
    g_set_str (&source->home, site->home);
  if (site != NULL && site->language != NULL)
    g_set_str (&source->language, site->language);

  return TRUE;
}

/* What is believed of an address, the surest first. */
typedef enum
{
  PHASE_ITSELF,  /* the typed address is the API: a feed is taken for the feed that was meant */
  PHASE_LINKS,   /* what is at the typed address leads to one */
  PHASE_GUESSES, /* it may be at one of the usual places */
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
try_way (Search *search, NewsDescriptor *descriptor, guint way, const char *typed, Phase phase)
{
  g_autofree char *url = news_descriptor_dup_way_address (descriptor, way, typed);
  g_autoptr (NewsSource) source = NULL;
  NewsResponse *response;
  NewsReply reply;

  if (url == NULL || (phase == PHASE_GUESSES) == is_same (url, typed))
    return FALSE;
  response = ask (search, url);
  if (response == NULL)
    return FALSE;

  reply = (NewsReply) { response->status, response->url, response->headers, response->body };
  source = news_descriptor_try_way (descriptor, way, typed, &reply);
  if (source == NULL
      || (phase == PHASE_ITSELF
          && !is_same (news_descriptor_get_address (descriptor, source), response->url))
      || !confirm (search, descriptor, source))
    return FALSE;

  search->find->descriptor = news_descriptor_ref (descriptor);
  search->find->source = g_steal_pointer (&source);

  return TRUE;
}

static gboolean
is_wanted (Search *search, NewsDescriptor *descriptor)
{
  return search->api == NULL || strcmp (search->api, news_descriptor_get_id (descriptor)) == 0;
}

static gboolean
try_descriptor (Search *search, NewsDescriptor *descriptor, const char *typed, Phase phase)
{
  for (guint way = 0; way < news_descriptor_get_n_ways (descriptor); way++)
    if (!g_cancellable_is_cancelled (search->cancellable)
        && try_way (search, descriptor, way, typed, phase))
      return TRUE;

  return FALSE;
}

static gboolean
try_address (Search *search, const char *typed)
{
  GPtrArray *descriptors = news_registry_get_all (search->registry);

  for (Phase phase = 0; phase < N_PHASES; phase++)
    {
      for (guint i = 0; i < descriptors->len; i++)
        {
          NewsDescriptor *descriptor = g_ptr_array_index (descriptors, i);

          if (is_wanted (search, descriptor) && try_descriptor (search, descriptor, typed, phase))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_scheme (const char *typed)
{
  return g_ascii_strncasecmp (typed, "http://", 7) == 0
         || g_ascii_strncasecmp (typed, "https://", 8) == 0;
}

/* Servers on this machine and in the house seldom have certificates. */
static gboolean
is_local (const char *typed)
{
  return g_str_has_prefix (typed, "127.") || g_str_has_prefix (typed, "localhost")
         || g_str_has_prefix (typed, "[::1]") || g_str_has_prefix (typed, "192.168.")
         || g_str_has_prefix (typed, "10.");
}

/* "mailto:", "file://" and the like; a host may have a port. */
static gboolean
has_other_scheme (const char *bare)
{
  gsize length = strspn (bare, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "+.-");

  return g_ascii_isalpha (*bare) && bare[length] == ':' && !g_ascii_isdigit (bare[length + 1]);
}

/* Nobody means a user of a site's who types an address of e-mail. */
static gboolean
has_user (const char *bare)
{
  return memchr (bare, '@', strcspn (bare, "/?#")) != NULL;
}

/* What some pages put before the addresses of feeds: "feed://host/" or "feed:https://host/". */
static const char *
skip_feed_scheme (const char *bare)
{
  return g_ascii_strncasecmp (bare, "feed:", 5) == 0 && !g_ascii_isdigit (bare[5]) ? bare + 5
                                                                                   : bare;
}

static void
add_candidate (GPtrArray *candidates, const char *scheme, const char *bare)
{
  g_autofree char *typed = g_strconcat (scheme, bare, NULL);
  g_autofree char *address = news_web_address_normalise (typed);

  if (address != NULL)
    g_ptr_array_add (candidates, g_steal_pointer (&typed));
}

/* What the typed text may mean; nothing, if it is no address. */
static GPtrArray *
list_candidates (const char *typed)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  const char *bare = skip_feed_scheme (stripped);

  if (has_scheme (bare))
    {
      add_candidate (candidates, "", bare);
      return candidates;
    }

  if (g_str_has_prefix (bare, "//"))
    bare += 2;
  if (has_other_scheme (bare) || has_user (bare))
    return candidates;
  add_candidate (candidates, is_local (bare) ? "http://" : "https://", bare);
  add_candidate (candidates, is_local (bare) ? "https://" : "http://", bare);

  return candidates;
}

static gboolean
fail (Search *search, const char *typed, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (search->cancellable, error))
    return FALSE;

  if (search->error != NULL)
    g_propagate_error (error, g_steal_pointer (&search->error));
  else if (!news_error_rules_set_status (error, search->status))
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED,
                 /* Translators: %s is the address that was typed */
                 _ ("At “%s” there is a server, but no news API that Broadsheet knows. Try the "
                    "address of the site’s first page, or that of a feed."),
                 typed);

  return FALSE;
}

static char *
dup_names (NewsRegistry *registry)
{
  GPtrArray *descriptors = news_registry_get_all (registry);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < descriptors->len; i++)
    g_strv_builder_add (names, news_descriptor_get_id (g_ptr_array_index (descriptors, i)));
  list = g_strv_builder_end (names);

  return g_strjoinv (", ", list);
}

void
news_find_clear (NewsFind *self)
{
  g_clear_pointer (&self->source, news_source_unref);
  g_clear_pointer (&self->descriptor, news_descriptor_unref);
}

static void
unref_response (gpointer response)
{
  if (response != NULL)
    news_response_unref (response);
}

gboolean
news_finder_find (NewsFetcher *fetcher,
                  NewsRegistry *registry,
                  const char *typed,
                  const char *api,
                  NewsFind *find,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) candidates = list_candidates (typed);
  g_autoptr (GHashTable) responses
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_response);
  Search search = { fetcher, registry, api, cancellable, responses, .find = find };
  gboolean found = FALSE;

  if (api != NULL && news_registry_get (registry, api) == NULL)
    {
      g_autofree char *known = dup_names (registry);

      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                   /* Translators: the first is what was typed, the second a list of names */
                   _ ("There is no API called “%s”. These are known: %s."), api, known);
      return FALSE;
    }

  if (candidates->len == 0)
    {
      g_set_error (error, NEWS_NET_ERROR, NEWS_NET_ERROR_BAD_ADDRESS,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is not an address on the web. One looks like “www.example.org” or "
                      "“https://www.example.org/feed.json”."),
                   typed);
      return FALSE;
    }

  /* What a person types may be in the house; what a page out there leads to may not. */
  for (guint i = 0; i < candidates->len; i++)
    news_fetcher_allow_local (fetcher, g_ptr_array_index (candidates, i));

  /* Another scheme is tried where nobody answers, not where somebody does that we do not
   * understand. */
  for (guint i = 0; i < candidates->len && !found && search.status == 0; i++)
    {
      search.is_dead = search.answered = FALSE;
      found = try_address (&search, g_ptr_array_index (candidates, i));
    }

  if (!found)
    fail (&search, typed, error);
  g_clear_error (&search.error);

  return found;
}

GPtrArray *
news_finder_list_sections (NewsFetcher *fetcher,
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

      if (!news_descriptor_can (find->descriptor, NEWS_ASK_SECTIONS))
        return g_ptr_array_new ();

      errand.descriptor = find->descriptor;
      errand.source = find->source;
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
