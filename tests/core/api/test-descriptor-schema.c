/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

/* As much of JSON Schema as descriptor.schema.json uses, so that the schema and the loader are
 * known to agree: both take what is shipped, and neither takes what is wrong with it. */

static JsonObject *root;

static gboolean is_valid (JsonObject *schema, JsonNode *node);

static JsonObject *
get_definition (const char *reference)
{
  g_assert_true (g_str_has_prefix (reference, "#/$defs/"));

  return json_object_get_object_member (json_object_get_object_member (root, "$defs"),
                                        reference + strlen ("#/$defs/"));
}

static gboolean
has_type (const char *type, JsonNode *node)
{
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (strcmp (type, "object") == 0)
    return JSON_NODE_HOLDS_OBJECT (node);
  if (strcmp (type, "array") == 0)
    return JSON_NODE_HOLDS_ARRAY (node);
  if (strcmp (type, "null") == 0)
    return JSON_NODE_HOLDS_NULL (node);
  if (strcmp (type, "string") == 0)
    return held == G_TYPE_STRING;
  if (strcmp (type, "boolean") == 0)
    return held == G_TYPE_BOOLEAN;

  g_assert_cmpstr (type, ==, "integer");

  return held == G_TYPE_INT64;
}

static gboolean
is_one_of (JsonArray *values, JsonNode *node)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    if (json_node_equal (json_array_get_element (values, i), node))
      return TRUE;

  return FALSE;
}

static gboolean
fits_any (JsonArray *schemas, JsonNode *node)
{
  for (guint i = 0; i < json_array_get_length (schemas); i++)
    if (is_valid (json_array_get_object_element (schemas, i), node))
      return TRUE;

  return FALSE;
}

static gboolean
fits_text (JsonObject *schema, const char *text)
{
  const char *pattern = json_object_get_string_member_with_default (schema, "pattern", ".*");

  return (gint64) strlen (text) >= json_object_get_int_member_with_default (schema, "minLength", 0)
         && g_regex_match_simple (pattern, text, 0, 0);
}

static gboolean
fits_number (JsonObject *schema, gint64 number)
{
  return number >= json_object_get_int_member_with_default (schema, "minimum", G_MININT64)
         && number <= json_object_get_int_member_with_default (schema, "maximum", G_MAXINT64);
}

static gboolean
fits_array (JsonObject *schema, JsonArray *array)
{
  JsonNode *items = json_object_get_member (schema, "items");
  gint64 least = json_object_get_int_member_with_default (schema, "minItems", 0);

  for (guint i = 0; items != NULL && i < json_array_get_length (array); i++)
    if (!is_valid (json_node_get_object (items), json_array_get_element (array, i)))
      return FALSE;

  return json_array_get_length (array) >= least;
}

static gboolean
fits_member (JsonObject *schema, const char *name, JsonNode *node)
{
  JsonNode *properties = json_object_get_member (schema, "properties");
  JsonNode *others = json_object_get_member (schema, "additionalProperties");
  JsonNode *names = json_object_get_member (schema, "propertyNames");

  if (names != NULL && !fits_text (json_node_get_object (names), name))
    return FALSE;
  if (properties != NULL && json_object_has_member (json_node_get_object (properties), name))
    return is_valid (json_object_get_object_member (json_node_get_object (properties), name), node);
  if (others != NULL && JSON_NODE_HOLDS_OBJECT (others))
    return is_valid (json_node_get_object (others), node);

  return others == NULL;
}

static gboolean
fits_object (JsonObject *schema, JsonObject *object)
{
  JsonNode *required = json_object_get_member (schema, "required");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  for (guint i = 0; required != NULL && i < json_array_get_length (json_node_get_array (required));
       i++)
    if (!json_object_has_member (object,
                                 json_array_get_string_element (json_node_get_array (required), i)))
      return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!fits_member (schema, name, node))
      return FALSE;

  return TRUE;
}

