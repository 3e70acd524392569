/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-api-request.h"

#include "news-web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORM_TYPE "application/x-www-form-urlencoded"

typedef struct
{
  const NewsApiRequest *request;
  const NewsAuth *auth;
  NewsFilling *filling;
  GError **error;
} Preparing;

/* The address without its query: the API's own, if it said where the next page is. */
static NewsCall *
start_call (Preparing *preparing, gboolean *told)
{
  const char *address
    = news_paging_get_address (preparing->request->paging, preparing->filling->question->place);
  g_autofree char *start = NULL;

  *told = address != NULL;
  if (*told)
    return news_call_new (address);

  start
    = news_filling_expand_address (preparing->filling, preparing->request->url, preparing->error);
  if (start == NULL)
    return NULL;
  start[strcspn (start, "#")] = '\0';

  return news_call_new (start);
}

static gboolean
add_query (Preparing *preparing, NewsCall *call)
{
  const NewsApiRequest *request = preparing->request;
  GString *address;

  if (!news_pairs_foreach (request->query, preparing->filling, news_auth_take_member, call,
                           preparing->error))
    return FALSE;

  address = g_string_new_take (g_steal_pointer (&call->url));
  news_paging_append_query (request->paging, preparing->filling->question->place, address);
  call->url = g_string_free (address, FALSE);

  return TRUE;
}

static gboolean
add_headers (Preparing *preparing, NewsCall *call)
{
  g_hash_table_insert (call->headers, g_strdup ("Accept"), g_strdup ("application/json"));

  return news_pairs_foreach (preparing->request->headers, preparing->filling, news_auth_take_header,
                             call, preparing->error)
         && news_auth_add_to_call (preparing->auth, preparing->filling, call, preparing->error);
}

static gboolean
add_form (Preparing *preparing, NewsCall *call)
{
  GString *form;

  if (!preparing->request->has_form && !news_auth_has_form (preparing->auth))
    return TRUE;

  form = g_string_new (NULL);
  if (!news_pairs_append_form (preparing->request->form, preparing->filling, form,
                               &call->secret_body, preparing->error)
      || !news_auth_append_form (preparing->auth, preparing->filling, form, &call->secret_body,
                                 preparing->error))
    {
      g_string_free (form, TRUE);
      return FALSE;
    }

  g_set_str (&call->method, "POST");
  call->content_type = g_strdup (FORM_TYPE);
  call->body = g_string_free (form, FALSE);

  return TRUE;
}

static gboolean
check (const NewsApiRequest *self, NewsSource *source, const NewsQuestion *question, GError **error)
{
  if (self->url == NULL)
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                 _ ("The sections of “%s” need not be asked for."), source->name);
  else if (question->ask == NEWS_ASK_LIST && question->section != NULL && !self->takes_section)
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT, _ ("“%s” has no sections."),
                 source->name);
  else
    return TRUE;

  return FALSE;
}

NewsCall *
news_api_request_prepare (const NewsApiRequest *self,
                          const NewsAuth *auth,
                          const NewsParameters *parameters,
                          NewsSource *source,
                          const NewsQuestion *question,
                          GError **error)
{
  NewsFilling filling = { .parameters = parameters, .source = source, .question = question };
  Preparing preparing = { self, auth, &filling, error };
  g_autoptr (NewsCall) call = NULL;
  gboolean told;
  gint64 now = question->now > 0 ? question->now : g_get_real_time () / G_USEC_PER_SEC;

  if (!check (self, source, question, error))
    return NULL;
  if (news_auth_has_login (auth))
    filling.token = news_source_get_parameter (source, "token");

  news_paging_find_times (self->paging, question->place, now, &filling.from, &filling.to);
  call = start_call (&preparing, &told);
  if (call == NULL || (!told && !add_query (&preparing, call)) || !add_headers (&preparing, call)
      || !add_form (&preparing, call))
    return NULL;

  return g_steal_pointer (&call);
}

const NewsFixedSection *
news_api_request_find_fixed (const NewsApiRequest *self, const char *id)
{
  for (guint i = 0; id != NULL && self->fixed != NULL && i < self->fixed->len; i++)
    {
      const NewsFixedSection *section = g_ptr_array_index (self->fixed, i);

      if (g_str_equal (section->id, id))
        return section;
    }

  return NULL;
}
