/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-find.h"

void
news_find_clear (NewsFind *self)
{
  g_clear_pointer (&self->source, news_source_unref);
  g_clear_pointer (&self->protocol, news_protocol_unref);
  g_clear_pointer (&self->icon, g_free);
}

void
news_find_free (NewsFind *self)
{
  news_find_clear (self);
  g_free (self);
}

void
news_find_take_site (NewsFind *self, const NewsApiSite *site)
{
  if (site == NULL)
    return;

  if (site->name != NULL)
    g_set_str (&self->source->name, site->name);
  if (site->home != NULL)
    g_set_str (&self->source->home, site->home);
  if (site->language != NULL)
    g_set_str (&self->source->language, site->language);
  if (site->icon != NULL)
    g_set_str (&self->icon, site->icon);
}
