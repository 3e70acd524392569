/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-answer.h"

G_DEFINE_QUARK (news-api-error-quark, news_api_error)

static void
free_section (NewsApiSection *section)
{
  g_free (section->id);
  g_free (section->title);
  g_free (section->parent);
  g_free (section);
}

static void
free_site (NewsApiSite *site)
{
  g_free (site->name);
  g_free (site->home);
  g_free (site->language);
  g_free (site->summary);
  g_free (site->icon);
  g_free (site);
}

NewsPlace *
news_place_new (guint page, guint size, const char *cursor)
{
  NewsPlace *self = g_new0 (NewsPlace, 1);

  self->page = page;
  self->size = size;
  self->cursor = g_strdup (cursor);

  return self;
}

NewsPlace *
news_place_copy (const NewsPlace *self)
{
  return self != NULL ? news_place_new (self->page, self->size, self->cursor) : NULL;
}

void
news_place_free (NewsPlace *self)
{
  g_free (self->cursor);
  g_free (self);
}

NewsAnswer *
news_answer_new (void)
{
  NewsAnswer *self = g_new0 (NewsAnswer, 1);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) free_section);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) news_article_unref);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->total = -1;

  return self;
}

void
news_answer_free (NewsAnswer *self)
{
  g_clear_pointer (&self->site, free_site);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->next, news_place_free);
  g_free (self);
}
