/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmarks-json.h"

#include "news-bookmarks-file.h"
#include "news-date.h"
#include "news-json-pieces.h"
#include "news-markup.h"
#include "news-web-address.h"

#include <glib/gi18n-lib.h>

#define FORMAT "broadsheet-bookmarks"

/* Letters of a title, a name and the like; topics, and files of a picture. */
#define MOST_LETTERS 4000
#define MOST_MEMBERS 64
#define MOST_PIXELS 100000

/* --- reading: nothing is taken for what it should be --- */

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Text on one line, or NULL. */
static char *
dup_line (JsonObject *object, const char *name)
{
  const char *text = get_string (object, name);
  g_autofree char *cut = NULL;

  if (text == NULL)
    return NULL;

  cut = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_LETTERS));

  return news_markup_tidy_text (cut);
}

static char *
dup_text (JsonObject *object, const char *name)
{
  const char *text = get_string (object, name);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static gint64
read_time (JsonObject *object, const char *name, const NewsDate *date)
{
  const char *text = get_string (object, name);
  gint64 time;

  return text != NULL && news_date_read (date, text, &time) ? MAX (time, 0) : 0;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static char **
read_topics (JsonObject *object)
{
  JsonArray *array = get_array (object, "topics");
  g_autoptr (GStrvBuilder) topics = g_strv_builder_new ();
  guint n = array != NULL ? MIN (json_array_get_length (array), MOST_MEMBERS) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *name = json_node_get_value_type (node) == G_TYPE_STRING
                                ? news_markup_tidy_text (json_node_get_string (node))
                                : NULL;

      if (name != NULL)
        g_strv_builder_add (topics, name);
    }

  return n > 0 ? g_strv_builder_end (topics) : NULL;
}

static int
read_pixels (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;

  return (int) CLAMP (json_node_get_int (node), 0, MOST_PIXELS);
}

static void
add_file (NewsPicture *picture, JsonNode *node)
{
  JsonObject *file = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *address = file != NULL ? get_string (file, "url") : NULL;
  g_autofree char *url
    = news_web_address_is_web (address) ? news_web_address_resolve (address, NULL) : NULL;

  if (url != NULL)
    news_picture_add_file (picture, url, read_pixels (file, "width"), read_pixels (file, "height"));
}

static NewsPicture *
read_picture (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "picture");
  JsonObject *told
    = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *files = told != NULL ? get_array (told, "files") : NULL;
  g_autoptr (NewsPicture) picture = NULL;

  if (files == NULL)
    return NULL;

  picture = news_picture_new ();
  for (guint i = 0; i < MIN (json_array_get_length (files), MOST_MEMBERS); i++)
    add_file (picture, json_array_get_element (files, i));
  picture->alt = dup_line (told, "alt");
  picture->caption = dup_line (told, "caption");
  picture->credit = dup_line (told, "credit");

  return picture->files->len > 0 ? g_steal_pointer (&picture) : NULL;
}

static GBytes *
read_page (JsonObject *object)
{
  const char *text = get_string (object, "page");
  guchar *data;
  gsize length;

  if (text == NULL || *text == '\0')
    return NULL;

  data = g_base64_decode (text, &length);

  return g_bytes_new_take (data, length);
}

