/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the server remembers from one run to the next: the port it had, and how often each story was
 * opened. One thread at a time. */
typedef struct _NewsSampleState NewsSampleState;

/* Reads the file in @folder, which need not be there yet; one that can't be read counts as none.
 * NULL as @folder: nothing is kept. */
NewsSampleState *news_sample_state_new (const char *folder);
void news_sample_state_free (NewsSampleState *self);

/* 0 if it never had one. */
guint16 news_sample_state_get_port (NewsSampleState *self);
void news_sample_state_set_port (NewsSampleState *self, guint16 port);

/* How often the story was opened here. */
gint64 news_sample_state_get_visits (NewsSampleState *self,
                                     const char *language,
                                     const char *story);
void news_sample_state_add_visit (NewsSampleState *self, const char *language, const char *story);

/* Writes what changed since the last time, if anything did and there is a folder for it. The folder
 * is made where it is missing. Errors are of G_FILE_ERROR. */
gboolean news_sample_state_save (NewsSampleState *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleState, news_sample_state_free)

G_END_DECLS
