/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-protocol.h"

G_BEGIN_DECLS

/* All that a source may speak: feeds, and the APIs that are known, which are those that come with
 * Broadsheet, then a person's own, which may take the place of one of the same id. Immutable once
 * loaded; may be shared between threads. */
typedef struct _NewsRegistry NewsRegistry;

/* @folder (nullable) holds a person's own descriptors, *.json. One that can't be read is left out,
 * and a sentence that says why is added to @faults (nullable). Worker threads only. */
NewsRegistry *news_registry_load (const char *folder, GPtrArray *faults);
NewsRegistry *news_registry_ref (NewsRegistry *self);
void news_registry_unref (NewsRegistry *self);

/* Borrowed; NULL if there is none of that id. */
NewsProtocol *news_registry_get (NewsRegistry *self, const char *id);

/* All of them, in the order in which an address is tried. Borrowed array of NewsProtocol. */
GPtrArray *news_registry_get_all (NewsRegistry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRegistry, news_registry_unref)

G_END_DECLS
