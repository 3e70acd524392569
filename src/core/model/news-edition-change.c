/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-edition-change.h"

#include <string.h>

#define LONGEST_ID 40

static NewsEdition *
copy (NewsEdition *self)
{
  return news_edition_extend (self, NULL, NULL);
}

/* Gives a copy of @self in which the section at @place is the section that is returned as well, and
 * may be changed. */
static NewsEdition *
copy_with (NewsEdition *self, guint place, NewsSection **section)
{
  NewsEdition *edition = copy (self);
  NewsSection *old = g_ptr_array_index (edition->sections, place);

  *section = news_section_copy (old, NULL);
  g_ptr_array_index (edition->sections, place) = *section;
  news_section_unref (old);

  return edition;
}

static gboolean
is_home (NewsEdition *self, guint place)
{
  return news_section_is_home (g_ptr_array_index (self->sections, place));
}

/* --- queries and the sources behind them --- */

static void
add_query_once (NewsSection *section, const NewsQuery *query)
{
  if (!news_section_has_query (section, query->source, query->section))
    news_section_add_query (section, query->source, query->section);
}

static gboolean
uses (NewsEdition *self, const char *source)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (self->sections, i);

      for (guint j = 0; j < section->queries->len; j++)
        if (g_str_equal (((NewsQuery *) g_ptr_array_index (section->queries, j))->source, source))
          return TRUE;
    }

  return FALSE;
}

/* Takes from @self, which nobody shares yet, the sources that only @before used. */
static NewsEdition *
drop_unused_sources (NewsEdition *self, NewsEdition *before)
{
  for (guint i = self->sources->len; i > 0; i--)
    {
      NewsSource *source = g_ptr_array_index (self->sources, i - 1);

      if (uses (before, source->id) && !uses (self, source->id))
        g_ptr_array_remove_index (self->sources, i - 1);
    }

  return self;
}

/* Whether @section asked @source for anything, which it then does no more. */
static gboolean
drop_queries (NewsSection *section, const char *source)
{
  guint before = section->queries->len;

  for (guint i = before; i > 0; i--)
    if (g_str_equal (((NewsQuery *) g_ptr_array_index (section->queries, i - 1))->source, source))
      g_ptr_array_remove_index (section->queries, i - 1);

  return section->queries->len < before;
}

/* --- ids, titles, headings --- */

/* What a title has of letters and digits that an id may have: all, some, or nothing. */
static char *
dup_id_of_title (const char *title)
{
  GString *id = g_string_new (NULL);

  for (const char *c = title; *c != '\0' && id->len < LONGEST_ID; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');

  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0 || g_str_equal (id->str, NEWS_SECTION_HOME))
    g_string_assign (id, "section");

  return g_string_free (id, FALSE);
}

static char *
dup_title (const char *title)
{
  char *stripped = g_strstrip (g_strdup (title));

  if (*stripped == '\0')
    g_clear_pointer (&stripped, g_free);

  return stripped;
}

static const char *
get_group (NewsEdition *self, guint place)
{
  return ((NewsSection *) g_ptr_array_index (self->sections, place))->group;
}

/* The heading for a section at @place: that of the one before it; but where another heading begins,
 * one that stands under that already stays there. */
static const char *
get_group_for (NewsEdition *self, guint place)
{
  const char *own = get_group (self, place);

  if (place == 0)
    return NULL;
  if (place + 1 < self->sections->len && own != NULL
      && g_strcmp0 (get_group (self, place + 1), own) == 0)
    return own;

  return get_group (self, place - 1);
}

NewsEdition *
news_edition_add_section (NewsEdition *self, const char *title, char **id)
{
  g_autofree char *stripped = dup_title (title);
  g_autofree char *base = NULL;
  g_autoptr (NewsSection) section = NULL;
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  NewsEdition *edition;
  guint place = 0;

  if (stripped == NULL)
    return NULL;

  base = dup_id_of_title (stripped);
  section = news_section_new (base, stripped, NULL);
  g_ptr_array_add (sections, section);
  edition = news_edition_extend (self, NULL, sections);

  for (guint i = 0; i < self->sections->len; i++)
    if (get_group (self, i) == NULL)
      place = i + 1;
  g_ptr_array_insert (edition->sections, (int) place,
                      g_ptr_array_steal_index (edition->sections, edition->sections->len - 1));
  if (id != NULL)
    *id = g_strdup (((NewsSection *) g_ptr_array_index (edition->sections, place))->id);

  return edition;
}

