/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What walls say, in English and Chinese. @text is that of a page, its paragraphs apart by line
 * breaks. */

/* Whether its last words ask to subscribe, to become a member or to log in to read on. */
gboolean news_wall_words_end (const char *text);

/* Whether all of it is a question to agree to cookies or to partners who track: a short text that
 * begins so, with the words of its buttons. */
gboolean news_wall_words_ask_consent (const char *text);

G_END_DECLS
