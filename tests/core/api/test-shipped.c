/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

/* Every descriptor that is shipped, by the cases in tests/fixtures/api/cases: what is asked, what
 * the API answers, and what must come of it. Only what a case names is looked at. The file is named
 * after the descriptor; "list" is where its rows are. */

#define NOW 1795428000 /* 23 November 2026, 10:00 UTC */

typedef struct
{
  NewsDescriptor *descriptor;
  NewsSource *source;
  JsonObject *given; /* the case */
  NewsPlace *place;
  NewsQuestion question;
  GHashTable *headers;
} Case;

static const char *const asks[]
  = { "site", "sections", "list", "item", "items", "search", "changes" };

static const struct
{
  const char *name;
  int code;
} errors[] = {
  { "cannot", NEWS_API_ERROR_CANNOT },
  { "not-json", NEWS_API_ERROR_NOT_JSON },
  { "unexpected", NEWS_API_ERROR_UNEXPECTED },
  { "blocked", NEWS_API_ERROR_BLOCKED },
  { "key-missing", NEWS_API_ERROR_KEY_MISSING },
  { "key-invalid", NEWS_API_ERROR_KEY_INVALID },
  { "quota", NEWS_API_ERROR_QUOTA },
  { "rate-limited", NEWS_API_ERROR_RATE_LIMITED },
  { "gone", NEWS_API_ERROR_GONE },
  { "server", NEWS_API_ERROR_SERVER },
};

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gint64
get_number (JsonObject *object, const char *name, gint64 otherwise)
{
  return json_object_get_int_member_with_default (object, name, otherwise);
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_object_member (object, name)
                                               : NULL;
}

static NewsAsk
find_ask (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_strcmp0 (asks[i], name) == 0)
      return (NewsAsk) i;

  return NEWS_ASK_LIST;
}

static NewsSource *
create_source (const char *api, JsonObject *parameters)
{
  NewsSource *source = news_source_new ("test", "The Test Gazette", api);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (parameters == NULL)
    return source;

  json_object_iter_init_ordered (&iter, parameters);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    news_source_set_parameter (source, name, json_node_get_string (value));

  return source;
}

static GHashTable *
create_headers (JsonObject *given)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (given == NULL)
    return headers;

  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    g_hash_table_insert (headers, g_ascii_strdown (name, -1), json_node_dup_string (value));

  return headers;
}

static void
open_case (Case *self, NewsDescriptor *descriptor, JsonObject *file, JsonObject *given)
{
  JsonObject *parameters = get_object (given, "parameters");

  *self = (Case) { .descriptor = descriptor, .given = given };
  self->source = create_source (news_descriptor_get_id (descriptor),
                                parameters != NULL ? parameters : get_object (file, "parameters"));
  self->headers = create_headers (get_object (given, "headers"));
  if (json_object_has_member (given, "page") || json_object_has_member (given, "cursor"))
    self->place
      = news_place_new ((guint) get_number (given, "page", 2), 0, get_text (given, "cursor"));
  self->question = (NewsQuestion) { .ask = find_ask (get_text (given, "ask")),
                                    .section = get_text (given, "section"),
                                    .article = get_text (given, "article"),
                                    .place = self->place,
                                    .query = get_text (given, "query"),
                                    .since = get_number (given, "since", 0),
                                    .now = NOW };
}

static void
close_case (Case *self)
{
  news_source_unref (self->source);
  g_clear_pointer (&self->place, news_place_free);
  g_hash_table_unref (self->headers);
}

static void
check_error (JsonObject *given, const GError *error)
{
  const char *wanted = get_text (given, "error");

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_strcmp0 (errors[i].name, wanted) == 0)
      g_assert_error (error, NEWS_API_ERROR, errors[i].code);
  if (wanted == NULL)
    g_assert_no_error (error);
  /* What it means may stand before it, in our own words. */
  if (json_object_has_member (given, "says"))
    g_assert_nonnull (strstr (error->message, get_text (given, "says")));
}

/* A key is in the headers or in the query, but never in the address. */
static void
check_secrets (NewsCall *call, JsonObject *secrets)
{
  JsonObjectIter iter;
  const char *name, *found;
  JsonNode *value;

  if (secrets == NULL)
    return;

  json_object_iter_init_ordered (&iter, secrets);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      found = g_hash_table_lookup (call->secret_headers, name);
      if (found == NULL)
        found = g_hash_table_lookup (call->secret_parameters, name);
      g_assert_cmpstr (found, ==, json_node_get_string (value));
      g_assert_null (strstr (call->url, found));
      g_assert_false (g_hash_table_contains (call->headers, name));
    }
}

