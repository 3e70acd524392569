/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_EDITOR (news_editor_get_type ())

/* Changes the edition on show, for whoever lets a reader do so: each change is kept and shown at
 * once, and then a toast tells what was done (screen readers say it), with a button that undoes it.
 * What can't be done does nothing; what can't be kept is told. See news-edition-change.h for what
 * the changes are. */
G_DECLARE_FINAL_TYPE (NewsEditor, news_editor, NEWS, EDITOR, GObject)

/* @toasts is borrowed, and may go before the editor. */
NewsEditor *news_editor_new (NewsDesk *desk, AdwToastOverlay *toasts);

/* Borrowed. */
NewsDesk *news_editor_get_desk (NewsEditor *self);

/* The edition with all changes that are on their way. Borrowed. */
NewsEdition *news_editor_get_edition (NewsEditor *self);

void news_editor_add_section (NewsEditor *self, const char *title);
void news_editor_rename (NewsEditor *self, const char *id, const char *title);
void news_editor_set_icon (NewsEditor *self, const char *id, const char *icon);
void news_editor_move (NewsEditor *self, const char *id, guint place);

/* The same by @step places up (less than 0) or down. */
void news_editor_step (NewsEditor *self, const char *id, int step);
gboolean news_editor_can_step (NewsEditor *self, const char *id, int step);

void news_editor_remove (NewsEditor *self, const char *id);
void news_editor_merge (NewsEditor *self, const char *id, const char *into);
void news_editor_move_query (NewsEditor *self, const char *id, guint index, const char *into);
void news_editor_remove_source (NewsEditor *self, const char *source);

/* Adds sections of a source, see news_desk_add_offer_async(). What fails is not told here, but to
 * the one who asks for it. */
void news_editor_add_offer_async (NewsEditor *self,
                                  NewsOffer *offer,
                                  GPtrArray *ids,
                                  const char *into,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *news_editor_add_offer_finish (NewsEditor *self, GAsyncResult *result, GError **error);

/* See news_desk_reset_edition_async(). */
void news_editor_reset (NewsEditor *self);

/* Takes a whole edition, and shows it. */
void news_editor_take (NewsEditor *self, NewsEdition *edition);

/* Adds what a list of subscriptions has and the edition has not; says so if that is nothing. */
void news_editor_subscribe (NewsEditor *self, NewsOpml *opml);

/* Undoes what the toast on show tells of, if there is one. */
void news_editor_undo (NewsEditor *self);

/* Says something in passing. */
void news_editor_tell (NewsEditor *self, const char *words);

G_END_DECLS
