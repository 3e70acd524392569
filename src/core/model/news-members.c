/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-members.h"

#include "news-edition.h"

gboolean
news_members_check (JsonObject *object, const char *const *known, const char *where, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_set_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID,
                     "%s: there is no member “%s”", where, (char *) l->data);
        return FALSE;
      }

  return TRUE;
}

gboolean
news_members_dup_string (JsonObject *object,
                         const char *name,
                         gboolean required,
                         const char *where,
                         char **value,
                         GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *value = NULL;
  if (node == NULL && !required)
    return TRUE;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING
      || (required && *json_node_get_string (node) == '\0'))
    {
      g_set_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID,
                   node == NULL ? "%s: the member “%s” is missing"
                                : "%s: the member “%s” is not a text",
                   where, name);
      return FALSE;
    }

  *value = json_node_dup_string (node);

  return TRUE;
}

gboolean
news_members_get_number (JsonObject *object,
                         const char *name,
                         guint most,
                         const char *where,
                         guint *value,
                         GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *value = 0;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 0 || json_node_get_int (node) > most)
    {
      g_set_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID,
                   "%s: the member “%s” is not a whole number from 0 to %u", where, name, most);
      return FALSE;
    }

  *value = (guint) json_node_get_int (node);

  return TRUE;
}

gboolean
news_members_get_array (JsonObject *object,
                        const char *name,
                        const char *where,
                        JsonArray **value,
                        GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *value = NULL;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID,
                   "%s: the member “%s” is not a list", where, name);
      return FALSE;
    }

  *value = json_node_get_array (node);

  return TRUE;
}

JsonObject *
news_members_get_element (JsonArray *array,
                          guint index,
                          const char *name,
                          char **where,
                          GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  *where = g_strdup_printf ("%s[%u]", name, index);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  g_set_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID, "%s: this is not an object",
               *where);

  return NULL;
}

void
news_members_set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}
