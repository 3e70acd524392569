/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"

G_BEGIN_DECLS

/* Editions as a start reads them fast: a file in the cache folder that has, of each edition that
 * was read from JSON without a fault, that JSON and the edition as a parcel. To parse the JSON of
 * 600 sources takes a twentieth of a start.
 *
 * An edition is found by all bytes of its JSON, so that nothing is ever told of one that was
 * changed: to compare them takes less than a checksum of them would, and is surer. The parcel has a
 * fingerprint, against a damaged file. Neither is against anybody who may write there. There is one
 * file, of the editions of the last start and no others, so that nothing piles up.
 *
 * What fails is told by g_debug() alone: an edition that is not found is read from its JSON. Of one
 * thread at a time. */
typedef struct _NewsCompiledEditions NewsCompiledEditions;

/* Those that were written in @folder, which need not exist. None, if another version wrote them.
 * Worker threads only. */
NewsCompiledEditions *news_compiled_editions_read (const char *folder);
void news_compiled_editions_free (NewsCompiledEditions *self);

/* The edition that was made of @json, or NULL. Owned by the caller. */
NewsEdition *news_compiled_editions_find (NewsCompiledEditions *self, GBytes *json);

/* Has @edition, which was made of @json, be found at the next start. */
void news_compiled_editions_add (NewsCompiledEditions *self, GBytes *json, NewsEdition *edition);

/* Writes what was found or added, if that is not what was read, whole or not at all. Worker threads
 * only. */
void news_compiled_editions_write (NewsCompiledEditions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsCompiledEditions, news_compiled_editions_free)

G_END_DECLS
