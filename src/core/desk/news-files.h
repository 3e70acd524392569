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

/* The files *.json that come with Broadsheet in its resource folder @resource ("apis", "editions"),
 * then those of the folder @folder (nullable, need not exist), each in the order of their names. A
 * file that can't be read is told in @faults (nullable). Returns an array of NewsFile. Worker
 * threads only. */
GPtrArray *news_files_load (const char *resource, const char *folder, GPtrArray *faults);

G_END_DECLS
