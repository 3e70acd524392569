/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-source-keys.h"
#include "news-test-paper.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTIONS                                                                     \
  "[ { \"id\": \"home\", \"title\": \"Home\" },"                                     \
  "  { \"id\": \"one\", \"title\": \"One\", \"queries\": [ { \"source\": \"vault\"," \
  "    \"section\": \"gold\" } ] } ]"
#define SOURCE(more)                                                \
  "[ { \"id\": \"vault\", \"name\": \"Vault\", \"api\": \"vault\"," \
  "    \"parameters\": { \"api\": \"@SERVER@/\"" more " } } ]"

#define REST                                                                            \
  "'article': { 'id': 'id', 'title': 't', 'url': 'u' },"                                \
  "'discover': { 'sets': 'api', 'ways': [ { 'how': 'host', 'hosts': ['vault.example']," \
  "  'url': '{typed}', 'value': '{host}' } ] },"                                        \
  "'errors': { 'message': 'error', 'rules': [ { 'status': [401], 'means': 'key-invalid' } ] } }"

static const char keyed[]
  = "{ 'format': 1, 'id': 'vault', 'name': 'Vault', 'parameters': { 'api': { 'type': 'address' },"
    "  'key': { 'type': 'secret' }, 'place': { 'type': 'text', 'default': 'here' } },"
    "  'auth': { 'query': { 'k': '{key}' } }, 'requests': { 'list': { 'url': '{api}vault/list',"
    "    'query': { 'p': '{place}', 's': '{section?}' }, 'rows': '[*]' } }, " REST;

static const char shared[]
  = "{ 'format': 1, 'id': 'vault', 'name': 'Vault', 'parameters': { 'api': { 'type': 'address' },"
    "  'key': { 'type': 'secret', 'default': 'test' } },"
    "  'auth': { 'query': { 'k': '{key}' } }, 'requests': { 'list': { 'url': '{api}vault/list',"
    "    'query': { 's': '{section?}' }, 'rows': '[*]' } }, " REST;

static const char login[]
  = "{ 'format': 1, 'id': 'vault', 'name': 'Vault', 'parameters': { 'api': { 'type': 'address' },"
    "  'user': { 'type': 'text' }, 'password': { 'type': 'secret' } },"
    "  'auth': { 'login': { 'url': '{api}vault/login', 'form': { 'u': '{user}', 'p': '{password}' "
    "},"
    "    'line': 'Auth=' }, 'query': { 't': '{token}' } },"
    "  'requests': { 'list': { 'url': '{api}vault/list', 'query': { 's': '{section?}' },"
    "    'rows': '[*]' } }, " REST;

typedef struct
{
  const char *api;
  const char *sources;
} Setting;

