/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-api-request.h"

#include "news-strict.h"
#include "news-web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A member of a query, or a header. */
typedef struct
{
  NewsTemplate *name;
  NewsTemplate *value;
} Member;

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

/* What a template can be filled with. */
typedef struct
{
  const NewsParameters *parameters;
  NewsSource *source;
  const NewsQuestion *question;
} Values;

static void
free_member (Member *member)
{
  g_clear_pointer (&member->name, news_template_free);
  g_clear_pointer (&member->value, news_template_free);
  g_free (member);
}

/* --- reading the descriptor ------------------------------------------------------------------- */

static gboolean
check_names (NewsApiRequest *self,
             const NewsTemplate *template,
             NewsAsk ask,
             const NewsParameters *parameters,
             const char *where,
             GError **error)
{
  for (guint i = 0; i < news_template_get_n_names (template); i++)
    {
      const char *name = news_template_get_name (template, i);

      if (g_str_equal (name, "section") && ask == NEWS_ASK_LIST)
        self->takes_section = TRUE;
      else if (!(g_str_equal (name, "article") && ask == NEWS_ASK_ITEM)
               && !news_parameters_has (parameters, name))
        return news_strict_fail (error, where, "there is nothing that “%s” stands for", name);
    }

  return TRUE;
}

static NewsTemplate *
read_template (NewsApiRequest *self,
               const char *text,
               NewsTemplateKind kind,
               NewsAsk ask,
               const NewsParameters *parameters,
               const char *where,
               GError **error)
{
  g_autoptr (NewsTemplate) template = news_template_new (text, kind, error);

  if (template == NULL)
    {
      news_strict_prefix (error, where, NULL);
      return NULL;
    }

  return check_names (self, template, ask, parameters, where, error) ? g_steal_pointer (&template)
                                                                     : NULL;
}

