/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-json-path-private.h"

/* Elements that a path from the answer's root may look at. What a feed says once is looked at again
 * for each of its articles; without a bound the time would grow with the product of both. */
#define ROOT_BUDGET 100

/* The same where one of them is looked for, as a list of topics is followed by all who wrote. */
#define JOIN_BUDGET 300

typedef struct
{
  const Step *end;
  const NewsContext *context;
  NewsJsonPathFunc func;
  gpointer data;
  guint budget;
  const char *wanted; /* by a join */
} Walk;

static gboolean walk (Walk *self, const Step *step, JsonNode *node);

static JsonNode *
get_member (JsonNode *node, const char *name)
{
  if (name == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return json_object_get_member (json_node_get_object (node), name);
}

static gboolean
passes (const Walk *self, const Step *step, JsonNode *node)
{
  NewsValueBuffer buffer;
  NewsValue value = { step->name != NULL ? get_member (node, step->name) : node, NULL };
  const char *word = value.node != NULL ? news_value_peek_word (&value, buffer) : NULL;

  if (step->kind == STEP_JOINS)
    return word != NULL && g_strcmp0 (word, self->wanted) == 0;
  if (step->kind == STEP_STARTS)
    return word != NULL && g_str_has_prefix (word, step->value);

  return (g_strcmp0 (word, step->value) == 0) == (step->kind == STEP_IS);
}

static gboolean
walk_elements (Walk *self, const Step *step, JsonNode *node)
{
  NewsValueIter iter;
  JsonNode *element;
  gboolean all = step->kind == STEP_ELEMENTS;

  if (!news_value_iter_init (&iter, node))
    return all || !passes (self, step, node) || walk (self, step + 1, node);

  while ((element = news_value_iter_next (&iter)) != NULL && self->budget-- > 0)
    if ((all || passes (self, step, element)) && !walk (self, step + 1, element))
      return FALSE;

  return TRUE;
}

static gboolean
walk_members (Walk *self, const Step *step, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member) && self->budget-- > 0)
    if (!walk (self, step + 1, member))
      return FALSE;

  return TRUE;
}

static JsonNode *
get_element (JsonNode *node, const Step *step)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;
  /* What is before the first wraps around, to far past the last. */
  guint index = step->from_end ? length - step->index : step->index;

  return index < length ? json_array_get_element (array, index) : NULL;
}

static const char *
get_parameter (const NewsContext *context, const char *name)
{
  if (context->parameters == NULL)
    return NULL;

  return news_parameters_get (context->parameters, context->source, name);
}

static gboolean
take_word_cb (const NewsValue *value, gpointer data)
{
  NewsValueBuffer buffer;
  char **word = data;

  *word = g_strdup (news_value_peek_word (value, buffer));

  return *word == NULL;
}

/* Looks for the element that the row names: what it names is found first, once. */
static gboolean
walk_join (Walk *self, const Step *step, JsonNode *node)
{
  NewsContext context = *self->context;
  g_autofree char *wanted = NULL;
  gboolean goes_on;

  context.here = context.row;
  news_json_path_foreach (step->path, &context, take_word_cb, &wanted);
  if (wanted == NULL)
    return TRUE;

  self->wanted = wanted;
  goes_on = walk_elements (self, step, node);
  self->wanted = NULL;

  return goes_on;
}

static gboolean
walk (Walk *self, const Step *step, JsonNode *node)
{
  NewsValue value = { node, NULL };

  if (node == NULL)
    return TRUE;
  if (step == self->end)
    return self->func (&value, self->data);

  switch (step->kind)
    {
    case STEP_MEMBER:
      return walk (self, step + 1, get_member (node, step->name));
    case STEP_PARAMETER:
      return walk (self, step + 1, get_member (node, get_parameter (self->context, step->name)));
    case STEP_INDEX:
      return walk (self, step + 1, get_element (node, step));
    case STEP_MEMBERS:
      return walk_members (self, step, node);
    case STEP_ELEMENTS:
    case STEP_IS:
    case STEP_IS_NOT:
    case STEP_STARTS:
      return walk_elements (self, step, node);
    case STEP_JOINS:
      return walk_join (self, step, node);
    default:
      g_return_val_if_reached (TRUE);
    }
}

static const char *
get_text (const NewsJsonPath *self, const NewsContext *context)
{
  if (self->origin == ORIGIN_HEADER)
    return context->headers != NULL ? g_hash_table_lookup (context->headers, self->key) : NULL;

  return context->source != NULL ? G_STRUCT_MEMBER (const char *, context->source, self->member)
                                 : NULL;
}

static JsonNode *
get_origin (const NewsJsonPath *self, const NewsContext *context)
{
  if (self->origin == ORIGIN_ROOT)
    return context->root;

  return self->origin == ORIGIN_ROW ? context->row : context->here;
}

static gboolean
walk_first (const NewsJsonPath *self,
            const NewsContext *context,
            guint n_steps,
            NewsJsonPathFunc func,
            gpointer data)
{
  const Step *first = (const Step *) (gpointer) self->steps->data;
  const Step *end = n_steps > 0 ? first + n_steps : first; /* Both are NULL without any step. */
  Walk walker = { end, context, func, data, G_MAXUINT };
  NewsValue value = { NULL, NULL };

  if (self->origin == ORIGIN_ROOT)
    walker.budget = self->joins ? JOIN_BUDGET : ROOT_BUDGET;
  if (self->origin != ORIGIN_HEADER && self->origin != ORIGIN_SOURCE)
    return walk (&walker, first, get_origin (self, context));

  value.text = get_text (self, context);

  return value.text != NULL ? func (&value, data) : TRUE;
}

static gboolean
take_node_cb (const NewsValue *value, gpointer data)
{
  JsonNode **node = data;

  *node = value->node;

  return FALSE;
}

static gboolean
is_absent_cb (const NewsValue *value, gpointer data)
{
  return !news_value_is_present (value);
}

static gboolean
is_false_cb (const NewsValue *value, gpointer data)
{
  return !news_value_is_true (value);
}

gboolean
news_json_path_foreach (const NewsJsonPath *self,
                        const NewsContext *context,
                        NewsJsonPathFunc func,
                        gpointer data)
{
  return walk_first (self, context, self->steps->len, func, data);
}

JsonNode *
news_json_path_get_node (const NewsJsonPath *self, const NewsContext *context)
{
  JsonNode *node = NULL;

  news_json_path_foreach (self, context, take_node_cb, &node);

  return node;
}

gboolean
news_json_path_holds (const NewsJsonPath *self, const NewsContext *context)
{
  return !news_json_path_foreach (self, context, is_absent_cb, NULL);
}

gboolean
news_json_path_is_true (const NewsJsonPath *self, const NewsContext *context)
{
  return !news_json_path_foreach (self, context, is_false_cb, NULL);
}

gboolean
news_json_path_is_list (const NewsJsonPath *self)
{
  guint length = self->steps->len;

  return length > 0 && g_array_index (self->steps, Step, length - 1).kind == STEP_ELEMENTS;
}

JsonNode *
news_json_path_get_list (const NewsJsonPath *self, const NewsContext *context)
{
  JsonNode *node = NULL;

  if (news_json_path_is_list (self))
    walk_first (self, context, self->steps->len - 1, take_node_cb, &node);

  return node;
}

gboolean
news_json_path_any_holds (GPtrArray *paths, const NewsContext *context)
{
  for (guint i = 0; i < paths->len; i++)
    if (news_json_path_holds (g_ptr_array_index (paths, i), context))
      return TRUE;

  return FALSE;
}