/* What is asked; NULL where the source can't be asked, which the case must expect. */
static NewsCall *
check_call (Case *self)
{
  g_autoptr (GError) error = NULL;
  NewsCall *call
    = news_descriptor_prepare (self->descriptor, self->source, &self->question, &error);

  if (call == NULL)
    {
      check_error (self->given, error);
      g_assert_nonnull (error);
      return NULL;
    }

  if (json_object_has_member (self->given, "url"))
    g_assert_cmpstr (call->url, ==, get_text (self->given, "url"));
  check_secrets (call, get_object (self->given, "secrets"));

  return call;
}

/* A member of an article as a text, as the case has it. */
static char *
describe (NewsArticle *article, const char *name)
{
  NewsPicture *lead = article->lead;
  const struct
  {
    const char *name;
    const char *text;
  } texts[] = {
    { "id", article->id },
    { "title", article->title },
    { "url", article->url },
    { "byline", article->byline },
    { "outlet", article->outlet },
    { "standfirst", article->standfirst },
    { "language", article->language },
    { "body", article->body_html != NULL ? article->body_html : article->body_text },
    { "picture", lead != NULL ? news_picture_choose (lead, 700)->url : NULL },
    { "caption", lead != NULL ? lead->caption : NULL },
    { "credit", lead != NULL ? lead->credit : NULL },
    { "alt", lead != NULL ? lead->alt : NULL },
  };
  const struct
  {
    const char *name;
    gint64 number;
  } numbers[] = {
    { "published", article->published }, { "updated", article->updated },
    { "visits", article->visits },       { "summary_only", article->summary_only },
    { "protected", article->protected },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      return g_strdup (texts[i].text);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].name, name))
      return g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i].number);
  if (g_str_equal (name, "topics"))
    return api_test_join (article->topics);

  g_assert_cmpstr (name, ==, "sections");

  return api_test_join (article->sections);
}

static void
check_article (NewsArticle *article, JsonObject *wanted)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, wanted);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *text = describe (article, name);
      g_autofree char *expected = NULL;

      if (JSON_NODE_HOLDS_VALUE (value))
        expected = json_node_get_value_type (value) == G_TYPE_INT64
                     ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value))
                     : json_node_dup_string (value);
      g_test_message ("%s", name);
      g_assert_cmpstr (text, ==, expected);
    }
}

static void
check_articles (Case *self, NewsAnswer *answer, guint more_faults)
{
  JsonArray *wanted = json_object_has_member (self->given, "articles")
                        ? json_object_get_array_member (self->given, "articles")
                        : NULL;

  g_assert_cmpuint (answer->faults->len, ==, get_number (self->given, "faults", 0) + more_faults);
  if (wanted == NULL)
    return;

  g_assert_cmpuint (answer->articles->len, ==, json_array_get_length (wanted));
  for (guint i = 0; i < answer->articles->len; i++)
    check_article (g_ptr_array_index (answer->articles, i),
                   json_array_get_object_element (wanted, i));
}

static void
check_others (Case *self, NewsAnswer *answer)
{
  JsonObject *next = get_object (self->given, "next");

  if (json_object_has_member (self->given, "total"))
    g_assert_cmpint (answer->total, ==, get_number (self->given, "total", -1));
  if (json_object_has_member (self->given, "last"))
    g_assert_null (answer->next);
  if (next != NULL)
    {
      g_assert_nonnull (answer->next);
      g_assert_cmpuint (answer->next->page, ==, get_number (next, "page", 2));
      g_assert_cmpstr (answer->next->cursor, ==, get_text (next, "cursor"));
    }
  if (json_object_has_member (self->given, "ids"))
    {
      g_autofree char *ids = NULL;

      g_ptr_array_add (answer->ids, NULL);
      ids = g_strjoinv (" ", (char **) answer->ids->pdata);
      g_assert_cmpstr (ids, ==, get_text (self->given, "ids"));
    }
  if (json_object_has_member (self->given, "section_ids"))
    {
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint i = 0; i < answer->sections->len; i++)
        {
          NewsApiSection *section = g_ptr_array_index (answer->sections, i);

          g_string_append_printf (ids, "%s%s=%s", i > 0 ? " " : "", section->id, section->title);
        }
      g_assert_cmpstr (ids->str, ==, get_text (self->given, "section_ids"));
    }
}

