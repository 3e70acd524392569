/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-filling.h"

#include "news-error-rules.h"
#include "news-strict.h"
#include "news-web-address.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  NewsNameFlags flag;
} names[] = {
  { "section", NEWS_NAME_SECTION },   { "article", NEWS_NAME_ARTICLE },
  { "articles", NEWS_NAME_ARTICLES }, { "query", NEWS_NAME_QUERY },
  { "since", NEWS_NAME_SINCE },       { "day", NEWS_NAME_DAY },
  { "from", NEWS_NAME_FROM },         { "to", NEWS_NAME_TO },
  { "token", NEWS_NAME_TOKEN },
};

#define TIMES (NEWS_NAME_SINCE | NEWS_NAME_DAY | NEWS_NAME_FROM | NEWS_NAME_TO)

/* 0 for what is none of these, such as a parameter. */
static guint
find_flag (const NewsParameters *parameters, const char *name)
{
  if (news_parameters_is_secret (parameters, name))
    return NEWS_NAME_SECRET;
  if (news_parameters_has (parameters, name))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return names[i].flag;

  return 0;
}

static gboolean
check_name (NewsNames *self,
            const NewsTemplate *template,
            guint index,
            const char *where,
            GError **error)
{
  const char *name = news_template_get_name (template, index);
  guint flag = find_flag (self->parameters, name);
  gboolean has_form = news_template_get_form (template, index) != NULL;

  if (flag == NEWS_NAME_SECRET && (self->allowed & flag) == 0)
    return news_strict_fail (error, where, "the secret “%s” can't stand here", name);
  if ((flag & ~self->allowed) != 0 || (flag == 0 && !news_parameters_has (self->parameters, name)))
    return news_strict_fail (error, where, "there is nothing that “%s” stands for", name);
  if (has_form != ((flag & TIMES) != 0))
    return news_strict_fail (
      error, where, has_form ? "“%s” is not a time" : "“%s” needs a form, as in {day:%%F}", name);

  if ((flag & (NEWS_NAME_FROM | NEWS_NAME_TO)) != 0 && !news_template_is_optional (template, index))
    return news_strict_fail (error, where, "“%s” needs a “?”: the first page has no bounds in time",
                             name);

  self->used |= flag;

  return TRUE;
}

NewsTemplate *
news_names_read_template (NewsNames *self,
                          const char *text,
                          NewsTemplateKind kind,
                          const char *where,
                          GError **error)
{
  g_autoptr (NewsTemplate) template = news_template_new (text, kind, error);

  if (template == NULL)
    {
      news_strict_prefix (error, where, NULL);
      return NULL;
    }

  for (guint i = 0; i < news_template_get_n_names (template); i++)
    if (!check_name (self, template, i, where, error))
      return NULL;

  return g_steal_pointer (&template);
}

NewsTemplate *
news_names_read_address (NewsNames *self, const char *text, const char *where, GError **error)
{
  g_autoptr (NewsTemplate) template
    = news_names_read_template (self, text, NEWS_TEMPLATE_ADDRESS, where, error);
  gboolean absolute = g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");

  if (template == NULL)
    return NULL;
  if (absolute && news_template_get_fixed_host (template) == NULL)
    {
      news_strict_fail (error, where, "it does not say to which host it leads");
      return NULL;
    }
  if (!absolute
      && (*text != '{'
          || !news_parameters_is_address (self->parameters, news_template_get_name (template, 0))))
    {
      news_strict_fail (error, where, "it begins neither with http nor with an address");
      return NULL;
    }

  return g_steal_pointer (&template);
}

static char *
dup_time (gint64 seconds, const char *form)
{
  g_autoptr (GDateTime) time = seconds > 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, form) : NULL;
}

static char *
dup_parameter (NewsFilling *self, const char *name)
{
  const char *value = news_parameters_get (self->parameters, self->source, name);
  const NewsParameter *parameter = news_parameters_find (self->parameters, name);

  /* A default is in a file that everybody can read. */
  if (value == NULL || parameter == NULL || parameter->type != NEWS_PARAMETER_SECRET
      || value == parameter->fallback)
    return g_strdup (value);

  self->has_secret = TRUE;

  return g_strdup (value);
}

static char *
dup_token (NewsFilling *self)
{
  self->has_secret = self->has_secret || self->token != NULL;

  return g_strdup (self->token);
}

static char *
dup_value (NewsFilling *self, const NewsTemplate *template, guint index)
{
  const char *name = news_template_get_name (template, index);
  const char *form = news_template_get_form (template, index);

  switch (find_flag (self->parameters, name))
    {
    case NEWS_NAME_SECTION:
      return g_strdup (self->question->section);
    case NEWS_NAME_ARTICLE:
    case NEWS_NAME_ARTICLES:
      return g_strdup (self->question->article);
    case NEWS_NAME_QUERY:
      return g_strdup (self->question->query);
    case NEWS_NAME_SINCE:
      return dup_time (self->question->since, form);
    case NEWS_NAME_FROM:
      return dup_time (self->from, form);
    case NEWS_NAME_DAY:
    case NEWS_NAME_TO:
      return dup_time (self->to, form);
    case NEWS_NAME_TOKEN:
      return dup_token (self);
    default:
      return dup_parameter (self, name);
    }
}

static void
set_missing (const NewsFilling *self, const char *name, GError **error)
{
  if (news_parameters_is_secret (self->parameters, name))
    news_error_rules_set_own (error, NEWS_API_ERROR_KEY_MISSING);
  else
    g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                 /* Translators: the first is a source's name, the second a technical one. */
                 _ ("“%s” lacks what is needed to ask it: “%s”."), self->source->name, name);
}

gboolean
news_filling_leaves_out (NewsFilling *self, const NewsTemplate *template)
{
  for (guint i = 0; i < news_template_get_n_names (template); i++)
    {
      g_autofree char *value = NULL;

      if (!news_template_is_optional (template, i) || news_template_has_fallback (template, i))
        continue;
      value = dup_value (self, template, i);
      if (value == NULL || *value == '\0')
        return TRUE;
    }

  return FALSE;
}

char *
news_filling_expand (NewsFilling *self, const NewsTemplate *template, GError **error)
{
  guint n_names = news_template_get_n_names (template);
  g_auto (GStrv) values = g_new0 (char *, n_names + 1);
  guint culprit = 0;
  char *text;

  /* A value that is missing must not end the row of them. */
  for (guint i = 0; i < n_names; i++)
    {
      values[i] = dup_value (self, template, i);
      if (values[i] == NULL)
        values[i] = g_strdup ("");
    }

  text = news_template_expand (template, (const char *const *) values, &culprit);
  if (text == NULL)
    set_missing (self, news_template_get_name (template, culprit), error);

  return text;
}

char *
news_filling_expand_address (NewsFilling *self, const NewsTemplate *template, GError **error)
{
  g_autofree char *address = news_filling_expand (self, template, error);
  g_autofree char *start = NULL;

  if (address == NULL || news_template_get_fixed_host (template) != NULL)
    return g_steal_pointer (&address);

  start = dup_value (self, template, 0);
  if (!news_web_address_same_host (address, start))
    {
      set_missing (self, news_template_get_name (template, 0), error);
      return NULL;
    }

  return g_steal_pointer (&address);
}
