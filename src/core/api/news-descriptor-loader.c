/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-descriptor-private.h"

#include "news-strict.h"

#define FORMAT 1

static const char *const request_names[] = {
  [NEWS_ASK_SITE] = "site",       [NEWS_ASK_SECTIONS] = "sections",
  [NEWS_ASK_LIST] = "list",       [NEWS_ASK_ITEM] = "item",
  [NEWS_ASK_ITEMS] = "items",     [NEWS_ASK_SEARCH] = "search",
  [NEWS_ASK_CHANGES] = "changes", [NEWS_N_ASKS] = NULL,
};

/* A descriptor's id is a part of its sources' ids and a file's name. */
static gboolean
is_id (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text) && *text != '-')
      return FALSE;

  return TRUE;
}

/* Adds the members of @from, or takes those away that are null there. */
static void
merge_members (JsonObject *object, JsonObject *from)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (JSON_NODE_HOLDS_NULL (node))
      json_object_remove_member (object, name);
    else
      json_object_set_member (object, name, json_node_copy (node));
}

/* The query of a request that is like another one: both together, and its own has the last word. */
static void
merge_query (JsonObject *merged, JsonObject *base, JsonObject *own)
{
  JsonNode *first = json_object_get_member (base, "query");
  JsonNode *second = json_object_get_member (own, "query");
  JsonObject *query;

  if (first == NULL || second == NULL || !JSON_NODE_HOLDS_OBJECT (first)
      || !JSON_NODE_HOLDS_OBJECT (second))
    return;

  query = json_object_new ();
  merge_members (query, json_node_get_object (first));
  merge_members (query, json_node_get_object (second));
  json_object_set_object_member (merged, "query", query);
}

/* The request @name as it is meant: with what it takes from the one that it is like. */
static JsonNode *
resolve_request (JsonObject *requests, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (requests, name);
  g_autofree char *where = news_strict_dup_where ("requests", name);
  JsonNode *other;
  JsonObject *own, *merged;
  const char *like;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return json_node_copy (node);

  own = json_node_get_object (node);
  if (!news_strict_get_text (own, "like", FALSE, where, &like, error))
    return NULL;
  if (like == NULL)
    return json_node_copy (node);

  other = json_object_get_member (requests, like);
  if (other == NULL || !JSON_NODE_HOLDS_OBJECT (other)
      || json_object_has_member (json_node_get_object (other), "like"))
    {
      news_strict_fail (error, where, "it can't be like “%s”", like);
      return NULL;
    }

  merged = json_object_new ();
  merge_members (merged, json_node_get_object (other));
  merge_members (merged, own);
  merge_query (merged, json_node_get_object (other), own);
  json_object_remove_member (merged, "like");
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, merged);

  return node;
}

/* What is followed must be there; and it can't be ids again. The sections that the descriptor has
 * are known to its list even where its address does not name them. */
static gboolean
check_follow (NewsDescriptor *self, GError **error)
{
  const NewsApiRequest *sections = self->requests[NEWS_ASK_SECTIONS];

  for (guint ask = 0; ask < NEWS_N_ASKS; ask++)
    {
      const NewsApiRequest *request = self->requests[ask];
      g_autofree char *where = news_strict_dup_where ("requests", request_names[ask]);

      if (request != NULL && request->follows && self->requests[request->follow] == NULL)
        return news_strict_fail (error, where, "there is no “%s” to follow to",
                                 request_names[request->follow]);
    }
  if (sections != NULL && sections->fixed != NULL)
    self->requests[NEWS_ASK_LIST]->takes_section = TRUE;

  return TRUE;
}

static gboolean
load_requests (NewsDescriptor *self, JsonNode *node, GError **error)
{
  JsonObject *object = news_strict_get_object (node, request_names, "requests", error);

  if (object == NULL)
    return FALSE;

  for (guint ask = 0; ask < NEWS_N_ASKS; ask++)
    {
      g_autofree char *where = news_strict_dup_where ("requests", request_names[ask]);
      g_autoptr (JsonNode) request = NULL;

      if (!json_object_has_member (object, request_names[ask]))
        continue;
      request = resolve_request (object, request_names[ask], error);
      if (request == NULL)
        return FALSE;
      self->requests[ask]
        = news_api_request_new_from_json (request, (NewsAsk) ask, self->parameters, where, error);
      if (self->requests[ask] == NULL)
        return FALSE;
    }

  if (self->requests[NEWS_ASK_LIST] == NULL)
    return news_strict_fail (error, "requests", "the member “list” is missing");

  return check_follow (self, error);
}

static gboolean
load_names (NewsDescriptor *self, JsonObject *object, GError **error)
{
  JsonNode *format = json_object_get_member (object, "format");
  const char *id, *name;

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format)
      || json_node_get_value_type (format) != G_TYPE_INT64 || json_node_get_int (format) != FORMAT)
    return news_strict_fail (error, "format", "this is not %d, the only one that is known", FORMAT);

  if (!news_strict_get_text (object, "id", TRUE, "the descriptor", &id, error)
      || !news_strict_get_text (object, "name", TRUE, "the descriptor", &name, error))
    return FALSE;
  if (!is_id (id))
    return news_strict_fail (error, "id", "“%s” is not one: a to z, 0 to 9 and -", id);

  self->id = g_strdup (id);
  self->name = g_strdup (name);

  return TRUE;
}

static gboolean
load_auth (NewsDescriptor *self, JsonObject *object, GError **error)
{
  self->auth = news_auth_new_from_json (json_object_get_member (object, "auth"), self->parameters,
                                        "auth", error);

  return self->auth != NULL
         && news_cost_read (&self->cost, json_object_get_member (object, "cost"), "cost", error)
         && news_terms_read (&self->terms, json_object_get_member (object, "terms"), "terms",
                             error);
}

gboolean
news_descriptor_load (NewsDescriptor *self, JsonNode *root, GError **error)
{
  static const char *const known[]
    = { "format",   "id",      "name",   "parameters", "discover", "auth",
        "requests", "article", "errors", "cost",       "terms",    NULL };
  JsonObject *object = news_strict_get_object (root, known, "the descriptor", error);

  if (object == NULL || !load_names (self, object, error))
    return FALSE;

  self->parameters = news_parameters_new_from_json (json_object_get_member (object, "parameters"),
                                                    "parameters", error);
  if (self->parameters == NULL)
    return FALSE;

  self->discovery = news_discovery_new_from_json (json_object_get_member (object, "discover"),
                                                  self->parameters, "discover", error);
  if (self->discovery == NULL || !load_auth (self, object, error)
      || !load_requests (self, json_object_get_member (object, "requests"), error))
    return FALSE;

  self->article = news_article_mapping_new_from_json (json_object_get_member (object, "article"),
                                                      self->parameters, "article", error);
  if (self->article == NULL)
    return FALSE;

  self->errors = news_error_rules_new_from_json (json_object_get_member (object, "errors"),
                                                 self->parameters, "errors", error);

  return self->errors != NULL;
}
