/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

G_BEGIN_DECLS

/* Opens the writer's connection to the store at @path, on the calling thread: makes the folder and
 * the file where they are missing, brings an older schema up to date, and replaces a damaged file
 * by a new one with what could be rescued; *@set_aside is then the path of the damaged one, else
 * NULL. Processes that open the same store do it one after the other. */
NewsDatabase *news_opening_open (const char *path, char **set_aside, GError **error);

/* Notes that the file at @path was found to be damaged, so that the next opening replaces it. Any
 * thread. */
void news_opening_mark_damaged (const char *path);

G_END_DECLS
