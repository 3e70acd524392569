/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-auth.h"
#include "news-context.h"
#include "news-descriptor.h"
#include "news-json-path.h"
#include "news-mapping.h"
#include "news-paging.h"
#include "news-pairs.h"
#include "news-template.h"

G_BEGIN_DECLS

/* One of the things that an API can be asked for: how to ask, and where in the answer the rows are.
 * Compiled once; immutable. */
typedef struct _NewsApiRequest NewsApiRequest;

/* A section that the descriptor itself has. */
typedef struct
{
  char *id;
  char *title;
  char *parent; /* or NULL */
  GPtrArray
    *rows; /* NewsJsonPath: where its articles are in an answer, or NULL for the list's own */
} NewsFixedSection;

struct _NewsApiRequest
{
  /* How to ask. Without an address the sections are fixed, and nothing is asked. */
  NewsTemplate *url;
  NewsPairs *query;
  NewsPairs *headers;
  NewsPairs *form; /* of a POST */
  gboolean has_form;
  gboolean takes_section;
  gboolean when_opened; /* of ITEM */
  GPtrArray *fixed;     /* of SECTIONS: NewsFixedSection, or NULL */

  /* How to read. */
  GPtrArray *expect;  /* NewsJsonPath, one of which an answer must have; or NULL */
  GPtrArray *rows;    /* NewsJsonPath; or NULL: the answer itself is the only one */
  GPtrArray *expired; /* of LIST: NewsJsonPath, one of which is true once it has ended; or NULL */
  gboolean rows_optional; /* an answer without them is an empty list */
  NewsMapping *map;       /* of SITE and SECTIONS: NewsApiSite and NewsApiSection */
  NewsPaging *paging;

  /* Of lists whose rows are ids only: what to ask for with them. */
  gboolean follows;
  NewsAsk follow;    /* ITEM or ITEMS */
  guint follow_size; /* ids in one request; 1 for ITEM */
  guint at_once;     /* requests under way */
};

/* Reads a request of a descriptor. NEWS_API_ERROR_INVALID. */
NewsApiRequest *news_api_request_new_from_json (JsonNode *node,
                                                NewsAsk ask,
                                                const NewsParameters *parameters,
                                                const char *where,
                                                GError **error);
void news_api_request_free (NewsApiRequest *self);

/* The request for @question. NEWS_API_ERROR_CANNOT and _KEY_MISSING. */
NewsCall *news_api_request_prepare (const NewsApiRequest *self,
                                    const NewsAuth *auth,
                                    const NewsParameters *parameters,
                                    NewsSource *source,
                                    const NewsQuestion *question,
                                    GError **error);

/* The section of @id that the descriptor has, or NULL. */
const NewsFixedSection *news_api_request_find_fixed (const NewsApiRequest *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsApiRequest, news_api_request_free)

G_END_DECLS
