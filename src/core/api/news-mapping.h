/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-rule.h"

G_BEGIN_DECLS

/* A member of a C struct that a descriptor can fill. */
typedef struct
{
  const char *name;
  NewsRuleKind kind;
  gsize offset;
  gboolean required; /* in the descriptor, not in the answer */
} NewsField;

/* The rules that fill one struct, such as NewsArticle, from one place in an answer. Compiled once;
 * immutable. */
typedef struct _NewsMapping NewsMapping;

/* Reads the members of @object that @fields names; those named in the NULL-ended @others are left
 * to the caller, all others are errors. @fields must be static and end with a NULL name. @where is
 * the place of @object. NEWS_API_ERROR_INVALID. */
NewsMapping *news_mapping_new_from_json (JsonNode *node,
                                         const NewsField *fields,
                                         const char *const *others,
                                         const NewsParameters *parameters,
                                         const char *where,
                                         GError **error);
void news_mapping_free (NewsMapping *self);

/* Fills the members of @record for which there is a rule. They must be NULL before; numbers keep
 * their value where the answer has none. */
void news_mapping_fill (const NewsMapping *self, const NewsContext *context, gpointer record);

/* Which rule gave what. @rule is as it is written in the descriptor, NULL where none gave anything;
 * @value is what it gave, as a text, or NULL; @has_rule is FALSE where the descriptor has none for
 * the field. All are borrowed. */
typedef void (*NewsTraceFunc) (const char *field,
                               const char *rule,
                               const char *value,
                               gboolean has_rule,
                               gpointer data);

/* Calls @func for each field, in their order. */
void news_mapping_trace (const NewsMapping *self,
                         const NewsContext *context,
                         NewsTraceFunc func,
                         gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsMapping, news_mapping_free)

G_END_DECLS
