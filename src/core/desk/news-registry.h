/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-protocol.h"

G_BEGIN_DECLS

/* All that a source may speak: feeds, and the APIs that are known, which are those that come with
 * Broadsheet, then a person's own, which may take the place of one of the same id. What comes with
 * Broadsheet is read when it is first asked for: a start would have to wait for twenty, of which an
 * edition needs two. Nothing else of it changes; may be shared between threads. */
typedef struct _NewsRegistry NewsRegistry;

/* @folder (nullable) holds a person's own descriptors, *.json. One that can't be read is left out,
 * and a sentence that says why is added to @faults (nullable). Worker threads only. */
NewsRegistry *news_registry_load (const char *folder, GPtrArray *faults);
NewsRegistry *news_registry_ref (NewsRegistry *self);
void news_registry_unref (NewsRegistry *self);

/* Borrowed; NULL if there is none of that id. */
NewsProtocol *news_registry_get (NewsRegistry *self, const char *id);

/* Reads what the sources of @edition speak, so that the main thread, which must not read files, may
 * ask for it. Worker threads only. */
void news_registry_prepare (NewsRegistry *self, NewsEdition *edition);

/* All of them, in the order in which an address is tried. Borrowed array of NewsProtocol. Worker
 * threads only. */
GPtrArray *news_registry_get_all (NewsRegistry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRegistry, news_registry_unref)

G_END_DECLS