static gboolean
is_true (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static void
read_bookmark (JsonObject *object, const NewsDate *date, NewsBookmarkList *list)
{
  const char *address = get_string (object, "url");
  g_autofree char *url
    = news_web_address_is_web (address) ? news_web_address_resolve (address, NULL) : NULL;
  NewsArticle *article;

  if (url == NULL)
    {
      list->left_out++;
      return;
    }

  article = news_article_new ();
  article->url = g_steal_pointer (&url);
  article->title = dup_line (object, "title");
  article->outlet = dup_line (object, "outlet");
  article->byline = dup_line (object, "byline");
  article->language = dup_line (object, "language");
  article->standfirst = dup_line (object, "standfirst");
  article->topics = read_topics (object);
  article->published = read_time (object, "published", date);
  article->updated = read_time (object, "updated", date);
  article->text = dup_text (object, "text");
  article->page = read_page (object);
  article->lead = read_picture (object);
  article->summary_only = is_true (object, "summary");
  news_bookmark_list_take (list, article, read_time (object, "bookmarked", date));
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  JsonNode *version = json_object_get_member (object, "version");

  if (g_strcmp0 (get_string (object, "format"), FORMAT) != 0
      || get_array (object, "bookmarks") == NULL)
    {
      g_set_error_literal (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_INVALID,
                           _ ("The file has no bookmarks that Broadsheet can read."));
      return FALSE;
    }

  if (version != NULL && json_node_get_value_type (version) == G_TYPE_INT64
      && json_node_get_int (version) > NEWS_BOOKMARKS_VERSION)
    {
      g_set_error_literal (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_TOO_NEW,
                           _ ("A later version of Broadsheet has written this file. Update "
                              "Broadsheet to read it."));
      return FALSE;
    }

  return TRUE;
}

NewsBookmarkList *
news_bookmarks_json_read (const char *json, gsize length, GError **error)
{
  g_autoptr (NewsJsonPieces) pieces = news_json_pieces_new (json, length);
  g_autoptr (NewsDate) date = news_date_new ("rfc3339");
  g_autoptr (NewsBookmarkList) list = NULL;
  JsonArray *array;

  if (pieces == NULL)
    {
      g_set_error_literal (error, NEWS_BOOKMARKS_ERROR, NEWS_BOOKMARKS_ERROR_INVALID,
                           _ ("The file is damaged, or is no file of bookmarks."));
      return NULL;
    }
  if (!check_version (news_json_pieces_get_object (pieces), error))
    return NULL;

  list = news_bookmark_list_new ();
  list->ordered = TRUE;
  array = get_array (news_json_pieces_get_object (pieces), "bookmarks");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *number = json_array_get_element (array, i);
      g_autoptr (JsonNode) node = json_node_get_value_type (number) == G_TYPE_INT64
                                    ? news_json_pieces_read (pieces, json_node_get_int (number))
                                    : NULL;

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        read_bookmark (json_node_get_object (node), date, list);
      else
        list->left_out++;
    }

  return g_steal_pointer (&list);
}

/* --- writing --- */

void
news_bookmarks_json_begin (GString *json)
{
  g_string_append_printf (json,
                          "{\n\"format\": \"" FORMAT "\",\n\"version\": %d,\n\"bookmarks\": [",
                          NEWS_BOOKMARKS_VERSION);
}

static void
set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

static void
set_time (JsonObject *object, const char *name, gint64 time)
{
  g_autoptr (GDateTime) moment = time > 0 ? g_date_time_new_from_unix_utc (time) : NULL;
  g_autofree char *text = moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;

  set_string (object, name, text);
}

static void
set_picture (JsonObject *object, NewsPicture *picture)
{
  JsonObject *told = json_object_new ();
  JsonArray *files = json_array_new ();

  for (guint i = 0; i < picture->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);
      JsonObject *member = json_object_new ();

      json_object_set_string_member (member, "url", file->url);
      json_object_set_int_member (member, "width", file->width);
      json_object_set_int_member (member, "height", file->height);
      json_array_add_object_element (files, member);
    }
  json_object_set_array_member (told, "files", files);
  set_string (told, "alt", picture->alt);
  set_string (told, "caption", picture->caption);
  set_string (told, "credit", picture->credit);
  json_object_set_object_member (object, "picture", told);
}

static void
set_topics (JsonObject *object, char **topics)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; topics[i] != NULL; i++)
    json_array_add_string_element (array, topics[i]);
  json_object_set_array_member (object, "topics", array);
}

static void
set_body (JsonObject *object, const NewsArticle *article)
{
  set_string (object, "standfirst", article->standfirst);
  set_string (object, "text", article->text);
  if (article->page != NULL)
    {
      gsize length;
      const guchar *data = g_bytes_get_data (article->page, &length);
      g_autofree char *page = g_base64_encode (data, length);

      set_string (object, "page", page);
    }
  if (article->lead != NULL)
    set_picture (object, article->lead);
  if (article->summary_only)
    json_object_set_boolean_member (object, "summary", TRUE);
}

void
news_bookmarks_json_append (GString *json, const NewsBookmark *bookmark, gboolean first)
{
  const NewsArticle *article = bookmark->article;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  set_string (object, "url", article->url);
  set_string (object, "title", article->title);
  set_string (object, "outlet", article->outlet);
  set_string (object, "byline", article->byline);
  set_string (object, "language", article->language);
  if (article->topics != NULL)
    set_topics (object, article->topics);
  set_time (object, "published", article->published);
  set_time (object, "updated", article->updated);
  set_time (object, "bookmarked", bookmark->time);
  set_body (object, article);

  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);
  g_string_append_printf (json, "%s\n%s", first ? "" : ",", text);
}

void
news_bookmarks_json_end (GString *json)
{
  g_string_append (json, "\n]\n}\n");
}
