/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-descriptor.h"
#include "news-parameters.h"
#include "news-template.h"

G_BEGIN_DECLS

/* The names that a template may have beside the parameters'. */
typedef enum
{
  NEWS_NAME_SECTION = 1 << 0,
  NEWS_NAME_ARTICLE = 1 << 1,
  NEWS_NAME_ARTICLES = 1 << 2,
  NEWS_NAME_QUERY = 1 << 3,
  NEWS_NAME_SINCE = 1 << 4,
  NEWS_NAME_DAY = 1 << 5,
  NEWS_NAME_FROM = 1 << 6,
  NEWS_NAME_TO = 1 << 7,
  NEWS_NAME_TOKEN = 1 << 8,
  NEWS_NAME_SECRET = 1 << 9, /* any parameter that is a secret */
} NewsNameFlags;

/* The names while the templates of a request are read. */
typedef struct
{
  const NewsParameters *parameters;
  guint allowed; /* NewsNameFlags */
  guint used;    /* those that have been met */
} NewsNames;

/* Reads a template and checks its names. NEWS_API_ERROR_INVALID. */
NewsTemplate *news_names_read_template (NewsNames *self,
                                        const char *text,
                                        NewsTemplateKind kind,
                                        const char *where,
                                        GError **error);

/* The same for the address of a request: its host must be one that the descriptor names, or that of
 * a parameter that is an address and that it begins with. */
NewsTemplate *news_names_read_address (NewsNames *self,
                                       const char *text,
                                       const char *where,
                                       GError **error);

/* What the templates of a request are filled with. Lives on the stack; all is borrowed. */
typedef struct
{
  const NewsParameters *parameters;
  NewsSource *source;
  const NewsQuestion *question;
  const char *token;
  gint64 from; /* the time that the answer should be of; seconds */
  gint64 to;

  gboolean has_secret; /* set where one was put in; to be reset by who wants to know */
} NewsFilling;

/* Fills in the template. NEWS_API_ERROR_CANNOT, or _KEY_MISSING where it is a secret that the
 * source lacks. */
char *news_filling_expand (NewsFilling *self, const NewsTemplate *template, GError **error);

/* The same for an address of news_names_read_address(): what is added to a parameter's address must
 * not become a part of its host. */
char *news_filling_expand_address (NewsFilling *self, const NewsTemplate *template, GError **error);

/* Whether a name that may be without a value is so, and what the template stands in is left out. */
gboolean news_filling_leaves_out (NewsFilling *self, const NewsTemplate *template);

G_END_DECLS
