/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading the members of a descriptor: strict, and with words that lead to the place. @where is the
 * place of the object, such as "requests.list". All set NEWS_API_ERROR_INVALID. */

/* Sets the error "@where: …", and is FALSE. */
gboolean news_strict_fail (GError **error, const char *where, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Puts "@where.@name: " before the message of an error from something that knows no places. */
void news_strict_prefix (GError **error, const char *where, const char *name);

/* The place of a member, or of the descriptor itself where @name is NULL. */
char *news_strict_dup_where (const char *where, const char *name);

/* The object that @node is, borrowed. @known is a NULL-ended list of the members that it may have.
 * NULL with an error if it is none, or has others. */
JsonObject *news_strict_get_object (JsonNode *node,
                                    const char *const *known,
                                    const char *where,
                                    GError **error);

/* The member @name that is a list, borrowed, which may be missing: @array is NULL then. */
gboolean news_strict_get_list (JsonObject *object,
                               const char *name,
                               const char *where,
                               JsonArray **array,
                               GError **error);

/* The member @name that is a text with at least one character, borrowed. A missing one is an error
 * if @required, else NULL. */
gboolean news_strict_get_text (JsonObject *object,
                               const char *name,
                               gboolean required,
                               const char *where,
                               const char **text,
                               GError **error);

/* The member @name that is a text to be shown, or an object of such texts by their languages (BCP
 * 47), of which "en" must be there and the one in the person's language is given. Borrowed; NULL if
 * it is missing. */
gboolean news_strict_get_words (JsonObject *object,
                                const char *name,
                                const char *where,
                                const char **words,
                                GError **error);

/* The member @name that is a text or a list of at least one, copied; NULL if it is missing. */
gboolean news_strict_dup_texts (JsonObject *object,
                                const char *name,
                                const char *where,
                                char ***texts,
                                GError **error);

/* The member @name that is a number from 0 to 1,000,000. @value is left as it is without one. */
gboolean news_strict_get_number (JsonObject *object,
                                 const char *name,
                                 const char *where,
                                 guint *value,
                                 GError **error);

/* The member @name that is true or false. @value is left as it is without one. */
gboolean news_strict_get_flag (JsonObject *object,
                               const char *name,
                               const char *where,
                               gboolean *value,
                               GError **error);

/* Which of the NULL-ended @words the member @name is. A missing one is an error if @required, else
 * @index is left as it is. */
gboolean news_strict_get_choice (JsonObject *object,
                                 const char *name,
                                 const char *const *words,
                                 gboolean required,
                                 const char *where,
                                 guint *index,
                                 GError **error);

G_END_DECLS
