/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-descriptor-summary.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static const char *
get_type_name (NewsParameterType type)
{
  switch (type)
    {
    case NEWS_PARAMETER_ADDRESS:
      return _ ("an address");
    case NEWS_PARAMETER_CHOICE:
      return _ ("one of a few");
    case NEWS_PARAMETER_SECRET:
      return _ ("a secret, kept in the keyring");
    case NEWS_PARAMETER_TEXT:
    default:
      return _ ("a text");
    }
}

static void
append_parameters (NewsDescriptor *descriptor, GString *text)
{
  guint n = news_descriptor_get_n_parameters (descriptor);

  g_string_append_printf (text, "\n%s\n",
                          n > 0 ? _ ("What a person is asked for:")
                                : _ ("Nothing is asked of a person."));
  for (guint i = 0; i < n; i++)
    {
      const NewsParameter *parameter = news_descriptor_get_parameter (descriptor, i);

      g_string_append_printf (text, "  %-16s %s (%s)", parameter->name, parameter->label,
                              get_type_name (parameter->type));
      if (parameter->fallback != NULL)
        g_string_append_printf (text, "; %s “%s”", _ ("else"), parameter->fallback);
      if (parameter->help != NULL)
        g_string_append_printf (text, "; %s", parameter->help);
      g_string_append_c (text, '\n');
    }
}

/* A member as it is written, on one line. */
static void
append_member (GString *text, const char *name, JsonNode *node)
{
  g_autofree char *written
    = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
        ? json_node_dup_string (node)
        : json_to_string (node, FALSE);

  g_string_append_printf (text, "  %-16s %s\n", name, written);
}

static void
append_members (GString *text, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    append_member (text, name, node);
}

static void
append_requests (GString *text, JsonObject *requests)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, requests);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      /* Translators: %s is the kind of a request, such as “list” */
      g_string_append_printf (text, _ ("\nThe request “%s”:\n"), name);
      append_members (text, json_node_get_object (node));
    }
}

static void
append_object (GString *text, JsonObject *root, const char *name, const char *title)
{
  if (!json_object_has_member (root, name))
    return;

  g_string_append_printf (text, "\n%s\n", title);
  append_members (text, json_object_get_object_member (root, name));
}

void
news_descriptor_summary_append (NewsDescriptor *descriptor, GBytes *bytes, GString *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *json = g_strndup (data, length);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *root = node != NULL ? json_node_get_object (node) : NULL;

  if (root == NULL)
    return;

  g_string_append_printf (text, "%s (%s)\n", news_descriptor_get_name (descriptor),
                          news_descriptor_get_id (descriptor));
  append_parameters (descriptor, text);
  append_object (text, root, "discover", _ ("How it is found:"));
  append_object (text, root, "auth", _ ("How it is told who asks:"));
  append_requests (text, json_object_get_object_member (root, "requests"));
  append_object (text, root, "article", _ ("What is what in an article:"));
  append_object (text, root, "errors", _ ("How it says that something is wrong:"));
  append_object (text, root, "cost", _ ("How often it may be asked:"));
  append_object (text, root, "terms", _ ("What its publisher wants:"));
}
