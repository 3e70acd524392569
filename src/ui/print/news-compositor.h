/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-print-text.h"
#include "news-slug.h"

G_BEGIN_DECLS

/* Sets blocks of an article, one under the other, in a column. */
typedef struct _NewsCompositor NewsCompositor;

/* For a column of @width points, on pages of which @height points are free. @textures (from
 * NewsPicture to GdkTexture) are the pictures that there are; of the others only the words are
 * set. */
NewsCompositor *news_compositor_new (PangoContext *context,
                                     GHashTable *textures,
                                     double width,
                                     double height);
void news_compositor_free (NewsCompositor *self);

/* Each of these appends slugs, with @before points over the first. */
NewsSlug *news_compositor_set_plain (NewsCompositor *self,
                                     const char *text,
                                     NewsPrintStyle style,
                                     double before);
void news_compositor_set_picture (NewsCompositor *self,
                                  NewsPicture *picture,
                                  const NewsText *caption,
                                  double before);
void news_compositor_set_block (NewsCompositor *self, const NewsBlock *block);

/* What was set so far: NewsSlug, in order. Borrowed. */
GPtrArray *news_compositor_get_slugs (NewsCompositor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsCompositor, news_compositor_free)

G_END_DECLS
