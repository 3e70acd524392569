/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-check-api.h"

#include "news-credentials.h"
#include "news-descriptor-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a value on one line; bodies are long. */
#define SHOWN 100

/* Of all sections, those that are named. */
#define SHOWN_SECTIONS 5

#define VARIABLE "BROADSHEET_"

typedef struct
{
  const NewsCheckApi *check;
  NewsDescriptor *descriptor;
  NewsSource *source;
  NewsFetcher *fetcher;
  GString *text;
} Run;

/* --- the source ------------------------------------------------------------------------------- */

static NewsResponse *
fetch (Run *self, NewsCall *call, GError **error)
{
  g_autoptr (NewsRequest) request = news_request_new (call->url);
  GHashTableIter iter;
  gpointer name, value;

  g_set_str (&request->method, call->method);
  g_set_str (&request->body, call->body);
  g_set_str (&request->content_type, call->content_type);
  g_hash_table_iter_init (&iter, call->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (request->headers, g_strdup (name), g_strdup (value));
  news_credentials_add_to_request (call, request);
  request->min_interval = news_cost_get_interval (news_descriptor_get_cost (self->descriptor));

  return news_fetcher_fetch (self->fetcher, request, NULL, error);
}

/* By the ways that the descriptor has from the address; NULL where none leads to the API. */
static NewsSource *
discover (Run *self)
{
  for (guint i = 0; i < news_descriptor_get_n_ways (self->descriptor); i++)
    {
      g_autofree char *address
        = news_descriptor_dup_way_address (self->descriptor, i, self->check->address);
      g_autoptr (NewsCall) call = address != NULL ? news_call_new (address) : NULL;
      g_autoptr (NewsResponse) response = call != NULL ? fetch (self, call, NULL) : NULL;
      NewsReply reply;
      NewsSource *source;

      if (response == NULL)
        continue;
      reply = (NewsReply) { response->status, response->url, response->headers, response->body };
      source = news_descriptor_try_way (self->descriptor, i, self->check->address, &reply);
      if (source != NULL)
        return source;
    }

  return NULL;
}

static char *
dup_variable (const char *name)
{
  g_autofree char *upper = g_ascii_strup (name, -1);

  return g_strconcat (VARIABLE, upper, NULL);
}

/* What discovery did not find: from the environment; an address that is missing is the one given.
 */
static void
add_parameters (Run *self)
{
  for (guint i = 0; i < news_descriptor_get_n_parameters (self->descriptor); i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (self->descriptor, i);
      g_autofree char *variable = dup_variable (parameter->name);
      const char *value = g_getenv (variable);

      if (value != NULL)
        news_source_set_parameter (self->source, parameter->name, value);
      else if (parameter->type == NEWS_PARAMETER_ADDRESS && parameter->fallback == NULL
               && news_source_get_parameter (self->source, parameter->name) == NULL)
        news_source_set_parameter (self->source, parameter->name, self->check->address);
    }
}

/* --- the answer ------------------------------------------------------------------------------- */

static void
append_value (GString *text, const char *value)
{
  g_autofree char *line = g_strdup (value);
  g_autofree char *shown = NULL;

  g_strdelimit (line, "\n\r\t", ' ');
  shown = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), SHOWN));
  g_string_append_printf (text, "%s%s\n", shown, strlen (shown) < strlen (line) ? "…" : "");
}

static void
trace_cb (const char *field, const char *rule, const char *value, gboolean has_rule, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "  %-12s ", field);
  if (value != NULL)
    {
      append_value (text, value);
      g_string_append_printf (text, "  %-12s   ← %s\n", "", rule);
    }
  else
    g_string_append_printf (text, "%s\n", has_rule ? _ ("(empty)") : _ ("(no rule)"));
}

static void
append_faults (Run *self, NewsAnswer *answer)
{
  for (guint i = 0; i < answer->faults->len; i++)
    g_string_append_printf (self->text, "  %s\n", (char *) g_ptr_array_index (answer->faults, i));
}

