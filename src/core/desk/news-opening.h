/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-registry.h"
#include "news-store.h"

G_BEGIN_DECLS

/* What has to be read from the disk before a paper can be shown. */
typedef struct
{
  /* What to do; owned */
  char *data;   /* the folder for what must be kept */
  char *cache;  /* the one for what can be had again */
  char *sample; /* address of the sample's server, or NULL */

  /* What came of it; owned */
  NewsStore *store;
  NewsRegistry *registry;
  GPtrArray *editions; /* NewsEdition, at least one */
  gboolean is_whole;   /* no edition was left out because it could not be read */
  GPtrArray *faults;   /* char*: what a person should know, a sentence each */
} NewsOpening;

NewsOpening *news_opening_new (const char *data, const char *cache, const char *sample);
void news_opening_free (NewsOpening *self);

/* The folder of a person's own editions and API descriptions. */
char *news_opening_dup_editions_folder (const char *data);

/* Fails only if the store can't be opened. Worker threads only. */
gboolean news_opening_run (NewsOpening *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsOpening, news_opening_free)

G_END_DECLS
