/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be asked for beside words, in the words of who learns of it; see news-search-query.h for
 * what it means. */
typedef struct
{
  const char *text;    /* as it is typed, or its beginning; the same in all languages */
  const char *meaning; /* to be translated */
} NewsSearchOperator;

/* All of them, in the order in which they are worth to be known. */
const NewsSearchOperator *news_search_operators_get_all (guint *n);

/* What @text, such as "source:" or "is:unread", means, in the reader's language; NULL if it is none
 * of them. Borrowed. */
const char *news_search_operators_explain (const char *text);

G_END_DECLS
