/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A set of article numbers. They are small and dense where the file is sound, so a bit each in
 * pages that are made when they are needed; but any number, as a damaged file may hold, is safe. */
typedef struct _NewsIdSet NewsIdSet;

NewsIdSet *news_id_set_new (void);
void news_id_set_free (NewsIdSet *self);

/* Adds @id. Returns whether it is new. */
gboolean news_id_set_add (NewsIdSet *self, gint64 id);
gboolean news_id_set_contains (NewsIdSet *self, gint64 id);
guint news_id_set_get_size (NewsIdSet *self);

/* All of them (gint64), the least first. */
GArray *news_id_set_list (NewsIdSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsIdSet, news_id_set_free)

G_END_DECLS