static const Setting with_key = { keyed, SOURCE ("") };
static const Setting with_own = { keyed, SOURCE (", \"key\": \"in-file\"") };
static const Setting with_shared = { shared, SOURCE ("") };
static const Setting with_login = { login, SOURCE (", \"user\": \"ada\"") };

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
store (Fixture *fixture, const char *name, const char *secret)
{
  g_assert_true (
    news_keyring_store (fixture->paper->keyring, "vault", name, "Label", secret, NULL, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Setting *setting = data;
  g_autofree char *json = g_strdelimit (g_strdup (setting->api), "'", '"');
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  fixture->paper = news_test_paper_new (SECTIONS, setting->sources);
  fixture->values = g_hash_table_new (g_str_hash, g_str_equal);
  folder = g_build_filename (fixture->paper->folder, "apis", NULL);
  path = g_build_filename (folder, "vault.json", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  news_test_paper_open (fixture->paper);
  g_assert_cmpuint (fixture->paper->problems->len, ==, 0);
  serve (fixture, "/vault/list", 200, "[ { 'id': 1, 't': 'Opened' } ]");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  news_test_paper_free (fixture->paper);
  g_hash_table_unref (fixture->values);
}

static NewsSource *
get_source (Fixture *fixture)
{
  return news_edition_get_source (news_desk_get_edition (fixture->paper->desk), "vault");
}

static NewsDeskSection *
get_section (Fixture *fixture)
{
  return news_desk_get_section (fixture->paper->desk, "one");
}

static void
enter (Fixture *fixture, const char *name, const char *value)
{
  g_hash_table_insert (fixture->values, (gpointer) name, (gpointer) value);
}

typedef struct
{
  GError *error;
  NewsKeyState state;
  gboolean done;
} Result;

static void
changed_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  g_assert_cmpint (news_desk_change_key_finish (NEWS_DESK (object), task, &result->error), ==,
                   result->error == NULL);
  result->done = TRUE;
}

static gboolean
change (Fixture *fixture, GError **error)
{
  Result result = { 0 };

  news_desk_change_key_async (fixture->paper->desk, "vault", fixture->values, NULL, changed_cb,
                              &result);
  news_test_paper_run_until (&result.done);
  news_test_paper_settle (fixture->paper);
  if (result.error == NULL)
    return TRUE;

  g_propagate_error (error, result.error);

  return FALSE;
}

static void
forgotten_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  g_assert_true (news_desk_forget_key_finish (NEWS_DESK (object), task, &result->error));
  result->done = TRUE;
}

static void
forget (Fixture *fixture)
{
  Result result = { 0 };

  news_desk_forget_key_async (fixture->paper->desk, "vault", NULL, forgotten_cb, &result);
  news_test_paper_run_until (&result.done);
  news_test_paper_settle (fixture->paper);
}

static void
state_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  g_assert_true (
    news_desk_get_key_state_finish (NEWS_DESK (object), task, &result->state, &result->error));
  result->done = TRUE;
}

static NewsKeyState
get_state (Fixture *fixture)
{
  Result result = { 0 };

  news_desk_get_key_state_async (fixture->paper->desk, get_source (fixture), NULL, state_cb,
                                 &result);
  news_test_paper_run_until (&result.done);

  return result.state;
}

static void
assert_stored (Fixture *fixture, const char *name, const char *secret)
{
  g_autofree char *stored
    = news_keyring_lookup (fixture->paper->keyring, "vault", name, NULL, NULL);

  g_assert_cmpstr (stored, ==, secret);
}

static void
assert_last (Fixture *fixture, const char *last)
{
  g_autofree char *path = news_test_server_dup_last (fixture->paper->server);

  g_assert_cmpstr (path, ==, last);
}

static void
assert_listed (Fixture *fixture, guint articles)
{
  g_autoptr (NewsSnapshot) snapshot = news_test_paper_list_section (fixture->paper, "one");

  g_assert_cmpuint (snapshot->rows->len, ==, articles);
}

/* The section tells what is missing, and whose key would help. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  NewsDeskSection *section = get_section (fixture);

  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_NONE);
  g_assert_null (news_desk_section_get_keyless (section));
  news_test_paper_refresh (fixture->paper);
  g_assert_nonnull (news_desk_section_get_problem (section));
  g_assert_cmpstr (news_desk_section_get_keyless (section), ==, "vault");
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault"), ==, 0);

  /* A key does not help where the server has a bad day. */
  store (fixture, "key", "old-key");
  serve (fixture, "/vault/list", 503, "{}");
  news_test_paper_refresh (fixture->paper);
  g_assert_nonnull (news_desk_section_get_problem (section));
  g_assert_null (news_desk_section_get_keyless (section));
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store (fixture, "key", "old-key");
  serve (fixture, "/vault/list", 401, "{ 'error': 'E17 wr0ng-key' }");
  enter (fixture, "key", "wr0ng-key");
  enter (fixture, "place", "there");
  g_assert_false (change (fixture, &error));
  g_assert_error (error, NEWS_API_ERROR, NEWS_API_ERROR_KEY_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "The key was not accepted."));
  assert_last (fixture, "/vault/list?p=there&s=gold&k=wr0ng-key");
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault"), ==, 1);

  assert_stored (fixture, "key", "old-key");
  g_assert_null (news_source_get_parameter (get_source (fixture), "place"));
  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_OWN);
}