static void
append_answer (Run *self, NewsAnswer *answer)
{
  g_string_append_printf (self->text, _ ("Articles: %u; not understood: %u\n"),
                          answer->articles->len, answer->faults->len);
  append_faults (self, answer);
  g_string_append_printf (self->text, "%s\n",
                          answer->next != NULL ? _ ("There is another page.")
                                               : _ ("This is the last page."));
}

/* One question; the first article's rules go to @traced (nullable). */
static NewsAnswer *
ask (Run *self, const NewsQuestion *question, GString *traced, GError **error)
{
  g_autoptr (NewsCall) call
    = news_descriptor_prepare (self->descriptor, self->source, question, error);
  g_autoptr (NewsResponse) response = NULL;
  g_autofree char *size = NULL;
  NewsReply reply;

  if (call == NULL)
    return NULL;

  g_string_append_printf (self->text, "\n%s %s\n", call->method, call->url);
  response = fetch (self, call, error);
  if (response == NULL)
    return NULL;

  size = g_format_size (g_bytes_get_size (response->body));
  /* Translators: a status of HTTP and a size, such as “20.5 kB” */
  g_string_append_printf (self->text, _ ("Status %u, %s\n"), response->status, size);
  reply = (NewsReply) { response->status, response->url, response->headers, response->body };

  return traced != NULL
           ? news_descriptor_trace (self->descriptor, self->source, question, &reply, trace_cb,
                                    traced, error)
           : news_descriptor_read (self->descriptor, self->source, question, &reply, error);
}

static void
append_sections (Run *self, NewsAnswer *answer)
{
  g_string_append_printf (self->text, _ ("Sections: %u; not understood: %u\n"),
                          answer->sections->len, answer->faults->len);
  append_faults (self, answer);
  for (guint i = 0; i < MIN (answer->sections->len, SHOWN_SECTIONS); i++)
    {
      NewsApiSection *section = g_ptr_array_index (answer->sections, i);

      g_string_append_printf (self->text, "  %-12s ", section->id);
      append_value (self->text, section->title);
    }
  if (answer->sections->len > SHOWN_SECTIONS)
    g_string_append (self->text, "  …\n");
}

static gboolean
read_sections (Run *self, GError **error)
{
  NewsQuestion question = { .ask = NEWS_ASK_SECTIONS };
  g_autoptr (NewsAnswer) answer = NULL;

  if (!news_descriptor_can (self->descriptor, NEWS_ASK_SECTIONS))
    return TRUE;

  answer = news_descriptor_answer_itself (self->descriptor, &question);
  if (answer == NULL)
    answer = ask (self, &question, NULL, error);
  if (answer == NULL)
    return FALSE;
  append_sections (self, answer);

  return TRUE;
}

/* Whether the next page is another one, which a parameter of a wrong name does not make it. */
static gboolean
read_next_page (Run *self, NewsAnswer *first, GError **error)
{
  NewsQuestion question
    = { .ask = NEWS_ASK_LIST, .section = self->check->section, .place = first->next };
  g_autoptr (NewsAnswer) second = NULL;
  const NewsArticle *here, *there;

  if (first->next == NULL || first->ids->len > 0)
    return TRUE;

  second = ask (self, &question, NULL, error);
  if (second == NULL)
    return FALSE;
  append_answer (self, second);
  if (first->articles->len == 0 || second->articles->len == 0)
    return TRUE;

  here = g_ptr_array_index (first->articles, 0);
  there = g_ptr_array_index (second->articles, 0);
  if (g_strcmp0 (here->id, there->id) != 0)
    return TRUE;
  g_set_error_literal (error, NEWS_API_ERROR, NEWS_API_ERROR_UNEXPECTED,
                       _ ("The second page begins with the same article as the first one."));

  return FALSE;
}

