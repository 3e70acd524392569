/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"

G_BEGIN_DECLS

/* Changes of an edition. Each gives a new edition and leaves @self as it is, as editions are shared
 * between threads; what did not change is shared between the two. Each gives NULL where there is
 * nothing to change: no such section, the same title again, a place that is none.
 *
 * The home section stays where it is and can't be removed or merged.
 *
 * A source that no query uses any more goes with the last one that did: its parameters may hold a
 * key, and let articles lead to this machine, which nobody expects of what has been removed. A
 * source that no section used before is left alone. */

/* Adds a section after all others that stand under no heading, without queries. Its id is made of
 * @title and given in @id (to be freed, nullable). */
NewsEdition *news_edition_add_section (NewsEdition *self, const char *title, char **id);

/* @title must have more than blanks in it, which are taken off its ends. */
NewsEdition *news_edition_rename_section (NewsEdition *self, const char *id, const char *title);

/* @icon is the name of a symbolic icon, or NULL for none of its own. */
NewsEdition *news_edition_set_section_icon (NewsEdition *self, const char *id, const char *icon);

/* Puts the section at @place of all sections, the last at most. It comes under the heading that it
 * is put under, so that the sections of a heading stay together. */
NewsEdition *news_edition_move_section (NewsEdition *self, const char *id, guint place);
gboolean news_edition_can_move_section (NewsEdition *self, const char *id, guint place);

NewsEdition *news_edition_remove_section (NewsEdition *self, const char *id);

/* Adds the queries of @id to those of @into, each once, and removes @id. */
NewsEdition *news_edition_merge_section (NewsEdition *self, const char *id, const char *into);

/* The query at @index of the section @id goes to the end of @into, or if @into is NULL, for good.
 */
NewsEdition *news_edition_move_query (NewsEdition *self,
                                      const char *id,
                                      guint index,
                                      const char *into);

/* Removes the source, all queries to it, and the sections that had nothing else: nothing could come
 * into them any more. */
NewsEdition *news_edition_remove_source (NewsEdition *self, const char *source);

/* Where the section stands among all sections, or -1. */
int news_edition_find_section (NewsEdition *self, const char *id);

G_END_DECLS
