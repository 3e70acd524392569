/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus-json.h"

#include <string.h>

/* Of how many sources the small section has one. */
#define FEW 200

/* --- a WordPress's answer -----------------------------------------------------------------------
 */

/* As PHP escapes it, but for the slashes: a string of JSON without its quotation marks. */
static void
append_escaped (GString *json, const char *text)
{
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "\"\\\n");

      g_string_append_len (json, text, (gssize) plain);
      text += plain;
      if (*text == '\n')
        g_string_append (json, "\\n");
      else if (*text != '\0')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *text);
        }
      text += *text != '\0';
    }
}

static void
append_text (GString *json, const char *before, const char *text, const char *after)
{
  g_string_append (json, before);
  append_escaped (json, text);
  g_string_append (json, after);
}

static void
append_date (GString *json, const char *name, gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S");

  g_string_append_printf (json, "\"%s\":\"%s\",", name, text);
}

static void
append_lead (GString *json, NewsPicture *lead)
{
  const NewsPictureFile *whole
    = &g_array_index (lead->files, NewsPictureFile, lead->files->len - 1);

  append_text (json, ",\"wp:featuredmedia\":[{\"alt_text\":\"", lead->alt, "\"");
  g_string_append_printf (json,
                          ",\"source_url\":\"%s\",\"media_details\":{\"width\":%d,"
                          "\"height\":%d,\"sizes\":{",
                          whole->url, whole->width, whole->height);
  for (guint i = 0; i + 1 < lead->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (lead->files, NewsPictureFile, i);

      g_string_append_printf (json, "%s\"w%d\":{\"source_url\":\"%s\",\"width\":%d,\"height\":%d}",
                              i > 0 ? "," : "", file->width, file->url, file->width, file->height);
    }
  g_string_append (json, "}}}]");
}

static void
append_terms (GString *json, NewsArticle *article)
{
  g_string_append (json, ",\"wp:term\":[[");
  for (guint i = 0; article->sections[i] != NULL; i++)
    g_string_append_printf (json, "%s{\"id\":%s,\"name\":\"Section %s\",\"taxonomy\":\"category\"}",
                            i > 0 ? "," : "", article->sections[i], article->sections[i]);
  g_string_append (json, "],[");
  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    {
      g_string_append_printf (json, "%s{\"id\":%u,", i > 0 ? "," : "", i + 100);
      append_text (json, "\"name\":\"", article->topics[i], "\",\"taxonomy\":\"post_tag\"}");
    }
  g_string_append (json, "]]");
}

static void
append_post (GString *json, NewsArticle *article)
{
  g_string_append_printf (json, "{\"id\":%s,", article->id);
  append_date (json, "date_gmt", article->published);
  append_date (json, "modified_gmt", article->updated);
  g_string_append_printf (json, "\"link\":\"%s\",\"categories\":[", article->url);
  for (guint i = 0; article->sections[i] != NULL; i++)
    g_string_append_printf (json, "%s%s", i > 0 ? "," : "", article->sections[i]);
  append_text (json, "],\"title\":{\"rendered\":\"", article->title, "\"},");
  append_text (json, "\"excerpt\":{\"rendered\":\"<p>", article->standfirst,
               "</p>\\n\",\"protected\":false},");
  append_text (json, "\"content\":{\"rendered\":\"", article->body_html,
               "\",\"protected\":false},");
  append_text (json, "\"_embedded\":{\"author\":[{\"id\":1,\"name\":\"", article->byline, "\"}]");
  if (article->lead != NULL)
    append_lead (json, article->lead);
  append_terms (json, article);
  g_string_append (json, "}}");
}

char *
news_corpus_dup_posts (NewsCorpus *self, const guint *articles, guint length)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (NewsArticle) article = news_corpus_create_article (self, articles[i]);

      g_string_append (json, i > 0 ? "," : "");
      append_post (json, article);
    }
  g_string_append_c (json, ']');

  return g_string_free_and_steal (json);
}

char *
news_corpus_dup_answer (NewsCorpus *self, guint source, guint skipped, guint length)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = news_corpus_get_n_articles (self); i-- > 0 && articles->len < length;)
    {
      if (news_corpus_get_source (self, i) != source)
        continue;
      if (skipped > 0)
        skipped--;
      else
        g_array_append_val (articles, i);
    }

  return news_corpus_dup_posts (self, (const guint *) (gpointer) articles->data, articles->len);
}

/* --- an edition ---------------------------------------------------------------------------------
 */

static void
add_queries (NewsCorpus *self, NewsSection *section, guint first, guint step)
{
  for (guint i = first; i < news_corpus_get_n_sources (self); i += step)
    {
      g_autofree char *source = g_strdup_printf ("source-%u", i);

      news_section_add_query (section, source, NULL);
    }
}

NewsSection *
news_corpus_create_section (NewsCorpus *self, const char *id)
{
  NewsSection *section = news_section_new (id, id, NULL);

  if (strcmp (id, "all") == 0)
    add_queries (self, section, 0, 1);
  else if (strcmp (id, "half") == 0)
    add_queries (self, section, 0, 2);
  else if (strcmp (id, "small") == 0)
    add_queries (self, section, (news_corpus_get_n_sources (self) - 1) % FEW, FEW);
  else if (g_str_has_prefix (id, "group-"))
    add_queries (self, section, (guint) g_ascii_strtoull (id + strlen ("group-"), NULL, 10),
                 NEWS_CORPUS_GROUPS);

  return section;
}

static void
take_node (JsonArray *array, JsonNode *node)
{
  json_array_add_element (array, node);
}

static JsonArray *
create_sections (NewsCorpus *self)
{
  static const char *const ids[]
    = { NEWS_SECTION_HOME, "all",     "group-0", "group-1", "group-2", "group-3",
        "group-4",         "group-5", "group-6", "group-7", "half",    "small" };
  JsonArray *array = json_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (NewsSection) section = news_corpus_create_section (self, ids[i]);

      take_node (array, news_section_to_json (section));
    }

  return array;
}

static JsonArray *
create_sources (NewsCorpus *self, const char *address)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < news_corpus_get_n_sources (self); i++)
    {
      g_autoptr (NewsSource) source = news_corpus_create_source (self, i);
      g_autofree char *site = g_strdup_printf ("%s/%s/", address, source->id);
      g_autofree char *api = g_strconcat (site, "wp-json/", NULL);

      news_source_set_parameter (source, "site", site);
      news_source_set_parameter (source, "api", api);
      take_node (array, news_source_to_json (source));
    }

  return array;
}

char *
news_corpus_dup_edition (NewsCorpus *self, const char *address)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_int_member (object, "format", 1);
  json_object_set_string_member (object, "id", NEWS_CORPUS_EDITION);
  json_object_set_string_member (object, "name", "Corpus");
  json_object_set_string_member (object, "language", "en");
  json_object_set_string_member (object, "city", "New York");
  json_object_set_string_member (object, "timezone", "America/New_York");
  json_object_set_array_member (object, "sections", create_sections (self));
  json_object_set_array_member (object, "sources", create_sources (self, address));

  return json_to_string (node, FALSE);
}
