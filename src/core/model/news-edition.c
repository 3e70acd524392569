/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-edition.h"

#include "news-members.h"

#include <string.h>

#define FORMAT 1
#define ID_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"
#define LONGEST_ID 64

/* To be raised whenever something is added to a parcel, or stands elsewhere in it. */
#define PARCEL_FORM 1

G_DEFINE_BOXED_TYPE (NewsEdition, news_edition, news_edition_ref, news_edition_unref)
G_DEFINE_QUARK (news-edition-error-quark, news_edition_error)

static const char *const members[]
  = { "format", "id", "name", "language", "city", "timezone", "sections", "sources", NULL };

static NewsEdition *
create (void)
{
  NewsEdition *self = g_atomic_rc_box_new0 (NewsEdition);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) news_source_unref);

  return self;
}

static void
clear (NewsEdition *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->language);
  g_free (self->city);
  g_free (self->timezone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->sources);
}

static gboolean invalid (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
invalid (GError **error, const char *format, ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, NEWS_EDITION_ERROR, NEWS_EDITION_ERROR_INVALID, message);

  return FALSE;
}

/* @ids gets those of the sources, borrowed: to look through all of them for each would take long
 * where there are thousands. */
static gboolean
read_sources (NewsEdition *self,
              JsonObject *object,
              const char *origin,
              GHashTable *ids,
              GError **error)
{
  JsonArray *array;

  if (!news_members_get_array (object, "sources", origin, &array, error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *where = NULL;
      JsonObject *element = news_members_get_element (array, i, "sources", &where, error);
      g_autoptr (NewsSource) source = NULL;

      if (element == NULL)
        return FALSE;
      source = news_source_new_from_json (element, where, error);
      if (source == NULL)
        return FALSE;
      if (!g_hash_table_add (ids, source->id))
        return invalid (error, "%s: the id “%s” is taken", where, source->id);
      g_ptr_array_add (self->sources, g_steal_pointer (&source));
    }

  return TRUE;
}

static gboolean
check_queries (NewsSection *section, GHashTable *sources, const char *where, GError **error)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (section->queries, i);

      if (!g_hash_table_contains (sources, query->source))
        return invalid (error, "%s.queries[%u]: there is no source “%s”", where, i, query->source);
    }

  return TRUE;
}

static gboolean
read_sections (NewsEdition *self,
               JsonObject *object,
               const char *origin,
               GHashTable *sources,
               GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!news_members_get_array (object, "sections", origin, &array, error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *where = NULL;
      JsonObject *element = news_members_get_element (array, i, "sections", &where, error);
      g_autoptr (NewsSection) section = NULL;

      if (element == NULL)
        return FALSE;
      section = news_section_new_from_json (element, where, error);
      if (section == NULL || !check_queries (section, sources, where, error))
        return FALSE;
      if (*section->id == '@')
        return invalid (error, "%s: an id that begins with “@” is kept for other lists", where);
      if (!g_hash_table_add (ids, section->id))
        return invalid (error, "%s: the id “%s” is taken", where, section->id);
      g_ptr_array_add (self->sections, g_steal_pointer (&section));
    }

  return TRUE;
}

/* It is the name of the edition's file, so that nothing in it may lead to another folder. */
static gboolean
is_id (const char *id)
{
  gsize length = strlen (id);

  return length <= LONGEST_ID && strspn (id, ID_LETTERS) == length;
}

static gboolean
read_id (NewsEdition *self, JsonObject *object, const char *origin, GError **error)
{
  if (!news_members_dup_string (object, "id", TRUE, origin, &self->id, error))
    return FALSE;

  if (!is_id (self->id))
    return invalid (error,
                    "%s: the id “%s” is not made of at most %d small letters, digits and hyphens",
                    origin, self->id, LONGEST_ID);

  return TRUE;
}

/* A name of the tz database never leads out of it; GLib would follow a path that does. */
static gboolean
find_zone (NewsEdition *self)
{
  if (strchr ("/:.", *self->timezone) == NULL && strstr (self->timezone, "..") == NULL)
    self->zone = g_time_zone_new_identifier (self->timezone);

  return self->zone != NULL;
}

