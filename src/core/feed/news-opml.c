/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-opml.h"

#include "news-feed.h"
#include "news-markup.h"
#include "news-web-address.h"
#include "news-xml-encoding.h"
#include "news-xml-mender.h"
#include "news-xml-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_FEEDS 10000

/* So many faults are told, and so much of what was dropped. */
#define MAX_FAULTS 1000
#define MAX_WORDS 100

#define PARAMETER "feed"
#define ICON "news-site-symbolic"

typedef struct
{
  NewsOpml *opml;
  GHashTable *sources;  /* id to NewsSource; borrowed */
  GHashTable *sections; /* id to NewsSection; borrowed */
  GHashTable *queries;  /* ids of sections and of sources, in one text */
  gboolean is_full;     /* there were more feeds than are taken */
} Reading;

/* Where an outline is. Lives on the stack; all is borrowed, and NULL beside all folders. */
typedef struct
{
  const char *id;
  const char *title;
  const char *group;
} Folder;

/* The spec asks for text, and lets title say it again. */
static char *
dup_title (const xmlNode *outline)
{
  g_autofree char *title = news_xml_dup_attribute (outline, "text");

  if (title == NULL)
    title = news_xml_dup_attribute (outline, "title");

  return title != NULL ? news_markup_guess_text (title) : NULL;
}

static gboolean
is_json (const xmlNode *outline, const char *url)
{
  g_autofree char *type = news_xml_dup_attribute (outline, "type");
  gsize length = strcspn (url, "?#");

  if (type != NULL && g_ascii_strncasecmp (type, "json", 4) == 0)
    return TRUE;

  return (length > 5 && g_ascii_strncasecmp (url + length - 5, ".json", 5) == 0)
         || (length > 10 && g_ascii_strncasecmp (url + length - 10, "/feed/json", 10) == 0);
}

/* @fault is taken. */
static void
tell (Reading *reading, char *fault)
{
  if (reading->opml->faults->len < MAX_FAULTS)
    g_ptr_array_add (reading->opml->faults, fault);
  else
    g_free (fault);
}

static void
drop (Reading *reading, const char *title, const char *address)
{
  /* What it is must not fill the window. */
  g_autofree char *valid = g_utf8_make_valid (address, -1);
  g_autofree char *words = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_WORDS));

  tell (reading,
        /* Translators: the first is the name of a feed, the second its address */
        g_strdup_printf (_ ("“%s” is left out: “%s” is no web address."),
                         title != NULL ? title : "–", words));
}

/* A site that the list only links to. Who counts what has come should not have to guess. */
static void
drop_link (Reading *reading, const xmlNode *outline, const char *title)
{
  g_autofree char *url = news_xml_dup_attribute (outline, "url");
  g_autofree char *home = news_xml_dup_attribute (outline, "htmlUrl");

  if (url == NULL && home == NULL)
    return;

  tell (reading,
        /* Translators: the name of a site */
        g_strdup_printf (_ ("“%s” is left out: the list has no feed of it."),
                         title != NULL ? title : "–"));
}

static NewsSource *
create_source (const xmlNode *outline, const char *url, const char *title)
{
  const char *api = is_json (outline, url) ? "jsonfeed" : "feed";
  g_autofree char *id = g_strconcat (api, ":", url, NULL);
  g_autofree char *host = news_web_address_dup_host_name (url);
  g_autofree char *home = news_xml_dup_attribute (outline, "htmlUrl");
  NewsSource *source = news_source_new (id, title != NULL ? title : host, api);

  if (home != NULL)
    source->home = news_web_address_resolve (home, NULL);
  source->language = news_xml_dup_attribute (outline, "language");
  /* OPML 2.0 has this word for a feed that does not say. */
  if (g_strcmp0 (source->language, "unknown") == 0)
    g_clear_pointer (&source->language, g_free);
  news_source_set_parameter (source, PARAMETER, url);

  return source;
}

/* The source of that address, made if it was not met before; borrowed. */
static NewsSource *
take_source (Reading *reading, const xmlNode *outline, const char *url, const char *title)
{
  g_autoptr (NewsSource) source = create_source (outline, url, title);
  NewsSource *known = g_hash_table_lookup (reading->sources, source->id);

  if (known != NULL)
    return known;

  g_hash_table_insert (reading->sources, source->id, source);
  g_ptr_array_add (reading->opml->sources, news_source_ref (source));

  return source;
}

