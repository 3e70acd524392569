/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-check-edition.h"

#include "news-edition.h"
#include "news-errand.h"
#include "news-registry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE 16

/* A text is taken for a whole article from so many bytes of UTF-8 on: some 200 words of English or
 * 400 letters of Chinese. Summaries are shorter by far. */
#define WHOLE 1200

typedef enum
{
  STATE_READ,
  STATE_NOT_UNDERSTOOD,
  STATE_NOT_REACHED,
} State;

/* One query, and what came of it. */
typedef struct
{
  NewsSource *source;
  char *section;       /* the source's own id, or NULL for everything */
  GPtrArray *sections; /* char*: of the edition, that have it */

  State state;
  char *address;
  char *error; /* or NULL */
  guint articles;
  guint faults;
  gint64 newest; /* 0 if nothing bears a date */
  guint whole;   /* articles with a long text */
  guint short_;  /* with a short one, or a standfirst alone */
} Inquiry;

typedef struct
{
  NewsFetcher *fetcher;
  NewsRegistry *registry;
} Means;

static void
free_inquiry (Inquiry *self)
{
  news_source_unref (self->source);
  g_free (self->section);
  g_ptr_array_unref (self->sections);
  g_free (self->address);
  g_free (self->error);
  g_free (self);
}

/* --- asking --- */

static void
look (Inquiry *self, NewsArticle *article)
{
  gsize length = article->text != NULL ? strlen (article->text) : 0;

  self->articles++;
  self->newest = MAX (self->newest, article->published);
  if (length >= WHOLE)
    self->whole++;
  else if (length > 0 || article->standfirst != NULL)
    self->short_++;
}

static void
fail (Inquiry *self, const GError *error)
{
  self->state = error->domain == NEWS_NET_ERROR ? STATE_NOT_REACHED : STATE_NOT_UNDERSTOOD;
  self->error = g_strdup (error->message);
}

static void
inquire (gpointer data, gpointer user_data)
{
  Inquiry *self = data;
  Means *means = user_data;
  g_auto (NewsErrand) errand = { 0 };
  g_autoptr (GError) error = NULL;

  errand.source = self->source;
  errand.protocol = news_registry_get (means->registry, self->source->api);
  errand.min_interval = self->source->interval * 1000;
  errand.question.ask = NEWS_ASK_LIST;
  errand.question.section = self->section;
  if (errand.protocol == NULL)
    g_set_error (&error, NEWS_API_ERROR, NEWS_API_ERROR_CANNOT,
                 _ ("“%s” speaks the API “%s”, which is not described here."), self->source->name,
                 self->source->api);
  else
    news_errand_run (&errand, means->fetcher, NULL, NULL, &error);

  self->address = g_strdup (errand.url);
  if (error != NULL)
    {
      fail (self, error);
      return;
    }

  self->faults = errand.answer->faults->len;
  for (guint i = 0; i < errand.answer->articles->len; i++)
    look (self, g_ptr_array_index (errand.answer->articles, i));
}

/* --- what to ask --- */

static Inquiry *
find_inquiry (GPtrArray *inquiries, NewsSource *source, const char *section)
{
  Inquiry *inquiry;

  for (guint i = 0; i < inquiries->len; i++)
    {
      inquiry = g_ptr_array_index (inquiries, i);
      if (inquiry->source == source && g_strcmp0 (inquiry->section, section) == 0)
        return inquiry;
    }

  inquiry = g_new0 (Inquiry, 1);
  inquiry->source = news_source_ref (source);
  inquiry->section = g_strdup (section);
  inquiry->sections = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (inquiries, inquiry);

  return inquiry;
}

static gboolean
is_asked (GPtrArray *inquiries, NewsSource *source)
{
  for (guint i = 0; i < inquiries->len; i++)
    if (((Inquiry *) g_ptr_array_index (inquiries, i))->source == source)
      return TRUE;

  return FALSE;
}

static void
add_section (GPtrArray *inquiries, NewsEdition *edition, NewsSection *section)
{
  for (guint i = 0; i < section->queries->len; i++)
    {
      NewsQuery *query = g_ptr_array_index (section->queries, i);
      Inquiry *inquiry = find_inquiry (inquiries, news_edition_get_source (edition, query->source),
                                       query->section);

      g_ptr_array_add (inquiry->sections, g_strdup (section->id));
    }
}

