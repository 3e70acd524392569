/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-errand.h"

G_BEGIN_DECLS

/* A source that was found at an address. */
typedef struct
{
  NewsSource *source;
  NewsProtocol *protocol;
  char *icon;      /* address of a picture of the site, or NULL */
  gboolean meant;  /* what was typed is its own address, and not that of a page which leads to it */
  gboolean locked; /* it answers nobody who has not entered a key, or what else it wants to know */
} NewsFind;

void news_find_clear (NewsFind *self);
void news_find_free (NewsFind *self);

/* Gives the source the names that its site has for itself. It must not be shared yet. */
void news_find_take_site (NewsFind *self, const NewsApiSite *site);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsFind, news_find_clear)

G_END_DECLS