static NewsAnswer *
read_body (Case *self, const char *url, const char *body, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  NewsReply reply = { (guint) get_number (self->given, "status", 200), url, self->headers, bytes };

  if (json_object_has_member (self->given, "retry"))
    g_assert_cmpuint (news_descriptor_get_retry (self->descriptor, self->source, &reply, NOW), ==,
                      get_number (self->given, "retry", 0));

  return news_descriptor_read (self->descriptor, self->source, &self->question, &reply, error);
}

static char *
dup_body (JsonObject *given)
{
  const char *text = get_text (given, "text");

  return text != NULL ? g_strdup (text)
                      : json_to_string (json_object_get_member (given, "body"), FALSE);
}

/* Whether the list of @path is in the case's body, which becomes one with broken rows among the
 * good ones. */
static gboolean
add_broken (JsonObject *given, const char *path)
{
  g_auto (GStrv) names = path != NULL ? g_strsplit (path, ".", -1) : NULL;
  JsonNode *node = json_object_get_member (given, "body");

  for (char **name = names; name != NULL && *name != NULL && node != NULL; name++)
    if (**name != '\0')
      node = JSON_NODE_HOLDS_OBJECT (node)
               ? json_object_get_member (json_node_get_object (node), *name)
               : NULL;
  if (names == NULL || node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  json_array_add_int_element (json_node_get_array (node), 7);
  json_array_add_object_element (json_node_get_array (node), json_object_new ());

  return TRUE;
}

/* The full answer again: cut at every tenth, which is no JSON, and with broken rows. */
static void
check_harm (Case *self, JsonObject *file, const char *url)
{
  g_autofree char *whole = dup_body (self->given);
  g_autofree char *broken = NULL;
  g_autoptr (NewsAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 1; i < 10; i++)
    {
      g_autofree char *cut = g_strndup (whole, strlen (whole) * i / 10);
      g_autoptr (GError) fault = NULL;

      g_assert_null (read_body (self, url, cut, &fault));
      g_assert_error (fault, NEWS_API_ERROR, NEWS_API_ERROR_NOT_JSON);
    }

  if (!add_broken (self->given, get_text (file, "list")))
    return;
  broken = dup_body (self->given);
  answer = read_body (self, url, broken, &error);
  g_assert_no_error (error);
  check_articles (self, answer, 2);
}

static void
run_case (NewsDescriptor *descriptor, JsonObject *file, JsonObject *given)
{
  Case self;
  g_autoptr (NewsCall) call = NULL;
  g_autoptr (NewsAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  g_test_message ("%s", get_text (given, "name"));
  open_case (&self, descriptor, file, given);
  call = check_call (&self);
  if (call != NULL && (json_object_has_member (given, "body") || get_text (given, "text") != NULL))
    {
      body = dup_body (given);
      answer = read_body (&self, call->url, body, &error);
      check_error (given, error);
      if (answer != NULL)
        {
          check_articles (&self, answer, 0);
          check_others (&self, answer);
        }
      if (g_strcmp0 (get_text (given, "name"), "full") == 0)
        check_harm (&self, file, call->url);
    }
  close_case (&self);
}

static void
test_cases (gconstpointer data)
{
  g_autofree char *name = g_strconcat ("cases/", data, ".json", NULL);
  g_autoptr (GBytes) bytes = api_test_fixture (name);
  g_autoptr (NewsDescriptor) descriptor = api_test_load (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  JsonObject *file;
  JsonArray *cases;

  g_assert_no_error (error);
  file = json_node_get_object (root);
  cases = json_object_get_array_member (file, "cases");
  g_assert_cmpuint (json_array_get_length (cases), >, 3);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    run_case (descriptor, file, json_array_get_object_element (cases, i));
}

int
main (int argc, char *argv[])
{
  static const char *const apis[] = { "devto",
                                      "discourse",
                                      "gdelt",
                                      "gnews",
                                      "google-reader",
                                      "guardian",
                                      "hackernews",
                                      "hackernews-firebase",
                                      "mastodon",
                                      "miniflux",
                                      "newsapi",
                                      "nextcloud-news",
                                      "nyt-article-search",
                                      "nyt-top-stories",
                                      "spaceflight",
                                      "wikimedia",
                                      "wordpress-com" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (apis); i++)
    {
      g_autofree char *path = g_strconcat ("/shipped/", apis[i], NULL);

      g_test_add_data_func (path, apis[i], test_cases);
    }

  return g_test_run ();
}