static gboolean
read_members (NewsApiRequest *self,
              JsonObject *object,
              const char *name,
              NewsTemplateKind kind,
              NewsAsk ask,
              const NewsParameters *parameters,
              const char *where,
              GPtrArray **members,
              GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *place = news_strict_dup_where (where, name);
  JsonObjectIter iter;
  const char *key, *text;
  JsonNode *value;

  *members = g_ptr_array_new_with_free_func ((GDestroyNotify) free_member);
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return news_strict_fail (error, place, "this is not an object");

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      Member *member = g_new0 (Member, 1);

      g_ptr_array_add (*members, member);
      if (!news_strict_get_text (json_node_get_object (node), key, TRUE, place, &text, error))
        return FALSE;
      member->name = read_template (self, key, kind, ask, parameters, place, error);
      if (member->name != NULL)
        member->value = read_template (self, text, kind, ask, parameters, place, error);
      if (member->value == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_url (NewsApiRequest *self,
          JsonObject *object,
          NewsAsk ask,
          const NewsParameters *parameters,
          const char *where,
          GError **error)
{
  g_autofree char *place = news_strict_dup_where (where, "url");
  const char *text, *start;

  if (!news_strict_get_text (object, "url", TRUE, where, &text, error))
    return FALSE;

  self->url = read_template (self, text, NEWS_TEMPLATE_ADDRESS, ask, parameters, place, error);
  if (self->url == NULL)
    return FALSE;
  if (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"))
    return TRUE;

  start = *text == '{' ? news_template_get_name (self->url, 0) : NULL;
  if (start == NULL || !news_parameters_is_address (parameters, start))
    return news_strict_fail (error, place, "it begins neither with http nor with an address");

  return TRUE;
}

static gboolean
read_map (NewsApiRequest *self,
          JsonObject *object,
          NewsAsk ask,
          const NewsParameters *parameters,
          const char *where,
          GError **error)
{
  JsonNode *node = json_object_get_member (object, "map");
  g_autofree char *place = news_strict_dup_where (where, "map");
  gboolean mapped = ask == NEWS_ASK_SITE || ask == NEWS_ASK_SECTIONS;

  if (mapped != (node != NULL))
    return news_strict_fail (error, where,
                             mapped ? "the member “map” is missing"
                                    : "the member “map” has no meaning here");
  if (!mapped)
    return TRUE;

  self->map = news_mapping_new_from_json (node, ask == NEWS_ASK_SITE ? site_fields : section_fields,
                                          NULL, parameters, place, error);

  return self->map != NULL;
}

static gboolean
read_paging (NewsApiRequest *self,
             JsonObject *object,
             NewsAsk ask,
             const NewsParameters *parameters,
             const char *where,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, "paging");
  g_autofree char *place = news_strict_dup_where (where, "paging");

  if (node != NULL && ask != NEWS_ASK_LIST && ask != NEWS_ASK_SECTIONS)
    return news_strict_fail (error, where, "the member “paging” has no meaning here");

  self->paging = news_paging_new_from_json (node, parameters, place, error);

  return self->paging != NULL;
}

static gboolean
read_request (NewsApiRequest *self,
              JsonNode *node,
              NewsAsk ask,
              const NewsParameters *parameters,
              const char *where,
              GError **error)
{
  static const char *const known[]
    = { "url", "query", "headers", "expect", "rows", "map", "paging", "when_opened", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);

  if (object == NULL || !read_url (self, object, ask, parameters, where, error)
      || !read_members (self, object, "query", NEWS_TEMPLATE_QUERY, ask, parameters, where,
                        &self->query, error)
      || !read_members (self, object, "headers", NEWS_TEMPLATE_TEXT, ask, parameters, where,
                        &self->headers, error)
      || !news_strict_get_flag (object, "when_opened", where, &self->when_opened, error)
      || !news_json_path_read_members (object, "expect", parameters, where, &self->expect, error)
      || !news_json_path_read_member (object, "rows", parameters, where, &self->rows, error)
      || !read_map (self, object, ask, parameters, where, error)
      || !read_paging (self, object, ask, parameters, where, error))
    return FALSE;
  if (self->when_opened && ask != NEWS_ASK_ITEM)
    return news_strict_fail (error, where, "the member “when_opened” has no meaning here");

  return TRUE;
}

/* --- preparing -------------------------------------------------------------------------------- */

static const char *
get_value (const Values *values, const char *name)
{
  if (g_str_equal (name, "section"))
    return values->question->section;
  if (g_str_equal (name, "article"))
    return values->question->article;

  return news_parameters_get (values->parameters, values->source, name);
}

/* Whether a name without a value leaves the whole member out. */
static gboolean
is_left_out (const NewsTemplate *template, const Values *values)
{
  for (guint i = 0; i < news_template_get_n_names (template); i++)
    {
      const char *value = get_value (values, news_template_get_name (template, i));

      if (news_template_is_optional (template, i) && (value == NULL || *value == '\0'))
        return TRUE;
    }

  return FALSE;
}

static char *
expand (const NewsTemplate *template, const Values *values, GError **error)
{
  guint n_names = news_template_get_n_names (template);
  g_autofree const char **texts = g_new0 (const char *, n_names + 1);
  guint culprit = 0;
  char *text;

  for (guint i = 0; i < n_names; i++)
    texts[i] = get_value (values, news_template_get_name (template, i));

  text = news_template_expand (template, texts, &culprit);
  if (text == NULL)
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                 /* Translators: the first is a source's name, the second a technical one. */
                 _ ("“%s” lacks what is needed to ask it: “%s”."), values->source->name,
                 news_template_get_name (template, culprit));

  return text;
}

static gboolean
append_query (const NewsApiRequest *self, const Values *values, GString *address, GError **error)
{
  for (guint i = 0; i < self->query->len; i++)
    {
      const Member *member = g_ptr_array_index (self->query, i);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (is_left_out (member->value, values))
        continue;
      name = expand (member->name, values, error);
      value = name != NULL ? expand (member->value, values, error) : NULL;
      if (value == NULL)
        return FALSE;
      news_web_address_append_query (address, name, value);
    }

  return TRUE;
}

static gboolean
add_headers (const NewsApiRequest *self, const Values *values, NewsCall *call, GError **error)
{
  g_hash_table_insert (call->headers, g_strdup ("Accept"), g_strdup ("application/json"));

  for (guint i = 0; i < self->headers->len; i++)
    {
      const Member *member = g_ptr_array_index (self->headers, i);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (is_left_out (member->value, values))
        continue;
      name = expand (member->name, values, error);
      value = name != NULL ? expand (member->value, values, error) : NULL;
      if (value == NULL)
        return FALSE;
      g_strdelimit (value, "\r\n", ' ');
      g_hash_table_insert (call->headers, g_steal_pointer (&name), g_steal_pointer (&value));
    }

  return TRUE;
}

static char *
dup_address (const NewsApiRequest *self, const Values *values, GError **error)
{
  const NewsPlace *place = values->question->place;
  const char *told = news_paging_get_address (self->paging, place);
  g_autofree char *start = NULL;
  GString *address;

  if (told != NULL)
    return g_strdup (told);

  start = expand (self->url, values, error);
  if (start == NULL)
    return NULL;

  start[strcspn (start, "#")] = '\0';
  address = g_string_new (start);
  if (!append_query (self, values, address, error))
    {
      g_string_free (address, TRUE);
      return NULL;
    }
  news_paging_append_query (self->paging, place, address);

  return g_string_free (address, FALSE);
}

NewsApiRequest *
news_api_request_new_from_json (JsonNode *node,
                                NewsAsk ask,
                                const NewsParameters *parameters,
                                const char *where,
                                GError **error)
{
  g_autoptr (NewsApiRequest) self = g_new0 (NewsApiRequest, 1);

  if (!read_request (self, node, ask, parameters, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_api_request_free (NewsApiRequest *self)
{
  g_clear_pointer (&self->url, news_template_free);
  g_clear_pointer (&self->query, g_ptr_array_unref);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->expect, g_ptr_array_unref);
  g_clear_pointer (&self->rows, news_json_path_free);
  g_clear_pointer (&self->map, news_mapping_free);
  g_clear_pointer (&self->paging, news_paging_free);
  g_free (self);
}

NewsCall *
news_api_request_prepare (const NewsApiRequest *self,
                          const NewsParameters *parameters,
                          NewsSource *source,
                          const NewsQuestion *question,
                          GError **error)
{
  Values values = { parameters, source, question };
  g_autoptr (NewsCall) call = g_new0 (NewsCall, 1);

  if (question->ask == NEWS_ASK_LIST && question->section != NULL && !self->takes_section)
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT, _ ("“%s” has no sections."),
                   source->name);
      return NULL;
    }

  call->method = g_strdup ("GET");
  call->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  call->url = dup_address (self, &values, error);
  if (call->url == NULL || !add_headers (self, &values, call, error))
    return NULL;

  return g_steal_pointer (&call);
}