static gboolean
read_timezone (NewsEdition *self, JsonObject *object, const char *origin, GError **error)
{
  if (!news_members_dup_string (object, "timezone", TRUE, origin, &self->timezone, error))
    return FALSE;

  if (!find_zone (self))
    return invalid (error, "%s: there is no time zone “%s”", origin, self->timezone);

  return TRUE;
}

static gboolean
read_edition (NewsEdition *self, JsonNode *root, const char *origin, GError **error)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return invalid (error, "%s: this is not an object", origin);

  object = json_node_get_object (root);
  if (json_object_get_int_member_with_default (object, "format", 0) != FORMAT)
    return invalid (error, "%s: the member “format” is not %d, the only one that is known", origin,
                    FORMAT);

  return news_members_check (object, members, origin, error)
         && read_id (self, object, origin, error)
         && news_members_dup_string (object, "name", TRUE, origin, &self->name, error)
         && news_members_dup_string (object, "language", TRUE, origin, &self->language, error)
         && news_members_dup_string (object, "city", TRUE, origin, &self->city, error)
         && read_timezone (self, object, origin, error)
         && read_sources (self, object, origin, sources, error)
         && read_sections (self, object, origin, sources, error);
}

NewsEdition *
news_edition_ref (NewsEdition *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_edition_unref (NewsEdition *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

NewsEdition *
news_edition_new_from_bytes (GBytes *bytes, const char *origin, GError **error)
{
  /* Not an immutable one: it aborts at a text before the object, which it lets pass. */
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (NewsEdition) self = create ();
  g_autoptr (GError) syntax = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  /* The parser would let other bytes pass, into names that are shown and into its own words. */
  if (!g_utf8_validate (text != NULL ? text : "", (gssize) length, NULL))
    {
      invalid (error, "%s: this is not text in UTF-8", origin);
      return NULL;
    }

  /* Nothing at all is NULL, which the parser does not take. */
  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) length, &syntax))
    {
      /* It may quote the file, and end in the middle of a letter. */
      g_autofree char *words = g_utf8_make_valid (syntax->message, -1);

      invalid (error, "%s: %s", origin, words);
      return NULL;
    }

  if (!read_edition (self, json_parser_get_root (parser), origin, error))
    return NULL;

  return g_steal_pointer (&self);
}

