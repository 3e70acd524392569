/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 article;
  gboolean read;
  gboolean bookmarked;
} NewsMarks;

/* What an operation changed, as far as anyone may want to know. Belongs to one thread at a time. */
typedef struct
{
  gboolean lists;
  gboolean counts;
  gboolean many; /* more marks than are told one by one: @marks is empty, and @lists is set */
  GArray *marks; /* NewsMarks: at most one of an article, and at most NEWS_CHANGES_MARKS */
} NewsChanges;

/* Beyond that many articles it is cheaper to read the lists again than to tell each. */
#define NEWS_CHANGES_MARKS 200

void news_changes_init (NewsChanges *self);
void news_changes_clear (NewsChanges *self);
gboolean news_changes_is_empty (const NewsChanges *self);

/* Adds an article's new marks, in place of earlier ones of the same article. */
void news_changes_add_marks (NewsChanges *self, const NewsMarks *marks);

/* Notes that more articles changed their marks than can be added. */
void news_changes_set_many (NewsChanges *self);

/* Adds what @other holds. */
void news_changes_merge (NewsChanges *self, const NewsChanges *other);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewsChanges, news_changes_clear)

G_END_DECLS
