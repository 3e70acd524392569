/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-api-request.h"
#include "news-article-mapping.h"
#include "news-auth.h"
#include "news-descriptor.h"
#include "news-discovery.h"
#include "news-error-rules.h"
#include "news-parameters.h"

G_BEGIN_DECLS

#define NEWS_N_ASKS (NEWS_ASK_CHANGES + 1)

struct _NewsDescriptor
{
  char *id;
  char *name;
  NewsParameters *parameters;
  NewsDiscovery *discovery;
  NewsApiRequest *requests[NEWS_N_ASKS]; /* NULL for what can't be asked */
  NewsArticleMapping *article;
  NewsErrorRules *errors;
  NewsAuth *auth;
  NewsCost cost;
  NewsTerms terms;
};

/* Compiles the JSON of a descriptor into @self, which is empty. NEWS_API_ERROR_INVALID. */
gboolean news_descriptor_load (NewsDescriptor *self, JsonNode *root, GError **error);

G_END_DECLS
