/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TYPOGRAPHY (news_typography_get_type ())

/* How a reader wants pages to be set. Whoever shows text with it follows its properties:
 *
 *   family     a font family, or NULL for that of the style sheet
 *   size       the size of the text, as a factor of the style sheet's
 *   leading    from one baseline of the text to the next, as a factor of the font's size
 *   measure    the width of the text in pixels, at a size of 1
 *   justify    whether lines end at the edge
 *   hyphenate  whether words are broken at the end of lines
 *
 * For the main thread. */
G_DECLARE_FINAL_TYPE (NewsTypography, news_typography, NEWS, TYPOGRAPHY, GObject)

/* The usual one, which nobody has changed. */
NewsTypography *news_typography_new (void);

/* Has size, justify and hyphenate follow the settings, as long as it lives. */
void news_typography_bind (NewsTypography *self, GSettings *settings);

const char *news_typography_get_family (NewsTypography *self);
double news_typography_get_size (NewsTypography *self);
double news_typography_get_leading (NewsTypography *self);
int news_typography_get_measure (NewsTypography *self);
gboolean news_typography_get_justify (NewsTypography *self);
gboolean news_typography_get_hyphenate (NewsTypography *self);

G_END_DECLS
