/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-state.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

struct _NewsSampleState
{
  char *folder; /* or NULL */
  char *path;   /* or NULL */
  guint16 port;
  GHashTable *visits; /* "LANGUAGE/STORY" to GINT_TO_POINTER */
  gboolean changed;
};

static void
read_visit (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  NewsSampleState *self = user_data;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_hash_table_insert (self->visits, g_strdup (name),
                         GINT_TO_POINTER (CLAMP (json_node_get_int (node), 0, G_MAXINT)));
}

static void
read_root (NewsSampleState *self, JsonObject *root)
{
  JsonNode *port = json_object_get_member (root, "port");
  JsonNode *visits = json_object_get_member (root, "visits");

  if (port != NULL && json_node_get_value_type (port) == G_TYPE_INT64
      && json_node_get_int (port) > 0 && json_node_get_int (port) <= G_MAXUINT16)
    self->port = (guint16) json_node_get_int (port);
  if (visits != NULL && JSON_NODE_HOLDS_OBJECT (visits))
    json_object_foreach_member (json_node_get_object (visits), read_visit, self);
}

static void
load (NewsSampleState *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  if (!json_parser_load_from_file (parser, self->path, &error))
    {
      /* A first run, or a broken file: the counts begin anew, which no story depends on. */
      g_debug ("%s", error->message);
      return;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    read_root (self, json_node_get_object (root));
}

static char *
dup_text (NewsSampleState *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *visits = json_object_new ();
  GHashTableIter iter;
  gpointer name, count;

  g_hash_table_iter_init (&iter, self->visits);
  while (g_hash_table_iter_next (&iter, &name, &count))
    json_object_set_int_member (visits, name, GPOINTER_TO_INT (count));
  json_object_set_int_member (object, "port", self->port);
  json_object_set_object_member (object, "visits", visits);
  json_node_take_object (root, object);

  return json_to_string (root, TRUE);
}

NewsSampleState *
news_sample_state_new (const char *folder)
{
  NewsSampleState *self = g_new0 (NewsSampleState, 1);

  self->visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (folder != NULL)
    {
      self->folder = g_strdup (folder);
      self->path = g_build_filename (folder, "sample-server.json", NULL);
      load (self);
    }

  return self;
}

void
news_sample_state_free (NewsSampleState *self)
{
  g_hash_table_unref (self->visits);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

guint16
news_sample_state_get_port (NewsSampleState *self)
{
  return self->port;
}

void
news_sample_state_set_port (NewsSampleState *self, guint16 port)
{
  self->changed = self->changed || self->port != port;
  self->port = port;
}

gint64
news_sample_state_get_visits (NewsSampleState *self, const char *language, const char *story)
{
  g_autofree char *key = g_strconcat (language, "/", story, NULL);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->visits, key));
}

void
news_sample_state_add_visit (NewsSampleState *self, const char *language, const char *story)
{
  char *key = g_strconcat (language, "/", story, NULL);
  int count = GPOINTER_TO_INT (g_hash_table_lookup (self->visits, key));

  g_hash_table_replace (self->visits, key, GINT_TO_POINTER (count < G_MAXINT ? count + 1 : count));
  self->changed = TRUE;
}

gboolean
news_sample_state_save (NewsSampleState *self, GError **error)
{
  g_autofree char *text = NULL;

  if (self->path == NULL || !self->changed)
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "Can't make the folder %s",
                   self->folder);
      return FALSE;
    }
  text = dup_text (self);
  if (!g_file_set_contents (self->path, text, -1, error))
    return FALSE;
  self->changed = FALSE;

  return TRUE;
}
