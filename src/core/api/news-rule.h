/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-context.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a rule makes. */
typedef enum
{
  NEWS_RULE_TEXT,   /* char *, or NULL */
  NEWS_RULE_LINE,   /* the same on one line, with single blanks */
  NEWS_RULE_LIST,   /* char **, such lines without repetitions, or NULL */
  NEWS_RULE_NUMBER, /* gint64, not negative */
  NEWS_RULE_DATE,   /* gint64, seconds since 1970 */
  NEWS_RULE_FLAG,   /* gboolean */
} NewsRuleKind;

/* How a text, list, number, date or flag is made of an answer. Compiled once; immutable. What is
 * null, "", of a wrong type or blank is absent, and then the next alternative has its turn. */
typedef struct _NewsRule NewsRule;

/* Reads a rule of a descriptor: a text is a path; an object has one of "path", "or", "const",
 * "template" and "address", and may say what to do with what they give. Which names @parameters has
 * is checked; it may be NULL. NEWS_API_ERROR_INVALID, with @where in the message. */
NewsRule *news_rule_new_from_json (JsonNode *node,
                                   NewsRuleKind kind,
                                   const NewsParameters *parameters,
                                   const char *where,
                                   GError **error);
void news_rule_free (NewsRule *self);

/* Of TEXT and LINE. Without a blank at either end, or NULL. */
char *news_rule_dup_text (const NewsRule *self, const NewsContext *context);

/* Of LIST. NULL instead of an empty one. */
char **news_rule_dup_list (const NewsRule *self, const NewsContext *context);

/* Of NUMBER, or of DATE. @number is left as it is where there is none. */
gboolean news_rule_get_number (const NewsRule *self, const NewsContext *context, gint64 *number);

/* Of FLAG. */
gboolean news_rule_is_true (const NewsRule *self, const NewsContext *context);

/* The rule, or the one of its alternatives, that gives the value, as it is written in the
 * descriptor; NULL where none does. Borrowed. */
const char *news_rule_find_giver (const NewsRule *self, const NewsContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsRule, news_rule_free)

G_END_DECLS
