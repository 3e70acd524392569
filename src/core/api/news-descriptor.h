/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-answer.h"
#include "news-cost.h"
#include "news-mapping.h"
#include "news-parameters.h"
#include "news-source.h"
#include "news-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_DESCRIPTOR (news_descriptor_get_type ())

/* A JSON news API, described by a file (data/apis/README.md has the format): how to find it, what
 * to ask, and which of its answers' members is what. Compiled once; immutable, and may be shared
 * between threads. It only describes: it can't run anything or read a file. */
typedef struct _NewsDescriptor NewsDescriptor;

/* What to ask for, in the API's own terms. */
typedef struct
{
  NewsAsk ask;
  const char *section;    /* of LIST: the source's id of it, or NULL for all */
  const char *article;    /* of ITEM: the source's id of it; of ITEMS: ids, as they are joined */
  const NewsPlace *place; /* of lists and SECTIONS: NULL for the first page */
  const char *query;      /* of SEARCH: the words */
  gint64 since;           /* of CHANGES: seconds */
  gint64 now;             /* seconds, for lists by days; 0 for the clock's */
} NewsQuestion;

/* A question as it is sent. */
typedef struct
{
  char *method;
  char *url;           /* without secrets: it may be shown and written down */
  GHashTable *headers; /* char* to char* */
  char *body;          /* of a POST, or NULL */
  char *content_type;

  /* Keys and passwords, for the host of @url alone, and encrypted. */
  GHashTable *secret_headers;    /* char* to char* */
  GHashTable *secret_parameters; /* the same, of the query; not percent-encoded */
  gboolean secret_body;          /* there is one in @body */
} NewsCall;

/* A GET of @url, which is copied. */
NewsCall *news_call_new (const char *url);

/* An answer as it came. Borrowed by news_descriptor_read(). */
typedef struct
{
  guint status;
  const char *url;     /* after redirects */
  GHashTable *headers; /* lower-case name to value */
  GBytes *body;
} NewsReply;

GType news_descriptor_get_type (void) G_GNUC_CONST;
NewsDescriptor *news_descriptor_ref (NewsDescriptor *self);
void news_descriptor_unref (NewsDescriptor *self);

/* Reads and checks a descriptor. Strict: an unknown member, a path or a template that can't be read
 * is NEWS_API_ERROR_INVALID, with @origin, the member and the reason in the message. */
NewsDescriptor *news_descriptor_new_from_bytes (GBytes *bytes, const char *origin, GError **error);

const char *news_descriptor_get_id (NewsDescriptor *self);
const char *news_descriptor_get_name (NewsDescriptor *self);

/* Whether the API can be asked that. Every one has LIST. */
gboolean news_descriptor_can (NewsDescriptor *self, NewsAsk ask);

/* Whether opening an article must ask for it whole (its list has no body, or the API counts
 * visits). */
gboolean news_descriptor_asks_when_opened (NewsDescriptor *self);

/* The articles of one page of a list, as the descriptor asks for them by default; 0 where the API
 * decides. */
guint news_descriptor_get_page_size (NewsDescriptor *self);

/* What a source has to say, in the descriptor's order: what a person is asked for. */
guint news_descriptor_get_n_parameters (NewsDescriptor *self);
const NewsParameter *news_descriptor_get_parameter (NewsDescriptor *self, guint index);

/* What a person has to be asked for who takes a source: all but what discovery finds, if there is a
 * secret or something without a value by itself among them. An array of const NewsParameter,
 * borrowed from @self; empty where nobody is asked. */
GPtrArray *news_descriptor_list_asked (NewsDescriptor *self);

/* How often the API may be asked, and what its publisher wants. Borrowed. */
const NewsCost *news_descriptor_get_cost (NewsDescriptor *self);
const NewsTerms *news_descriptor_get_terms (NewsDescriptor *self);

/* The answer where the descriptor itself has it, as with sections that are always the same; NULL
 * where the API has to be asked. */
NewsAnswer *news_descriptor_answer_itself (NewsDescriptor *self, const NewsQuestion *question);

/* Whether a token must be asked for before all else. It is then the parameter "token" of the source
 * that is given to news_descriptor_prepare(). */
gboolean news_descriptor_has_login (NewsDescriptor *self);
NewsCall *news_descriptor_prepare_login (NewsDescriptor *self, NewsSource *source, GError **error);
char *news_descriptor_read_login (NewsDescriptor *self,
                                  NewsSource *source,
                                  const NewsReply *reply,
                                  GError **error);

/* The request for @question to @source. NEWS_API_ERROR_CANNOT where the API has no such request or
 * @source lacks a parameter, _KEY_MISSING where that is a secret. */
NewsCall *news_descriptor_prepare (NewsDescriptor *self,
                                   NewsSource *source,
                                   const NewsQuestion *question,
                                   GError **error);
void news_call_free (NewsCall *self);

/* Understands the answer to @question. For worker threads; takes time in proportion to the body.
 *
 * One bad row never loses the others: it is left out and told in NewsAnswer.faults. The end of a
 * list, however the API says it, is an answer without articles and without a next place. Errors are
 * those of NEWS_API_ERROR; the message is the API's own where it gives one. */
NewsAnswer *news_descriptor_read (NewsDescriptor *self,
                                  NewsSource *source,
                                  const NewsQuestion *question,
                                  const NewsReply *reply,
                                  GError **error);

/* The same, and tells of the first article which rule gave what: for who writes a descriptor. */
NewsAnswer *news_descriptor_trace (NewsDescriptor *self,
                                   NewsSource *source,
                                   const NewsQuestion *question,
                                   const NewsReply *reply,
                                   NewsTraceFunc func,
                                   gpointer data,
                                   GError **error);

/* In how many seconds an API that said no may be asked again, by what it said; 0 where it did not
 * say. @now is in seconds. */
guint news_descriptor_get_retry (NewsDescriptor *self,
                                 NewsSource *source,
                                 const NewsReply *reply,
                                 gint64 now);

/* --- discovery -------------------------------------------------------------------------------- */

/* The ways to find the API from an address, to be tried in order. */
guint news_descriptor_get_n_ways (NewsDescriptor *self);

/* The address that the way @index asks for, given the address that a person typed; NULL if the way
 * does not apply to it. Ways of one or several descriptors often ask for the same address: fetch it
 * once. */
char *news_descriptor_dup_way_address (NewsDescriptor *self, guint index, const char *typed);

/* Looks whether @reply, the answer to that address, leads to the API. Returns a source with the
 * parameter found and a provisional name and id, or NULL. To be confirmed with NEWS_ASK_SITE, if it
 * can, else with NEWS_ASK_LIST. */
NewsSource *news_descriptor_try_way (NewsDescriptor *self,
                                     guint index,
                                     const char *typed,
                                     const NewsReply *reply);

/* Where the API of @source is: the parameter that discovery found. Borrowed, or NULL. */
const char *news_descriptor_get_address (NewsDescriptor *self, NewsSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsDescriptor, news_descriptor_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsCall, news_call_free)

G_END_DECLS
