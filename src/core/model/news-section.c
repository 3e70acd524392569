/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-section.h"

#include "news-edition.h"
#include "news-members.h"
#include "news-source.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (NewsSection, news_section, news_section_ref, news_section_unref)

static const char *const members[] = { "id", "title", "icon", "group", "queries", NULL };
static const char *const query_members[] = { "source", "section", NULL };

static void
free_query (NewsQuery *query)
{
  g_free (query->source);
  g_free (query->section);
  g_free (query);
}

static NewsSection *
create (void)
{
  NewsSection *self = g_atomic_rc_box_new0 (NewsSection);

  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_query);

  return self;
}

static void
clear (NewsSection *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->icon);
  g_free (self->group);
  g_ptr_array_unref (self->queries);
}

static gboolean
read_query (NewsSection *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *source = NULL;
  g_autofree char *section = NULL;

  if (!news_members_check (object, query_members, where, error)
      || !news_members_dup_string (object, "source", TRUE, where, &source, error)
      || !news_members_dup_string (object, "section", FALSE, where, &section, error))
    return FALSE;

  news_section_add_query (self, source, section);

  return TRUE;
}

/* The text alone is the source: of hundreds of queries hardly one has more to say, and objects are
 * what a parser takes longest for. */
static gboolean
read_element (NewsSection *self, JsonArray *array, guint index, const char *name, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);
  g_autofree char *where = NULL;
  JsonObject *query;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      news_section_add_query (self, json_node_get_string (node), NULL);
      return TRUE;
    }

  query = news_members_get_element (array, index, name, &where, error);

  return query != NULL && read_query (self, query, where, error);
}

static gboolean
read_queries (NewsSection *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.queries", where);
  JsonArray *array;

  if (!news_members_get_array (object, "queries", where, &array, error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_element (self, array, i, name, error))
      return FALSE;

  return TRUE;
}

NewsSection *
news_section_new (const char *id, const char *title, const char *icon)
{
  NewsSection *self = create ();

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->icon = g_strdup (icon);

  return self;
}

NewsSection *
news_section_ref (NewsSection *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_section_unref (NewsSection *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

NewsSection *
news_section_copy (NewsSection *self, const char *id)
{
  NewsSection *section = news_section_new (id != NULL ? id : self->id, self->title, self->icon);

  section->group = g_strdup (self->group);
  for (guint i = 0; i < self->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (self->queries, i);

      news_section_add_query (section, query->source, query->section);
    }

  return section;
}

gboolean
news_section_is_home (NewsSection *self)
{
  return self->queries->len == 0 && strcmp (self->id, NEWS_SECTION_HOME) == 0;
}

void
news_section_add_query (NewsSection *self, const char *source, const char *section)
{
  NewsQuery *query = g_new0 (NewsQuery, 1);

  query->source = g_strdup (source);
  query->section = g_strdup (section);
  g_ptr_array_add (self->queries, query);
}

gboolean
news_section_has_query (NewsSection *self, const char *source, const char *section)
{
  for (guint i = 0; i < self->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (self->queries, i);

      if (g_str_equal (query->source, source) && g_strcmp0 (query->section, section) == 0)
        return TRUE;
    }

  return FALSE;
}

NewsSection *
news_section_new_from_json (JsonObject *object, const char *where, GError **error)
{
  g_autoptr (NewsSection) self = create ();

  if (!news_members_check (object, members, where, error)
      || !news_members_dup_string (object, "id", TRUE, where, &self->id, error)
      || !news_members_dup_string (object, "title", TRUE, where, &self->title, error)
      || !news_members_dup_string (object, "icon", FALSE, where, &self->icon, error)
      || !news_members_dup_string (object, "group", FALSE, where, &self->group, error)
      || !read_queries (self, object, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
add_element (JsonArray *array, NewsQuery *query)
{
  JsonObject *element;

  if (query->section == NULL)
    {
      json_array_add_string_element (array, query->source);
      return;
    }

  element = json_object_new ();
  json_object_set_string_member (element, "source", query->source);
  json_object_set_string_member (element, "section", query->section);
  json_array_add_object_element (array, element);
}

JsonNode *
news_section_to_json (NewsSection *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  news_members_set_string (object, "icon", self->icon);
  news_members_set_string (object, "group", self->group);

  if (self->queries->len > 0)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < self->queries->len; i++)
        add_element (array, g_ptr_array_index (self->queries, i));
      json_object_set_array_member (object, "queries", array);
    }

  json_node_take_object (node, object);

  return node;
}

void
news_section_pack (NewsSection *self, GHashTable *places, NewsParcel *parcel)
{
  news_parcel_add_text (parcel, self->id);
  news_parcel_add_text (parcel, self->title);
  news_parcel_add_text (parcel, self->icon);
  news_parcel_add_text (parcel, self->group);

  news_parcel_add_number (parcel, self->queries->len);
  for (guint i = 0; i < self->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (self->queries, i);

      news_parcel_add_number (parcel,
                              GPOINTER_TO_UINT (g_hash_table_lookup (places, query->source)));
      news_parcel_add_text (parcel, query->section);
    }
}

static gboolean
unpack_query (NewsSection *self, NewsParcelReader *reader, GPtrArray *sources)
{
  g_autofree char *section = NULL;
  const NewsSource *source;
  guint32 place;

  if (!news_parcel_reader_take_number (reader, sources->len, &place) || place == 0
      || !news_parcel_reader_take_text (reader, FALSE, &section))
    return FALSE;

  source = g_ptr_array_index (sources, place - 1);
  news_section_add_query (self, source->id, section);

  return TRUE;
}

NewsSection *
news_section_unpack (NewsParcelReader *reader, GPtrArray *sources)
{
  g_autoptr (NewsSection) self = create ();
  guint32 n;

  if (!news_parcel_reader_take_text (reader, TRUE, &self->id)
      || !news_parcel_reader_take_text (reader, TRUE, &self->title)
      || !news_parcel_reader_take_text (reader, FALSE, &self->icon)
      || !news_parcel_reader_take_text (reader, FALSE, &self->group)
      || !news_parcel_reader_take_number (reader, G_MAXUINT32, &n))
    return NULL;

  for (guint32 i = 0; i < n; i++)
    if (!unpack_query (self, reader, sources))
      return NULL;

  return g_steal_pointer (&self);
}
