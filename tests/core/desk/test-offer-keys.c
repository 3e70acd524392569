/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-finder.h"
#include "news-test-paper.h"

#include <glib/gstdio.h>
#include <string.h>

/* Offers of sources that want a key or a login. */

#define ARTICLE "'article': { 'id': 'id', 'title': 't', 'url': 'u' }"
#define ERRORS \
  "'errors': { 'message': 'error', 'rules': [ { 'status': [401], 'means': 'key-invalid' } ] }"
#define DISCOVER                                                         \
  "'discover': { 'sets': 'api', 'ends': '/', 'ways': [ { 'how': 'host'," \
  "  'hosts': ['127.0.0.1'], 'url': '{typed}', 'value': '{host}' } ] }"

static const char keyed[]
  = "{ 'format': 1, 'id': 'vault', 'name': 'Vault', 'parameters': { 'api': { 'type': 'address' },"
    "  'key': { 'type': 'secret', 'label': 'Key of the Vault', 'help': 'https://v.example/keys' },"
    "  'place': { 'type': 'text', 'default': 'here' } }, " DISCOVER
    ", 'auth': { 'query': { 'k': '{key}' } }, 'requests': {"
    "  'site': { 'url': '{api}vault/site', 'map': { 'name': 'name' } },"
    "  'sections': { 'url': '{api}vault/sections', 'rows': '[*]', 'map': { 'id': 'id', 'title': "
    "'t' } },"
    "  'list': { 'url': '{api}vault/list', 'query': { 'p': '{place}', 's': '{section?}' },"
    "    'rows': '[*]' } }, " ARTICLE ", " ERRORS " }";

static const char login[]
  = "{ 'format': 1, 'id': 'vault', 'name': 'Vault', 'parameters': { 'api': { 'type': 'address' },"
    "  'user': { 'type': 'text', 'label': 'Name' }, 'password': { 'type': 'secret' } }, " DISCOVER
    ", 'auth': { 'login': { 'url': '{api}vault/login',"
    "      'form': { 'u': '{user}', 'p': '{password}' }, 'line': 'Auth=' },"
    "    'query': { 't': '{token}' } },"
    "  'requests': { 'list': { 'url': '{api}vault/list', 'rows': '[*]' } }, " ARTICLE ", " ERRORS
    " }";

typedef struct
{
  NewsTestPaper *paper;
  GHashTable *values;
} Fixture;

static void
serve (Fixture *fixture, const char *path, guint status, const char *body)
{
  g_autofree char *json = g_strdelimit (g_strdup (body), "'", '"');

  news_test_server_serve (fixture->paper->server, path, status, "application/json", json);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = g_strdelimit (g_strdup (data), "'", '"');
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  fixture->paper = news_test_paper_new ("[ { \"id\": \"home\", \"title\": \"Home\" } ]", "[]");
  fixture->values = g_hash_table_new (g_str_hash, g_str_equal);
  folder = g_build_filename (fixture->paper->folder, "apis", NULL);
  path = g_build_filename (folder, "vault.json", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  news_test_paper_open (fixture->paper);
  g_assert_cmpuint (fixture->paper->problems->len, ==, 0);

  news_test_server_serve (fixture->paper->server, "/", 200, "text/html", "<html><p>Closed");
  serve (fixture, "/vault/site", 200, "{ 'name': 'The Vault' }");
  serve (fixture, "/vault/sections", 200, "[ { 'id': 'gold', 't': 'Gold' } ]");
  serve (fixture, "/vault/list", 200, "[ { 'id': 1, 't': 'Opened' } ]");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_test_paper_free (fixture->paper);
  g_hash_table_unref (fixture->values);
}

typedef struct
{
  gpointer value;
  GError *error;
  gboolean done;
} Result;

static gpointer
take (Result *result, GError **error)
{
  news_test_paper_run_until (&result->done);
  if (result->error != NULL)
    g_propagate_error (error, result->error);

  return result->value;
}

static void
found_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  result->value = news_desk_find_offers_finish (NEWS_DESK (object), task, &result->error);
  result->done = TRUE;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autofree char *typed = news_test_server_dup_url (fixture->paper->server, "/");
  g_autoptr (GError) error = NULL;
  Result result = { NULL, NULL, FALSE };
  GPtrArray *offers;

  news_desk_find_offers_async (fixture->paper->desk, typed, NULL, found_cb, &result);
  offers = take (&result, &error);
  g_assert_no_error (error);

  return offers;
}

static NewsOffer *
find (Fixture *fixture)
{
  g_autoptr (GPtrArray) offers = list (fixture);

  return news_offer_ref (g_ptr_array_index (offers, 0));
}

