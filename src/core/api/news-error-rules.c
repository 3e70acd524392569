/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-error-rules.h"

#include "news-json-path.h"
#include "news-markup.h"
#include "news-rule.h"
#include "news-strict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sentences that an API sends instead of JSON are short. */
#define SEARCHED_BYTES 4096

/* More than this of an API's own words is no message any more. */
#define MAX_WORDS 300

typedef enum
{
  MEANS_KEY_MISSING,
  MEANS_KEY_INVALID,
  MEANS_QUOTA,
  MEANS_RATE_LIMITED,
  MEANS_BLOCKED,
  MEANS_BAD_REQUEST,
  MEANS_GONE,
  MEANS_NOT_AN_API,
  MEANS_SERVER,
  MEANS_END_OF_LIST,
} Means;

static const char *const words[]
  = { "key-missing", "key-invalid", "quota",  "rate-limited", "blocked", "bad-request",
      "gone",        "not-an-api",  "server", "end-of-list",  NULL };

static const NewsApiError codes[] = {
  NEWS_API_ERROR_KEY_MISSING,  NEWS_API_ERROR_KEY_INVALID, NEWS_API_ERROR_QUOTA,
  NEWS_API_ERROR_RATE_LIMITED, NEWS_API_ERROR_BLOCKED,     NEWS_API_ERROR_CANNOT,
  NEWS_API_ERROR_GONE,         NEWS_API_ERROR_UNEXPECTED,  NEWS_API_ERROR_SERVER,
};

typedef struct
{
  GArray *statuses;  /* guint; empty for any */
  NewsJsonPath *has; /* or NULL */
  char *body_has;    /* or NULL */
  Means means;
  guint retry_s; /* when to come back; 0 for no word */
} Rule;

struct _NewsErrorRules
{
  NewsRule *message;  /* or NULL */
  NewsRule *retry;    /* seconds, or NULL */
  NewsRule *retry_at; /* a moment, or NULL */
  GPtrArray *rules;
};

static void
free_rule (Rule *rule)
{
  g_array_unref (rule->statuses);
  g_clear_pointer (&rule->has, news_json_path_free);
  g_free (rule->body_has);
  g_free (rule);
}

/* --- reading the descriptor ------------------------------------------------------------------- */

