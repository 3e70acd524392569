/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NEWS_API_ERROR (news_api_error_quark ())

typedef enum
{
  NEWS_API_ERROR_INVALID,    /* a descriptor that is wrong in itself */
  NEWS_API_ERROR_CANNOT,     /* not to be asked of this API or source */
  NEWS_API_ERROR_NOT_JSON,   /* the answer is something else, such as a page for browsers */
  NEWS_API_ERROR_UNEXPECTED, /* JSON, but not of this API */
  NEWS_API_ERROR_BLOCKED,    /* the site keeps readers out */
  NEWS_API_ERROR_KEY_MISSING,
  NEWS_API_ERROR_KEY_INVALID,
  NEWS_API_ERROR_QUOTA,        /* used up for today */
  NEWS_API_ERROR_RATE_LIMITED, /* asked too often */
  NEWS_API_ERROR_GONE,         /* there no longer */
  NEWS_API_ERROR_SERVER,       /* the server's own fault */
} NewsApiError;

GQuark news_api_error_quark (void);

/* A place in a list of several pages: what news_descriptor_read() gives as the next one. */
typedef struct _NewsPlace NewsPlace;

struct _NewsPlace
{
  guint page;   /* counted from 1, whatever the API counts from */
  guint size;   /* articles a page; 0 for the descriptor's own number */
  char *cursor; /* the API's own word for the place, or the whole next address; or NULL */
};

NewsPlace *news_place_new (guint page, guint size, const char *cursor);
NewsPlace *news_place_copy (const NewsPlace *self);
void news_place_free (NewsPlace *self);

/* A section as an API tells it. */
typedef struct
{
  char *id;     /* the source's own */
  char *title;  /* plain text */
  char *parent; /* id of the section it is in, or NULL */
  gint64 count; /* articles in it, -1 when not told */
} NewsApiSection;

/* Who answers. Every member may be NULL. */
typedef struct
{
  char *name;
  char *home;     /* address for browsers */
  char *language; /* BCP 47 */
  char *summary;
  char *icon; /* address of a picture that stands for it */
} NewsApiSite;

/* What can be asked of an API. */
typedef enum
{
  NEWS_ASK_SITE,     /* who answers: NewsAnswer.site */
  NEWS_ASK_SECTIONS, /* its sections: NewsAnswer.sections */
  NEWS_ASK_LIST,     /* articles of one section or of all: NewsAnswer.articles, or .ids */
  NEWS_ASK_ITEM,     /* one article, whole: NewsAnswer.articles has it alone */
  NEWS_ASK_ITEMS,    /* several articles by their ids */
  NEWS_ASK_SEARCH,   /* articles that have some words */
  NEWS_ASK_CHANGES,  /* articles that have changed since a moment */
} NewsAsk;

typedef struct _NewsAnswer NewsAnswer;

struct _NewsAnswer
{
  NewsApiSite *site;   /* or NULL */
  GPtrArray *sections; /* NewsApiSection, never NULL */
  GPtrArray *articles; /* NewsArticle, never NULL */
  GPtrArray *ids;      /* char*: articles that still have to be asked for; never NULL */
  NewsAsk follow;      /* with these: ITEM or ITEMS */
  guint follow_size;   /* so many at a time */
  guint at_once;       /* requests under way */
  GPtrArray *faults;   /* char*: what could not be understood, a sentence each; never NULL */
  gint64 total;        /* articles in the whole list, -1 when not told */
  NewsPlace *next;     /* NULL at the end of the list */
  guint lifetime;      /* seconds for which the answer is good by its own word, 0 if not told */
  gboolean expired;    /* the publisher has ended the list: nothing will be added */
};

NewsAnswer *news_answer_new (void);
void news_answer_free (NewsAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPlace, news_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsAnswer, news_answer_free)

G_END_DECLS
