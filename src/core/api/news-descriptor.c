/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-descriptor-private.h"

#include "news-json-text.h"
#include "news-web-address.h"

#include <glib/gi18n-lib.h>

/* A description of an API is a few hundred lines; no file is larger by honest means. */
#define MAX_BYTES (256 * 1024)

G_DEFINE_BOXED_TYPE (NewsDescriptor, news_descriptor, news_descriptor_ref, news_descriptor_unref)

/* An answer while it is read. */
typedef struct
{
  NewsDescriptor *descriptor;
  const NewsApiRequest *request;
  const NewsQuestion *question;
  NewsContext context;
  NewsAnswer *answer;
  GHashTable *ids; /* of the answer's articles, who own them */
  guint n_rows;
} Reading;

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
}

static void G_GNUC_PRINTF (2, 3) add_fault (Reading *reading, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (reading->answer->faults, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Of two with one id the first counts, which is the newer in most lists: taken one after the other
 * they would be each other's revision with every answer. Takes @article. */
static void
add_article (Reading *reading, NewsArticle *article)
{
  /* Asked first, as g_hash_table_add() would keep the id of the one that goes. */
  if (g_hash_table_contains (reading->ids, article->id))
    {
      add_fault (reading, _ ("Article %u has the id of an earlier one."), reading->n_rows);
      news_article_unref (article);
      return;
    }

  g_hash_table_add (reading->ids, article->id);
  g_ptr_array_add (reading->answer->articles, article);
}

static void
read_article (Reading *reading, const NewsContext *context)
{
  NewsArticle *article = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (context->row))
    {
      add_fault (reading, _ ("Article %u is not an object."), reading->n_rows);
      return;
    }

  article = news_article_mapping_apply (reading->descriptor->article, context);
  if (article != NULL)
    add_article (reading, article);
  else
    add_fault (reading, _ ("Article %u has neither an id nor an address."), reading->n_rows);
}

static void
read_section (Reading *reading, const NewsContext *context)
{
  GPtrArray *sections = reading->answer->sections;
  NewsApiSection *section = g_new0 (NewsApiSection, 1);

  section->count = -1;
  g_ptr_array_add (sections, section);
  news_mapping_fill (reading->request->map, context, section);

  if (section->id == NULL)
    {
      add_fault (reading, _ ("Section %u has no id."), reading->n_rows);
      g_ptr_array_set_size (sections, (int) sections->len - 1);
    }
  else if (section->title == NULL)
    section->title = g_strdup (section->id);
}

/* Lists have rows; of all else there is one. */
static gboolean
is_single (const Reading *reading)
{
  return reading->question->ask == NEWS_ASK_SITE || reading->question->ask == NEWS_ASK_ITEM;
}

static void
read_row (Reading *reading, JsonNode *row)
{
  NewsContext context = reading->context;

  /* This is how some APIs say that there is no such thing. */
  if (is_single (reading) && JSON_NODE_HOLDS_NULL (row))
    return;

  context.here = context.row = row;
  reading->n_rows++;
  switch (reading->question->ask)
    {
    case NEWS_ASK_SITE:
      if (reading->answer->site == NULL)
        {
          reading->answer->site = g_new0 (NewsApiSite, 1);
          news_mapping_fill (reading->request->map, &context, reading->answer->site);
        }
      break;
    case NEWS_ASK_SECTIONS:
      read_section (reading, &context);
      break;
    case NEWS_ASK_LIST:
    case NEWS_ASK_ITEM:
      read_article (reading, &context);
      break;
    default:
      g_return_if_reached ();
    }
}

static gboolean
read_row_cb (const NewsValue *value, gpointer data)
{
  Reading *reading = data;

  if (value->node != NULL)
    read_row (reading, value->node);

  return !is_single (reading);
}

/* Whether the answer is of this API: what the descriptor expects is there, and the list is one. */
static gboolean
is_expected (Reading *reading)
{
  const NewsApiRequest *request = reading->request;
  NewsValueIter iter;
  JsonNode *list;

  if (request->expect != NULL && !news_json_path_any_holds (request->expect, &reading->context))
    return FALSE;
  if (request->rows == NULL || !news_json_path_is_list (request->rows))
    return TRUE;

  list = news_json_path_get_list (request->rows, &reading->context);
  if (list == NULL || JSON_NODE_HOLDS_NULL (list))
    return request->expect != NULL;

  return news_value_iter_init (&iter, list);
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  if (!is_expected (reading))
    {
      news_error_rules_set_own (error, NEWS_API_ERROR_UNEXPECTED);
      return FALSE;
    }

  if (reading->request->rows != NULL)
    news_json_path_foreach (reading->request->rows, &reading->context, read_row_cb, reading);
  else
    read_row (reading, reading->context.root);

  return TRUE;
}

/* Where one thing was asked for, there must be one. */
static gboolean
check_single (Reading *reading, GError **error)
{
  NewsAnswer *answer = reading->answer;

  if (reading->question->ask == NEWS_ASK_SITE && answer->site == NULL)
    news_error_rules_set_own (error, NEWS_API_ERROR_UNEXPECTED);
  else if (reading->question->ask == NEWS_ASK_ITEM && answer->articles->len == 0)
    news_error_rules_set_own (error, reading->n_rows == 0 ? NEWS_API_ERROR_GONE
                                                          : NEWS_API_ERROR_UNEXPECTED);
  else
    return TRUE;

  return FALSE;
}

/* The address of the place that was asked for, or of the first one. */
static char *
dup_asked (Reading *reading, gboolean first)
{
  NewsQuestion question = *reading->question;
  g_autoptr (NewsCall) call = NULL;

  if (first)
    question.place = NULL;
  call = news_api_request_prepare (reading->request, reading->descriptor->parameters,
                                   reading->context.source, &question, NULL);

  return call != NULL ? g_strdup (call->url) : NULL;
}

static void
read_paging (Reading *reading)
{
  g_autofree char *first = dup_asked (reading, TRUE);
  g_autofree char *asked = dup_asked (reading, FALSE);
  NewsPagingStep step = { reading->question->place, first, asked, reading->n_rows };

  if (reading->context.base == NULL)
    reading->context.base = asked;
  reading->answer->total = news_paging_get_total (reading->request->paging, &reading->context);
  reading->answer->next
    = news_paging_find_next (reading->request->paging, &reading->context, &step);
  reading->context.base = NULL;
}

static void
set_not_json (const NewsReply *reply, GError **error)
{
  if (reply->body != NULL && news_json_text_is_markup (reply->body))
    g_set_error_literal (
      error, NEWS_API_ERROR, NEWS_API_ERROR_NOT_JSON,
      _ ("The site answered with a page for browsers instead of news that Broadsheet can read."));
  else
    news_error_rules_set_own (error, NEWS_API_ERROR_NOT_JSON);
}

static gboolean
read_answer (Reading *reading, const NewsReply *reply, GError **error)
{
  NewsVerdict verdict = news_error_rules_judge (reading->descriptor->errors, &reading->context,
                                                reply, reading->question->ask, error);

  if (verdict != NEWS_VERDICT_GOOD)
    return verdict == NEWS_VERDICT_END;

  if (reading->context.root == NULL)
    {
      set_not_json (reply, error);
      return FALSE;
    }
  if (!read_rows (reading, error) || !check_single (reading, error))
    return FALSE;

  read_paging (reading);

  return TRUE;
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
  /* Nothing at all is NULL, which the parser does not take. */
  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) length, &syntax))
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID, "%s: %s", origin,
                   syntax->message);
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

