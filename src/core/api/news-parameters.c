/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-parameters.h"

#include "news-strict.h"
#include "news-web-address.h"

typedef enum
{
  TYPE_ADDRESS,
  TYPE_TEXT,
} Type;

static const char *const types[] = { "address", "text", NULL };

typedef struct
{
  Type type;
  char *fallback;
} Parameter;

struct _NewsParameters
{
  GHashTable *table; /* char* to Parameter */
};

static void
free_parameter (Parameter *parameter)
{
  g_free (parameter->fallback);
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
read_parameter (NewsParameters *self,
                const char *name,
                JsonNode *node,
                const char *where,
                GError **error)
{
  static const char *const known[] = { "type", "default", NULL };
  g_autofree char *place = news_strict_dup_where (where, name);
  JsonObject *object;
  guint type = TYPE_TEXT;
  const char *fallback;
  Parameter *parameter;

  if (!is_name (name))
    return news_strict_fail (error, where, "“%s” is not a name: a to z, 0 to 9 and _", name);

  object = news_strict_get_object (node, known, place, error);
  if (object == NULL || !news_strict_get_choice (object, "type", types, TRUE, place, &type, error)
      || !news_strict_get_text (object, "default", FALSE, place, &fallback, error))
    return FALSE;
  if (type == TYPE_ADDRESS && fallback != NULL && !news_web_address_is_web (fallback))
    return news_strict_fail (error, place, "“%s” is not an address", fallback);

  parameter = g_new0 (Parameter, 1);
  parameter->type = (Type) type;
  parameter->fallback = g_strdup (fallback);
  g_hash_table_insert (self->table, g_strdup (name), parameter);

  return TRUE;
}

NewsParameters *
news_parameters_new_from_json (JsonNode *node, const char *where, GError **error)
{
  g_autoptr (NewsParameters) self = g_new0 (NewsParameters, 1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  self->table
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_parameter);
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
  g_hash_table_unref (self->table);
  g_free (self);
}

gboolean
news_parameters_has (const NewsParameters *self, const char *name)
{
  return g_hash_table_contains (self->table, name);
}

gboolean
news_parameters_is_address (const NewsParameters *self, const char *name)
{
  const Parameter *parameter = g_hash_table_lookup (self->table, name);

  return parameter != NULL && parameter->type == TYPE_ADDRESS;
}

const char *
news_parameters_get (const NewsParameters *self, NewsSource *source, const char *name)
{
  const Parameter *parameter = g_hash_table_lookup (self->table, name);
  const char *value;

  if (parameter == NULL)
    return NULL;

  value = source != NULL ? news_source_get_parameter (source, name) : NULL;
  if (value == NULL || *value == '\0')
    value = parameter->fallback;

  return parameter->type == TYPE_TEXT || news_web_address_is_web (value) ? value : NULL;
}
