/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-strict.h"

#include "news-answer.h"

#define LARGEST 1000000

static gboolean
is_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING
         && *json_node_get_string (node) != '\0';
}

gboolean
news_strict_fail (GError **error, const char *where, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, NEWS_API_ERROR, NEWS_API_ERROR_INVALID, "%s: %s", where, reason);

  return FALSE;
}

void
news_strict_prefix (GError **error, const char *where, const char *name)
{
  g_autofree char *place = news_strict_dup_where (where, name);

  g_prefix_error (error, "%s: ", place);
}

char *
news_strict_dup_where (const char *where, const char *name)
{
  if (where == NULL)
    return g_strdup (name);

  return name != NULL ? g_strconcat (where, ".", name, NULL) : g_strdup (where);
}

JsonObject *
news_strict_get_object (JsonNode *node, const char *const *known, const char *where, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      news_strict_fail (error, where, "this is not an object");
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!g_strv_contains (known, name))
      {
        news_strict_fail (error, where, "there is no member “%s”", name);
        return NULL;
      }

  return json_node_get_object (node);
}

gboolean
news_strict_get_list (JsonObject *object,
                      const char *name,
                      const char *where,
                      JsonArray **array,
                      GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = NULL;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return news_strict_fail (error, where, "the member “%s” is not a list", name);

  *array = json_node_get_array (node);

  return TRUE;
}

gboolean
news_strict_get_text (JsonObject *object,
                      const char *name,
                      gboolean required,
                      const char *where,
                      const char **text,
                      GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *text = NULL;
  if (node == NULL)
    return required ? news_strict_fail (error, where, "the member “%s” is missing", name) : TRUE;

  if (!is_text (node))
    return news_strict_fail (error, where, "the member “%s” is not a text", name);

  *text = json_node_get_string (node);

  return TRUE;
}

/* The text of the language that the person likes best of those that are there. */
static const char *
choose_language (JsonObject *texts)
{
  const char *const *locales = g_get_language_names ();

  for (gsize i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *language = g_strdelimit (g_strdup (locales[i]), "_", '-');

      if (json_object_has_member (texts, language))
        return json_object_get_string_member (texts, language);
    }

  return json_object_get_string_member (texts, "en");
}

gboolean
news_strict_get_words (JsonObject *object,
                       const char *name,
                       const char *where,
                       const char **words,
                       GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *place = news_strict_dup_where (where, name);
  JsonObjectIter iter;
  const char *language;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return news_strict_get_text (object, name, FALSE, where, words, error);

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &member))
    if (!is_text (member))
      return news_strict_fail (error, place, "the member “%s” is not a text", language);
  if (!json_object_has_member (json_node_get_object (node), "en"))
    return news_strict_fail (error, place, "the member “en” is missing");

  *words = choose_language (json_node_get_object (node));

  return TRUE;
}

gboolean
news_strict_dup_texts (JsonObject *object,
                       const char *name,
                       const char *where,
                       char ***texts,
                       GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  *texts = NULL;
  if (node == NULL)
    return TRUE;

  if (is_text (node))
    g_strv_builder_add (builder, json_node_get_string (node));
  else if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return news_strict_fail (error, where, "the member “%s” is neither a text nor a list of them",
                             name);
  else
    {
      array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (!is_text (json_array_get_element (array, i)))
            return news_strict_fail (error, where, "%s[%u] is not a text", name, i);
          g_strv_builder_add (builder, json_array_get_string_element (array, i));
        }
    }

  *texts = g_strv_builder_end (builder);

  return TRUE;
}

gboolean
news_strict_get_number (JsonObject *object,
                        const char *name,
                        const char *where,
                        guint *value,
                        GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 0 || json_node_get_int (node) > LARGEST)
    return news_strict_fail (error, where, "the member “%s” is not a number from 0 to %d", name,
                             LARGEST);

  *value = (guint) json_node_get_int (node);

  return TRUE;
}

gboolean
news_strict_get_flag (JsonObject *object,
                      const char *name,
                      const char *where,
                      gboolean *value,
                      GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return news_strict_fail (error, where, "the member “%s” is neither true nor false", name);

  *value = json_node_get_boolean (node);

  return TRUE;
}

gboolean
news_strict_get_choice (JsonObject *object,
                        const char *name,
                        const char *const *words,
                        gboolean required,
                        const char *where,
                        guint *index,
                        GError **error)
{
  const char *word;

  if (!news_strict_get_text (object, name, required, where, &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      {
        *index = i;
        return TRUE;
      }

  return news_strict_fail (error, where, "the member “%s” can't be “%s”", name, word);
}