NewsCall *
news_descriptor_prepare (NewsDescriptor *self,
                         NewsSource *source,
                         const NewsQuestion *question,
                         GError **error)
{
  if (!news_descriptor_can (self, question->ask))
    {
      g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT, _ ("“%s” can’t be asked that."),
                   source->name);
      return NULL;
    }

  return news_api_request_prepare (self->requests[question->ask], self->parameters, source,
                                   question, error);
}

void
news_call_free (NewsCall *self)
{
  g_free (self->method);
  g_free (self->url);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_free (self->body);
  g_free (self->content_type);
  g_free (self);
}

NewsAnswer *
news_descriptor_read (NewsDescriptor *self,
                      NewsSource *source,
                      const NewsQuestion *question,
                      const NewsReply *reply,
                      GError **error)
{
  g_autoptr (NewsAnswer) answer = news_answer_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, NULL, question, { 0 }, answer, ids, 0 };

  if (!news_descriptor_can (self, question->ask))
    {
      news_error_rules_set_own (error, NEWS_API_ERROR_CANNOT);
      return NULL;
    }

  root = reply->body != NULL ? news_json_text_parse (reply->body) : NULL;
  reading.request = self->requests[question->ask];
  reading.context = (NewsContext) { .here = root,
                                    .row = root,
                                    .root = root,
                                    .base = reply->url,
                                    .headers = reply->headers,
                                    .source = source,
                                    .parameters = self->parameters };

  return read_answer (&reading, reply, error) ? g_steal_pointer (&answer) : NULL;
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
  NewsSource *source;

  g_return_val_if_fail (index < news_descriptor_get_n_ways (self), NULL);

  address = news_discovery_try_way (self->discovery, index, typed, reply);
  if (address == NULL)
    return NULL;

  id = g_strconcat (self->id, ":", address, NULL);
  host = news_web_address_dup_host_name (address);
  source = news_source_new (id, host, self->id);
  news_source_set_parameter (source, news_discovery_get_parameter (self->discovery), address);

  return source;
}

const char *
news_descriptor_get_address (NewsDescriptor *self, NewsSource *source)
{
  const char *parameter = news_discovery_get_parameter (self->discovery);

  return parameter != NULL ? news_parameters_get (self->parameters, source, parameter) : NULL;
}
