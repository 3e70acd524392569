/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-descriptor-private.h"

#include "news-json-text.h"

#include <glib/gi18n-lib.h>

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
  NewsTraceFunc trace; /* of the first article, or NULL */
  gpointer trace_data;
  gint64 oldest; /* article, by when it was published; 0 for none */
} Reading;

static void G_GNUC_PRINTF (2, 3) add_fault (Reading *reading, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (reading->answer->faults, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Whether this is all that the API has of the article: by its terms, or as it tells a summary and
 * can't be asked for more. */
static gboolean
is_summary (const Reading *reading, const NewsArticle *article)
{
  if (article->body_html != NULL || article->body_text != NULL)
    return FALSE;

  return reading->descriptor->terms.text == NEWS_TERMS_SUMMARY
         || (article->standfirst != NULL
             && !news_descriptor_can (reading->descriptor, NEWS_ASK_ITEM));
}

/* Where there is only a summary, a page has to lead to the rest of it. Of two with one id the first
 * counts, which is the newer in most lists: taken one after the other they would be each other's
 * revision with every answer. Takes @article. */
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
  article->summary_only = is_summary (reading, article);
  if (article->published > 0 && (reading->oldest == 0 || article->published < reading->oldest))
    reading->oldest = article->published;
  g_ptr_array_add (reading->answer->articles, article);
}

/* A row of a list that has the articles' ids only. */
static void
read_id (Reading *reading, const NewsContext *context)
{
  NewsValueBuffer buffer;
  NewsValue value = { context->row, NULL };
  const char *id = news_value_peek_text (&value, buffer);

  if (id != NULL)
    g_ptr_array_add (reading->answer->ids, g_strdup (id));
  else
    add_fault (reading, _ ("Article %u has no id."), reading->n_rows);
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
  if (article != NULL && reading->trace != NULL)
    {
      news_article_mapping_trace (reading->descriptor->article, context, reading->trace,
                                  reading->trace_data);
      reading->trace = NULL;
    }
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

/* Whether the row is on the page that was asked for, where an answer has them all. */
static gboolean
is_on_page (const Reading *reading)
{
  guint first, size;

  if (!news_paging_slices (reading->request->paging, reading->question->place, &first, &size))
    return TRUE;

  return reading->n_rows > first && reading->n_rows - first <= size;
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
  if (!is_on_page (reading))
    return;

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
    case NEWS_ASK_SEARCH:
    case NEWS_ASK_CHANGES:
    case NEWS_ASK_ITEM:
    case NEWS_ASK_ITEMS:
      if (reading->request->follows)
        read_id (reading, &context);
      else
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

/* Whether there is what a path leads to; where it ends in "[*]", a list, which may be empty. */
static gboolean
has_rows (const Reading *reading, const NewsJsonPath *rows)
{
  NewsValueIter iter;
  JsonNode *list;

  if (!news_json_path_is_list (rows))
    return TRUE;
  list = news_json_path_get_list (rows, &reading->context);

  return list != NULL && !JSON_NODE_HOLDS_NULL (list) && news_value_iter_init (&iter, list);
}

/* Something else than a list, where one ought to be. */
static gboolean
has_wrong_rows (const Reading *reading, const NewsJsonPath *rows)
{
  NewsValueIter iter;
  JsonNode *list = news_json_path_get_list (rows, &reading->context);

  return list != NULL && !JSON_NODE_HOLDS_NULL (list) && !news_value_iter_init (&iter, list);
}

/* The paths to the rows, or NULL: the answer is the only one. A section that the descriptor has may
 * have its own. */
static GPtrArray *
get_rows (const Reading *reading)
{
  const NewsApiRequest *sections = reading->descriptor->requests[NEWS_ASK_SECTIONS];
  const NewsFixedSection *section = NULL;

  if (reading->question->ask == NEWS_ASK_LIST && sections != NULL)
    section = news_api_request_find_fixed (sections, reading->question->section);

  return section != NULL && section->rows != NULL ? section->rows : reading->request->rows;
}

/* Whether the answer is of this API: what the descriptor expects is there, and the list is one. */
static gboolean
is_expected (const Reading *reading, GPtrArray *rows)
{
  const NewsApiRequest *request = reading->request;
  gboolean found = rows == NULL;

  if (request->expect != NULL && !news_json_path_any_holds (request->expect, &reading->context))
    return FALSE;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (has_wrong_rows (reading, g_ptr_array_index (rows, i)))
      return FALSE;
    else
      found = found || has_rows (reading, g_ptr_array_index (rows, i));

  return found || request->expect != NULL || request->rows_optional;
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  GPtrArray *rows = get_rows (reading);

  if (!is_expected (reading, rows))
    {
      news_error_rules_set_own (error, NEWS_API_ERROR_UNEXPECTED);
      return FALSE;
    }

  if (rows == NULL)
    read_row (reading, reading->context.root);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    news_json_path_foreach (g_ptr_array_index (rows, i), &reading->context, read_row_cb, reading);

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
  call = news_descriptor_prepare (reading->descriptor, reading->context.source, &question, NULL);

  return call != NULL ? g_strdup (call->url) : NULL;
}

static void
read_paging (Reading *reading)
{
  g_autofree char *first = dup_asked (reading, TRUE);
  g_autofree char *asked = dup_asked (reading, FALSE);
  NewsPagingStep step
    = { reading->question->place, first, asked, reading->n_rows, reading->oldest };

  if (reading->context.base == NULL)
    reading->context.base = asked;
  reading->answer->total = news_paging_get_total (reading->request->paging, &reading->context);
  reading->answer->next
    = news_paging_find_next (reading->request->paging, &reading->context, &step);
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

  if (verdict == NEWS_VERDICT_ERROR)
    return FALSE;
  if (verdict == NEWS_VERDICT_END)
    {
      /* A day without news is not the beginning of time. */
      if (news_paging_get_names (reading->request->paging) != 0)
        read_paging (reading);
      return TRUE;
    }

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

/* Whether the publisher says that there will be no more. */
static gboolean
has_expired (const Reading *reading)
{
  GPtrArray *paths = reading->request->expired;

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    if (news_json_path_is_true (g_ptr_array_index (paths, i), &reading->context))
      return TRUE;

  return FALSE;
}

static NewsContext
create_context (NewsDescriptor *descriptor,
                NewsSource *source,
                const NewsReply *reply,
                JsonNode *root)
{
  return (NewsContext) { .here = root,
                         .row = root,
                         .root = root,
                         .base = reply->url,
                         .headers = reply->headers,
                         .source = source,
                         .parameters = descriptor->parameters };
}

NewsAnswer *
news_descriptor_trace (NewsDescriptor *self,
                       NewsSource *source,
                       const NewsQuestion *question,
                       const NewsReply *reply,
                       NewsTraceFunc func,
                       gpointer data,
                       GError **error)
{
  g_autoptr (NewsAnswer) answer = news_answer_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { .descriptor = self,
                      .question = question,
                      .answer = answer,
                      .ids = ids,
                      .trace = func,
                      .trace_data = data };

  /* Sections that the descriptor has itself are in no answer. */
  if (!news_descriptor_can (self, question->ask) || self->requests[question->ask]->url == NULL)
    {
      news_error_rules_set_own (error, NEWS_API_ERROR_CANNOT);
      return NULL;
    }

  root = reply->body != NULL ? news_json_text_parse (reply->body) : NULL;
  reading.request = self->requests[question->ask];
  reading.context = create_context (self, source, reply, root);
  if (!read_answer (&reading, reply, error))
    return NULL;

  answer->expired = has_expired (&reading);
  answer->follow = reading.request->follow;
  answer->follow_size = reading.request->follow_size;
  answer->at_once = reading.request->at_once;

  return g_steal_pointer (&answer);
}

NewsAnswer *
news_descriptor_read (NewsDescriptor *self,
                      NewsSource *source,
                      const NewsQuestion *question,
                      const NewsReply *reply,
                      GError **error)
{
  return news_descriptor_trace (self, source, question, reply, NULL, NULL, error);
}

guint
news_descriptor_get_retry (NewsDescriptor *self,
                           NewsSource *source,
                           const NewsReply *reply,
                           gint64 now)
{
  g_autoptr (JsonNode) root = reply->body != NULL ? news_json_text_parse (reply->body) : NULL;
  NewsContext context = create_context (self, source, reply, root);

  return news_error_rules_get_retry (self->errors, &context, reply, now);
}

char *
news_descriptor_read_login (NewsDescriptor *self,
                            NewsSource *source,
                            const NewsReply *reply,
                            GError **error)
{
  g_autoptr (JsonNode) root = reply->body != NULL ? news_json_text_parse (reply->body) : NULL;
  NewsContext context = create_context (self, source, reply, root);
  char *token;

  if (news_error_rules_judge (self->errors, &context, reply, NEWS_ASK_SITE, error)
      == NEWS_VERDICT_ERROR)
    return NULL;

  token = news_auth_read_login (self->auth, &context, reply->body);
  if (token == NULL)
    news_error_rules_set_own (error, NEWS_API_ERROR_KEY_INVALID);

  return token;
}
