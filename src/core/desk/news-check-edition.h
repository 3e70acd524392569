/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit statuses of --check-edition */
typedef enum
{
  NEWS_CHECK_EDITION_READ = 0,   /* every source was */
  NEWS_CHECK_EDITION_PARTLY = 1, /* some were not */
  NEWS_CHECK_EDITION_NOBODY = 2, /* none could be reached */
} NewsCheckEditionStatus;

/* Asks every source of an edition's file for the first page of what the edition wants of it, in
 * parallel, as politely as ever, and tells how each one is: a JSON object a line, whose members
 * data/editions/README.md describes. A source that no section asks is asked for everything.
 *
 * @apis is the folder of a person's own descriptors, or NULL. FALSE if @file is no edition.
 * *@report is to be freed. Waits for the network; not on a thread with a running main loop. */
gboolean news_check_edition_run (const char *file,
                                 const char *apis,
                                 char **report,
                                 NewsCheckEditionStatus *status,
                                 GError **error);

G_END_DECLS
