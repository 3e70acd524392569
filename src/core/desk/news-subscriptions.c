/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-subscriptions.h"

#include "news-web-address.h"

#include <string.h>

/* Instead of lists to search there are tables, as a list may have ten thousand feeds. */
typedef struct
{
  NewsEdition *edition;   /* the new one */
  GPtrArray *fresh;       /* NewsSection: what is not among its sections yet */
  GHashTable *sources;    /* ids, and kinds with addresses, to NewsSource; borrowed */
  GHashTable *places;     /* id of a section of the edition to its index */
  GHashTable *ids;        /* to NewsSection that may be changed; borrowed */
  GHashTable *titles;     /* folded headings and titles to ids; borrowed */
  GHashTable *any_titles; /* folded titles to ids, of former sections only; borrowed */
  GHashTable *former;     /* ids of the sources that were asked before; borrowed */
  GHashTable *queries;    /* ids of sections and of sources, in one text */
  GHashTable *added;      /* ids of sources; borrowed */
} Adding;

static char *
join (const char *one, const char *other)
{
  return g_strconcat (one, "\n", other, NULL);
}

static char *
dup_title (const char *group, const char *title)
{
  g_autofree char *both = join (group != NULL ? group : "", title);

  return g_utf8_casefold (both, -1);
}

/* The kind and the address of a feed, however that is written; NULL for other sources. */
static char *
dup_feed (NewsSource *source)
{
  const char *feed = news_source_get_parameter (source, "feed");
  g_autofree char *address = feed != NULL ? news_web_address_normalise (feed) : NULL;

  return address != NULL ? join (source->api, address) : NULL;
}

static void
know_source (Adding *adding, NewsSource *source)
{
  char *feed = dup_feed (source);

  g_hash_table_replace (adding->sources, g_strdup (source->id), source);
  if (feed != NULL && !g_hash_table_contains (adding->sources, feed))
    g_hash_table_insert (adding->sources, feed, source);
  else
    g_free (feed);
}

static void
know_former_section (Adding *adding, guint place)
{
  NewsSection *section = g_ptr_array_index (adding->edition->sections, place);
  char *title = dup_title (section->group, section->title);
  char *any = g_utf8_casefold (section->title, -1);

  for (guint i = 0; i < section->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (section->queries, i);

      g_hash_table_add (adding->former, query->source);
      g_hash_table_add (adding->queries, join (section->id, query->source));
    }

  g_hash_table_insert (adding->places, section->id, GUINT_TO_POINTER (place));
  /* Of two that are called the same, the first one. */
  if (!g_hash_table_contains (adding->titles, title))
    g_hash_table_insert (adding->titles, g_steal_pointer (&title), section->id);
  if (!g_hash_table_contains (adding->any_titles, any))
    g_hash_table_insert (adding->any_titles, g_steal_pointer (&any), section->id);
  g_free (title);
  g_free (any);
}

static void
begin (Adding *adding, NewsEdition *edition)
{
  adding->edition = news_edition_extend (edition, NULL, NULL);
  adding->fresh = g_ptr_array_new ();
  adding->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adding->places = g_hash_table_new (g_str_hash, g_str_equal);
  adding->ids = g_hash_table_new (g_str_hash, g_str_equal);
  adding->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adding->any_titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adding->former = g_hash_table_new (g_str_hash, g_str_equal);
  adding->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adding->added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edition->sources->len; i++)
    know_source (adding, g_ptr_array_index (edition->sources, i));
  for (guint i = 0; i < edition->sections->len; i++)
    if (!news_section_is_home (g_ptr_array_index (edition->sections, i)))
      know_former_section (adding, i);
}

static void
end (Adding *adding)
{
  g_ptr_array_unref (adding->fresh);
  g_hash_table_unref (adding->sources);
  g_hash_table_unref (adding->places);
  g_hash_table_unref (adding->ids);
  g_hash_table_unref (adding->titles);
  g_hash_table_unref (adding->any_titles);
  g_hash_table_unref (adding->former);
  g_hash_table_unref (adding->queries);
  g_hash_table_unref (adding->added);
}

/* The id of the section that a folder is already, or NULL. */
static const char *
find_section (Adding *adding, NewsSection *folder)
{
  g_autofree char *title = dup_title (folder->group, folder->title);
  g_autofree char *any = g_utf8_casefold (folder->title, -1);
  const char *id;

  if (g_hash_table_contains (adding->places, folder->id)
      || g_hash_table_contains (adding->ids, folder->id))
    return folder->id;

  id = g_hash_table_lookup (adding->titles, title);

  return id != NULL ? id : g_hash_table_lookup (adding->any_titles, any);
}