static void
unlocked_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  result->value = news_desk_unlock_offer_finish (NEWS_DESK (object), task, &result->error);
  result->done = TRUE;
}

static NewsOffer *
unlock (Fixture *fixture, NewsOffer *offer, GError **error)
{
  Result result = { NULL, NULL, FALSE };

  news_desk_unlock_offer_async (fixture->paper->desk, offer, fixture->values, NULL, unlocked_cb,
                                &result);

  return take (&result, error);
}

static void
enter (Fixture *fixture, const char *name, const char *value)
{
  g_hash_table_insert (fixture->values, (gpointer) name, (gpointer) value);
}

static char *
dup_stored (Fixture *fixture, NewsOffer *offer, const char *name)
{
  return news_keyring_lookup (fixture->paper->keyring, offer->find.source->id, name, NULL, NULL);
}

/* It is offered all the same, with what there is to be asked for. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) offers = list (fixture);
  g_autoptr (GPtrArray) parameters = NULL;
  const NewsParameter *key, *place;
  NewsOffer *offer;

  g_assert_cmpuint (offers->len, ==, 1);
  offer = g_ptr_array_index (offers, 0);
  g_assert_true (offer->find.locked);
  g_assert_cmpstr (offer->find.source->name, ==, "127.0.0.1");
  g_assert_null (offer->headline);
  g_assert_cmpuint (offer->sections->len, ==, 0);
  /* Nobody has been asked without the key that is to be asked with it. */
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault/"), ==, 0);

  parameters = news_offer_list_parameters (offer);
  g_assert_cmpuint (parameters->len, ==, 2);
  key = g_ptr_array_index (parameters, 0);
  place = g_ptr_array_index (parameters, 1);
  g_assert_cmpstr (key->label, ==, "Key of the Vault");
  g_assert_cmpstr (key->help, ==, "https://v.example/keys");
  g_assert_cmpstr (place->fallback, ==, "here");
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsOffer) offer = find (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;

  serve (fixture, "/vault/site", 401, "{ 'error': 'E17 wr0ng-key' }");
  enter (fixture, "key", "wr0ng-key");
  g_assert_null (unlock (fixture, offer, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "The key was not accepted."));
  g_assert_null (strstr (error->message, "wr0ng-key"));
  g_assert_null (strstr (error->message, "E17"));
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault/"), ==, 1);
  stored = dup_stored (fixture, offer, "key");
  g_assert_null (stored);
}

/* That the server has a bad day says nothing about the key, which is not stored either. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsOffer) offer = find (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autofree char *stored = NULL;

  serve (fixture, "/vault/list", 503, "{}");
  enter (fixture, "key", "right-key");
  g_assert_null (unlock (fixture, offer, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_SERVER);
  stored = dup_stored (fixture, offer, "key");
  g_assert_null (stored);

  enter (fixture, "key", "");
  g_assert_null (unlock (fixture, offer, &nothing));
  g_assert_error (nothing, NEWS_API_ERROR, NEWS_API_ERROR_KEY_MISSING);
}

static void
added_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  result->value = news_desk_add_offer_finish (NEWS_DESK (object), task, &result->error);
  result->done = TRUE;
}

/* Puts it into the edition, and waits for what comes. */
static void
add (Fixture *fixture, NewsOffer *offer)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (NewsSnapshot) snapshot = NULL;
  g_autofree char *id = NULL;
  Result result = { NULL, NULL, FALSE };

  g_ptr_array_add (ids, NULL);
  news_desk_add_offer_async (fixture->paper->desk, offer, ids, NULL, NULL, added_cb, &result);
  id = take (&result, NULL);
  g_assert_nonnull (id);
  news_test_paper_settle (fixture->paper);
  snapshot = news_test_paper_list_section (fixture->paper, id);
  g_assert_cmpuint (snapshot->rows->len, ==, 1);
}

