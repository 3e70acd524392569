/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-content.h"

#include "news-sample-resources.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define PREFIX "/io/github/broadsheet/Broadsheet/sample/"

static const char *const languages[] = { "en", "zh", NULL };
static const char *const names[] = { "Broadsheet Sample", "Broadsheet 样刊" };
static const char *const section_ids[]
  = { "us", "world", "china", "arts", "science", "entertainment", "sports", "beyond", NULL };

static void
story_free (NewsSampleStory *self)
{
  g_free (self->id);
  g_free (self->section);
  g_free (self->headline);
  g_free (self->standfirst);
  g_free (self->byline);
  g_free (self->outlet);
  g_free (self->body);
  g_strfreev (self->topics);
  g_strfreev (self->related);
  g_strfreev (self->points);
  g_free (self->drawing);
  g_free (self->alt);
  g_free (self->caption);
  g_free (self->credit);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleStory, story_free)

static gboolean
read_text (JsonObject *object, const char *name, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING
      || *json_node_get_string (node) == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is not a text", name);
      return FALSE;
    }
  *text = json_node_dup_string (node);

  return TRUE;
}

static gboolean
read_number (JsonObject *object, const char *name, gint64 *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 0 || json_node_get_int (node) > G_MAXINT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is not a number", name);
      return FALSE;
    }
  *number = json_node_get_int (node);

  return TRUE;
}

static gboolean
read_list (JsonObject *object, const char *name, char ***list, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array
    = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        array = NULL;
      else
        g_strv_builder_add (builder, json_node_get_string (element));
    }
  if (array == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is not a list of texts", name);
      return FALSE;
    }
  *list = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_body (JsonObject *object, char **body, GError **error)
{
  g_auto (GStrv) blocks = NULL;

  if (!read_list (object, "body", &blocks, error))
    return FALSE;
  *body = g_strjoinv ("\n", blocks);

  return TRUE;
}

static gboolean
read_picture (JsonObject *object, NewsSampleStory *story, GError **error)
{
  JsonNode *node = json_object_get_member (object, "picture");
  JsonObject *picture;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“picture” is not an object");
      return FALSE;
    }
  picture = json_node_get_object (node);

  return read_text (picture, "drawing", &story->drawing, error)
         && read_text (picture, "alt", &story->alt, error)
         && read_text (picture, "caption", &story->caption, error)
         && read_text (picture, "credit", &story->credit, error);
}

static NewsSampleStory *
read_story (JsonNode *node, const char *section, GError **error)
{
  g_autoptr (NewsSampleStory) story = g_new0 (NewsSampleStory, 1);
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not an object");
      return NULL;
    }
  object = json_node_get_object (node);
  story->section = g_strdup (section);
  story->updated = -1;
  if (!read_text (object, "id", &story->id, error)
      || !read_text (object, "headline", &story->headline, error)
      || !read_text (object, "standfirst", &story->standfirst, error)
      || !read_text (object, "outlet", &story->outlet, error)
      || !read_number (object, "age", &story->age, error)
      || !read_number (object, "visits", &story->visits, error)
      || !read_list (object, "topics", &story->topics, error)
      || !read_list (object, "related", &story->related, error)
      || !read_picture (object, story, error) || !read_body (object, &story->body, error)
      || (json_object_has_member (object, "byline")
          && !read_text (object, "byline", &story->byline, error))
      || (json_object_has_member (object, "points")
          && !read_list (object, "points", &story->points, error))
      || (json_object_has_member (object, "updated")
          && !read_number (object, "updated", &story->updated, error)))
    return NULL;

  return g_steal_pointer (&story);
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  const NewsSampleStory *one = a;
  const NewsSampleStory *other = b;
  int order = (one->age > other->age) - (one->age < other->age);

  return order != 0 ? order : strcmp (one->id, other->id);
}

static void
read_stories (NewsSampleSection *self, JsonArray *array, const char *origin, GPtrArray *faults)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (GError) error = NULL;
      NewsSampleStory *story = read_story (json_array_get_element (array, i), self->id, &error);

      if (story != NULL)
        g_ptr_array_add (self->stories, story);
      else
        g_ptr_array_add (faults,
                         g_strdup_printf ("%s: stories[%u]: %s", origin, i, error->message));
    }
  g_ptr_array_sort_values (self->stories, compare_ages);
}

