/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-context.h"
#include "news-value.h"

G_BEGIN_DECLS

/* Where in an answer something is, such as "_embedded['wp:term'][*][*].name". The language is told
 * in data/apis/README.md. Compiled once; immutable. Walking it allocates nothing.
 *
 * JSON-GLib's JsonPath is not used: it has no filters, copies its results, and takes an element
 * from the end ("[-1]") for none. */
typedef struct _NewsJsonPath NewsJsonPath;

/* Called with each value in the order of the answer. FALSE ends the walk. */
typedef gboolean (*NewsJsonPathFunc) (const NewsValue *value, gpointer data);

/* NEWS_API_ERROR_INVALID, with what is wrong and where in @text. @parameters, which may be NULL,
 * are the ones that the path may name. */
NewsJsonPath *news_json_path_new (const char *text,
                                  const NewsParameters *parameters,
                                  GError **error);
void news_json_path_free (NewsJsonPath *self);

/* FALSE if @func ended it. */
gboolean news_json_path_foreach (const NewsJsonPath *self,
                                 const NewsContext *context,
                                 NewsJsonPathFunc func,
                                 gpointer data);

/* The first node, or NULL. Borrowed from the answer. */
JsonNode *news_json_path_get_node (const NewsJsonPath *self, const NewsContext *context);

/* Whether it leads to anything but null and "". */
gboolean news_json_path_holds (const NewsJsonPath *self, const NewsContext *context);

/* The same, but to anything but null, "", false and 0. */
gboolean news_json_path_is_true (const NewsJsonPath *self, const NewsContext *context);

/* Where the path ends in "[*]": what that list is, whether it is there or not. Otherwise NULL. */
JsonNode *news_json_path_get_list (const NewsJsonPath *self, const NewsContext *context);
gboolean news_json_path_is_list (const NewsJsonPath *self);

/* Reads the member @name of a descriptor's @object, which may be missing: a path, or, with
 * _members(), one or a list of them. */
gboolean news_json_path_read_member (JsonObject *object,
                                     const char *name,
                                     const NewsParameters *parameters,
                                     const char *where,
                                     NewsJsonPath **path,
                                     GError **error);
gboolean news_json_path_read_members (JsonObject *object,
                                      const char *name,
                                      const NewsParameters *parameters,
                                      const char *where,
                                      GPtrArray **paths,
                                      GError **error);

/* Whether one of @paths, NewsJsonPath, leads to something. */
gboolean news_json_path_any_holds (GPtrArray *paths, const NewsContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsJsonPath, news_json_path_free)

G_END_DECLS
