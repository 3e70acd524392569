/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-keyring.h"
#include "news-registry.h"

G_BEGIN_DECLS

/* The keys of sources that a person has taken out of an edition.
 *
 * The rule: a source that a change takes out of an edition is written down before that is kept, and
 * its keys stay, so that the change can be undone. When Broadsheet starts the next time, nobody can
 * undo it any more: what was written down and is in none of the editions loses its keys. Of what
 * some edition has, or was never written down here, nothing is forgotten; a keyring may hold keys
 * of papers in other folders. Where an edition can't be read nobody knows what is in it, and all is
 * left for another start, as is what the keyring does not give up.
 *
 * All that is on the desk's keeper, which does one thing after the other. */

/* Writes down, in the folder @data, the sources of @before that @after (nullable) does not have,
 * but those whose APIs are known to have no secrets. */
gboolean news_departed_note (const char *data,
                             NewsEdition *before,
                             NewsEdition *after,
                             NewsRegistry *registry,
                             GError **error);

/* Forgets the keys of what was written down and is in none of @editions, which must be all there
 * are. Asks nobody to unlock a keyring. */
gboolean news_departed_forget (const char *data,
                               GPtrArray *editions,
                               NewsKeyring *keyring,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