static gboolean
read_statuses (Rule *rule, JsonObject *object, const char *where, GError **error)
{
  JsonArray *array;

  if (!news_strict_get_list (object, "status", where, &array, error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gint64 number = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
      guint status = (guint) CLAMP (number, 0, 1000);

      if (status < 100 || status > 599)
        return news_strict_fail (error, where, "status[%u] is not one of HTTP", i);
      g_array_append_val (rule->statuses, status);
    }

  return TRUE;
}

static gboolean
read_rule (Rule *rule,
           JsonNode *node,
           const NewsParameters *parameters,
           const char *where,
           GError **error)
{
  static const char *const known[] = { "status", "has", "body_has", "means", "retry_s", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  const char *body_has;
  guint means = 0;

  if (object == NULL || !read_statuses (rule, object, where, error)
      || !news_json_path_read_member (object, "has", parameters, where, &rule->has, error)
      || !news_strict_get_text (object, "body_has", FALSE, where, &body_has, error)
      || !news_strict_get_number (object, "retry_s", where, &rule->retry_s, error)
      || !news_strict_get_choice (object, "means", words, TRUE, where, &means, error))
    return FALSE;

  rule->body_has = g_strdup (body_has);
  rule->means = (Means) means;
  if (rule->statuses->len == 0 && rule->has == NULL && rule->body_has == NULL)
    return news_strict_fail (error, where, "there is neither “status”, “has” nor “body_has”");

  return TRUE;
}

static gboolean
read_member (JsonObject *object,
             const char *name,
             NewsRuleKind kind,
             const NewsParameters *parameters,
             const char *where,
             NewsRule **rule,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *place = news_strict_dup_where (where, name);

  if (node == NULL)
    return TRUE;

  *rule = news_rule_new_from_json (node, kind, parameters, place, error);

  return *rule != NULL;
}

static gboolean
read_rules (NewsErrorRules *self,
            JsonNode *node,
            const NewsParameters *parameters,
            const char *where,
            GError **error)
{
  static const char *const known[] = { "message", "retry", "retry_at", "rules", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  JsonArray *array;

  if (object == NULL || !news_strict_get_list (object, "rules", where, &array, error)
      || !read_member (object, "message", NEWS_RULE_TEXT, parameters, where, &self->message, error)
      || !read_member (object, "retry", NEWS_RULE_NUMBER, parameters, where, &self->retry, error)
      || !read_member (object, "retry_at", NEWS_RULE_DATE, parameters, where, &self->retry_at,
                       error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.rules[%u]", where, i);
      Rule *rule = g_new0 (Rule, 1);

      rule->statuses = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->rules, rule);
      if (!read_rule (rule, json_array_get_element (array, i), parameters, inner, error))
        return FALSE;
    }

  return TRUE;
}

/* --- judging ---------------------------------------------------------------------------------- */

static gboolean
has_status (const Rule *rule, guint status)
{
  for (guint i = 0; i < rule->statuses->len; i++)
    if (g_array_index (rule->statuses, guint, i) == status)
      return TRUE;

  return rule->statuses->len == 0;
}

static gboolean
has_body (const Rule *rule, GBytes *body)
{
  gsize length = 0;
  const char *text = body != NULL ? g_bytes_get_data (body, &length) : NULL;

  if (rule->body_has == NULL)
    return TRUE;

  length = MIN (length, SEARCHED_BYTES);

  return text != NULL && memmem (text, length, rule->body_has, strlen (rule->body_has)) != NULL;
}

static gboolean
applies (const Rule *rule, const NewsContext *context, const NewsReply *reply)
{
  return has_status (rule, reply->status)
         && (rule->has == NULL || news_json_path_holds (rule->has, context))
         && has_body (rule, reply->body);
}

/* The first rule that applies, or NULL. */
static const Rule *
find_rule (const NewsErrorRules *self, const NewsContext *context, const NewsReply *reply)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (applies (g_ptr_array_index (self->rules, i), context, reply))
      return g_ptr_array_index (self->rules, i);

  return NULL;
}

/* What the status says where the descriptor has no word for it (RFC 9110, 15). */
static NewsApiError
judge_status (guint status, NewsAsk ask)
{
  switch (status)
    {
    case 401:
    case 402: /* payment required */
    case 403:
    case 406: /* what some guards of servers say for "no" */
    case 451: /* unavailable for legal reasons */
      return NEWS_API_ERROR_BLOCKED;
    case 404:
      return ask == NEWS_ASK_ITEM ? NEWS_API_ERROR_GONE : NEWS_API_ERROR_UNEXPECTED;
    case 410:
      return NEWS_API_ERROR_GONE;
    case 429:
      return NEWS_API_ERROR_RATE_LIMITED;
    default:
      return status >= 500 ? NEWS_API_ERROR_SERVER : NEWS_API_ERROR_UNEXPECTED;
    }
}

static const char *
get_own_words (NewsApiError code)
{
  switch (code)
    {
    case NEWS_API_ERROR_CANNOT:
      return _ ("The site did not understand what was asked of it.");
    case NEWS_API_ERROR_NOT_JSON:
      return _ ("There is no news in the site’s answer that Broadsheet can read.");
    case NEWS_API_ERROR_UNEXPECTED:
      return _ ("There is no news service at this address that Broadsheet understands.");
    case NEWS_API_ERROR_BLOCKED:
      return _ ("The site does not let news readers in.");
    case NEWS_API_ERROR_KEY_MISSING:
      return _ ("The site asks for a key.");
    case NEWS_API_ERROR_KEY_INVALID:
      return _ ("The site does not accept the key.");
    case NEWS_API_ERROR_QUOTA:
      return _ ("All that the site allows for today has been used. Try again tomorrow.");
    case NEWS_API_ERROR_RATE_LIMITED:
      return _ ("The site was asked too often. Try again in a few minutes.");
    case NEWS_API_ERROR_GONE:
      return _ ("The site no longer has this.");
    case NEWS_API_ERROR_SERVER:
      return _ ("The site has a problem of its own. Try again later.");
    case NEWS_API_ERROR_INVALID:
    default:
      return _ ("The description of this news service is wrong.");
    }
}

/* The API's own words, as plain text, or NULL. */
static char *
dup_words (const NewsErrorRules *self, const NewsContext *context)
{
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;

  if (self->message == NULL || context->root == NULL)
    return NULL;

  raw = news_rule_dup_text (self->message, context);
  text = raw != NULL ? news_markup_to_text (raw) : NULL;
  if (text == NULL || g_utf8_strlen (text, -1) > MAX_WORDS)
    return NULL;

  return g_steal_pointer (&text);
}

static NewsVerdict
fail (const NewsErrorRules *self, const NewsContext *context, NewsApiError code, GError **error)
{
  g_autofree char *said = dup_words (self, context);

  /* "No route was found" helps nobody who does not know that there are routes, nor does "You are
   * not logged in" where there is nothing to log into. */
  if (said != NULL && (code == NEWS_API_ERROR_UNEXPECTED || code == NEWS_API_ERROR_BLOCKED))
    g_set_error (
      error, NEWS_API_ERROR, (int) code,
      /* Translators: the first is one of our sentences, the second a site's own words. */
      _ ("%s The site says: “%s”"), get_own_words (code), said);
  else
    g_set_error_literal (error, NEWS_API_ERROR, (int) code,
                         said != NULL ? said : get_own_words (code));

  return NEWS_VERDICT_ERROR;
}

NewsErrorRules *
news_error_rules_new_from_json (JsonNode *node,
                                const NewsParameters *parameters,
                                const char *where,
                                GError **error)
{
  g_autoptr (NewsErrorRules) self = g_new0 (NewsErrorRules, 1);

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) free_rule);
  if (node != NULL && !read_rules (self, node, parameters, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
news_error_rules_free (NewsErrorRules *self)
{
  g_clear_pointer (&self->message, news_rule_free);
  g_clear_pointer (&self->retry, news_rule_free);
  g_clear_pointer (&self->retry_at, news_rule_free);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

NewsVerdict
news_error_rules_judge (const NewsErrorRules *self,
                        const NewsContext *context,
                        const NewsReply *reply,
                        NewsAsk ask,
                        GError **error)
{
  const Rule *rule = find_rule (self, context, reply);

  if (rule != NULL)
    return rule->means == MEANS_END_OF_LIST ? NEWS_VERDICT_END
                                            : fail (self, context, codes[rule->means], error);
  if (reply->status >= 200 && reply->status <= 299)
    return NEWS_VERDICT_GOOD;

  return fail (self, context, judge_status (reply->status, ask), error);
}

guint
news_error_rules_get_retry (const NewsErrorRules *self,
                            const NewsContext *context,
                            const NewsReply *reply,
                            gint64 now)
{
  const Rule *rule = find_rule (self, context, reply);
  gint64 number;

  if (self->retry != NULL && news_rule_get_number (self->retry, context, &number))
    return (guint) MIN (number, G_MAXINT);
  if (self->retry_at != NULL && news_rule_get_number (self->retry_at, context, &number)
      && number > now)
    return (guint) MIN (number - now, G_MAXINT);

  return rule != NULL ? rule->retry_s : 0;
}

void
news_error_rules_set_own (GError **error, NewsApiError code)
{
  g_set_error_literal (error, NEWS_API_ERROR, (int) code, get_own_words (code));
}

gboolean
news_error_rules_set_status (GError **error, guint status)
{
  NewsApiError code = judge_status (status, NEWS_ASK_SITE);

  if (status < 400 || code == NEWS_API_ERROR_UNEXPECTED)
    return FALSE;

  news_error_rules_set_own (error, code);

  return TRUE;
}
