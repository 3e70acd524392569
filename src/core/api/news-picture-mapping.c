/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-picture-mapping.h"

#include "news-json-path.h"
#include "news-mapping.h"
#include "news-strict.h"
#include "news-web-address.h"

/* Files that one picture may have; more are left out. */
#define MAX_FILES 64

/* Where files of a picture are: one, or one for each of the rows. */
typedef struct
{
  NewsJsonPath *rows; /* or NULL */
  NewsMapping *mapping;
} FileSet;

/* One of the places that are tried. */
typedef struct
{
  NewsJsonPath *at; /* or NULL */
  GPtrArray *files; /* FileSet */
  NewsMapping *words;
} Place;

struct _NewsPictureMapping
{
  GPtrArray *places;
};

typedef struct
{
  char *url;
  gint64 width;
  gint64 height;
} File;

static const NewsField file_fields[] = {
  { "url", NEWS_RULE_TEXT, G_STRUCT_OFFSET (File, url), TRUE },
  { "width", NEWS_RULE_NUMBER, G_STRUCT_OFFSET (File, width), FALSE },
  { "height", NEWS_RULE_NUMBER, G_STRUCT_OFFSET (File, height), FALSE },
  { NULL },
};

static const NewsField word_fields[] = {
  { "alt", NEWS_RULE_LINE, G_STRUCT_OFFSET (NewsPicture, alt), FALSE },
  { "caption", NEWS_RULE_LINE, G_STRUCT_OFFSET (NewsPicture, caption), FALSE },
  { "credit", NEWS_RULE_LINE, G_STRUCT_OFFSET (NewsPicture, credit), FALSE },
  { NULL },
};

typedef struct
{
  const FileSet *set;
  NewsContext context;
  NewsPicture *picture;
} Search;

typedef struct
{
  const Place *place;
  const NewsContext *context;
  NewsPicture *picture;
} Find;

static void
free_set (FileSet *set)
{
  g_clear_pointer (&set->rows, news_json_path_free);
  g_clear_pointer (&set->mapping, news_mapping_free);
  g_free (set);
}

static void
free_place (Place *place)
{
  g_clear_pointer (&place->at, news_json_path_free);
  g_clear_pointer (&place->words, news_mapping_free);
  g_ptr_array_unref (place->files);
  g_free (place);
}

/* --- reading the descriptor ------------------------------------------------------------------- */

static gboolean
read_set (FileSet *set,
          JsonNode *node,
          const NewsParameters *parameters,
          const char *where,
          GError **error)
{
  static const char *const others[] = { "rows", NULL };

  set->mapping = news_mapping_new_from_json (node, file_fields, others, parameters, where, error);

  return set->mapping != NULL
         && news_json_path_read_member (json_node_get_object (node), "rows", parameters, where,
                                        &set->rows, error);
}