/* A new key has a day of its own: what the old one was told to wait for is over. */
static void
test_right (Fixture *fixture, gconstpointer data)
{
  NewsDeskSection *section = get_section (fixture);
  g_autoptr (GError) error = NULL;

  store (fixture, "key", "old-key");
  serve (fixture, "/vault/list", 401, "{}");
  news_test_server_add_header (fixture->paper->server, "/vault/list", "Retry-After", "7200");
  news_test_paper_refresh (fixture->paper);
  g_assert_cmpstr (news_desk_section_get_keyless (section), ==, "vault");
  news_test_paper_refresh (fixture->paper);
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault"), ==, 1);

  serve (fixture, "/vault/list", 200, "[ { 'id': 1, 't': 'Opened' } ]");
  enter (fixture, "key", "new-key");
  enter (fixture, "place", "here");
  change (fixture, &error);
  g_assert_no_error (error);
  assert_stored (fixture, "key", "new-key");
  assert_last (fixture, "/vault/list?p=here&s=gold&k=new-key");
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault"), ==, 3);
  assert_listed (fixture, 1);
  g_assert_null (news_desk_section_get_problem (get_section (fixture)));
  g_assert_null (news_desk_section_get_keyless (get_section (fixture)));
  g_assert_null (news_source_get_parameter (get_source (fixture), "place"));
}

/* What is no secret becomes part of the edition; a secret that was not entered stays. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  store (fixture, "key", "old-key");
  enter (fixture, "key", "");
  enter (fixture, "place", "there");
  g_assert_true (change (fixture, NULL));
  assert_stored (fixture, "key", "old-key");
  assert_last (fixture, "/vault/list?p=there&s=gold&k=old-key");

  news_test_paper_open (fixture->paper);
  g_assert_cmpstr (news_source_get_parameter (get_source (fixture), "place"), ==, "there");
  enter (fixture, "place", "here");
  g_assert_true (change (fixture, NULL));
  g_assert_null (news_source_get_parameter (get_source (fixture), "place"));
}

/* A key that somebody wrote into an edition goes where keys belong, and is forgotten there too. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_OWN);
  enter (fixture, "place", "there");
  g_assert_true (change (fixture, NULL));
  assert_stored (fixture, "key", "in-file");
  g_assert_null (news_source_get_parameter (get_source (fixture), "key"));
  assert_last (fixture, "/vault/list?p=there&s=gold&k=in-file");
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  store (fixture, "key", "stored");
  news_test_paper_refresh (fixture->paper);
  forget (fixture);
  assert_stored (fixture, "key", NULL);
  g_assert_null (news_source_get_parameter (get_source (fixture), "key"));
  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_NONE);
  g_assert_cmpstr (news_desk_section_get_keyless (get_section (fixture)), ==, "vault");
  g_assert_cmpuint (news_test_server_count (fixture->paper->server, "/vault"), ==, 1);
}

/* The key that all share can be replaced, and is back once the own one is forgotten. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_SHARED);
  serve (fixture, "/vault/list", 401, "{}");
  news_test_paper_refresh (fixture->paper);
  assert_last (fixture, "/vault/list?s=gold&k=test");
  g_assert_cmpstr (news_desk_section_get_keyless (get_section (fixture)), ==, "vault");

  serve (fixture, "/vault/list", 200, "[ { 'id': 1, 't': 'Opened' } ]");
  enter (fixture, "key", "mine");
  g_assert_true (change (fixture, NULL));
  assert_last (fixture, "/vault/list?s=gold&k=mine");
  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_OWN);
  forget (fixture);
  g_assert_cmpint (get_state (fixture), ==, NEWS_KEY_SHARED);
  assert_last (fixture, "/vault/list?s=gold&k=test");
}

/* A token of the former password is of no use any more. */
static void
test_login (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store (fixture, "password", "first");
  serve (fixture, "/vault/login", 200, "Auth=abc\n");
  news_test_paper_refresh (fixture->paper);
  assert_last (fixture, "/vault/list?s=gold&t=abc");

  enter (fixture, "user", "bob");
  enter (fixture, "password", "second");
  serve (fixture, "/vault/login", 403, "No");
  g_assert_false (change (fixture, &error));
  g_assert_true (g_str_has_prefix (error->message, "The name or the password"));
  assert_stored (fixture, "password", "first");
  assert_stored (fixture, "token", "abc");
  g_assert_cmpstr (news_source_get_parameter (get_source (fixture), "user"), ==, "ada");

  serve (fixture, "/vault/login", 200, "Auth=def\n");
  g_assert_true (change (fixture, NULL));
  assert_last (fixture, "/vault/list?s=gold&t=def");
  assert_stored (fixture, "password", "second");
  g_assert_cmpstr (news_source_get_parameter (get_source (fixture), "user"), ==, "bob");

  forget (fixture);
  assert_stored (fixture, "password", NULL);
  assert_stored (fixture, "token", NULL);
}

