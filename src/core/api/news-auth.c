/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-auth.h"

#include "news-rule.h"
#include "news-strict.h"
#include "news-web-address.h"

#include <string.h>

/* A token is a word, and the answer that has it is short. */
#define MAX_LINES 4096

struct _NewsAuth
{
  NewsPairs *query;
  NewsPairs *headers;
  NewsPairs *form;
  NewsTemplate *user; /* of Basic (RFC 7617), or NULL */
  NewsTemplate *password;

  NewsTemplate *login; /* the address, or NULL: there is no login */
  NewsPairs *login_form;
  NewsRule *token; /* in an answer that is JSON, or NULL */
  char *line;      /* how the line begins that has it in an answer that is text, or NULL */
};

/* --- reading the descriptor ------------------------------------------------------------------- */

static gboolean
read_basic (NewsAuth *self, JsonObject *auth, NewsNames *names, const char *where, GError **error)
{
  static const char *const known[] = { "user", "password", NULL };
  JsonNode *node = json_object_get_member (auth, "basic");
  g_autofree char *place = news_strict_dup_where (where, "basic");
  const char *user, *password;
  JsonObject *object;

  if (node == NULL)
    return TRUE;

  object = news_strict_get_object (node, known, place, error);
  if (object == NULL || !news_strict_get_text (object, "user", TRUE, place, &user, error)
      || !news_strict_get_text (object, "password", TRUE, place, &password, error))
    return FALSE;

  self->user = news_names_read_template (names, user, NEWS_TEMPLATE_TEXT, place, error);
  if (self->user != NULL)
    self->password = news_names_read_template (names, password, NEWS_TEMPLATE_TEXT, place, error);

  return self->password != NULL;
}

static gboolean
read_token (NewsAuth *self,
            JsonObject *object,
            const NewsParameters *parameters,
            const char *where,
            GError **error)
{
  JsonNode *token = json_object_get_member (object, "token");
  g_autofree char *place = news_strict_dup_where (where, "token");
  const char *line;

  if (!news_strict_get_text (object, "line", FALSE, where, &line, error))
    return FALSE;
  if ((token != NULL) == (line != NULL))
    return news_strict_fail (error, where, "there must be either “token” or “line”");

  self->line = g_strdup (line);
  if (token != NULL)
    self->token = news_rule_new_from_json (token, NEWS_RULE_LINE, parameters, place, error);

  return line != NULL || self->token != NULL;
}

static gboolean
read_login (NewsAuth *self,
            JsonObject *auth,
            const NewsParameters *parameters,
            const char *where,
            GError **error)
{
  static const char *const known[] = { "url", "form", "token", "line", NULL };
  JsonNode *node = json_object_get_member (auth, "login");
  g_autofree char *place = news_strict_dup_where (where, "login");
  NewsNames plain = { parameters, 0, 0 };
  NewsNames secret = { parameters, NEWS_NAME_SECRET, 0 };
  JsonObject *object;
  const char *url;

  if (node == NULL)
    return TRUE;

  object = news_strict_get_object (node, known, place, error);
  if (object == NULL || !news_strict_get_text (object, "url", TRUE, place, &url, error))
    return FALSE;
  self->login = news_names_read_address (&plain, url, place, error);
  if (self->login == NULL)
    return FALSE;
  self->login_form
    = news_pairs_new_from_json (object, "form", NEWS_TEMPLATE_QUERY, &secret, place, error);

  return self->login_form != NULL && read_token (self, object, parameters, place, error);
}

static gboolean
read_auth (NewsAuth *self,
           JsonNode *node,
           const NewsParameters *parameters,
           const char *where,
           GError **error)
{
  static const char *const known[] = { "query", "headers", "form", "basic", "login", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  NewsNames names = { parameters, NEWS_NAME_SECRET, 0 };

  if (object == NULL || !read_login (self, object, parameters, where, error))
    return FALSE;
  if (self->login != NULL)
    names.allowed |= NEWS_NAME_TOKEN;

  self->query
    = news_pairs_new_from_json (object, "query", NEWS_TEMPLATE_QUERY, &names, where, error);
  if (self->query != NULL)
    self->headers
      = news_pairs_new_from_json (object, "headers", NEWS_TEMPLATE_TEXT, &names, where, error);
  if (self->headers != NULL)
    self->form
      = news_pairs_new_from_json (object, "form", NEWS_TEMPLATE_QUERY, &names, where, error);

  return self->form != NULL && read_basic (self, object, &names, where, error);
}

/* --- telling ---------------------------------------------------------------------------------- */

/* Takes a member out of the query of @address, if it is there. */
static void
remove_member (GString *address, const char *name)
{
  g_autofree char *begin = g_strconcat (name, "=", NULL);
  char *query = strchr (address->str, '?');
  g_auto (GStrv) members = query != NULL ? g_strsplit (query + 1, "&", -1) : NULL;
  char sign = '?';

  if (query == NULL)
    return;

  g_string_truncate (address, (gsize) (query - address->str));
  for (char **member = members; *member != NULL; member++)
    if (!g_str_has_prefix (*member, begin))
      {
        g_string_append_printf (address, "%c%s", sign, *member);
        sign = '&';
      }
}

static gboolean
add_basic (const NewsAuth *self, NewsFilling *filling, NewsCall *call, GError **error)
{
  g_autofree char *user = NULL;
  g_autofree char *password = NULL;
  g_autofree char *both = NULL;
  g_autofree char *coded = NULL;

  if (self->user == NULL)
    return TRUE;

  user = news_filling_expand (filling, self->user, error);
  password = user != NULL ? news_filling_expand (filling, self->password, error) : NULL;
  if (password == NULL)
    return FALSE;

  both = g_strdup_printf ("%s:%s", user, password);
  coded = g_base64_encode ((const guchar *) both, strlen (both));
  g_hash_table_insert (call->secret_headers, g_strdup ("Authorization"),
                       g_strconcat ("Basic ", coded, NULL));

  return TRUE;
}

/* The rest of the line that begins so. */
static char *
find_line (const char *begin, GBytes *body)
{
  gsize length = 0;
  const char *data = body != NULL ? g_bytes_get_data (body, &length) : NULL;
  g_autofree char *text = g_strndup (data != NULL ? data : "", MIN (length, MAX_LINES));
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, begin) && g_utf8_validate (*line, -1, NULL))
      return g_strdup (g_strstrip (*line + strlen (begin)));

  return NULL;
}

