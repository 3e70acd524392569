/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-mapping.h"

#include "news-strict.h"

struct _NewsMapping
{
  const NewsField *fields;
  GPtrArray *rules; /* NewsRule or NULL, in the order of the fields */
};

static void
free_rule (NewsRule *rule)
{
  if (rule != NULL)
    news_rule_free (rule);
}

static const char **
list_members (const NewsField *fields, const char *const *others)
{
  GPtrArray *names = g_ptr_array_new ();

  for (; fields->name != NULL; fields++)
    g_ptr_array_add (names, (gpointer) fields->name);
  for (; others != NULL && *others != NULL; others++)
    g_ptr_array_add (names, (gpointer) *others);
  g_ptr_array_add (names, NULL);

  return (const char **) g_ptr_array_free (names, FALSE);
}

static void
fill_field (const NewsRule *rule,
            const NewsField *field,
            const NewsContext *context,
            gpointer record)
{
  switch (field->kind)
    {
    case NEWS_RULE_TEXT:
    case NEWS_RULE_LINE:
      G_STRUCT_MEMBER (char *, record, field->offset) = news_rule_dup_text (rule, context);
      break;
    case NEWS_RULE_LIST:
      G_STRUCT_MEMBER (char **, record, field->offset) = news_rule_dup_list (rule, context);
      break;
    case NEWS_RULE_NUMBER:
    case NEWS_RULE_DATE:
      news_rule_get_number (rule, context, &G_STRUCT_MEMBER (gint64, record, field->offset));
      break;
    case NEWS_RULE_FLAG:
      G_STRUCT_MEMBER (gboolean, record, field->offset) = news_rule_is_true (rule, context);
      break;
    default:
      g_return_if_reached ();
    }
}

NewsMapping *
news_mapping_new_from_json (JsonNode *node,
                            const NewsField *fields,
                            const char *const *others,
                            const NewsParameters *parameters,
                            const char *where,
                            GError **error)
{
  g_autoptr (NewsMapping) self = g_new0 (NewsMapping, 1);
  g_autofree const char **known = list_members (fields, others);
  JsonObject *object = news_strict_get_object (node, known, where, error);

  self->fields = fields;
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) free_rule);
  if (object == NULL)
    return NULL;

  for (const NewsField *field = fields; field->name != NULL; field++)
    {
      g_autofree char *place = news_strict_dup_where (where, field->name);
      JsonNode *member = json_object_get_member (object, field->name);
      NewsRule *rule = NULL;

      if (member == NULL && field->required)
        {
          news_strict_fail (error, where, "the member “%s” is missing", field->name);
          return NULL;
        }
      if (member != NULL)
        {
          rule = news_rule_new_from_json (member, field->kind, parameters, place, error);
          if (rule == NULL)
            return NULL;
        }
      g_ptr_array_add (self->rules, rule);
    }

  return g_steal_pointer (&self);
}

void
news_mapping_free (NewsMapping *self)
{
  g_ptr_array_unref (self->rules);
  g_free (self);
}

void
news_mapping_fill (const NewsMapping *self, const NewsContext *context, gpointer record)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const NewsRule *rule = g_ptr_array_index (self->rules, i);

      if (rule != NULL)
        fill_field (rule, &self->fields[i], context, record);
    }
}

/* What the rule gives, for a person to read. */
static char *
describe (const NewsRule *rule, NewsRuleKind kind, const NewsContext *context)
{
  g_auto (GStrv) list = NULL;
  gint64 number;

  switch (kind)
    {
    case NEWS_RULE_TEXT:
    case NEWS_RULE_LINE:
      return news_rule_dup_text (rule, context);
    case NEWS_RULE_LIST:
      list = news_rule_dup_list (rule, context);
      return list != NULL ? g_strjoinv (" | ", list) : NULL;
    case NEWS_RULE_DATE:
      {
        g_autoptr (GDateTime) time = NULL;

        if (news_rule_get_number (rule, context, &number))
          time = g_date_time_new_from_unix_utc (number);
        return time != NULL ? g_date_time_format_iso8601 (time) : NULL;
      }
    case NEWS_RULE_NUMBER:
      return news_rule_get_number (rule, context, &number)
               ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
               : NULL;
    case NEWS_RULE_FLAG:
    default:
      return news_rule_is_true (rule, context) ? g_strdup ("true") : NULL;
    }
}

void
news_mapping_trace (const NewsMapping *self,
                    const NewsContext *context,
                    NewsTraceFunc func,
                    gpointer data)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const NewsRule *rule = g_ptr_array_index (self->rules, i);
      g_autofree char *value = rule != NULL ? describe (rule, self->fields[i].kind, context) : NULL;

      func (self->fields[i].name, value != NULL ? news_rule_find_giver (rule, context) : NULL,
            value, rule != NULL, data);
    }
}
