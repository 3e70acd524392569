/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"

G_BEGIN_DECLS

/* Where the text of an edition's file has this, the address of the sample's server stands: it is on
 * another port each time. */
#define NEWS_EDITIONS_SAMPLE "@SAMPLE@"

/* The editions that come with Broadsheet and a person's own, kept in @folder (nullable), of which
 * one of the same id takes the place of one that comes with it. With @sample, the address of the
 * sample's server, those of the sample alone, else all others; in the order of their languages.
 * What can't be read is told in @faults (nullable). Those that are not of the sample, which has
 * another address each time, are read faster the next time by what is kept in the folder @cache
 * (nullable, news-compiled-editions.h). Returns an array of NewsEdition. Worker threads only. */
GPtrArray *news_editions_load (const char *folder,
                               const char *cache,
                               const char *sample,
                               GPtrArray *faults);

/* Keeps @edition as a person's own, whole or not at all. Worker threads only. */
gboolean news_editions_save (const char *folder,
                             const char *sample,
                             NewsEdition *edition,
                             GError **error);

/* Forgets what a person has made of the edition called @id. Returns it as it comes with Broadsheet,
 * or NULL without an error if it does not. Worker threads only. */
NewsEdition *news_editions_reset (const char *folder,
                                  const char *sample,
                                  const char *id,
                                  GError **error);

/* Whether the edition called @id comes with Broadsheet. Looks at no disk. */
gboolean news_editions_is_shipped (const char *id);

/* The edition whose text a person has brought: strictly, and not past NEWS_EDITIONS_LIMIT bytes,
 * which is more than one with all feeds that a list of subscriptions may have. @name calls it in
 * errors. An edition of the sample is refused elsewhere, and any other in the sample, as it would
 * not be there at the next start. The error's message is for people. */
#define NEWS_EDITIONS_LIMIT (8 * 1024 * 1024)
NewsEdition *news_editions_parse (GBytes *bytes,
                                  const char *name,
                                  const char *sample,
                                  GError **error);

/* The text of an edition as it is kept, whatever port the sample's server is on. */
GBytes *news_editions_format (NewsEdition *edition, const char *sample);

/* The edition to open first, of a non-empty array: the one called @id, else the first whose
 * language is one of the desktop's @languages (as g_get_language_names() gives them), else the
 * first. Borrowed. */
NewsEdition *news_editions_choose (GPtrArray *editions,
                                   const char *id,
                                   const char *const *languages);

G_END_DECLS
