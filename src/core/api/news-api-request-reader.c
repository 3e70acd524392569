/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-api-request.h"

#include "news-strict.h"

/* Requests for items that run at a time; the network has a bound of its own for each host. */
#define AT_ONCE 4

/* Ids in one request, where the descriptor does not say. */
#define FOLLOW_SIZE 20

static const NewsField site_fields[] = {
  { "name", NEWS_RULE_LINE, G_STRUCT_OFFSET (NewsApiSite, name), FALSE },
  { "home", NEWS_RULE_TEXT, G_STRUCT_OFFSET (NewsApiSite, home), FALSE },
  { "language", NEWS_RULE_TEXT, G_STRUCT_OFFSET (NewsApiSite, language), FALSE },
  { "summary", NEWS_RULE_LINE, G_STRUCT_OFFSET (NewsApiSite, summary), FALSE },
  { NULL },
};

static const NewsField section_fields[] = {
  { "id", NEWS_RULE_TEXT, G_STRUCT_OFFSET (NewsApiSection, id), TRUE },
  { "title", NEWS_RULE_LINE, G_STRUCT_OFFSET (NewsApiSection, title), TRUE },
  { "parent", NEWS_RULE_TEXT, G_STRUCT_OFFSET (NewsApiSection, parent), FALSE },
  { "count", NEWS_RULE_NUMBER, G_STRUCT_OFFSET (NewsApiSection, count), FALSE },
  { NULL },
};

/* A request while it is read. */
typedef struct
{
  NewsApiRequest *request;
  JsonObject *object;
  NewsAsk ask;
  NewsNames *names;
  const char *where;
  GError **error;
} Reading;

/* Lists of articles: those that may have pages, rows that are ids, and bounds in time. */
static gboolean
is_list (NewsAsk ask)
{
  return ask == NEWS_ASK_LIST || ask == NEWS_ASK_SEARCH || ask == NEWS_ASK_CHANGES;
}

static guint
get_names (NewsAsk ask)
{
  switch (ask)
    {
    case NEWS_ASK_LIST:
      return NEWS_NAME_SECTION | NEWS_NAME_DAY | NEWS_NAME_FROM | NEWS_NAME_TO;
    case NEWS_ASK_SEARCH:
      return NEWS_NAME_SECTION | NEWS_NAME_QUERY | NEWS_NAME_DAY | NEWS_NAME_FROM | NEWS_NAME_TO;
    case NEWS_ASK_CHANGES:
      return NEWS_NAME_SECTION | NEWS_NAME_SINCE;
    case NEWS_ASK_ITEM:
      return NEWS_NAME_ARTICLE;
    case NEWS_ASK_ITEMS:
      return NEWS_NAME_ARTICLES;
    case NEWS_ASK_SITE:
    case NEWS_ASK_SECTIONS:
    default:
      return 0;
    }
}

static gboolean
has_no_meaning (Reading *reading, const char *name)
{
  return news_strict_fail (reading->error, reading->where, "the member “%s” has no meaning here",
                           name);
}

static void
free_fixed (NewsFixedSection *section)
{
  g_free (section->id);
  g_free (section->title);
  g_free (section->parent);
  g_clear_pointer (&section->rows, g_ptr_array_unref);
  g_free (section);
}