static NewsSection *
take_section (Reading *reading, const char *id, const char *title, const char *group)
{
  NewsSection *section = g_hash_table_lookup (reading->sections, id);

  if (section != NULL)
    return section;

  section = news_section_new (id, title, ICON);
  section->group = g_strdup (group);
  g_hash_table_insert (reading->sections, section->id, section);
  g_ptr_array_add (reading->opml->sections, section);

  return section;
}

static void
read_feed (Reading *reading, const xmlNode *outline, const char *written, const Folder *folder)
{
  g_autofree char *title = dup_title (outline);
  g_autofree char *url = news_web_address_normalise (written);
  NewsSource *source;
  NewsSection *section;

  if (url == NULL)
    {
      drop (reading, title, written);
      return;
    }
  if (reading->opml->sources->len >= MAX_FEEDS)
    {
      reading->is_full = TRUE;
      return;
    }

  source = take_source (reading, outline, url, title);
  if (folder->title != NULL)
    section = take_section (reading, folder->id, folder->title, folder->group);
  else
    section = take_section (reading, source->id, source->name, NULL);
  if (g_hash_table_add (reading->queries, g_strconcat (section->id, "\n", source->id, NULL)))
    news_section_add_query (section, source->id, NULL);
}

/* As deep as the tree, which is limited. */
static void
read_outlines (Reading *reading, const xmlNode *parent, const Folder *folder)
{
  for (xmlNode *at = news_xml_find_next (parent->children, NEWS_XML_OWN, "outline"); at != NULL;
       at = news_xml_find_next (at->next, NEWS_XML_OWN, "outline"))
    {
      g_autofree char *url = news_xml_dup_attribute (at, "xmlUrl");
      g_autofree char *title = url == NULL ? dup_title (at) : NULL;
      g_autofree char *id = NULL;
      Folder inner = *folder;

      if (url != NULL)
        read_feed (reading, at, url, folder);
      else
        drop_link (reading, at, title);
      if (title != NULL)
        {
          id = g_strconcat (folder->id != NULL ? folder->id : "opml:", "/", title, NULL);
          inner = (Folder) { id, title, folder->title };
        }
      read_outlines (reading, at, &inner);
    }
}

static NewsOpml *
read_tree (const xmlNode *root)
{
  NewsOpml *self = g_new0 (NewsOpml, 1);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *head = news_xml_find_child (root, NEWS_XML_OWN, "head");
  const xmlNode *body = news_xml_find_next (root->children, NEWS_XML_OWN, "body");
  Reading reading = { self, sources, sections, queries, FALSE };
  Folder top = { NULL, NULL, NULL };

  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) news_source_unref);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->title = head != NULL ? news_xml_dup_child_text (head, NEWS_XML_OWN, "title") : NULL;
  if (body != NULL)
    read_outlines (&reading, body, &top);
  if (reading.is_full)
    /* Translators: %d is a number of feeds */
    g_ptr_array_add (
      self->faults,
      g_strdup_printf (_ ("The list is too long: only its first %d feeds are taken."), MAX_FEEDS));
  if (body == NULL || !news_xml_is_whole (root))
    g_ptr_array_add (self->faults,
                     g_strdup (_ ("The file is cut; feeds may be missing at its end.")));

  return self;
}

NewsOpml *
news_opml_new_from_bytes (GBytes *bytes, GError **error)
{
  static const char *const roots[] = { "opml", NULL };
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) xml = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if (g_bytes_get_size (bytes) <= MAX_BYTES)
    {
      text = news_xml_encoding_decode (bytes, NULL);
      xml = news_xml_mend (text, roots);
      doc = xml != NULL ? news_xml_tree_parse (xml, NULL) : NULL;
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_set_error_literal (error, NEWS_FEED_ERROR, NEWS_FEED_ERROR_NOT_A_FEED,
                           _ ("The file is no list of feeds (OPML)."));
      return NULL;
    }

  return read_tree (xmlDocGetRootElement (doc));
}

void
news_opml_free (NewsOpml *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->faults);
  g_free (self);
}
