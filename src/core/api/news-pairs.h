/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-filling.h"

G_BEGIN_DECLS

/* The members of a query, a form or the headers: names and values that are templates. A member
 * whose value has a name without a value that may be so is left out. Compiled once; immutable. */
typedef struct _NewsPairs NewsPairs;

/* Called with the filled in name and value, which it borrows. @secret: a secret is in the value. */
typedef void (*NewsPairFunc) (const char *name, const char *value, gboolean secret, gpointer data);

/* Reads the member @name of @object, which may be missing. NEWS_API_ERROR_INVALID. */
NewsPairs *news_pairs_new_from_json (JsonObject *object,
                                     const char *name,
                                     NewsTemplateKind kind,
                                     NewsNames *names,
                                     const char *where,
                                     GError **error);
void news_pairs_free (NewsPairs *self);

gboolean news_pairs_is_empty (const NewsPairs *self);

/* NEWS_API_ERROR_CANNOT and _KEY_MISSING, as news_filling_expand(). */
gboolean news_pairs_foreach (const NewsPairs *self,
                             NewsFilling *filling,
                             NewsPairFunc func,
                             gpointer data,
                             GError **error);

/* As what a form has for a body: percent-encoded and joined by "&", after what is in @text already.
 * *@secret is set where a secret is in it. */
gboolean news_pairs_append_form (const NewsPairs *self,
                                 NewsFilling *filling,
                                 GString *text,
                                 gboolean *secret,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPairs, news_pairs_free)

G_END_DECLS
