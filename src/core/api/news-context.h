/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-parameters.h"
#include "news-source.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a path or a rule can see while an answer is read. Lives on the stack; all is borrowed, and
 * any of it may be NULL. */
typedef struct
{
  JsonNode *here;      /* where paths start */
  JsonNode *row;       /* the article or section, "^" */
  JsonNode *root;      /* the whole answer, "^^" */
  const char *base;    /* what relative addresses are relative to */
  GHashTable *headers; /* of the answer: lower-case name to value */
  NewsSource *source;
  const NewsParameters *parameters;
} NewsContext;

G_END_DECLS
