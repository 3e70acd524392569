/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How much of an article an API gives. */
typedef enum
{
  NEWS_TERMS_FULL,    /* all of it */
  NEWS_TERMS_SUMMARY, /* a summary only; the article is read at its publisher's */
} NewsTermsText;

/* What an API's publisher asks for. */
typedef struct
{
  NewsTermsText text;
  guint keep_s;       /* articles may be kept so many seconds, 0 for as long as one likes */
  char *credit;       /* words that have to be shown, or NULL */
  char *licence;      /* in words, such as "CC BY-SA 4.0", or NULL */
  char *address;      /* of the terms, or NULL */
  gboolean link_back; /* the original has to be linked to */
} NewsTerms;

/* Reads "terms" of a descriptor, which may be NULL. NEWS_API_ERROR_INVALID. */
gboolean news_terms_read (NewsTerms *self, JsonNode *node, const char *where, GError **error);
void news_terms_clear (NewsTerms *self);

G_END_DECLS
