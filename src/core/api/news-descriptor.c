/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-descriptor-private.h"

#include "news-web-address.h"

/* A description of an API is a few hundred lines; no file is larger by honest means. */
#define MAX_BYTES (256 * 1024)

G_DEFINE_BOXED_TYPE (NewsDescriptor, news_descriptor, news_descriptor_ref, news_descriptor_unref)

static void
clear (NewsDescriptor *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->parameters, news_parameters_free);
  g_clear_pointer (&self->discovery, news_discovery_free);
  for (guint ask = 0; ask < NEWS_N_ASKS; ask++)
    g_clear_pointer (&self->requests[ask], news_api_request_free);
  g_clear_pointer (&self->article, news_article_mapping_free);
  g_clear_pointer (&self->errors, news_error_rules_free);
  g_clear_pointer (&self->auth, news_auth_free);
  news_terms_clear (&self->terms);
}

NewsDescriptor *
news_descriptor_ref (NewsDescriptor *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_descriptor_unref (NewsDescriptor *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

NewsDescriptor *
news_descriptor_new_from_bytes (GBytes *bytes, const char *origin, GError **error)
{
  g_autoptr (NewsDescriptor) self = g_atomic_rc_box_new0 (NewsDescriptor);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) syntax = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_set_strict (parser, TRUE);
  if (length > MAX_BYTES)
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID,
                   "%s: the file is longer than %d bytes", origin, MAX_BYTES);
      return NULL;
    }
  /* The parser would let other bytes pass, into names that are shown and into its own words. */
  if (!g_utf8_validate (text != NULL ? text : "", (gssize) length, NULL))
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID, "%s: this is not text in UTF-8",
                   origin);
      return NULL;
    }
  /* Nothing at all is NULL, which the parser does not take. */
  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) length, &syntax))
    {
      /* It may quote the file, and end in the middle of a letter. */
      g_autofree char *words = g_utf8_make_valid (syntax->message, -1);

      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID, "%s: %s", origin, words);
      return NULL;
    }
  if (!news_descriptor_load (self, json_parser_get_root (parser), error))
    {
      g_prefix_error (error, "%s: ", origin);
      return NULL;
    }

  return g_steal_pointer (&self);
}

const char *
news_descriptor_get_id (NewsDescriptor *self)
{
  return self->id;
}

const char *
news_descriptor_get_name (NewsDescriptor *self)
{
  return self->name;
}

gboolean
news_descriptor_can (NewsDescriptor *self, NewsAsk ask)
{
  g_return_val_if_fail ((guint) ask < NEWS_N_ASKS, FALSE);

  return self->requests[ask] != NULL;
}

gboolean
news_descriptor_asks_when_opened (NewsDescriptor *self)
{
  return self->requests[NEWS_ASK_ITEM] != NULL && self->requests[NEWS_ASK_ITEM]->when_opened;
}

guint
news_descriptor_get_page_size (NewsDescriptor *self)
{
  return news_paging_get_size (self->requests[NEWS_ASK_LIST]->paging);
}

guint
news_descriptor_get_n_parameters (NewsDescriptor *self)
{
  return news_parameters_get_n (self->parameters);
}

const NewsParameter *
news_descriptor_get_parameter (NewsDescriptor *self, guint index)
{
  g_return_val_if_fail (index < news_descriptor_get_n_parameters (self), NULL);

  return news_parameters_get_nth (self->parameters, index);
}

const NewsCost *
news_descriptor_get_cost (NewsDescriptor *self)
{
  return &self->cost;
}

const NewsTerms *
news_descriptor_get_terms (NewsDescriptor *self)
{
  return &self->terms;
}

NewsCall *
news_descriptor_prepare (NewsDescriptor *self,
                         NewsSource *source,
                         const NewsQuestion *question,
                         GError **error)
{
  if (!news_descriptor_can (self, question->ask))
    {
      news_error_rules_set_own (error, NEWS_API_ERROR_CANNOT);
      return NULL;
    }

  return news_api_request_prepare (self->requests[question->ask], self->auth, self->parameters,
                                   source, question, error);
}