/* The section @id of the edition, or if it is NULL a new one like @folder, to be changed. */
static NewsSection *
take_section (Adding *adding, const char *id, NewsSection *folder)
{
  NewsSection *section = id != NULL ? g_hash_table_lookup (adding->ids, id) : NULL;

  if (section != NULL)
    return section;

  if (id != NULL)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (adding->places, id));
      NewsSection *old = g_ptr_array_index (adding->edition->sections, place);

      section = news_section_copy (old, NULL);
      g_ptr_array_index (adding->edition->sections, place) = section;
      news_section_unref (old);
    }
  else
    {
      section = news_section_new (folder->id, folder->title, folder->icon);
      section->group = g_strdup (folder->group);
      g_ptr_array_add (adding->fresh, section);
      g_hash_table_insert (adding->titles, dup_title (section->group, section->title), section->id);
    }
  g_hash_table_insert (adding->ids, section->id, section);

  return section;
}

/* The source as the edition has it; @listed itself if it is new. */
static NewsSource *
take_source (Adding *adding, NewsSource *listed)
{
  g_autofree char *feed = dup_feed (listed);
  NewsSource *known = g_hash_table_lookup (adding->sources, listed->id);

  if (known == NULL && feed != NULL)
    known = g_hash_table_lookup (adding->sources, feed);

  return known != NULL ? known : listed;
}

static void
add_query (Adding *adding, NewsSection *folder, NewsSource *source)
{
  gboolean is_alone = g_str_equal (folder->id, source->id);
  NewsSource *taken = take_source (adding, source);
  const char *id;
  g_autofree char *query = NULL;

  if (is_alone && g_hash_table_contains (adding->former, taken->id))
    return;

  id = find_section (adding, folder);
  query = join (id != NULL ? id : folder->id, taken->id);
  if (!g_hash_table_add (adding->queries, g_steal_pointer (&query)))
    return;

  if (!g_hash_table_contains (adding->sources, taken->id))
    {
      g_ptr_array_add (adding->edition->sources, news_source_ref (taken));
      know_source (adding, taken);
    }
  news_section_add_query (take_section (adding, id, folder), taken->id, NULL);
  g_hash_table_add (adding->added, taken->id);
}

static void
add_folder (Adding *adding, GHashTable *listed, NewsSection *folder)
{
  for (guint i = 0; i < folder->queries->len; i++)
    {
      const NewsQuery *query = g_ptr_array_index (folder->queries, i);

      add_query (adding, folder, g_hash_table_lookup (listed, query->source));
    }
}

/* --- where the new sections stand --- */

static GPtrArray *
take_group (GHashTable *groups, const char *group)
{
  const char *key = group != NULL ? group : "";
  GPtrArray *sections = g_hash_table_lookup (groups, key);

  if (sections == NULL)
    {
      sections = g_ptr_array_new ();
      g_hash_table_insert (groups, g_strdup (key), sections);
    }

  return sections;
}

static void
move_all (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
  g_ptr_array_set_size (from, 0);
}

/* Each behind the last one under its heading. New headings come last, and sections without one
 * before all headings. */
static void
place_fresh (Adding *adding)
{
  g_autoptr (GHashTable) groups
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) former = adding->edition->sections;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);

  for (guint i = 0; i < adding->fresh->len; i++)
    {
      NewsSection *section = g_ptr_array_index (adding->fresh, i);

      g_ptr_array_add (take_group (groups, section->group), section);
    }
  for (guint i = 0; i < former->len; i++)
    {
      NewsSection *section = g_ptr_array_index (former, i);

      g_hash_table_insert (last, section->group != NULL ? section->group : (char *) "", section);
    }

  if (!g_hash_table_contains (last, ""))
    move_all (take_group (groups, NULL), all);
  for (guint i = 0; i < former->len; i++)
    {
      NewsSection *section = g_ptr_array_index (former, i);
      const char *group = section->group != NULL ? section->group : "";

      g_ptr_array_add (all, news_section_ref (section));
      if (g_hash_table_lookup (last, group) == section)
        move_all (take_group (groups, group), all);
    }
  for (guint i = 0; i < adding->fresh->len; i++)
    move_all (take_group (groups, ((NewsSection *) g_ptr_array_index (adding->fresh, i))->group),
              all);

  adding->edition->sections = all;
}

NewsEdition *
news_subscriptions_add_to (NewsOpml *opml, NewsEdition *edition, NewsSubscribed *sum)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  Adding adding = { NULL };

  for (guint i = 0; i < opml->sources->len; i++)
    {
      NewsSource *source = g_ptr_array_index (opml->sources, i);

      g_hash_table_insert (listed, source->id, source);
    }

  begin (&adding, edition);
  for (guint i = 0; i < opml->sections->len; i++)
    add_folder (&adding, listed, g_ptr_array_index (opml->sections, i));
  place_fresh (&adding);

  sum->sources = g_hash_table_size (adding.added);
  sum->sections = g_hash_table_size (adding.ids);
  if (sum->sources == 0)
    g_clear_pointer (&adding.edition, news_edition_unref);
  end (&adding);

  return adding.edition;
}
