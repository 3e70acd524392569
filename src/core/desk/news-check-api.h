/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What to check; see "broadsheet --help". */
typedef struct
{
  const char *file;
  const char *address; /* of a site that speaks the API, to run it there; or NULL: only explained */
  const char *section; /* the source's own id of one, or NULL */
} NewsCheckApi;

/* Exit statuses of --check-api */
typedef enum
{
  NEWS_CHECK_API_GOOD = 0,
  NEWS_CHECK_API_WRONG = 1, /* the descriptor, or what it makes of the answer */
  NEWS_CHECK_API_NOT_REACHED = 2,
} NewsCheckApiStatus;

/* Reads a descriptor and explains it: what a person is asked for, what is asked of the API and how,
 * which rule fills what. With an address it is run there: its sections, two pages of its list, and
 * the first article by itself, as far as the API has these; for the first article it is told which
 * rule gave which field, and which fields stayed empty.
 *
 * Parameters, keys among them, are taken from the environment: BROADSHEET_KEY for "key". *@report
 * is to be freed; no secret is in it. Waits for the network; not on a thread with a running main
 * loop. */
NewsCheckApiStatus news_check_api_run (const NewsCheckApi *check, char **report);

G_END_DECLS
