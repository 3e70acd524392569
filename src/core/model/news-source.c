/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-source.h"

#include "news-edition.h"
#include "news-members.h"

G_DEFINE_BOXED_TYPE (NewsSource, news_source, news_source_ref, news_source_unref)

/* The members that are plain texts, and where they are kept. With one more of these, or of the
 * numbers, PARCEL_FORM of news-edition.c is to be another. */
static const struct
{
  const char *name;
  gsize offset;
  gboolean required;
} text_members[] = {
  { "id", G_STRUCT_OFFSET (NewsSource, id), TRUE },
  { "name", G_STRUCT_OFFSET (NewsSource, name), TRUE },
  { "api", G_STRUCT_OFFSET (NewsSource, api), TRUE },
  { "home", G_STRUCT_OFFSET (NewsSource, home), FALSE },
  { "language", G_STRUCT_OFFSET (NewsSource, language), FALSE },
  { "contact", G_STRUCT_OFFSET (NewsSource, contact), FALSE },
  { "about", G_STRUCT_OFFSET (NewsSource, about), FALSE },
  { "licence", G_STRUCT_OFFSET (NewsSource, licence), FALSE },
  { "credit", G_STRUCT_OFFSET (NewsSource, credit), FALSE },
  { "terms", G_STRUCT_OFFSET (NewsSource, terms), FALSE },
  { "note", G_STRUCT_OFFSET (NewsSource, note), FALSE },
};

/* Those that are numbers, and the most that makes sense. */
static const struct
{
  const char *name;
  gsize offset;
  guint most;
} number_members[] = {
  { "interval", G_STRUCT_OFFSET (NewsSource, interval), 3600 },
  { "requests-per-day", G_STRUCT_OFFSET (NewsSource, requests_per_day), 1000000 },
};

static const char *const members[]
  = { "id",     "name",  "api",  "home",       "language", "contact",          "about", "licence",
      "credit", "terms", "note", "parameters", "interval", "requests-per-day", NULL };

#define TEXT_MEMBER(self, i) G_STRUCT_MEMBER (char *, self, text_members[i].offset)
#define NUMBER_MEMBER(self, i) G_STRUCT_MEMBER (guint, self, number_members[i].offset)

static NewsSource *
create (void)
{
  NewsSource *self = g_atomic_rc_box_new0 (NewsSource);

  self->parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

static void
clear (NewsSource *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    g_free (TEXT_MEMBER (self, i));
  g_hash_table_unref (self->parameters);
}

static gboolean
read_parameters (NewsSource *self, JsonObject *object, const char *where, GError **error)
{
  JsonNode *node = json_object_get_member (object, "parameters");
  g_autoptr (GList) names = NULL;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID,
                   "%s: the member “parameters” is not an object", where);
      return FALSE;
    }

  names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *value = NULL;

      if (!news_members_dup_string (json_node_get_object (node), l->data, TRUE, where, &value,
                                    error))
        return FALSE;
      news_source_set_parameter (self, l->data, value);
    }

  return TRUE;
}

NewsSource *
news_source_new (const char *id, const char *name, const char *api)
{
  NewsSource *self = create ();

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->api = g_strdup (api);

  return self;
}

NewsSource *
news_source_copy (NewsSource *self)
{
  NewsSource *copy = create ();
  GHashTable *parameters = copy->parameters;
  GHashTableIter iter;
  gpointer name, value;

  *copy = *self;
  copy->parameters = parameters;
  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    TEXT_MEMBER (copy, i) = g_strdup (TEXT_MEMBER (self, i));

  g_hash_table_iter_init (&iter, self->parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    news_source_set_parameter (copy, name, value);

  return copy;
}

NewsSource *
news_source_ref (NewsSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_source_unref (NewsSource *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const char *
news_source_get_parameter (NewsSource *self, const char *name)
{
  return g_hash_table_lookup (self->parameters, name);
}

void
news_source_set_parameter (NewsSource *self, const char *name, const char *value)
{
  g_hash_table_insert (self->parameters, g_strdup (name), g_strdup (value));
}

NewsSource *
news_source_new_from_json (JsonObject *object, const char *where, GError **error)
{
  g_autoptr (NewsSource) self = create ();

  if (!news_members_check (object, members, where, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    if (!news_members_dup_string (object, text_members[i].name, text_members[i].required, where,
                                  &TEXT_MEMBER (self, i), error))
      return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (number_members); i++)
    if (!news_members_get_number (object, number_members[i].name, number_members[i].most, where,
                                  &NUMBER_MEMBER (self, i), error))
      return NULL;

  if (!read_parameters (self, object, where, error))
    return NULL;

  return g_steal_pointer (&self);
}

JsonNode *
news_source_to_json (NewsSource *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GList) names = g_hash_table_get_keys (self->parameters);
  JsonNode *node;

  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    news_members_set_string (object, text_members[i].name, TEXT_MEMBER (self, i));
  for (gsize i = 0; i < G_N_ELEMENTS (number_members); i++)
    if (NUMBER_MEMBER (self, i) > 0)
      json_object_set_int_member (object, number_members[i].name, NUMBER_MEMBER (self, i));

  if (names != NULL)
    {
      JsonObject *parameters = json_object_new ();

      names = g_list_sort (names, (GCompareFunc) g_strcmp0);
      for (GList *l = names; l != NULL; l = l->next)
        json_object_set_string_member (parameters, l->data,
                                       news_source_get_parameter (self, l->data));
      json_object_set_object_member (object, "parameters", parameters);
    }

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

void
news_source_pack (NewsSource *self, NewsParcel *parcel)
{
  GHashTableIter iter;
  gpointer name, value;

  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    news_parcel_add_text (parcel, TEXT_MEMBER (self, i));
  for (gsize i = 0; i < G_N_ELEMENTS (number_members); i++)
    news_parcel_add_number (parcel, NUMBER_MEMBER (self, i));

  news_parcel_add_number (parcel, g_hash_table_size (self->parameters));
  g_hash_table_iter_init (&iter, self->parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      news_parcel_add_text (parcel, name);
      news_parcel_add_text (parcel, value);
    }
}

static gboolean
unpack_parameters (NewsSource *self, NewsParcelReader *reader)
{
  guint32 n;

  if (!news_parcel_reader_take_number (reader, G_MAXUINT32, &n))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (!news_parcel_reader_take_text (reader, FALSE, &name) || name == NULL
          || !news_parcel_reader_take_text (reader, TRUE, &value))
        return FALSE;
      g_hash_table_insert (self->parameters, g_steal_pointer (&name), g_steal_pointer (&value));
    }

  return TRUE;
}

NewsSource *
news_source_unpack (NewsParcelReader *reader)
{
  g_autoptr (NewsSource) self = create ();

  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    if (!news_parcel_reader_take_text (reader, text_members[i].required, &TEXT_MEMBER (self, i)))
      return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (number_members); i++)
    if (!news_parcel_reader_take_number (reader, number_members[i].most, &NUMBER_MEMBER (self, i)))
      return NULL;
  if (!unpack_parameters (self, reader))
    return NULL;

  return g_steal_pointer (&self);
}
