/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-rule-private.h"

#include "news-answer.h"
#include "news-date.h"
#include "news-strict.h"
#include "news-transform.h"

/* Alternatives within alternatives. */
#define MAX_DEPTH 4

typedef struct
{
  NewsRuleKind kind;
  const NewsParameters *parameters;
  GPtrArray *dates; /* those of the rule around it, or NULL */
  guint depth;
} Setting;

static NewsRule *read_rule (JsonNode *node,
                            const Setting *setting,
                            const char *where,
                            GError **error);

static NewsJsonPath *
read_path (const char *text, const Setting *setting, const char *where, GError **error)
{
  NewsJsonPath *path = news_json_path_new (text, setting->parameters, error);

  if (path == NULL)
    news_strict_prefix (error, where, NULL);

  return path;
}

static gboolean
read_template (NewsRule *self,
               const char *text,
               NewsTemplateKind kind,
               const Setting *setting,
               const char *where,
               GError **error)
{
  self->template = news_template_new (text, kind, error);
  if (self->template == NULL)
    {
      news_strict_prefix (error, where, NULL);
      return FALSE;
    }

  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) news_json_path_free);
  for (guint i = 0; i < news_template_get_n_names (self->template); i++)
    {
      NewsJsonPath *path
        = read_path (news_template_get_name (self->template, i), setting, where, error);

      if (path == NULL)
        return FALSE;
      g_ptr_array_add (self->names, path);
    }

  return TRUE;
}

static gboolean
read_alternatives (NewsRule *self,
                   JsonArray *array,
                   const char *name,
                   const Setting *setting,
                   const char *where,
                   GError **error)
{
  Setting inner = { setting->kind, setting->parameters, self->dates, setting->depth + 1 };

  if (inner.depth > MAX_DEPTH)
    return news_strict_fail (error, where, "there are too many rules within rules");
  if (json_array_get_length (array) == 0)
    return news_strict_fail (error, where, "the member “%s” is empty", name);

  self->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) news_rule_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", where, name, i);
      NewsRule *rule = read_rule (json_array_get_element (array, i), &inner, place, error);

      if (rule == NULL)
        return FALSE;
      g_ptr_array_add (self->alternatives, rule);
    }

  return TRUE;
}

/* Exactly one of the members that a rule can draw from. */
static gboolean
read_origin (NewsRule *self,
             JsonObject *object,
             const Setting *setting,
             const char *where,
             GError **error)
{
  const char *path, *constant, *template, *address;
  JsonArray *any, *all;

  if (!news_strict_get_text (object, "path", FALSE, where, &path, error)
      || !news_strict_get_text (object, "const", FALSE, where, &constant, error)
      || !news_strict_get_text (object, "template", FALSE, where, &template, error)
      || !news_strict_get_text (object, "address", FALSE, where, &address, error)
      || !news_strict_get_list (object, "or", where, &any, error)
      || !news_strict_get_list (object, "all", where, &all, error))
    return FALSE;

  if ((path != NULL) + (constant != NULL) + (template != NULL) + (address != NULL) + (any != NULL)
        + (all != NULL)
      != 1)
    return news_strict_fail (
      error, where,
      "a rule has exactly one of “path”, “or”, “all”, “const”, “template” and “address”");
  if (setting->kind == NEWS_RULE_FLAG && path == NULL && any == NULL)
    return news_strict_fail (error, where, "whether something is so can only be found by a path");

  self->constant = g_strdup (constant);
  self->all = all != NULL;
  if (path != NULL)
    return (self->path = read_path (path, setting, where, error)) != NULL;
  if (template != NULL)
    return read_template (self, template, NEWS_TEMPLATE_TEXT, setting, where, error);
  if (address != NULL)
    return read_template (self, address, NEWS_TEMPLATE_ADDRESS, setting, where, error);
  if (any != NULL)
    return read_alternatives (self, any, "or", setting, where, error);

  return all == NULL || read_alternatives (self, all, "all", setting, where, error);
}

static gboolean
read_transforms (NewsRule *self, JsonObject *object, const char *where, GError **error)
{
  g_auto (GStrv) names = NULL;

  if (!news_strict_dup_texts (object, "via", where, &names, error))
    return FALSE;

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      NewsTransform transform;

      if (!news_transform_parse (*name, &transform))
        return news_strict_fail (error, where, "there is no transform “%s”", *name);
      g_array_append_val (self->transforms, transform);
    }

  return TRUE;
}

static gboolean
read_table (NewsRule *self, JsonObject *object, const char *where, GError **error)
{
  JsonNode *node = json_object_get_member (object, "table");
  g_autofree char *place = news_strict_dup_where (where, "table");
  JsonObjectIter iter;
  const char *name, *value;
  JsonNode *member;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return news_strict_fail (error, place, "this is not an object");

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!news_strict_get_text (json_node_get_object (node), name, TRUE, place, &value, error))
        return FALSE;
      g_hash_table_insert (self->table, g_strdup (name), g_strdup (value));
    }

  return TRUE;
}