static void
unknown_cb (GObject *object, GAsyncResult *task, gpointer user_data)
{
  Result *result = user_data;

  g_assert_false (news_desk_change_key_finish (NEWS_DESK (object), task, &result->error));
  result->done = TRUE;
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  Result result = { 0 };
  g_autoptr (GError) error = NULL;

  news_desk_change_key_async (fixture->paper->desk, "gone", fixture->values, NULL, unknown_cb,
                              &result);
  news_test_paper_run_until (&result.done);
  error = result.error;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Who closes a page while its key is tried has changed nothing. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Result result = { 0 };
  g_autoptr (GError) error = NULL;

  store (fixture, "key", "old-key");
  enter (fixture, "key", "new-key");
  g_cancellable_cancel (cancellable);
  news_desk_change_key_async (fixture->paper->desk, "vault", fixture->values, cancellable,
                              unknown_cb, &result);
  news_test_paper_run_until (&result.done);
  error = result.error;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_stored (fixture, "key", "old-key");
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *api;
    NewsKeyKind kind;
    guint parameters;
  } kinds[] = {
    { "feed", NEWS_KEY_KIND_NONE, 0 },           { "no-such-api", NEWS_KEY_KIND_NONE, 0 },
    { "wordpress", NEWS_KEY_KIND_NONE, 0 },      { "wikimedia", NEWS_KEY_KIND_NONE, 0 },
    { "guardian", NEWS_KEY_KIND_KEY, 1 },        { "newsapi", NEWS_KEY_KIND_KEY, 3 },
    { "google-reader", NEWS_KEY_KIND_LOGIN, 2 }, { "nextcloud-news", NEWS_KEY_KIND_LOGIN, 2 },
    { "gdelt", NEWS_KEY_KIND_OTHER, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (NewsSource) source = news_source_new ("s", "S", kinds[i].api);
      g_autoptr (GPtrArray) parameters = news_desk_list_parameters (fixture->paper->desk, source);

      g_assert_cmpint (news_desk_get_key_kind (fixture->paper->desk, source), ==, kinds[i].kind);
      g_assert_cmpuint (parameters->len, ==, kinds[i].parameters);
    }
}

#define ADD(name, setting, func) \
  g_test_add ("/source-keys/" name, Fixture, setting, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("missing", &with_key, test_missing);
  ADD ("wrong", &with_key, test_wrong);
  ADD ("right", &with_key, test_right);
  ADD ("place", &with_key, test_place);
  ADD ("own", &with_own, test_own);
  ADD ("forget", &with_key, test_forget);
  ADD ("forget-own", &with_own, test_forget);
  ADD ("shared", &with_shared, test_shared);
  ADD ("login", &with_login, test_login);
  ADD ("unknown", &with_key, test_unknown);
  ADD ("cancelled", &with_key, test_cancelled);
  ADD ("kinds", &with_key, test_kinds);

  return g_test_run ();
}
