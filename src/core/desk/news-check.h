/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What to check; see "broadsheet --help". */
typedef struct
{
  const char *address;
  const char *section; /* the source's id of it, or its title; NULL for all */
  const char *api;     /* the only descriptor to try, or NULL */
  guint page;          /* from 1; 0, of what was typed and is no number, is refused with words */
  guint per_page;      /* 0 for the descriptor's own number */
} NewsCheck;

/* Exit statuses of --check-source */
typedef enum
{
  NEWS_CHECK_READ = 0,           /* articles were read, or the list is empty */
  NEWS_CHECK_NOT_UNDERSTOOD = 1, /* something answered that is no news API, or not as it should */
  NEWS_CHECK_NOT_REACHED = 2,    /* nobody answered, or there was nobody to ask */
} NewsCheckStatus;

/* Finds the API at an address, reads one page of it and tells, as one JSON object, what Broadsheet
 * would store.
 * @apis is the folder of a person's own descriptors, or NULL. *@report is to be freed. Waits for
 * the network; not on a thread with a running main loop. */
NewsCheckStatus news_check_run (const NewsCheck *check, const char *apis, char **report);

G_END_DECLS