GBytes *
news_edition_to_bytes (NewsEdition *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *sections = json_array_new ();
  JsonArray *sources = json_array_new ();
  char *text;

  json_object_set_int_member (object, "format", FORMAT);
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "language", self->language);
  json_object_set_string_member (object, "city", self->city);
  json_object_set_string_member (object, "timezone", self->timezone);

  for (guint i = 0; i < self->sections->len; i++)
    json_array_add_element (sections, news_section_to_json (g_ptr_array_index (self->sections, i)));
  json_object_set_array_member (object, "sections", sections);

  for (guint i = 0; i < self->sources->len; i++)
    json_array_add_element (sources, news_source_to_json (g_ptr_array_index (self->sources, i)));
  json_object_set_array_member (object, "sources", sources);

  json_node_take_object (root, object);
  text = json_to_string (root, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

/* --- as a parcel --- */

static gboolean
unpack_sources (NewsEdition *self, NewsParcelReader *reader)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 n;

  if (!news_parcel_reader_take_number (reader, G_MAXUINT32, &n))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      NewsSource *source = news_source_unpack (reader);

      if (source == NULL)
        return FALSE;
      g_ptr_array_add (self->sources, source);
      if (!g_hash_table_add (ids, source->id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
unpack_sections (NewsEdition *self, NewsParcelReader *reader)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 n;

  if (!news_parcel_reader_take_number (reader, G_MAXUINT32, &n))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      NewsSection *section = news_section_unpack (reader, self->sources);

      if (section == NULL)
        return FALSE;
      g_ptr_array_add (self->sections, section);
      if (*section->id == '@' || !g_hash_table_add (ids, section->id))
        return FALSE;
    }

  return TRUE;
}

NewsEdition *
news_edition_new_from_variant (GVariant *variant)
{
  g_autoptr (NewsEdition) self = create ();
  NewsParcelReader reader;

  if (!news_parcel_reader_init (&reader, variant, PARCEL_FORM)
      || !news_parcel_reader_take_text (&reader, TRUE, &self->id) || !is_id (self->id)
      || !news_parcel_reader_take_text (&reader, TRUE, &self->name)
      || !news_parcel_reader_take_text (&reader, TRUE, &self->language)
      || !news_parcel_reader_take_text (&reader, TRUE, &self->city)
      || !news_parcel_reader_take_text (&reader, TRUE, &self->timezone) || !find_zone (self)
      || !unpack_sources (self, &reader) || !unpack_sections (self, &reader)
      || !news_parcel_reader_is_at_end (&reader))
    return NULL;

  return g_steal_pointer (&self);
}

GVariant *
news_edition_to_variant (NewsEdition *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NewsParcel) parcel = news_parcel_new ();

  news_parcel_add_text (parcel, self->id);
  news_parcel_add_text (parcel, self->name);
  news_parcel_add_text (parcel, self->language);
  news_parcel_add_text (parcel, self->city);
  news_parcel_add_text (parcel, self->timezone);

  news_parcel_add_number (parcel, self->sources->len);
  for (guint i = 0; i < self->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (self->sources, i);

      news_source_pack (source, parcel);
      g_hash_table_insert (places, source->id, GUINT_TO_POINTER (i + 1));
    }

  news_parcel_add_number (parcel, self->sections->len);
  for (guint i = 0; i < self->sections->len; i++)
    news_section_pack (g_ptr_array_index (self->sections, i), places, parcel);

  return news_parcel_to_variant (parcel, PARCEL_FORM);
}

NewsSection *
news_edition_get_section (NewsEdition *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (self->sections, i);

      if (g_strcmp0 (section->id, id) == 0)
        return section;
    }

  return NULL;
}

NewsSource *
news_edition_get_source (NewsEdition *self, const char *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (self->sources, i);

      if (g_strcmp0 (source->id, id) == 0)
        return source;
    }

  return NULL;
}

static NewsEdition *
copy (NewsEdition *self)
{
  NewsEdition *edition = create ();

  edition->id = g_strdup (self->id);
  edition->name = g_strdup (self->name);
  edition->language = g_strdup (self->language);
  edition->city = g_strdup (self->city);
  edition->timezone = g_strdup (self->timezone);
  edition->zone = g_time_zone_ref (self->zone);

  for (guint i = 0; i < self->sections->len; i++)
    g_ptr_array_add (edition->sections, news_section_ref (g_ptr_array_index (self->sections, i)));
  for (guint i = 0; i < self->sources->len; i++)
    g_ptr_array_add (edition->sources, news_source_ref (g_ptr_array_index (self->sources, i)));

  return edition;
}

static void
replace_source (NewsEdition *self, NewsSource *source)
{
  guint index;
  NewsSource *old = news_edition_get_source (self, source->id);

  if (old != NULL && g_ptr_array_find (self->sources, old, &index))
    g_ptr_array_remove_index (self->sources, index);
  g_ptr_array_add (self->sources, news_source_ref (source));
}

static void
append_section (NewsEdition *self, NewsSection *section)
{
  g_autofree char *id = g_strdup (section->id);

  for (guint n = 2; news_edition_get_section (self, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", section->id, n);
    }

  g_ptr_array_add (self->sections, news_section_copy (section, id));
}

NewsEdition *
news_edition_extend (NewsEdition *self, GPtrArray *sources, GPtrArray *sections)
{
  NewsEdition *edition = copy (self);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    replace_source (edition, g_ptr_array_index (sources, i));
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    append_section (edition, g_ptr_array_index (sections, i));

  return edition;
}