static void
test_right (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsOffer) offer = find (fixture);
  g_autoptr (NewsOffer) unlocked = NULL;
  g_autoptr (NewsOffer) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *last = NULL;

  enter (fixture, "key", "right-key");
  enter (fixture, "place", "here");
  unlocked = unlock (fixture, offer, &error);
  g_assert_no_error (error);
  g_assert_false (unlocked->find.locked);
  g_assert_cmpstr (unlocked->find.source->name, ==, "The Vault");
  g_assert_cmpstr (unlocked->find.source->id, ==, offer->find.source->id);
  g_assert_cmpstr (unlocked->headline, ==, "Opened");
  g_assert_cmpuint (unlocked->sections->len, ==, 1);
  /* The one that was shared is as it was. */
  g_assert_true (offer->find.locked);
  g_assert_cmpstr (offer->find.source->name, ==, "127.0.0.1");

  stored = dup_stored (fixture, unlocked, "key");
  g_assert_cmpstr (stored, ==, "right-key");
  g_assert_null (news_source_get_parameter (unlocked->find.source, "key"));
  g_assert_null (news_source_get_parameter (unlocked->find.source, "place"));

  /* The edition's own requests find it there, and so does who adds the site once more. */
  add (fixture, unlocked);
  last = news_test_server_dup_last (fixture->paper->server);
  g_assert_nonnull (strstr (last, "k=right-key"));
  again = find (fixture);
  g_assert_false (again->find.locked);
  g_assert_cmpstr (again->find.source->name, ==, "The Vault");
}

/* One site with other parameters is another source. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsOffer) offer = find (fixture);
  g_autoptr (NewsOffer) unlocked = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *last = NULL;

  enter (fixture, "key", "right-key");
  enter (fixture, "place", "there");
  unlocked = unlock (fixture, offer, NULL);
  g_assert_nonnull (unlocked);
  g_assert_cmpstr (news_source_get_parameter (unlocked->find.source, "place"), ==, "there");
  g_assert_cmpstr (unlocked->find.source->id, !=, offer->find.source->id);
  stored = dup_stored (fixture, unlocked, "key");
  g_assert_cmpstr (stored, ==, "right-key");
  add (fixture, unlocked);
  last = news_test_server_dup_last (fixture->paper->server);
  g_assert_nonnull (strstr (last, "p=there"));
}

/* A feed that answers is worth more than nothing, but less than an API that may. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) offers = NULL;
  NewsOffer *first, *second;

  news_test_server_serve (fixture->paper->server, "/feed", 200, "application/rss+xml",
                          "<rss version='2.0'><channel><title>Slot</title><item><title>Seen"
                          "</title><guid>1</guid></item></channel></rss>");
  offers = list (fixture);
  g_assert_cmpuint (offers->len, ==, 2);
  first = g_ptr_array_index (offers, 0);
  second = g_ptr_array_index (offers, 1);
  g_assert_true (first->find.locked);
  g_assert_false (second->find.locked);
  g_assert_cmpstr (second->headline, ==, "Seen");
}

/* Who wants only what can be read at once, as on a command line, is not given a locked one. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *apis = g_build_filename (fixture->paper->folder, "apis", NULL);
  g_autofree char *typed = news_test_server_dup_url (fixture->paper->server, "/");
  g_autoptr (NewsRegistry) registry = news_registry_load (apis, NULL);
  g_autoptr (NewsFetcher) fetcher = news_fetcher_new ();
  g_autoptr (GError) error = NULL;
  g_auto (NewsFind) found = { 0 };

  g_assert_false (news_finder_find (fetcher, registry, typed, NULL, &found, NULL, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_MISSING);
  news_fetcher_close (fetcher);
}

static void
test_login (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsOffer) offer = find (fixture);
  g_autoptr (NewsOffer) unlocked = NULL;
  g_autoptr (GPtrArray) parameters = news_offer_list_parameters (offer);
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *stored = NULL;

  g_assert_true (offer->find.locked);
  g_assert_cmpuint (parameters->len, ==, 2);
  enter (fixture, "user", "ada");
  enter (fixture, "password", "s3cret");
  serve (fixture, "/vault/login", 403, "No");
  g_assert_null (unlock (fixture, offer, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "The name or the password"));
  none = dup_stored (fixture, offer, "password");
  g_assert_null (none);

  serve (fixture, "/vault/login", 200, "Auth=abc\n");
  unlocked = unlock (fixture, offer, NULL);
  g_assert_nonnull (unlocked);
  g_assert_cmpstr (news_source_get_parameter (unlocked->find.source, "user"), ==, "ada");
  g_assert_null (news_source_get_parameter (unlocked->find.source, "password"));
  g_assert_null (news_source_get_parameter (unlocked->find.source, "token"));
  stored = dup_stored (fixture, unlocked, "password");
  g_assert_cmpstr (stored, ==, "s3cret");
  add (fixture, unlocked);
}

#define ADD(name, api, func) g_test_add ("/offer-keys/" name, Fixture, api, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("locked", keyed, test_locked);
  ADD ("wrong", keyed, test_wrong);
  ADD ("trouble", keyed, test_trouble);
  ADD ("right", keyed, test_right);
  ADD ("place", keyed, test_place);
  ADD ("beside", keyed, test_beside);
  ADD ("first", keyed, test_first);
  ADD ("login", login, test_login);

  return g_test_run ();
}
