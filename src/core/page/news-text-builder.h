/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* Makes texts with spans out of pieces, with white space as a browser would show it (CSS Text 3,
 * white-space: normal): runs of it become one space, none is left at the ends of a text and around
 * its line breaks, nor where a line of Han or Kana goes on in the next.
 *
 * Spans may stay open over more than one text: an anchor around three paragraphs gives three texts
 * with a link each. All work is in proportion to the letters added and the spans that come out. */
typedef struct _NewsTextBuilder NewsTextBuilder;

/* Styles from this on are marks that readers set for themselves, and no text that leaves them has.
 */
#define NEWS_STYLE_PRIVATE (1 << 12)

NewsTextBuilder *news_text_builder_new (void);
void news_text_builder_free (NewsTextBuilder *self);

/* Opens a span; each of its properties may be 0 or NULL. One that adds nothing to what is open
 * already leaves no trace. @link inside a link is ignored, as HTML has it. */
void news_text_builder_push (NewsTextBuilder *self,
                             NewsStyle style,
                             const char *link,
                             const char *language);

/* Opens an abbreviation that is short for @expansion: on one line, no longer than
 * NEWS_SPAN_MAX_EXPANSION. NULL leaves no trace, either. */
void news_text_builder_push_abbreviation (NewsTextBuilder *self, const char *expansion);

void news_text_builder_pop (NewsTextBuilder *self);

/* What is open, or NULL. Borrowed until the next push or pop. */
NewsStyle news_text_builder_get_style (NewsTextBuilder *self);
const char *news_text_builder_get_link (NewsTextBuilder *self);
const char *news_text_builder_get_language (NewsTextBuilder *self);

/* Adds letters, @length bytes of UTF-8. @room is how many may be added still, and is counted down;
 * returns FALSE when it did not suffice. NULL is no limit. */
gboolean news_text_builder_add (NewsTextBuilder *self, const char *text, gsize length, guint *room);

/* The same with all white space, for preformatted text. */
gboolean news_text_builder_add_verbatim (NewsTextBuilder *self,
                                         const char *text,
                                         gsize length,
                                         guint *room);

/* Ends the line of preformatted text that is begun, if one is. */
void news_text_builder_begin_line_verbatim (NewsTextBuilder *self);

/* Whether @text has nothing that shows at the ends of a text. */
gboolean news_text_builder_is_blank (const char *text);

/* A line break before what comes next; a second one in a row has no effect of its own, but is
 * counted. */
void news_text_builder_break (NewsTextBuilder *self);
guint news_text_builder_count_breaks (NewsTextBuilder *self);

/* Whether nothing was added since the last text was taken. */
gboolean news_text_builder_is_empty (NewsTextBuilder *self);

/* Whether links or expansions were left out because they would have taken more room than any page
 * needs. */
gboolean news_text_builder_has_lost_links (NewsTextBuilder *self);

/* The text so far, and a new one begins; NULL if it has no letters. */
NewsText *news_text_builder_take (NewsTextBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsTextBuilder, news_text_builder_free)

G_END_DECLS
