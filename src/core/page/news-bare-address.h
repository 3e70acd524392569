/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a bare address (http or https) begins at @at, which is in the text that begins at @start:
 * not in the middle of a word or of another address. */
gboolean news_bare_address_begins (const char *start, const char *at);

/* Where the one ends that begins at @text: at a space, a quote or angle bracket, or at a letter of
 * a script that has no spaces, since there the sentence goes on. Marks at its end are the
 * sentence's, and so is a bracket that was not opened in it. */
const char *news_bare_address_find_end (const char *text);

G_END_DECLS
