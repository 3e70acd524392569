/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-parameters.h"

#include "news-strict.h"
#include "news-web-address.h"

static const char *const types[] = { "address", "text", "choice", "secret", NULL };

struct _NewsParameters
{
  GPtrArray *list; /* NewsParameter */
};

static void
free_parameter (NewsParameter *parameter)
{
  g_free (parameter->name);
  g_free (parameter->label);
  g_free (parameter->help);
  g_free (parameter->fallback);
  g_strfreev (parameter->choices);
  g_free (parameter);
}

/* The names are used in templates and paths, whose own signs they must not have. */
static gboolean
is_name (const char *name)
{
  if (!g_ascii_islower (*name))
    return FALSE;

  for (; *name != '\0'; name++)
    if (!g_ascii_islower (*name) && !g_ascii_isdigit (*name) && *name != '_')
      return FALSE;

  return TRUE;
}

static gboolean
is_choice (const NewsParameter *parameter, const char *value)
{
  for (char **choice = parameter->choices; choice != NULL && *choice != NULL; choice += 2)
    if (g_strcmp0 (*choice, value) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_good (const NewsParameter *parameter, const char *value)
{
  if (parameter->type == NEWS_PARAMETER_ADDRESS)
    return news_web_address_is_web (value);

  return parameter->type != NEWS_PARAMETER_CHOICE || is_choice (parameter, value);
}

/* An object of values and what they are called. */
static gboolean
read_choices (NewsParameter *parameter, JsonObject *object, const char *where, GError **error)
{
  JsonNode *node = json_object_get_member (object, "choices");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place = news_strict_dup_where (where, "choices");
  JsonObjectIter iter;
  const char *value, *label;
  JsonNode *member;

  if ((node != NULL) != (parameter->type == NEWS_PARAMETER_CHOICE))
    return news_strict_fail (error, where,
                             node != NULL ? "the member “choices” has no meaning for this type"
                                          : "the member “choices” is missing");
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return news_strict_fail (error, place, "this is not an object");

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &value, &member))
    {
      if (!news_strict_get_words (json_node_get_object (node), value, place, &label, error))
        return FALSE;
      g_ptr_array_add (list, g_strdup (value));
      g_ptr_array_add (list, g_strdup (label));
    }
  g_ptr_array_add (list, NULL);
  parameter->choices = (char **) g_ptr_array_steal (list, NULL);

  return TRUE;
}

static gboolean
read_members (NewsParameter *parameter, JsonNode *node, const char *where, GError **error)
{
  static const char *const known[] = { "type", "label", "help", "default", "choices", NULL };
  JsonObject *object = news_strict_get_object (node, known, where, error);
  guint type = NEWS_PARAMETER_TEXT;
  const char *label, *help, *fallback;

  if (object == NULL || !news_strict_get_choice (object, "type", types, TRUE, where, &type, error)
      || !news_strict_get_words (object, "label", where, &label, error)
      || !news_strict_get_text (object, "help", FALSE, where, &help, error)
      || !news_strict_get_text (object, "default", FALSE, where, &fallback, error))
    return FALSE;

  parameter->type = (NewsParameterType) type;
  parameter->label = g_strdup (label != NULL ? label : parameter->name);
  parameter->help = g_strdup (help);
  parameter->fallback = g_strdup (fallback);
  if (!read_choices (parameter, object, where, error))
    return FALSE;
  if (help != NULL && !news_web_address_is_web (help))
    return news_strict_fail (error, where, "“%s” is not an address", help);
  if (fallback != NULL && !is_good (parameter, fallback))
    return news_strict_fail (error, where, "“%s” is not %s", fallback,
                             type == NEWS_PARAMETER_ADDRESS ? "an address" : "one of the choices");

  return TRUE;
}

static gboolean
read_parameter (NewsParameters *self,
                const char *name,
                JsonNode *node,
                const char *where,
                GError **error)
{
  g_autofree char *place = news_strict_dup_where (where, name);
  NewsParameter *parameter;

  if (!is_name (name))
    return news_strict_fail (error, where, "“%s” is not a name: a to z, 0 to 9 and _", name);

  parameter = g_new0 (NewsParameter, 1);
  parameter->name = g_strdup (name);
  g_ptr_array_add (self->list, parameter);

  return read_members (parameter, node, place, error);
}

NewsParameters *
news_parameters_new_from_json (JsonNode *node, const char *where, GError **error)
{
  g_autoptr (NewsParameters) self = g_new0 (NewsParameters, 1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) free_parameter);
  if (node == NULL)
    return g_steal_pointer (&self);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      news_strict_fail (error, where, "this is not an object");
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!read_parameter (self, name, member, where, error))
      return NULL;

  return g_steal_pointer (&self);
}

void
news_parameters_free (NewsParameters *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

guint
news_parameters_get_n (const NewsParameters *self)
{
  return self->list->len;
}

const NewsParameter *
news_parameters_get_nth (const NewsParameters *self, guint index)
{
  return g_ptr_array_index (self->list, index);
}

const NewsParameter *
news_parameters_find (const NewsParameters *self, const char *name)
{
  for (guint i = 0; i < self->list->len; i++)
    if (g_str_equal (news_parameters_get_nth (self, i)->name, name))
      return news_parameters_get_nth (self, i);

  return NULL;
}

gboolean
news_parameters_has (const NewsParameters *self, const char *name)
{
  return news_parameters_find (self, name) != NULL;
}

gboolean
news_parameters_is_address (const NewsParameters *self, const char *name)
{
  const NewsParameter *parameter = news_parameters_find (self, name);

  return parameter != NULL && parameter->type == NEWS_PARAMETER_ADDRESS;
}

gboolean
news_parameters_is_secret (const NewsParameters *self, const char *name)
{
  const NewsParameter *parameter = news_parameters_find (self, name);

  return parameter != NULL && parameter->type == NEWS_PARAMETER_SECRET;
}

const char *
news_parameters_get (const NewsParameters *self, NewsSource *source, const char *name)
{
  const NewsParameter *parameter = news_parameters_find (self, name);
  const char *value;

  if (parameter == NULL)
    return NULL;

  value = source != NULL ? news_source_get_parameter (source, name) : NULL;
  if (value == NULL || *value == '\0')
    value = parameter->fallback;

  return value != NULL && is_good (parameter, value) ? value : NULL;
}
