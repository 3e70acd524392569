/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A character that HTML has a name for. */
typedef struct
{
  const char *name;
  gunichar character;
} NewsEntityName;

/* The names without "&" and ";", to their characters (GUINT_TO_POINTER): all of HTML 4, and those
 * of HTML 5 that are met in headlines. libxml2 has HTML 4's too, but its look-up compares with all
 * of them, and is deprecated. Any thread; not to be changed. */
GHashTable *news_entity_names_get (void);

G_END_DECLS
