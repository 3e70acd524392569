/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-answer.h"
#include "news-context.h"
#include "news-descriptor.h"

G_BEGIN_DECLS

/* How an API says that something is wrong. Compiled once; immutable. */
typedef struct _NewsErrorRules NewsErrorRules;

/* What an answer is. */
typedef enum
{
  NEWS_VERDICT_GOOD,
  NEWS_VERDICT_END,   /* beyond the last page of a list */
  NEWS_VERDICT_ERROR, /* and the error is set */
} NewsVerdict;

/* Reads "errors" of a descriptor, which may be NULL. NEWS_API_ERROR_INVALID. */
NewsErrorRules *news_error_rules_new_from_json (JsonNode *node,
                                                const NewsParameters *parameters,
                                                const char *where,
                                                GError **error);
void news_error_rules_free (NewsErrorRules *self);

/* Judges @reply: by the descriptor's rules in their order, then by the status. @context->root is
 * the answer's JSON, or NULL if it is none. Messages are the API's own words where it gives some.
 */
NewsVerdict news_error_rules_judge (const NewsErrorRules *self,
                                    const NewsContext *context,
                                    const NewsReply *reply,
                                    NewsAsk ask,
                                    GError **error);

/* In how many seconds the API may be asked again, by the rule that holds for @reply or by what the
 * answer says; 0 where neither tells. @now is in seconds. */
guint news_error_rules_get_retry (const NewsErrorRules *self,
                                  const NewsContext *context,
                                  const NewsReply *reply,
                                  gint64 now);

/* Sets the error of that @code with Broadsheet's own words. */
void news_error_rules_set_own (GError **error, NewsApiError code);

/* Sets the error that an HTTP status means by itself. FALSE if it means none, or no more than that
 * there is nothing at the address. */
gboolean news_error_rules_set_status (GError **error, guint status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsErrorRules, news_error_rules_free)

G_END_DECLS