static gboolean
is_valid (JsonObject *schema, JsonNode *node)
{
  const char *reference = json_object_get_string_member_with_default (schema, "$ref", NULL);
  const char *type = json_object_get_string_member_with_default (schema, "type", NULL);

  if (reference != NULL)
    return is_valid (get_definition (reference), node);
  if (json_object_has_member (schema, "anyOf"))
    return fits_any (json_object_get_array_member (schema, "anyOf"), node);
  if (json_object_has_member (schema, "enum"))
    return is_one_of (json_object_get_array_member (schema, "enum"), node);
  if (json_object_has_member (schema, "const"))
    return json_node_equal (json_object_get_member (schema, "const"), node);

  g_assert_nonnull (type);
  if (!has_type (type, node))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return fits_object (schema, json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return fits_array (schema, json_node_get_array (node));
  if (strcmp (type, "integer") == 0)
    return fits_number (schema, json_node_get_int (node));

  return strcmp (type, "string") != 0 || fits_text (schema, json_node_get_string (node));
}

static JsonNode *
load (const char *name)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "data", "apis", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  node = json_from_string (text, &error);
  g_assert_no_error (error);

  return node;
}

/* Each file of the folder is a descriptor that both take, named after its id, and is shipped. */
static void
test_shipped (void)
{
  g_autofree char *data = g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "data", NULL);
  g_autofree char *folder = g_build_filename (data, "apis", NULL);
  g_autofree char *list = g_build_filename (data, "data.gresource.xml", NULL);
  g_autofree char *resources = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_descriptors = 0;

  g_file_get_contents (list, &resources, NULL, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *id
        = g_str_has_suffix (name, ".json") ? g_strndup (name, strlen (name) - 5) : NULL;
      g_autofree char *entry = g_strdup_printf (">apis/%s<", name);
      g_autoptr (NewsDescriptor) descriptor = NULL;
      g_autoptr (JsonNode) node = NULL;

      if (id == NULL || strcmp (name, "descriptor.schema.json") == 0)
        continue;
      g_test_message ("%s", name);
      descriptor = api_test_load (id);
      node = load (name);
      g_assert_cmpstr (news_descriptor_get_id (descriptor), ==, id);
      g_assert_true (is_valid (root, node));
      g_assert_nonnull (strstr (resources, entry));
      n_descriptors++;
    }
  g_assert_cmpuint (n_descriptors, >=, 3);
}

static gboolean
loads (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (NewsDescriptor) descriptor = api_test_parse (text, NULL);

  return descriptor != NULL;
}

/* What the schema refuses the loader must refuse too; the loader is the stricter of the two. */
static void
check_both (JsonNode *node, guint *n_refused)
{
  g_autofree char *text = NULL;

  if (is_valid (root, node))
    return;

  ++*n_refused;
  if (!loads (node))
    return;

  text = json_to_string (node, FALSE);
  g_test_message ("only the loader takes this: %s", text);
  g_test_fail ();
}

static void
break_members (JsonNode *top, JsonNode *node, guint *n_refused)
{
  static const char *const others[] = { "7", "\"a..b\"", "null", "[]", "{}" };
  g_autoptr (GList) names = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      break_members (top, json_array_get_element (json_node_get_array (node), i), n_refused);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup (l->data);
      JsonObject *object = json_node_get_object (node);
      g_autoptr (JsonNode) was = json_node_copy (json_object_get_member (object, name));

      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        {
          json_object_set_member (object, name, json_from_string (others[i], NULL));
          check_both (top, n_refused);
        }
      json_object_remove_member (object, name);
      check_both (top, n_refused);
      json_object_set_int_member (object, "unknown_member", 1);
      json_object_set_member (object, name, json_node_copy (was));
      check_both (top, n_refused);
      json_object_remove_member (object, "unknown_member");
      break_members (top, json_object_get_member (object, name), n_refused);
    }
}

static void
test_agreement (gconstpointer data)
{
  g_autoptr (JsonNode) node = load (data);
  guint n_refused = 0;

  break_members (node, node, &n_refused);
  g_test_message ("%u refused", n_refused);
  g_assert_cmpuint (n_refused, >, 100);
  g_assert_true (loads (node));
}

/* Together they have every member that there is. */
static const char *const broken[]
  = { "wordpress.json",           "jsonfeed.json", "sample.json",   "guardian.json", "gdelt.json",
      "hackernews-firebase.json", "mastodon.json", "wikimedia.json" };

int
main (int argc, char *argv[])
{
  g_autoptr (JsonNode) schema = NULL;

  g_test_init (&argc, &argv, NULL);
  schema = load ("descriptor.schema.json");
  root = json_node_get_object (schema);
  g_test_add_func ("/schema/shipped", test_shipped);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/schema/agreement/", broken[i], NULL);

      g_test_add_data_func (path, broken[i], test_agreement);
    }

  return g_test_run ();
}
