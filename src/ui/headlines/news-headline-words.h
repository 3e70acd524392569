/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The title of a row in the list of headlines, in up to three lines, and the preview below it, in
 * up to two. Not a widget: the rows' styles are looked through whenever one comes to a list, and a
 * row that draws its words itself costs a third of one that has a label for each of them. Sizes are
 * in pixels. For the main thread. */
typedef struct _NewsHeadlineWords NewsHeadlineWords;

/* In the font of @context until it is told others. */
NewsHeadlineWords *news_headline_words_new (PangoContext *context);
void news_headline_words_free (NewsHeadlineWords *self);

/* Takes @title's face for titles and @text's for previews, and sizes from both. */
void news_headline_words_set_fonts (NewsHeadlineWords *self,
                                    const PangoFontDescription *title,
                                    const PangoFontDescription *text);

/* @preview may be NULL, and so may @language, which is BCP 47: without it a Japanese face may be
 * taken for Chinese. Whatever height was held is so no more if the title is another. */
void news_headline_words_set_text (NewsHeadlineWords *self,
                                   const char *title,
                                   const char *preview,
                                   const char *language);

/* What a search has found in both, arrays of NewsTextRange that are held; NULL for nothing. It is
 * bold, and marked, as a title may be bold anyway. */
void news_headline_words_set_matches (NewsHeadlineWords *self, GArray *title, GArray *preview);

/* @leading: the first of a list, which is larger; @read: in plain and paler letters. */
void news_headline_words_set_leading (NewsHeadlineWords *self, gboolean leading);
void news_headline_words_set_read (NewsHeadlineWords *self, gboolean read);

gboolean news_headline_words_is_read (const NewsHeadlineWords *self);

const char *news_headline_words_get_title (const NewsHeadlineWords *self);
const char *news_headline_words_get_preview (const NewsHeadlineWords *self);

/* The narrowest column that they can be set in. */
int news_headline_words_get_least_width (NewsHeadlineWords *self);
int news_headline_words_get_height (NewsHeadlineWords *self, int width);

/* From now on the title is at least as high as it is at @width, for as long as that is the width:
 * plain letters are narrower than bold ones and may need a line less, and what stands below must
 * not move because this was read. At another width, all moves anyway. */
void news_headline_words_hold (NewsHeadlineWords *self, int width);
void news_headline_words_release (NewsHeadlineWords *self);

/* @accent is what marks are of; @selected: not paler, on a ground that is not the usual one. */
void news_headline_words_paint (NewsHeadlineWords *self,
                                GtkSnapshot *snapshot,
                                int width,
                                const GdkRGBA *color,
                                const GdkRGBA *accent,
                                gboolean selected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsHeadlineWords, news_headline_words_free)

G_END_DECLS
