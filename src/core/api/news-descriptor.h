/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-answer.h"
#include "news-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_DESCRIPTOR (news_descriptor_get_type ())

/* A JSON news API, described by a file (data/apis/README.md has the format): how to find it, what
 * to ask, and which of its answers' members is what. Compiled once; immutable, and may be shared
 * between threads. It only describes: it can't run anything or read a file. */
typedef struct _NewsDescriptor NewsDescriptor;

/* What can be asked of an API. */
typedef enum
{
  NEWS_ASK_SITE,     /* who answers: NewsAnswer.site */
  NEWS_ASK_SECTIONS, /* its sections: NewsAnswer.sections */
  NEWS_ASK_LIST,     /* articles of one section or of all: NewsAnswer.articles */
  NEWS_ASK_ITEM,     /* one article, whole: NewsAnswer.articles has it alone */
} NewsAsk;

/* What to ask for, in the API's own terms. */
typedef struct
{
  NewsAsk ask;
  const char *section;    /* of LIST: the source's id of it, or NULL for all */
  const char *article;    /* of ITEM: the source's id of it */
  const NewsPlace *place; /* of LIST and SECTIONS: NULL for the first page */
} NewsQuestion;

/* A question as it is sent. */
typedef struct
{
  char *method;
  char *url;
  GHashTable *headers; /* char* to char* */
  char *body;          /* of a POST, or NULL */
  char *content_type;
} NewsCall;

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

/* The request for @question to @source. NEWS_API_ERROR_CANNOT where the API has no such request or
 * @source lacks a parameter. */
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
