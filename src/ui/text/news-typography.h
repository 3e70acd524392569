/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_TYPOGRAPHY (news_typography_get_type ())

/* The sizes that text can have, and how far apart they are. */
#define NEWS_TYPOGRAPHY_SMALLEST 0.7
#define NEWS_TYPOGRAPHY_LARGEST 2.5
#define NEWS_TYPOGRAPHY_STEP 0.1

/* How a reader wants pages to be set. Whoever shows text with it follows its properties:
 *
 *   family     a font family, or NULL for that of the style sheet
 *   size       the size of the text, as a factor of the style sheet's
 *   leading    from one baseline of the text to the next, as a factor of the font's size
 *   measure    the width of the text in pixels, at a size of 1
 *   justify    whether lines end at the edge
 *   hyphenate  whether words are broken at the end of lines
 *   indent     whether paragraphs are told apart by their first lines
 *   drop-cap   whether the first letter of an article is as high as several lines
 *
 * For the main thread. */
G_DECLARE_FINAL_TYPE (NewsTypography, news_typography, NEWS, TYPOGRAPHY, GObject)

/* The usual one, which nobody has changed. */
NewsTypography *news_typography_new (void);

/* Has all but the family, which is the style sheet's (news-text-face.h), follow the settings, as
 * long as it lives. */
void news_typography_bind (NewsTypography *self, GSettings *settings);

/* Makes the text of the settings larger by @steps, or smaller; at 0 steps it is as usual. */
void news_typography_step_size (GSettings *settings, int steps);

/* Whether @settings differ from the usual in anything that is said here, and back to the usual. */
gboolean news_typography_is_changed (GSettings *settings);
void news_typography_reset (GSettings *settings);

const char *news_typography_get_family (NewsTypography *self);
double news_typography_get_size (NewsTypography *self);
double news_typography_get_leading (NewsTypography *self);
int news_typography_get_measure (NewsTypography *self);
gboolean news_typography_get_justify (NewsTypography *self);
gboolean news_typography_get_hyphenate (NewsTypography *self);
gboolean news_typography_get_indent (NewsTypography *self);
gboolean news_typography_get_drop_cap (NewsTypography *self);

G_END_DECLS
