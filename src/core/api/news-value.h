/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a path leads to: a node of the answer, or a text from elsewhere (a header, the source).
 * Exactly one of both is set. Borrowed. */
typedef struct
{
  JsonNode *node;
  const char *text;
} NewsValue;

/* Room for any number as text. */
#define NEWS_VALUE_BUFFER 40
typedef char NewsValueBuffer[NEWS_VALUE_BUFFER];

/* The value as text without copying it: a text itself, or a number written to @buffer, whole ones
 * without decimals. NULL for everything else: null, true and false, lists, objects, "", and numbers
 * that JSON-GLib could not hold. */
const char *news_value_peek_text (const NewsValue *self, NewsValueBuffer buffer);

/* The same, but true and false are "true" and "false": what filters compare with. */
const char *news_value_peek_word (const NewsValue *self, NewsValueBuffer buffer);

/* true, a number but 0, or a text but "0", "false" and "". */
gboolean news_value_is_true (const NewsValue *self);

/* Whether it is there at all: neither null nor "". */
gboolean news_value_is_present (const NewsValue *self);

/* The elements of a list, one by one: those of an array, or of an object whose members are named by
 * numbers, which is how PHP writes a list with gaps. */
typedef struct
{
  JsonArray *array;
  guint index;
  JsonObjectIter members;
  gboolean is_list;
} NewsValueIter;

/* FALSE if @node is no list. */
gboolean news_value_iter_init (NewsValueIter *iter, JsonNode *node);
JsonNode *news_value_iter_next (NewsValueIter *iter);

G_END_DECLS
