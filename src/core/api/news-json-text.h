/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reads an answer that should be JSON (RFC 8259). What sites do to it is mended: a byte order mark,
 * warnings of PHP before and comments of caches after it, bytes that are not UTF-8, halves of
 * emoji, line breaks within texts, NaN and Infinity, a comma after the last element.
 *
 * Returns NULL for what is no JSON, and for a page for browsers, whatever JSON it may hold. In
 * linear time; for worker threads. */
JsonNode *news_json_text_parse (GBytes *bytes);

/* Whether it is HTML or XML rather than anything else. */
gboolean news_json_text_is_markup (GBytes *bytes);

/* The object or list that @text begins with, mended as above; NULL if it does not begin with one,
 * or has not its end. */
char *news_json_text_mend (const char *text, gsize length);

G_END_DECLS
