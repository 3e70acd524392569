/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-headline-cache.h"
#include "news-headline-model.h"
#include "news-list-reader.h"
#include "news-list-sections.h"

G_BEGIN_DECLS

struct _NewsHeadlineModel
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  NewsListReader *reader;   /* NULL until there is a scope */
  NewsHeadlineCache *cache; /* the same */
  NewsListChange *rows;     /* those on show, and what they are being brought to */
  NewsListSections *sections;

  gboolean paced;
  gboolean changing;
};

/* How many rows there are. */
guint _news_headline_model_get_length (NewsHeadlineModel *self);

G_END_DECLS