static gboolean
read_dates (NewsRule *self, JsonObject *object, const char *where, GError **error)
{
  g_auto (GStrv) forms = NULL;

  if (!news_strict_dup_texts (object, "date", where, &forms, error))
    return FALSE;
  if (forms == NULL)
    return TRUE;

  g_clear_pointer (&self->dates, g_ptr_array_unref);
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) news_date_free);
  for (char **form = forms; *form != NULL; form++)
    {
      NewsDate *date = news_date_new (*form);

      if (date == NULL)
        {
          g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID,
                       "“%s” is neither the name of a form of dates nor a pattern", *form);
          news_strict_prefix (error, where, "date");
          return FALSE;
        }
      g_ptr_array_add (self->dates, date);
    }

  return TRUE;
}

/* What is taken off a text: templates of paths, and so rules themselves. */
static gboolean
read_ends (JsonObject *object,
           const char *name,
           const Setting *setting,
           const char *where,
           GPtrArray **ends,
           GError **error)
{
  g_auto (GStrv) texts = NULL;
  g_autofree char *place = news_strict_dup_where (where, name);

  if (!news_strict_dup_texts (object, name, where, &texts, error))
    return FALSE;
  if (texts == NULL)
    return TRUE;

  *ends = g_ptr_array_new_with_free_func ((GDestroyNotify) news_rule_free);
  for (char **text = texts; *text != NULL; text++)
    {
      NewsRule *rule = g_new0 (NewsRule, 1);

      rule->kind = NEWS_RULE_TEXT;
      rule->transforms = g_array_new (FALSE, FALSE, sizeof (NewsTransform));
      g_ptr_array_add (*ends, rule);
      if (!read_template (rule, *text, NEWS_TEMPLATE_TEXT, setting, place, error))
        return FALSE;
    }

  return TRUE;
}

/* A member that only rules of one kind have. */
static gboolean
check_kind (JsonObject *object, const char *name, gboolean good, const char *where, GError **error)
{
  if (good || !json_object_has_member (object, name))
    return TRUE;

  return news_strict_fail (error, where, "the member “%s” has no meaning here", name);
}

static gboolean
check_members (JsonObject *object, NewsRuleKind kind, const char *where, GError **error)
{
  gboolean text = kind == NEWS_RULE_TEXT || kind == NEWS_RULE_LINE;
  gboolean list = kind == NEWS_RULE_LIST;
  gboolean flag = kind == NEWS_RULE_FLAG;

  return check_kind (object, "all", text || list, where, error)
         && check_kind (object, "join", text, where, error)
         && check_kind (object, "split", list, where, error)
         && check_kind (object, "sum", kind == NEWS_RULE_NUMBER, where, error)
         && check_kind (object, "strip_prefix", text || list, where, error)
         && check_kind (object, "strip_suffix", text || list, where, error)
         && check_kind (object, "date", kind == NEWS_RULE_DATE, where, error)
         && check_kind (object, "via", !flag, where, error)
         && check_kind (object, "table", !flag, where, error);
}

static gboolean
read_object (NewsRule *self,
             JsonNode *node,
             const Setting *setting,
             const char *where,
             GError **error)
{
  static const char *const known[]
    = { "path", "or",   "all",          "const",        "template", "address",
        "via",  "join", "split",        "table",        "unless",   "date",
        "when", "sum",  "strip_prefix", "strip_suffix", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  const char *join, *split;

  if (object == NULL || !check_members (object, setting->kind, where, error)
      || !read_transforms (self, object, where, error) || !read_table (self, object, where, error)
      || !read_dates (self, object, where, error)
      || !news_json_path_read_members (object, "unless", setting->parameters, where, &self->unless,
                                       error)
      || !news_json_path_read_members (object, "when", setting->parameters, where, &self->when,
                                       error)
      || !read_ends (object, "strip_prefix", setting, where, &self->prefixes, error)
      || !read_ends (object, "strip_suffix", setting, where, &self->suffixes, error)
      || !news_strict_get_flag (object, "sum", where, &self->sum, error)
      || !news_strict_get_text (object, "join", FALSE, where, &join, error)
      || !news_strict_get_text (object, "split", FALSE, where, &split, error)
      || !read_origin (self, object, setting, where, error))
    return FALSE;

  self->join = g_strdup (join);
  self->split = g_strdup (split);

  return TRUE;
}

static NewsRule *
read_rule (JsonNode *node, const Setting *setting, const char *where, GError **error)
{
  g_autoptr (NewsRule) self = g_new0 (NewsRule, 1);
  gboolean good;

  self->kind = setting->kind;
  self->text = node != NULL ? json_to_string (node, FALSE) : NULL;
  self->transforms = g_array_new (FALSE, FALSE, sizeof (NewsTransform));
  if (setting->dates != NULL)
    self->dates = g_ptr_array_ref (setting->dates);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    good = (self->path = read_path (json_node_get_string (node), setting, where, error)) != NULL;
  else
    good = read_object (self, node, setting, where, error);

  if (good && self->kind == NEWS_RULE_DATE && self->dates == NULL && self->alternatives == NULL)
    good = news_strict_fail (error, where, "the member “date” is missing");

  return good ? g_steal_pointer (&self) : NULL;
}

NewsRule *
news_rule_new_from_json (JsonNode *node,
                         NewsRuleKind kind,
                         const NewsParameters *parameters,
                         const char *where,
                         GError **error)
{
  Setting setting = { kind, parameters, NULL, 0 };

  return read_rule (node, &setting, where, error);
}
