/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-opml.h"

#include "news-web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_attribute (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;

  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xml, " %s=\"%s\"", name, escaped);
}

static const char *
get_feed (NewsSource *source)
{
  const char *feed = news_source_get_parameter (source, "feed");

  if (strcmp (source->api, "feed") != 0 && strcmp (source->api, "jsonfeed") != 0)
    return NULL;

  return news_web_address_is_web (feed) ? feed : NULL;
}

static void
tell (NewsSource *source, GPtrArray *faults, GHashTable *told)
{
  if (faults == NULL || !g_hash_table_add (told, source->id))
    return;

  g_ptr_array_add (
    faults, g_strdup_printf (_ ("“%s” is no feed; other readers get only the address of its site."),
                             source->name));
}

static void
append_source (GString *xml, NewsSource *source, int depth, GPtrArray *faults, GHashTable *told)
{
  const char *feed = get_feed (source);

  g_string_append_printf (xml, "%*s<outline", depth * 2, "");
  append_attribute (xml, "text", source->name);
  append_attribute (xml, "title", source->name);
  if (feed != NULL)
    {
      append_attribute (xml, "type", strcmp (source->api, "feed") == 0 ? "rss" : "json");
      append_attribute (xml, "xmlUrl", feed);
    }
  else
    {
      append_attribute (xml, "type", "link");
      tell (source, faults, told);
    }
  append_attribute (xml, "htmlUrl", source->home);
  append_attribute (xml, "language", source->language);
  g_string_append (xml, "/>\n");
}

static void
append_section (GString *xml,
                NewsEdition *edition,
                NewsSection *section,
                int depth,
                GPtrArray *faults,
                GHashTable *told)
{
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);

  g_string_append_printf (xml, "%*s<outline", depth * 2, "");
  append_attribute (xml, "text", section->title);
  append_attribute (xml, "title", section->title);
  g_string_append (xml, ">\n");
  for (guint i = 0; i < section->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (section->queries, i);
      NewsSource *source = news_edition_get_source (edition, query->source);

      if (source != NULL && g_hash_table_add (written, source->id))
        append_source (xml, source, depth + 1, faults, told);
    }
  g_string_append_printf (xml, "%*s</outline>\n", depth * 2, "");
}

/* Sections under one heading are in one folder, where the first of them is. */
static void
append_sections (GString *xml, NewsEdition *edition, GPtrArray *faults, GHashTable *told)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      if (section->queries->len == 0)
        continue;
      if (section->group == NULL)
        {
          append_section (xml, edition, section, 2, faults, told);
          continue;
        }
      if (!g_hash_table_add (groups, section->group))
        continue;

      g_string_append (xml, "    <outline");
      append_attribute (xml, "text", section->group);
      append_attribute (xml, "title", section->group);
      g_string_append (xml, ">\n");
      for (guint j = i; j < edition->sections->len; j++)
        {
          NewsSection *other = g_ptr_array_index (edition->sections, j);

          if (other->queries->len > 0 && g_strcmp0 (other->group, section->group) == 0)
            append_section (xml, edition, other, 3, faults, told);
        }
      g_string_append (xml, "    </outline>\n");
    }
}

GBytes *
news_opml_from_edition (NewsEdition *edition, GPtrArray *faults)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = g_markup_escape_text (edition->name, -1);
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<opml version=\"2.0\">\n");

  g_string_append_printf (xml, "  <head>\n    <title>%s</title>\n  </head>\n  <body>\n", title);
  append_sections (xml, edition, faults, told);
  g_string_append (xml, "  </body>\n</opml>\n");

  return g_string_free_to_bytes (xml);
}
