/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-site.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ICON "news-site-symbolic"

static gboolean
read_first (NewsSite *self, NewsFetcher *fetcher, GCancellable *cancellable, GError **error)
{
  g_auto (NewsErrand) errand = { 0 };

  errand.protocol = self->find.protocol;
  errand.source = self->find.source;
  errand.question.ask = NEWS_ASK_LIST;
  if (!news_errand_run (&errand, fetcher, NULL, cancellable, error))
    return FALSE;

  self->articles = errand.answer->articles->len;
  if (self->articles > 0)
    self->headline
      = g_strdup (((NewsArticle *) g_ptr_array_index (errand.answer->articles, 0))->title);

  return TRUE;
}

static NewsApiSection *
find_section (NewsSite *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (self->sections, i);

      if (strcmp (section->id, id) == 0)
        return section;
    }

  return NULL;
}

/* Unique in the edition as long as the source's id is, and the same for the same section. */
static NewsSection *
create_section (NewsSite *self, const char *id)
{
  NewsSource *source = self->find.source;
  NewsApiSection *told = id != NULL ? find_section (self, id) : NULL;
  g_autofree char *section_id = g_strdup_printf ("%s#%s", source->id, id != NULL ? id : "");
  NewsSection *section
    = news_section_new (section_id, told != NULL ? told->title : source->name, ICON);

  /* A site of which all is taken needs no heading that repeats its name. */
  if (id != NULL)
    section->group = g_strdup (source->name);
  news_section_add_query (section, source->id, id);

  return section;
}

void
news_site_free (NewsSite *self)
{
  news_find_clear (&self->find);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self->headline);
  g_free (self);
}

NewsSite *
news_site_find (NewsFetcher *fetcher,
                NewsRegistry *registry,
                const char *typed,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (NewsSite) self = g_new0 (NewsSite, 1);

  if (!news_finder_find (fetcher, registry, typed, NULL, &self->find, cancellable, error))
    return NULL;

  /* A site whose sections can't be listed can still be read as a whole. */
  self->sections = news_finder_list_sections (fetcher, &self->find, NULL, cancellable, NULL);
  if (self->sections == NULL)
    self->sections = g_ptr_array_new ();

  if (!read_first (self, fetcher, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

NewsEdition *
news_site_add_to (NewsSite *self, NewsEdition *edition, GPtrArray *ids)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);

  g_ptr_array_add (sources, self->find.source);
  for (guint i = 0; i < ids->len; i++)
    {
      NewsSection *section = create_section (self, g_ptr_array_index (ids, i));

      if (news_edition_get_section (edition, section->id) != NULL)
        news_section_unref (section);
      else
        g_ptr_array_add (sections, section);
    }

  return news_edition_extend (edition, sources, sections);
}
