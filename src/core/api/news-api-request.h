/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-context.h"
#include "news-descriptor.h"
#include "news-json-path.h"
#include "news-mapping.h"
#include "news-paging.h"
#include "news-template.h"

G_BEGIN_DECLS

/* One of the things that an API can be asked for: how to ask, and where in the answer the rows are.
 * Compiled once; immutable. */
typedef struct _NewsApiRequest NewsApiRequest;

struct _NewsApiRequest
{
  /* How to ask. */
  NewsTemplate *url;
  GPtrArray *query;   /* of NewsQueryMember */
  GPtrArray *headers; /* the same */
  gboolean takes_section;
  gboolean when_opened; /* of ITEM */

  /* How to read. */
  GPtrArray *expect;  /* NewsJsonPath, one of which an answer must have; or NULL */
  NewsJsonPath *rows; /* or NULL: the answer itself is the only one */
  NewsMapping *map;   /* of SITE and SECTIONS: NewsApiSite and NewsApiSection */
  NewsPaging *paging;
};

/* Reads a request of a descriptor. NEWS_API_ERROR_INVALID. */
NewsApiRequest *news_api_request_new_from_json (JsonNode *node,
                                                NewsAsk ask,
                                                const NewsParameters *parameters,
                                                const char *where,
                                                GError **error);
void news_api_request_free (NewsApiRequest *self);

/* The request for @question. NEWS_API_ERROR_CANNOT. */
NewsCall *news_api_request_prepare (const NewsApiRequest *self,
                                    const NewsParameters *parameters,
                                    NewsSource *source,
                                    const NewsQuestion *question,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsApiRequest, news_api_request_free)

G_END_DECLS