static void
add_fixed_section (NewsAnswer *answer, const NewsFixedSection *fixed)
{
  NewsApiSection *section = g_new0 (NewsApiSection, 1);

  section->id = g_strdup (fixed->id);
  section->title = g_strdup (fixed->title);
  section->parent = g_strdup (fixed->parent);
  section->count = -1;
  g_ptr_array_add (answer->sections, section);
}

NewsAnswer *
news_descriptor_answer_itself (NewsDescriptor *self, const NewsQuestion *question)
{
  const NewsApiRequest *request
    = question->ask == NEWS_ASK_SECTIONS ? self->requests[NEWS_ASK_SECTIONS] : NULL;
  NewsAnswer *answer;

  if (request == NULL || request->fixed == NULL)
    return NULL;

  answer = news_answer_new ();
  for (guint i = 0; i < request->fixed->len; i++)
    add_fixed_section (answer, g_ptr_array_index (request->fixed, i));

  return answer;
}

gboolean
news_descriptor_has_login (NewsDescriptor *self)
{
  return news_auth_has_login (self->auth);
}

NewsCall *
news_descriptor_prepare_login (NewsDescriptor *self, NewsSource *source, GError **error)
{
  NewsFilling filling = { .parameters = self->parameters, .source = source };

  g_return_val_if_fail (news_auth_has_login (self->auth), NULL);

  return news_auth_prepare_login (self->auth, &filling, error);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

NewsCall *
news_call_new (const char *url)
{
  NewsCall *self = g_new0 (NewsCall, 1);

  self->method = g_strdup ("GET");
  self->url = g_strdup (url);
  self->headers = create_table ();
  self->secret_headers = create_table ();
  self->secret_parameters = create_table ();

  return self;
}

void
news_call_free (NewsCall *self)
{
  g_free (self->method);
  g_free (self->url);
  g_hash_table_unref (self->headers);
  g_hash_table_unref (self->secret_headers);
  g_hash_table_unref (self->secret_parameters);
  g_free (self->body);
  g_free (self->content_type);
  g_free (self);
}

guint
news_descriptor_get_n_ways (NewsDescriptor *self)
{
  return news_discovery_get_n_ways (self->discovery);
}

char *
news_descriptor_dup_way_address (NewsDescriptor *self, guint index, const char *typed)
{
  g_return_val_if_fail (index < news_descriptor_get_n_ways (self), NULL);

  return news_discovery_dup_way_address (self->discovery, index, typed);
}

NewsSource *
news_descriptor_try_way (NewsDescriptor *self,
                         guint index,
                         const char *typed,
                         const NewsReply *reply)
{
  g_autofree char *address = NULL;
  g_autofree char *id = NULL;
  g_autofree char *host = NULL;
  const char *parameter;
  NewsSource *source;

  g_return_val_if_fail (index < news_descriptor_get_n_ways (self), NULL);

  address = news_discovery_try_way (self->discovery, index, typed, reply);
  if (address == NULL)
    return NULL;

  parameter = news_discovery_get_parameter (self->discovery);
  id = parameter != NULL ? g_strconcat (self->id, ":", address, NULL) : g_strdup (self->id);
  host = news_web_address_dup_host_name (news_web_address_is_web (address) ? address : typed);
  source = news_source_new (id, parameter != NULL ? host : self->name, self->id);
  if (parameter != NULL)
    news_source_set_parameter (source, parameter, address);

  return source;
}

GPtrArray *
news_descriptor_list_asked (NewsDescriptor *self)
{
  const char *found = news_discovery_get_parameter (self->discovery);
  GPtrArray *asked = g_ptr_array_new ();
  gboolean asks = FALSE;

  for (guint i = 0; i < news_parameters_get_n (self->parameters); i++)
    {
      const NewsParameter *parameter = news_parameters_get_nth (self->parameters, i);

      if (g_strcmp0 (parameter->name, found) == 0)
        continue;
      g_ptr_array_add (asked, (gpointer) parameter);
      asks |= parameter->type == NEWS_PARAMETER_SECRET || parameter->fallback == NULL;
    }
  if (!asks)
    g_ptr_array_set_size (asked, 0);

  return asked;
}

const char *
news_descriptor_get_address (NewsDescriptor *self, NewsSource *source)
{
  const char *parameter = news_discovery_get_parameter (self->discovery);

  return parameter != NULL ? news_parameters_get (self->parameters, source, parameter) : NULL;
}