NewsAuth *
news_auth_new_from_json (JsonNode *node,
                         const NewsParameters *parameters,
                         const char *where,
                         GError **error)
{
  g_autoptr (NewsAuth) self = g_new0 (NewsAuth, 1);

  if (node != NULL && !read_auth (self, node, parameters, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_auth_free (NewsAuth *self)
{
  g_clear_pointer (&self->query, news_pairs_free);
  g_clear_pointer (&self->headers, news_pairs_free);
  g_clear_pointer (&self->form, news_pairs_free);
  g_clear_pointer (&self->user, news_template_free);
  g_clear_pointer (&self->password, news_template_free);
  g_clear_pointer (&self->login, news_template_free);
  g_clear_pointer (&self->login_form, news_pairs_free);
  g_clear_pointer (&self->token, news_rule_free);
  g_free (self->line);
  g_free (self);
}

gboolean
news_auth_has_login (const NewsAuth *self)
{
  return self->login != NULL;
}

gboolean
news_auth_has_form (const NewsAuth *self)
{
  return self->form != NULL && !news_pairs_is_empty (self->form);
}

void
news_auth_take_member (const char *name, const char *value, gboolean secret, gpointer call)
{
  NewsCall *self = call;
  GString *address = g_string_new_take (g_steal_pointer (&self->url));

  /* The API's own address of the next page may have it already. */
  remove_member (address, name);
  if (secret)
    g_hash_table_insert (self->secret_parameters, g_uri_unescape_string (name, NULL),
                         g_uri_unescape_string (value, NULL));
  else
    news_web_address_append_query (address, name, value);
  self->url = g_string_free (address, FALSE);
}

void
news_auth_take_header (const char *name, const char *value, gboolean secret, gpointer call)
{
  NewsCall *self = call;

  g_hash_table_insert (secret ? self->secret_headers : self->headers, g_strdup (name),
                       g_strdelimit (g_strdup (value), "\r\n", ' '));
}

gboolean
news_auth_add_to_call (const NewsAuth *self, NewsFilling *filling, NewsCall *call, GError **error)
{
  return (self->query == NULL
          || news_pairs_foreach (self->query, filling, news_auth_take_member, call, error))
         && (self->headers == NULL
             || news_pairs_foreach (self->headers, filling, news_auth_take_header, call, error))
         && add_basic (self, filling, call, error);
}

gboolean
news_auth_append_form (const NewsAuth *self,
                       NewsFilling *filling,
                       GString *form,
                       gboolean *secret,
                       GError **error)
{
  return self->form == NULL || news_pairs_append_form (self->form, filling, form, secret, error);
}

NewsCall *
news_auth_prepare_login (const NewsAuth *self, NewsFilling *filling, GError **error)
{
  g_autofree char *url = news_filling_expand_address (filling, self->login, error);
  g_autoptr (NewsCall) call = url != NULL ? news_call_new (url) : NULL;
  GString *form;

  if (call == NULL)
    return NULL;

  form = g_string_new (NULL);
  if (!news_pairs_append_form (self->login_form, filling, form, &call->secret_body, error))
    {
      g_string_free (form, TRUE);
      return NULL;
    }
  g_set_str (&call->method, "POST");
  call->content_type = g_strdup ("application/x-www-form-urlencoded");
  call->body = g_string_free (form, FALSE);

  return g_steal_pointer (&call);
}

char *
news_auth_read_login (const NewsAuth *self, const NewsContext *context, GBytes *body)
{
  if (self->line != NULL)
    return find_line (self->line, body);

  return context->root != NULL ? news_rule_dup_text (self->token, context) : NULL;
}
