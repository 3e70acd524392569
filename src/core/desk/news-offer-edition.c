/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-edition-change.h"
#include "news-offer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ICON "news-site-symbolic"

static NewsApiSection *
find_section (NewsOffer *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (self->sections, i);

      if (strcmp (section->id, id) == 0)
        return section;
    }

  return NULL;
}

static gboolean
has_sections (NewsOffer *self, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (id != NULL && find_section (self, id) == NULL)
        return FALSE;
    }

  return ids->len > 0;
}

/* Unique in the edition as long as the source's id is, and the same for the same section. */
static char *
dup_section_id (NewsOffer *self, const char *id)
{
  return g_strdup_printf ("%s#%s", self->find.source->id, id != NULL ? id : "");
}

static NewsSection *
create_section (NewsOffer *self, const char *id)
{
  NewsSource *source = self->find.source;
  g_autofree char *section_id = dup_section_id (self, id);
  NewsSection *section = news_section_new (
    section_id, id != NULL ? find_section (self, id)->title : source->name, ICON);

  /* A site of which all is taken needs no heading that repeats its name. */
  if (id != NULL)
    section->group = g_strdup (source->name);
  news_section_add_query (section, source->id, id);

  return section;
}

/* The edition's section that was made of @id before, if it is still of that. */
static NewsSection *
find_former (NewsOffer *self, NewsEdition *edition, const char *id)
{
  g_autofree char *section_id = dup_section_id (self, id);
  NewsSection *section = news_edition_get_section (edition, section_id);

  return section != NULL && news_section_has_query (section, self->find.source->id, id) ? section
                                                                                        : NULL;
}

static NewsEdition *
add_own (NewsOffer *self, NewsEdition *edition, GPtrArray *sources, GPtrArray *ids, char **place)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);
  NewsEdition *extended;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      NewsSection *former = find_former (self, edition, id);

      if (former == NULL)
        g_ptr_array_add (sections, create_section (self, id));
      else
        g_set_str (place, former->id);
    }

  extended = news_edition_extend (edition, sources, sections);
  if (sections->len > 0)
    g_set_str (
      place,
      ((NewsSection *) g_ptr_array_index (extended->sections, extended->sections->len - 1))->id);

  return extended;
}

/* Into a section for a moment, which is then merged. */
static NewsEdition *
merge (NewsOffer *self, NewsEdition *edition, GPtrArray *sources, GPtrArray *ids, const char *into)
{
  g_autofree char *id = dup_section_id (self, NULL);
  g_autoptr (NewsSection) section = news_section_new (id, self->find.source->name, ICON);
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (NewsEdition) extended = NULL;

  for (guint i = 0; i < ids->len; i++)
    news_section_add_query (section, self->find.source->id, g_ptr_array_index (ids, i));
  g_ptr_array_add (sections, section);
  extended = news_edition_extend (edition, sources, sections);

  return news_edition_merge_section (
    extended,
    ((NewsSection *) g_ptr_array_index (extended->sections, extended->sections->len - 1))->id,
    into);
}

NewsEdition *
news_offer_add_to (NewsOffer *self,
                   NewsEdition *edition,
                   GPtrArray *ids,
                   const char *into,
                   char **place,
                   GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  NewsEdition *changed = NULL;

  *place = NULL;
  g_ptr_array_add (sources, self->find.source);
  if (!has_sections (self, ids))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The source has no such section."));
      return NULL;
    }

  if (into == NULL)
    return add_own (self, edition, sources, ids, place);

  if (news_edition_get_section (edition, into) != NULL)
    changed = merge (self, edition, sources, ids, into);
  if (changed == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("The edition no longer has the section that this was to be added to."));
  else
    *place = g_strdup (into);

  return changed;
}
