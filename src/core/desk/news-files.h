/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that describes something: what was in it, and what errors call it. */
typedef struct
{
  char *name; /* without the folder */
  GBytes *bytes;
} NewsFile;

/* The names of the files *.json that come with Broadsheet in its resource folder @resource ("apis",
 * "editions"), in their order. */
GStrv news_files_list_shipped (const char *resource);

/* One of them. NULL if there is none of that name. */
GBytes *news_files_read_shipped (const char *resource, const char *name);

/* The files that come with Broadsheet in @resource (nullable),
 * then those of the folder @folder (nullable, need not exist), each in the order of their names. A
 * file that can't be read is told in @faults (nullable). Returns an array of NewsFile. Worker
 * threads only. */
GPtrArray *news_files_load (const char *resource, const char *folder, GPtrArray *faults);

G_END_DECLS
