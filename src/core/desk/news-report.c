/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-report.h"

#include <json-glib/json-glib.h>

/* The width that a page shows its lead picture in, on a fine screen */
#define LEAD_WIDTH 1280

struct _NewsReport
{
  JsonObject *object;
  JsonArray *errors;
};

static void
set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
set_number (JsonObject *object, const char *name, gint64 value)
{
  if (value >= 0)
    json_object_set_int_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/* RFC 3339, in UTC. */
static void
set_time (JsonObject *object, const char *name, gint64 value)
{
  g_autoptr (GDateTime) time = value != 0 ? g_date_time_new_from_unix_utc (value) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  set_string (object, name, text);
}

static JsonArray *
create_strings (char **strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);

  return array;
}

static JsonObject *
create_article (NewsArticle *article)
{
  JsonObject *object = json_object_new ();
  const NewsPictureFile *lead
    = article->lead != NULL ? news_picture_choose (article->lead, LEAD_WIDTH) : NULL;

  set_string (object, "id", article->id);
  set_string (object, "title", article->title);
  set_string (object, "url", article->url);
  set_time (object, "published", article->published);
  set_time (object, "updated", article->updated);
  set_string (object, "byline", article->byline);
  set_string (object, "source", article->outlet);
  set_string (object, "summary", article->standfirst);
  set_string (object, "body_text", article->text);
  set_string (object, "lead_image", lead != NULL ? lead->url : NULL);
  set_string (object, "credit", lead != NULL ? article->lead->credit : NULL);
  set_string (object, "caption", lead != NULL ? article->lead->caption : NULL);
  json_object_set_array_member (object, "tags", create_strings (article->topics));
  set_number (object, "visits", article->visits);
  set_string (object, "language", article->language);

  return object;
}

NewsReport *
news_report_new (void)
{
  NewsReport *self = g_new0 (NewsReport, 1);

  self->object = json_object_new ();
  self->errors = json_array_new ();
  json_object_set_null_member (self->object, "api");
  json_object_set_null_member (self->object, "name");
  json_object_set_null_member (self->object, "address");
  json_object_set_array_member (self->object, "sections", json_array_new ());
  json_object_set_array_member (self->object, "articles", json_array_new ());
  json_object_set_null_member (self->object, "total");
  json_object_set_array_member (self->object, "errors", self->errors);

  return self;
}

void
news_report_free (NewsReport *self)
{
  json_object_unref (self->object);
  g_free (self);
}

void
news_report_set_find (NewsReport *self, const NewsFind *find)
{
  set_string (self->object, "api", news_protocol_get_id (find->protocol));
  set_string (self->object, "name", find->source->name);
  set_string (self->object, "address", news_protocol_get_address (find->protocol, find->source));
}

void
news_report_set_sections (NewsReport *self, GPtrArray *sections)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (sections, i);
      JsonObject *object = json_object_new ();

      set_string (object, "id", section->id);
      set_string (object, "title", section->title);
      set_number (object, "count", section->count);
      json_array_add_object_element (array, object);
    }
  json_object_set_array_member (self->object, "sections", array);
}

void
news_report_add_articles (NewsReport *self, NewsAnswer *answer)
{
  JsonArray *array = json_object_get_array_member (self->object, "articles");

  for (guint i = 0; i < answer->articles->len; i++)
    json_array_add_object_element (array, create_article (g_ptr_array_index (answer->articles, i)));
  for (guint i = 0; i < answer->faults->len; i++)
    news_report_add_error (self, g_ptr_array_index (answer->faults, i));
}

void
news_report_set_total (NewsReport *self, gint64 total)
{
  set_number (self->object, "total", total);
}

void
news_report_add_error (NewsReport *self, const char *message)
{
  json_array_add_string_element (self->errors, message);
}

char *
news_report_to_string (NewsReport *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (root, self->object);

  return json_to_string (root, TRUE);
}
