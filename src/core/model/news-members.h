/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading a JSON object that a person may have written: strict, and with words that lead to the
 * place. All set NEWS_EDITION_ERROR_INVALID; @where names the object, such as "sections[2]". */

/* Whether @object has no member but those in the NULL-ended list @known. */
gboolean news_members_check (JsonObject *object,
                             const char *const *known,
                             const char *where,
                             GError **error);

/* Copies the string member @name into @value. A missing one is an error if @required, else NULL. */
gboolean news_members_dup_string (JsonObject *object,
                                  const char *name,
                                  gboolean required,
                                  const char *where,
                                  char **value,
                                  GError **error);

/* Gives the member @name, a whole number from 0 to @most; 0 if it is not there. */
gboolean news_members_get_number (JsonObject *object,
                                  const char *name,
                                  guint most,
                                  const char *where,
                                  guint *value,
                                  GError **error);

/* Gives the array member @name, borrowed; NULL with no error set if it is not there. */
gboolean news_members_get_array (JsonObject *object,
                                 const char *name,
                                 const char *where,
                                 JsonArray **value,
                                 GError **error);

/* The object at @index of the array @name, borrowed, and where it is; NULL with an error otherwise.
 */
JsonObject *news_members_get_element (JsonArray *array,
                                      guint index,
                                      const char *name,
                                      char **where,
                                      GError **error);

/* Adds a string member, unless @value is NULL. */
void news_members_set_string (JsonObject *object, const char *name, const char *value);

G_END_DECLS