static GPtrArray *
create_inquiries (NewsEdition *edition)
{
  GPtrArray *inquiries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_inquiry);

  for (guint i = 0; i < edition->sections->len; i++)
    add_section (inquiries, edition, g_ptr_array_index (edition->sections, i));
  for (guint i = 0; i < edition->sources->len; i++)
    if (!is_asked (inquiries, g_ptr_array_index (edition->sources, i)))
      find_inquiry (inquiries, g_ptr_array_index (edition->sources, i), NULL);

  return inquiries;
}

/* --- telling --- */

static const char *
get_state (const Inquiry *self)
{
  static const char *const states[] = { "read", "not-understood", "not-reached" };

  return states[self->state];
}

static const char *
get_texts (const Inquiry *self)
{
  if (self->whole == 0)
    return self->short_ > 0 ? "summaries" : "none";

  return self->whole > self->short_ ? "whole" : "mixed";
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static char *
dup_newest (const Inquiry *self)
{
  g_autoptr (GDateTime) date
    = self->newest != 0 ? g_date_time_new_from_unix_utc (self->newest) : NULL;

  return date != NULL ? g_date_time_format_iso8601 (date) : NULL;
}

static JsonNode *
describe (const Inquiry *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *newest = dup_newest (self);

  json_builder_begin_object (builder);
  add_string (builder, "source", self->source->id);
  add_string (builder, "name", self->source->name);
  add_string (builder, "api", self->source->api);
  add_string (builder, "section", self->section);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->sections->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (self->sections, i));
  json_builder_end_array (builder);
  add_string (builder, "address", self->address);
  add_string (builder, "state", get_state (self));
  add_number (builder, "articles", self->articles);
  add_number (builder, "faults", self->faults);
  add_string (builder, "newest", newest);
  add_string (builder, "texts", get_texts (self));
  add_string (builder, "error", self->error);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static char *
tell (GPtrArray *inquiries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < inquiries->len; i++)
    {
      g_autoptr (JsonNode) node = describe (g_ptr_array_index (inquiries, i));
      g_autofree char *line = json_to_string (node, FALSE);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* An edition without a source has no source that was not read. */
static NewsCheckEditionStatus
conclude (GPtrArray *inquiries)
{
  guint counts[STATE_NOT_REACHED + 1] = { 0 };

  for (guint i = 0; i < inquiries->len; i++)
    counts[((Inquiry *) g_ptr_array_index (inquiries, i))->state]++;

  if (counts[STATE_READ] == inquiries->len)
    return NEWS_CHECK_EDITION_READ;

  return counts[STATE_NOT_REACHED] == inquiries->len ? NEWS_CHECK_EDITION_NOBODY
                                                     : NEWS_CHECK_EDITION_PARTLY;
}

static NewsEdition *
load (const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (file, &contents, &length, error))
    return NULL;

  bytes = g_bytes_new_take (contents, length);

  return news_edition_new_from_bytes (bytes, file, error);
}

gboolean
news_check_edition_run (const char *file,
                        const char *apis,
                        char **report,
                        NewsCheckEditionStatus *status,
                        GError **error)
{
  g_autoptr (NewsEdition) edition = load (file, error);
  g_autoptr (NewsFetcher) fetcher = NULL;
  g_autoptr (NewsRegistry) registry = NULL;
  g_autoptr (GPtrArray) inquiries = NULL;
  GThreadPool *pool;
  Means means;

  if (edition == NULL)
    return FALSE;

  fetcher = news_fetcher_new ();
  registry = news_registry_load (apis, NULL);
  inquiries = create_inquiries (edition);
  means = (Means) { fetcher, registry };

  /* The fetcher sees to it that it is two at a time to a host and eight in all. */
  pool = g_thread_pool_new (inquire, &means, AT_ONCE, FALSE, NULL);
  for (guint i = 0; i < inquiries->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (inquiries, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  news_fetcher_close (fetcher);

  *report = tell (inquiries);
  *status = conclude (inquiries);

  return TRUE;
}