static gboolean
read_url (Reading *reading)
{
  g_autofree char *place = news_strict_dup_where (reading->where, "url");
  const char *text;

  if (!news_strict_get_text (reading->object, "url", reading->request->fixed == NULL,
                             reading->where, &text, reading->error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (reading->request->fixed != NULL)
    return news_strict_fail (reading->error, reading->where,
                             "there can't be both “url” and “fixed”");

  /* A secret in an address could not be kept out of what is shown and written down of it. */
  reading->request->url = news_names_read_address (reading->names, text, place, reading->error);

  return reading->request->url != NULL;
}

static NewsPairs *
read_pairs (Reading *reading, const char *name, NewsTemplateKind kind)
{
  return news_pairs_new_from_json (reading->object, name, kind, reading->names, reading->where,
                                   reading->error);
}

static gboolean
read_members (Reading *reading)
{
  NewsApiRequest *request = reading->request;

  reading->names->allowed |= NEWS_NAME_SECRET;
  request->query = read_pairs (reading, "query", NEWS_TEMPLATE_QUERY);
  if (request->query != NULL)
    request->headers = read_pairs (reading, "headers", NEWS_TEMPLATE_TEXT);
  if (request->headers != NULL)
    request->form = read_pairs (reading, "form", NEWS_TEMPLATE_QUERY);
  request->has_form = json_object_has_member (reading->object, "form");

  return request->form != NULL;
}

static gboolean
read_map (Reading *reading)
{
  JsonNode *node = json_object_get_member (reading->object, "map");
  g_autofree char *place = news_strict_dup_where (reading->where, "map");
  gboolean site = reading->ask == NEWS_ASK_SITE;
  gboolean mapped = site || (reading->ask == NEWS_ASK_SECTIONS && reading->request->fixed == NULL);

  if (!mapped && node != NULL)
    return has_no_meaning (reading, "map");
  if (mapped && node == NULL)
    return news_strict_fail (reading->error, reading->where, "the member “map” is missing");
  if (!mapped)
    return TRUE;

  reading->request->map
    = news_mapping_new_from_json (node, site ? site_fields : section_fields, NULL,
                                  reading->names->parameters, place, reading->error);

  return reading->request->map != NULL;
}

static gboolean
read_paging (Reading *reading)
{
  JsonNode *node = json_object_get_member (reading->object, "paging");
  g_autofree char *place = news_strict_dup_where (reading->where, "paging");
  guint times = NEWS_NAME_DAY | NEWS_NAME_FROM | NEWS_NAME_TO;

  if (node != NULL && !is_list (reading->ask) && reading->ask != NEWS_ASK_SECTIONS)
    return has_no_meaning (reading, "paging");

  reading->request->paging
    = news_paging_new_from_json (node, reading->names->parameters, place, reading->error);
  if (reading->request->paging == NULL)
    return FALSE;
  if ((reading->names->used & times) != news_paging_get_names (reading->request->paging))
    return news_strict_fail (reading->error, reading->where,
                             "a “date” paging goes with {day}, a “window” with {from} and {to}");

  return TRUE;
}

static gboolean
read_fixed_section (NewsFixedSection *section,
                    JsonNode *node,
                    const NewsParameters *parameters,
                    const char *where,
                    GError **error)
{
  static const char *const known[] = { "id", "title", "parent", "rows", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  const char *id, *title, *parent;

  if (object == NULL || !news_strict_get_text (object, "id", TRUE, where, &id, error)
      || !news_strict_get_text (object, "title", TRUE, where, &title, error)
      || !news_strict_get_text (object, "parent", FALSE, where, &parent, error)
      || !news_json_path_read_members (object, "rows", parameters, where, &section->rows, error))
    return FALSE;

  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->parent = g_strdup (parent);

  return TRUE;
}

static gboolean
read_fixed (Reading *reading)
{
  JsonArray *array;

  if (!news_strict_get_list (reading->object, "fixed", reading->where, &array, reading->error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  if (reading->ask != NEWS_ASK_SECTIONS)
    return has_no_meaning (reading, "fixed");

  reading->request->fixed = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fixed);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.fixed[%u]", reading->where, i);
      NewsFixedSection *section = g_new0 (NewsFixedSection, 1);

      g_ptr_array_add (reading->request->fixed, section);
      if (!read_fixed_section (section, json_array_get_element (array, i),
                               reading->names->parameters, place, reading->error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_follow (Reading *reading)
{
  static const char *const known[] = { "ask", "size", "at_once", NULL };
  static const char *const asks[] = { "item", "items", NULL };
  JsonNode *node = json_object_get_member (reading->object, "follow");
  g_autofree char *place = news_strict_dup_where (reading->where, "follow");
  NewsApiRequest *request = reading->request;
  guint ask = 0;
  JsonObject *object;

  if (node == NULL)
    return TRUE;
  if (!is_list (reading->ask))
    return has_no_meaning (reading, "follow");

  request->at_once = AT_ONCE;
  request->follow_size = FOLLOW_SIZE;
  object = news_strict_get_object (node, known, place, reading->error);
  if (object == NULL
      || !news_strict_get_choice (object, "ask", asks, TRUE, place, &ask, reading->error)
      || !news_strict_get_number (object, "size", place, &request->follow_size, reading->error)
      || !news_strict_get_number (object, "at_once", place, &request->at_once, reading->error))
    return FALSE;

  request->follows = TRUE;
  request->follow = ask == 0 ? NEWS_ASK_ITEM : NEWS_ASK_ITEMS;
  request->follow_size = ask == 0 ? 1 : CLAMP (request->follow_size, 1, 100);
  request->at_once = CLAMP (request->at_once, 1, 8);

  return TRUE;
}

/* An empty path is the answer itself, as is none. */
static gboolean
read_rows (Reading *reading)
{
  JsonNode *node = json_object_get_member (reading->object, "rows");
  gboolean empty = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                   && g_strcmp0 (json_node_get_string (node), "") == 0;

  return empty
         || news_json_path_read_members (reading->object, "rows", reading->names->parameters,
                                         reading->where, &reading->request->rows, reading->error);
}

static gboolean
read_request (Reading *reading, JsonNode *node)
{
  static const char *const known[]
    = { "url",    "query",       "headers", "form",   "expect",        "rows",    "map",
        "paging", "when_opened", "fixed",   "follow", "rows_optional", "expired", NULL };
  NewsApiRequest *request = reading->request;

  reading->object = news_strict_get_object (node, known, reading->where, reading->error);
  if (reading->object == NULL || !read_fixed (reading) || !read_url (reading)
      || !read_members (reading)
      || !news_strict_get_flag (reading->object, "when_opened", reading->where,
                                &request->when_opened, reading->error)
      || !news_strict_get_flag (reading->object, "rows_optional", reading->where,
                                &request->rows_optional, reading->error)
      || !news_json_path_read_members (reading->object, "expect", reading->names->parameters,
                                       reading->where, &request->expect, reading->error)
      || !news_json_path_read_members (reading->object, "expired", reading->names->parameters,
                                       reading->where, &request->expired, reading->error)
      || !read_rows (reading) || !read_map (reading) || !read_paging (reading)
      || !read_follow (reading))
    return FALSE;
  if (request->when_opened && reading->ask != NEWS_ASK_ITEM)
    return has_no_meaning (reading, "when_opened");
  if (request->expired != NULL && reading->ask != NEWS_ASK_LIST)
    return has_no_meaning (reading, "expired");

  request->takes_section = (reading->names->used & NEWS_NAME_SECTION) != 0;

  return TRUE;
}

NewsApiRequest *
news_api_request_new_from_json (JsonNode *node,
                                NewsAsk ask,
                                const NewsParameters *parameters,
                                const char *where,
                                GError **error)
{
  g_autoptr (NewsApiRequest) self = g_new0 (NewsApiRequest, 1);
  NewsNames names = { parameters, get_names (ask), 0 };
  Reading reading = { self, NULL, ask, &names, where, error };

  return read_request (&reading, node) ? g_steal_pointer (&self) : NULL;
}

void
news_api_request_free (NewsApiRequest *self)
{
  g_clear_pointer (&self->url, news_template_free);
  g_clear_pointer (&self->query, news_pairs_free);
  g_clear_pointer (&self->headers, news_pairs_free);
  g_clear_pointer (&self->form, news_pairs_free);
  g_clear_pointer (&self->fixed, g_ptr_array_unref);
  g_clear_pointer (&self->expect, g_ptr_array_unref);
  g_clear_pointer (&self->expired, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->map, news_mapping_free);
  g_clear_pointer (&self->paging, news_paging_free);
  g_free (self);
}