static NewsSampleSection *
section_new (const char *id, const char *title)
{
  NewsSampleSection *self = g_new0 (NewsSampleSection, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) story_free);

  return self;
}

static void
add_stories (NewsSampleEdition *self, NewsSampleSection *section, GPtrArray *faults)
{
  for (guint i = 0; i < section->stories->len; i++)
    {
      NewsSampleStory *story = g_ptr_array_index (section->stories, i);

      /* The second of two with one id could be listed but never opened. */
      if (g_hash_table_contains (self->by_id, story->id))
        {
          g_ptr_array_add (faults, g_strdup_printf ("%s/%s: two stories “%s”", self->language,
                                                    section->id, story->id));
          g_ptr_array_remove_index (section->stories, i--);
          continue;
        }
      g_hash_table_insert (self->by_id, story->id, story);
      g_ptr_array_add (self->stories, story);
    }
}

static void
read_section (NewsSampleEdition *self, const char *id, GPtrArray *faults)
{
  g_autofree char *path = g_strdup_printf ("content/%s/%s.json", self->language, id);
  g_autoptr (GBytes) bytes = news_sample_dup_file (path);
  NewsSampleSection *section = NULL;

  if (bytes != NULL)
    section = news_sample_section_new_from_bytes (bytes, path, faults);
  else
    g_ptr_array_add (faults, g_strdup_printf ("%s: no such file", path));
  if (section == NULL)
    section = section_new (id, id);
  g_ptr_array_add (self->sections, section);
  add_stories (self, section, faults);
}

const char *const *
news_sample_get_languages (void)
{
  return languages;
}

const char *const *
news_sample_get_section_ids (void)
{
  return section_ids;
}

GBytes *
news_sample_dup_file (const char *path)
{
  g_autofree char *full = g_strconcat (PREFIX, path, NULL);

  /* Asked of this resource alone: by naming it here, a program that links the library keeps it. */
  return g_resource_lookup_data (news_sample_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

char **
news_sample_dup_drawings (void)
{
  return g_resource_enumerate_children (news_sample_get_resource (), PREFIX "drawings",
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

NewsSampleSection *
news_sample_section_new_from_bytes (GBytes *bytes, const char *origin, GPtrArray *faults)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (NewsSampleSection) self = section_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  JsonNode *stories;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, length > 0 ? text : "", (gssize) length, &error))
    {
      g_ptr_array_add (faults, g_strdup_printf ("%s: %s", origin, error->message));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_ptr_array_add (faults, g_strdup_printf ("%s: not an object", origin));
      return NULL;
    }
  stories = json_object_get_member (json_node_get_object (root), "stories");
  if (!read_text (json_node_get_object (root), "section", &self->id, &error)
      || !read_text (json_node_get_object (root), "title", &self->title, &error) || stories == NULL
      || !JSON_NODE_HOLDS_ARRAY (stories))
    {
      g_ptr_array_add (
        faults, g_strdup_printf ("%s: %s", origin,
                                 error != NULL ? error->message : "“stories” is not a list"));
      return NULL;
    }
  read_stories (self, json_node_get_array (stories), origin, faults);

  return g_steal_pointer (&self);
}

void
news_sample_section_free (NewsSampleSection *self)
{
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->stories);
  g_free (self);
}

NewsSampleEdition *
news_sample_edition_new (const char *language, GPtrArray *faults)
{
  NewsSampleEdition *self = g_new0 (NewsSampleEdition, 1);

  self->language = g_strdup (language);
  for (gsize i = 0; languages[i] != NULL; i++)
    if (strcmp (languages[i], language) == 0)
      self->name = g_strdup (names[i]);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_sample_section_free);
  self->stories = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; section_ids[i] != NULL; i++)
    read_section (self, section_ids[i], faults);
  g_ptr_array_sort_values (self->stories, compare_ages);

  return self;
}

void
news_sample_edition_free (NewsSampleEdition *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->sections);
  g_free (self->name);
  g_free (self->language);
  g_free (self);
}

NewsSampleSection *
news_sample_edition_get_section (const NewsSampleEdition *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsSampleSection *section = g_ptr_array_index (self->sections, i);

      if (strcmp (section->id, id) == 0)
        return section;
    }

  return NULL;
}

NewsSampleStory *
news_sample_edition_get_story (const NewsSampleEdition *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}
