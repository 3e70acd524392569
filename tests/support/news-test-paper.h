/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-test-server.h"

G_BEGIN_DECLS

/* A desk on a folder of its own, with one edition, "test", whose sections and sources a test
 * chooses, and a server for them to be at. */
typedef struct
{
  NewsTestServer *server;
  NewsDesk *desk;
  char *folder;
  GPtrArray *problems;      /* char*: what the desk told */
  GNetworkMonitor *network; /* in place of the desktop's, or NULL */
  NewsKeyring *keyring;     /* in memory, and the same after a restart */
} NewsTestPaper;

/* @sections and @sources are the JSON of these members of the edition, in which "@SERVER@" stands
 * for the server's address without a slash. */
NewsTestPaper *news_test_paper_new (const char *sections, const char *sources);
void news_test_paper_free (NewsTestPaper *self);

/* Opens the desk, again if it is open: a restart. */
void news_test_paper_open (NewsTestPaper *self);

/* Opens the desk again, now and later, to go by @network in place of the desktop's. */
void news_test_paper_set_network (NewsTestPaper *self, GNetworkMonitor *network);

/* Asks for the newest of the whole edition, and runs the main loop until all that was asked for has
 * come. */
void news_test_paper_refresh (NewsTestPaper *self);
void news_test_paper_settle (NewsTestPaper *self);

/* A list as the views get it. */
NewsSnapshot *news_test_paper_list (NewsTestPaper *self, NewsScope *scope);
NewsSnapshot *news_test_paper_list_section (NewsTestPaper *self, const char *id);

/* Runs the main loop until *@done. */
void news_test_paper_run_until (gboolean *done);

/* A WordPress's list of posts from @first down to @last, as its REST API tells it. To be freed. */
char *news_test_paper_dup_posts (int first, int last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTestPaper, news_test_paper_free)

G_END_DECLS