NewsEdition *
news_edition_rename_section (NewsEdition *self, const char *id, const char *title)
{
  g_autofree char *stripped = dup_title (title);
  int place = news_edition_find_section (self, id);
  NewsEdition *edition;
  NewsSection *section;

  if (place < 0 || stripped == NULL
      || g_str_equal (news_edition_get_section (self, id)->title, stripped))
    return NULL;

  edition = copy_with (self, (guint) place, &section);
  g_set_str (&section->title, stripped);

  return edition;
}

NewsEdition *
news_edition_set_section_icon (NewsEdition *self, const char *id, const char *icon)
{
  int place = news_edition_find_section (self, id);
  NewsEdition *edition;
  NewsSection *section;

  if (place < 0 || g_strcmp0 (news_edition_get_section (self, id)->icon, icon) == 0)
    return NULL;

  edition = copy_with (self, (guint) place, &section);
  g_set_str (&section->icon, icon);

  return edition;
}

gboolean
news_edition_can_move_section (NewsEdition *self, const char *id, guint place)
{
  int from = news_edition_find_section (self, id);
  guint first = self->sections->len > 0 && is_home (self, 0) ? 1 : 0;

  place = MIN (place, self->sections->len - 1);

  return from >= 0 && !is_home (self, (guint) from) && place >= first && place != (guint) from;
}

NewsEdition *
news_edition_move_section (NewsEdition *self, const char *id, guint place)
{
  int from = news_edition_find_section (self, id);
  NewsEdition *edition;
  NewsSection *section;

  if (!news_edition_can_move_section (self, id, place))
    return NULL;

  place = MIN (place, self->sections->len - 1);
  edition = copy_with (self, (guint) from, &section);
  g_ptr_array_insert (edition->sections, (int) place,
                      g_ptr_array_steal_index (edition->sections, (guint) from));
  g_set_str (&section->group, get_group_for (edition, place));

  return edition;
}

NewsEdition *
news_edition_remove_section (NewsEdition *self, const char *id)
{
  int place = news_edition_find_section (self, id);
  NewsEdition *edition;

  if (place < 0 || is_home (self, (guint) place))
    return NULL;

  edition = copy (self);
  g_ptr_array_remove_index (edition->sections, (guint) place);

  return drop_unused_sources (edition, self);
}

NewsEdition *
news_edition_merge_section (NewsEdition *self, const char *id, const char *into)
{
  int from = news_edition_find_section (self, id);
  int to = news_edition_find_section (self, into);
  NewsEdition *edition;
  NewsSection *old, *section;

  if (from < 0 || to < 0 || from == to || is_home (self, (guint) from)
      || is_home (self, (guint) to))
    return NULL;

  edition = copy_with (self, (guint) to, &section);
  old = g_ptr_array_index (self->sections, (guint) from);
  for (guint i = 0; i < old->queries->len; i++)
    add_query_once (section, g_ptr_array_index (old->queries, i));
  g_ptr_array_remove_index (edition->sections, (guint) from);

  return edition;
}

NewsEdition *
news_edition_move_query (NewsEdition *self, const char *id, guint index, const char *into)
{
  int from = news_edition_find_section (self, id);
  int to = into != NULL ? news_edition_find_section (self, into) : -1;
  g_autoptr (NewsEdition) between = NULL;
  NewsEdition *edition;
  NewsSection *old, *section;

  if (from < 0 || from == to || (into != NULL && (to < 0 || is_home (self, (guint) to))))
    return NULL;
  old = g_ptr_array_index (self->sections, (guint) from);
  if (index >= old->queries->len)
    return NULL;

  between = copy_with (self, (guint) from, &section);
  g_ptr_array_remove_index (section->queries, index);
  if (into == NULL)
    return drop_unused_sources (g_steal_pointer (&between), self);

  edition = copy_with (between, (guint) to, &section);
  add_query_once (section, g_ptr_array_index (old->queries, index));

  return edition;
}

NewsEdition *
news_edition_remove_source (NewsEdition *self, const char *source)
{
  NewsSource *told = news_edition_get_source (self, source);
  NewsEdition *edition;

  if (told == NULL)
    return NULL;

  edition = copy (self);
  g_ptr_array_remove (edition->sources, told);
  for (guint i = self->sections->len; i > 0; i--)
    {
      g_autoptr (NewsSection) section
        = news_section_copy (g_ptr_array_index (self->sections, i - 1), NULL);

      if (!drop_queries (section, told->id))
        continue;
      g_ptr_array_remove_index (edition->sections, i - 1);
      if (section->queries->len > 0)
        g_ptr_array_insert (edition->sections, (int) i - 1, g_steal_pointer (&section));
    }

  return edition;
}

int
news_edition_find_section (NewsEdition *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_strcmp0 (((NewsSection *) g_ptr_array_index (self->sections, i))->id, id) == 0)
      return (int) i;

  return -1;
}
