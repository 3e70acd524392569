/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-value.h"

#include <math.h>
#include <string.h>

/* From here on a double can't tell one whole number from the next. */
#define EXACT 9007199254740992.0

static const char *
write_integer (gint64 number, char *buffer)
{
  /* JSON-GLib turns every larger number into the largest: two ids would become one. */
  if (number == G_MAXINT64)
    return NULL;

  g_snprintf (buffer, NEWS_VALUE_BUFFER, "%" G_GINT64_FORMAT, number);

  return buffer;
}

static const char *
write_double (double number, char *buffer)
{
  if (!isfinite (number))
    return NULL;

  if (fabs (number) < EXACT && floor (number) == number)
    return write_integer ((gint64) number, buffer);

  /* "1.1" must not become "1.1000000000000001". */
  g_ascii_formatd (buffer, NEWS_VALUE_BUFFER, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) == number)
    return buffer;

  return g_ascii_dtostr (buffer, NEWS_VALUE_BUFFER, number);
}

static const char *
peek (const NewsValue *self, char *buffer, gboolean words)
{
  const char *text = self->text;
  GType type;

  if (self->node != NULL)
    {
      if (!JSON_NODE_HOLDS_VALUE (self->node))
        return NULL;

      type = json_node_get_value_type (self->node);
      if (type == G_TYPE_STRING)
        text = json_node_get_string (self->node);
      else if (type == G_TYPE_INT64)
        text = write_integer (json_node_get_int (self->node), buffer);
      else if (type == G_TYPE_DOUBLE)
        text = write_double (json_node_get_double (self->node), buffer);
      else if (type == G_TYPE_BOOLEAN && words)
        text = json_node_get_boolean (self->node) ? "true" : "false";
    }

  return text != NULL && *text != '\0' ? text : NULL;
}

/* Whether the object's members are named by numbers. The first tells: an object of articles by id
 * is a list of them as well. */
static gboolean
is_numbered (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  if (!json_object_iter_next_ordered (&iter, &name, &node) || *name == '\0')
    return FALSE;

  return name[strspn (name, "0123456789")] == '\0';
}

const char *
news_value_peek_text (const NewsValue *self, NewsValueBuffer buffer)
{
  return peek (self, buffer, FALSE);
}

const char *
news_value_peek_word (const NewsValue *self, NewsValueBuffer buffer)
{
  return peek (self, buffer, TRUE);
}

gboolean
news_value_is_true (const NewsValue *self)
{
  NewsValueBuffer buffer;
  const char *word = peek (self, buffer, TRUE);

  return word != NULL && strcmp (word, "0") != 0 && strcmp (word, "false") != 0;
}

gboolean
news_value_is_present (const NewsValue *self)
{
  NewsValueBuffer buffer;

  if (self->node != NULL && !JSON_NODE_HOLDS_VALUE (self->node))
    return !JSON_NODE_HOLDS_NULL (self->node);

  return peek (self, buffer, TRUE) != NULL;
}

gboolean
news_value_iter_init (NewsValueIter *iter, JsonNode *node)
{
  iter->array = NULL;
  iter->index = 0;
  iter->is_list = FALSE;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      iter->array = json_node_get_array (node);
      iter->is_list = iter->array != NULL;
    }
  else if (node != NULL && JSON_NODE_HOLDS_OBJECT (node)
           && is_numbered (json_node_get_object (node)))
    {
      json_object_iter_init_ordered (&iter->members, json_node_get_object (node));
      iter->is_list = TRUE;
    }

  return iter->is_list;
}

JsonNode *
news_value_iter_next (NewsValueIter *iter)
{
  const char *name;
  JsonNode *node = NULL;

  if (!iter->is_list)
    return NULL;

  if (iter->array != NULL)
    {
      if (iter->index < json_array_get_length (iter->array))
        node = json_array_get_element (iter->array, iter->index++);
    }
  else if (!json_object_iter_next_ordered (&iter->members, &name, &node))
    node = NULL;

  return node;
}