static gboolean
read_files (Place *place,
            JsonObject *object,
            const NewsParameters *parameters,
            const char *where,
            GError **error)
{
  JsonArray *array;

  if (!news_strict_get_list (object, "files", where, &array, error))
    return FALSE;
  if (array == NULL || json_array_get_length (array) == 0)
    return news_strict_fail (error, where, "a picture has no “files”");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.files[%u]", where, i);
      FileSet *set = g_new0 (FileSet, 1);

      g_ptr_array_add (place->files, set);
      if (!read_set (set, json_array_get_element (array, i), parameters, inner, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_place (Place *place,
            JsonNode *node,
            const NewsParameters *parameters,
            const char *where,
            GError **error)
{
  static const char *const others[] = { "at", "files", NULL };
  JsonObject *object;

  place->words = news_mapping_new_from_json (node, word_fields, others, parameters, where, error);
  if (place->words == NULL)
    return FALSE;

  object = json_node_get_object (node);

  return news_json_path_read_member (object, "at", parameters, where, &place->at, error)
         && read_files (place, object, parameters, where, error);
}

static gboolean
add_place (NewsPictureMapping *self,
           JsonNode *node,
           const NewsParameters *parameters,
           const char *where,
           GError **error)
{
  Place *place = g_new0 (Place, 1);

  place->files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_set);
  g_ptr_array_add (self->places, place);

  return read_place (place, node, parameters, where, error);
}

/* --- applying it ------------------------------------------------------------------------------ */

static void
add_file (const Search *search, const NewsContext *context)
{
  File file = { NULL, 0, 0 };
  g_autofree char *url = NULL;
  g_autofree char *address = NULL;

  news_mapping_fill (search->set->mapping, context, &file);
  url = file.url;
  if (url != NULL)
    address = news_web_address_resolve (url, context->base);
  if (address != NULL && search->picture->files->len < MAX_FILES)
    news_picture_add_file (search->picture, address, (int) MIN (file.width, G_MAXINT16),
                           (int) MIN (file.height, G_MAXINT16));
}

static gboolean
add_file_cb (const NewsValue *value, gpointer data)
{
  Search *search = data;
  NewsContext context = search->context;

  if (value->node == NULL)
    return TRUE;

  context.here = value->node;
  add_file (search, &context);

  return search->picture->files->len < MAX_FILES;
}

static void
add_files (const Place *place, const NewsContext *context, NewsPicture *picture)
{
  Search search = { NULL, *context, picture };

  for (guint i = 0; i < place->files->len; i++)
    {
      search.set = g_ptr_array_index (place->files, i);
      if (search.set->rows != NULL)
        news_json_path_foreach (search.set->rows, context, add_file_cb, &search);
      else
        add_file (&search, context);
    }
}

/* Fills in the words that the picture does not have yet. */
static void
add_words (const Place *place, const NewsContext *context, NewsPicture *picture)
{
  g_autoptr (NewsPicture) words = news_picture_new ();

  news_mapping_fill (place->words, context, words);
  if (picture->alt == NULL)
    picture->alt = g_steal_pointer (&words->alt);
  if (picture->caption == NULL)
    picture->caption = g_steal_pointer (&words->caption);
  if (picture->credit == NULL)
    picture->credit = g_steal_pointer (&words->credit);
}

static NewsPicture *
find_picture (const Place *place, const NewsContext *context)
{
  g_autoptr (NewsPicture) picture = news_picture_new ();

  add_files (place, context, picture);
  if (picture->files->len == 0)
    return NULL;
  add_words (place, context, picture);

  return g_steal_pointer (&picture);
}

static gboolean
find_picture_cb (const NewsValue *value, gpointer data)
{
  Find *find = data;
  NewsContext context = *find->context;

  context.here = value->node;
  if (context.here != NULL)
    find->picture = find_picture (find->place, &context);

  return find->picture == NULL;
}

NewsPictureMapping *
news_picture_mapping_new_from_json (JsonNode *node,
                                    const NewsParameters *parameters,
                                    const char *where,
                                    GError **error)
{
  g_autoptr (NewsPictureMapping) self = g_new0 (NewsPictureMapping, 1);
  JsonArray *array;

  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) free_place);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return add_place (self, node, parameters, where, error) ? g_steal_pointer (&self) : NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%u]", where, i);

      if (!add_place (self, json_array_get_element (array, i), parameters, inner, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
news_picture_mapping_free (NewsPictureMapping *self)
{
  g_ptr_array_unref (self->places);
  g_free (self);
}

NewsPicture *
news_picture_mapping_apply (const NewsPictureMapping *self, const NewsContext *context)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = g_ptr_array_index (self->places, i);
      Find find = { place, context, NULL };

      if (place->at != NULL)
        news_json_path_foreach (place->at, context, find_picture_cb, &find);
      else
        find.picture = find_picture (place, context);
      if (find.picture != NULL)
        return find.picture;
    }

  return NULL;
}
