/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-json.h"

#include <json-glib/json-glib.h>

static const int picture_widths[] = { 320, 640, 1280 };

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_list (JsonBuilder *builder, const char *name, char **list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; list[i] != NULL; i++)
    json_builder_add_string_value (builder, list[i]);
  json_builder_end_array (builder);
}

static void
add_address (JsonBuilder *builder, const char *name, const char *address, const char *path)
{
  g_autofree char *full = g_strconcat (address, path, NULL);

  add_text (builder, name, full);
}

static void
add_time (JsonBuilder *builder, const char *name, const NewsSampleView *view, gint64 age)
{
  g_autofree char *time = age >= 0 ? news_sample_view_dup_time (view, age) : NULL;

  add_text (builder, name, time);
}

static void
add_picture (JsonBuilder *builder, const NewsSampleView *view, const NewsSampleStory *story)
{
  json_builder_set_member_name (builder, "picture");
  if (story->drawing == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  add_text (builder, "alt", story->alt);
  add_text (builder, "caption", story->caption);
  add_text (builder, "credit", story->credit);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (picture_widths); i++)
    {
      g_autofree char *path
        = g_strdup_printf ("pictures/%s?width=%d", story->drawing, picture_widths[i]);

      json_builder_begin_object (builder);
      add_address (builder, "url", view->address, path);
      add_number (builder, "width", picture_widths[i]);
      /* Every drawing is three by two. */
      add_number (builder, "height", (picture_widths[i] * 2 + 1) / 3);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_story (JsonBuilder *builder, const NewsSampleView *view, const NewsSampleStory *story)
{
  const char *language = view->edition->language;
  g_autofree char *path = g_strconcat (language, "/stories/", story->id, NULL);
  char *sections[] = { story->section, NULL };

  json_builder_begin_object (builder);
  add_text (builder, "id", story->id);
  add_address (builder, "url", view->address, path);
  add_text (builder, "headline", story->headline);
  add_text (builder, "standfirst", story->standfirst);
  add_text (builder, "byline", story->byline);
  add_text (builder, "outlet", story->outlet);
  add_time (builder, "published", view, story->age);
  add_time (builder, "updated", view, story->updated);
  add_text (builder, "language", language);
  add_list (builder, "topics", story->topics);
  add_list (builder, "sections", sections);
  add_number (builder, "visits",
              story->visits + news_sample_state_get_visits (view->state, language, story->id));
  add_list (builder, "related", story->related);
  if (story->points != NULL)
    add_list (builder, "points", story->points);
  add_picture (builder, view, story);
  add_text (builder, "body", story->body);
  json_builder_end_object (builder);
}

static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

char *
news_sample_json_root (const char *address, GPtrArray *editions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_text (builder, "api", "broadsheet-sample");
  add_text (builder, "name", "Broadsheet Sample");
  json_builder_set_member_name (builder, "editions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < editions->len; i++)
    {
      const NewsSampleEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *path = g_strconcat (edition->language, "/", NULL);

      json_builder_begin_object (builder);
      add_text (builder, "language", edition->language);
      add_text (builder, "name", edition->name);
      add_address (builder, "address", address, path);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  return end (builder);
}

char *
news_sample_json_site (const NewsSampleView *view)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *path = g_strconcat (view->edition->language, "/", NULL);

  json_builder_begin_object (builder);
  add_text (builder, "api", "broadsheet-sample");
  add_text (builder, "name", view->edition->name);
  add_text (builder, "language", view->edition->language);
  add_address (builder, "home", view->address, path);

  return end (builder);
}

char *
news_sample_json_sections (const NewsSampleView *view)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->edition->sections->len; i++)
    {
      const NewsSampleSection *section = g_ptr_array_index (view->edition->sections, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", section->id);
      add_text (builder, "title", section->title);
      add_number (builder, "articles", section->stories->len);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  return end (builder);
}

char *
news_sample_json_list (const NewsSampleView *view, const NewsSamplePart *part)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  guint first = (part->page - 1) * part->size;

  json_builder_begin_object (builder);
  add_number (builder, "total", part->stories->len);
  add_number (builder, "page", part->page);
  add_number (builder, "pages", part->pages);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = first; i < MIN (first + part->size, part->stories->len); i++)
    add_story (builder, view, g_ptr_array_index (part->stories, i));
  json_builder_end_array (builder);

  return end (builder);
}

char *
news_sample_json_article (const NewsSampleView *view, const NewsSampleStory *story)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "article");
  add_story (builder, view, story);

  return end (builder);
}

char *
news_sample_json_error (const char *code, const char *message)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  add_text (builder, "code", code);
  add_text (builder, "message", message);
  json_builder_end_object (builder);

  return end (builder);
}

char *
news_sample_view_dup_time (const NewsSampleView *view, gint64 age)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (view->hour - age * 60);

  return g_date_time_format_iso8601 (time);
}
