/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* An earlier version of an article. Immutable once returned. */
typedef struct _NewsRevision NewsRevision;

struct _NewsRevision
{
  gint64 number;      /* the store's: a later version has a higher one */
  gint64 replaced_at; /* when the next version came, seconds since 1970 */
  char *title;        /* NULL where the source gave none, as the next two */
  char *standfirst;
  GBytes *page; /* as NewsArticle.page; NULL too where its terms let nobody keep it so long */
  char *text;
  gboolean summary_only; /* as NewsArticle.summary_only */
};

NewsRevision *news_revision_new (void);
NewsRevision *news_revision_ref (NewsRevision *self);
void news_revision_unref (NewsRevision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRevision, news_revision_unref)

G_END_DECLS