/* One article by itself; where the list has ids only, the first of them. */
static gboolean
read_item (Run *self, NewsAnswer *list, GString *traced, GError **error)
{
  NewsQuestion question = { .ask = NEWS_ASK_ITEM };
  g_autoptr (NewsAnswer) answer = NULL;

  if (list->ids->len > 0)
    {
      question.ask = list->follow;
      question.article = g_ptr_array_index (list->ids, 0);
    }
  else if (list->articles->len > 0 && news_descriptor_can (self->descriptor, NEWS_ASK_ITEM))
    question.article = ((NewsArticle *) g_ptr_array_index (list->articles, 0))->id;
  else
    return TRUE;

  answer = ask (self, &question, traced, error);

  return answer != NULL;
}

static void
append_traced (Run *self, const char *title, GString *traced)
{
  if (traced->len > 0)
    g_string_append_printf (self->text, "\n%s\n%s", title, traced->str);
}

static gboolean
read_articles (Run *self, GError **error)
{
  NewsQuestion question = { .ask = NEWS_ASK_LIST, .section = self->check->section };
  g_autoptr (GString) traced = g_string_new (NULL);
  g_autoptr (GString) traced_item = g_string_new (NULL);
  g_autoptr (NewsAnswer) answer = ask (self, &question, traced, error);

  if (answer == NULL)
    return FALSE;
  append_answer (self, answer);
  append_traced (self, _ ("The first article:"), traced);
  if (!read_next_page (self, answer, error) || !read_item (self, answer, traced_item, error))
    return FALSE;
  append_traced (self, _ ("The first article, asked for by itself:"), traced_item);

  return TRUE;
}

static NewsCheckApiStatus
run (Run *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  news_fetcher_allow_local (self->fetcher, self->check->address);
  self->source = discover (self);
  if (self->source == NULL)
    {
      const char *id = news_descriptor_get_id (self->descriptor);

      g_string_append_printf (
        self->text, "\n%s\n",
        _ ("No way leads from the address to the API; it is asked as it is."));
      self->source = news_source_new (id, news_descriptor_get_name (self->descriptor), id);
    }
  add_parameters (self);

  good = news_credentials_log_in (self->descriptor, self->source, NULL, self->fetcher, NULL, &error)
         && read_sections (self, &error) && read_articles (self, &error);
  news_credentials_hide (self->descriptor, self->source, &error);
  if (good)
    return NEWS_CHECK_API_GOOD;

  g_string_append_printf (self->text, "%s\n", error->message);

  return error->domain == NEWS_NET_ERROR ? NEWS_CHECK_API_NOT_REACHED : NEWS_CHECK_API_WRONG;
}

static NewsDescriptor *
load (const char *file, GBytes **bytes, GError **error)
{
  g_autofree char *name = g_path_get_basename (file);
  char *data;
  gsize length;

  if (!g_file_get_contents (file, &data, &length, error))
    return NULL;
  *bytes = g_bytes_new_take (data, length);

  return news_descriptor_new_from_bytes (*bytes, name, error);
}

NewsCheckApiStatus
news_check_api_run (const NewsCheckApi *check, char **report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsDescriptor) descriptor = load (check->file, &bytes, &error);
  Run self = { check, descriptor, NULL, NULL, text };
  NewsCheckApiStatus status = NEWS_CHECK_API_GOOD;

  if (descriptor == NULL)
    {
      *report = g_strconcat (error->message, "\n", NULL);
      return NEWS_CHECK_API_WRONG;
    }

  news_descriptor_summary_append (descriptor, bytes, text);
  if (check->address != NULL)
    {
      self.fetcher = news_fetcher_new ();
      status = run (&self);
      news_source_unref (self.source);
      news_fetcher_close (self.fetcher);
      g_object_unref (self.fetcher);
    }
  *report = g_string_free_and_steal (g_steal_pointer (&text));

  return status;
}
