/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-context.h"
#include "news-picture.h"

G_BEGIN_DECLS

/* How an article's picture is found: places in the answer that are tried in order, until one has a
 * file. Compiled once; immutable. */
typedef struct _NewsPictureMapping NewsPictureMapping;

/* Reads "picture" of a descriptor: one place or a list of them. NEWS_API_ERROR_INVALID. */
NewsPictureMapping *news_picture_mapping_new_from_json (JsonNode *node,
                                                        const NewsParameters *parameters,
                                                        const char *where,
                                                        GError **error);
void news_picture_mapping_free (NewsPictureMapping *self);

/* The picture of the article at @context's row, or NULL. */
NewsPicture *news_picture_mapping_apply (const NewsPictureMapping *self,
                                         const NewsContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPictureMapping, news_picture_mapping_free)

G_END_DECLS
