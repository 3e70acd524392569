/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-text-layout.h"
#include "news-typography.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PARAGRAPH (news_paragraph_get_type ())

typedef enum
{
  NEWS_PARAGRAPH_TEXT,
  NEWS_PARAGRAPH_RAGGED,       /* a standfirst, a caption, a name: never justified */
  NEWS_PARAGRAPH_HEADING,      /* lines are closer, ragged, and words stay whole */
  NEWS_PARAGRAPH_PREFORMATTED, /* lines end where the text has line feeds */
} NewsParagraphKind;

/* Where it is in the text, which says what its first line is like. */
typedef enum
{
  NEWS_PARAGRAPH_APART,     /* in a list, a table, or alone */
  NEWS_PARAGRAPH_OPENING,   /* the first of the text: with a drop cap, if there is to be one */
  NEWS_PARAGRAPH_FIRST,     /* after a heading, a picture or the like */
  NEWS_PARAGRAPH_FOLLOWING, /* after another one */
} NewsParagraphPlace;

/* A paragraph, a heading or a caption of a page, typeset (news-text-layout.h). Its accessible role
 * is for whoever makes it to say; its CSS node is "newstext", with a "link" for each link
 * (NewsTextLink), and with "selection", "mark", "hit" and "currenthit", whose colours are those of
 * what is behind letters.
 *
 * It selects nothing by itself: it shows what it is told is selected, and tells where what is, so
 * that a selection can go over many paragraphs. Indices are bytes of the text without its soft
 * hyphens, as news_paragraph_get_letters() has it; places are pixels from the widget's corner. */
G_DECLARE_FINAL_TYPE (NewsParagraph, news_paragraph, NEWS, PARAGRAPH, GtkWidget)

GtkWidget *news_paragraph_new (GtkAccessibleRole role, NewsParagraphKind kind);

/* The text is copied, but for its soft hyphens, of which the places are kept. @language: BCP 47, or
 * NULL. What was selected is no more. */
void news_paragraph_set_text (NewsParagraph *self, const NewsText *text, const char *language);

/* The same without spans. @letters may be NULL. */
void news_paragraph_set_letters (NewsParagraph *self, const char *letters, const char *language);

/* "" without a text; borrowed. Line breaks within are U+2028, or line feeds if preformatted. */
const char *news_paragraph_get_letters (NewsParagraph *self);

/* The spans are those of the letters as above; borrowed, NULL without a text. */
const NewsText *news_paragraph_get_text (NewsParagraph *self);

void news_paragraph_set_kind (NewsParagraph *self, NewsParagraphKind kind);

void news_paragraph_set_place (NewsParagraph *self, NewsParagraphPlace place);
NewsParagraphPlace news_paragraph_get_place (NewsParagraph *self);

/* Followed as long as it is set; NULL for the usual one. */
void news_paragraph_set_typography (NewsParagraph *self, NewsTypography *typography);

/* In a table: how many letters it asks for at least, if it has as many, and at most. Such a text is
 * ragged, and its words stay whole. */
void news_paragraph_set_width_chars (NewsParagraph *self, int least, int most);

/* A text that is far from the eye is not set: it draws nothing and takes the room that it had
 * before, or may need. Where its letters are can be asked all the same. Near at first. */
void news_paragraph_set_far (NewsParagraph *self, gboolean far);
gboolean news_paragraph_get_far (NewsParagraph *self);

/* --- selection and caret --- */

/* Shows the letters from @start to @end, which is not before it, as selected. No letters: nothing
 * is. Both are moved to where a caret may be. Screen readers are told. */
void news_paragraph_set_selection (NewsParagraph *self, guint start, guint end);

/* FALSE if nothing is selected. */
gboolean news_paragraph_get_selection (NewsParagraph *self, guint *start, guint *end);

/* Letters from @start to @end. */
typedef struct
{
  guint start;
  guint end;
} NewsParagraphRange;

/* Shows the @n ranges, which are in order and apart, as found, and the one at @current, if that is
 * not -1, as the one that is looked at. Copied; none with another text. */
void news_paragraph_set_hits (NewsParagraph *self,
                              const NewsParagraphRange *hits,
                              guint n,
                              int current);
guint news_paragraph_get_n_hits (NewsParagraph *self);

/* Shows a caret before the letter at @index, and tells screen readers; -1: none. */
void news_paragraph_set_caret (NewsParagraph *self, int index);
int news_paragraph_get_caret (NewsParagraph *self);

/* The place between two letters that is nearest to a point, also of points outside. */
guint news_paragraph_get_index_at (NewsParagraph *self, double x, double y);

/* Where a caret before the letter at @index is: of the line's height, without width. */
void news_paragraph_get_caret_place (NewsParagraph *self, guint index, graphene_rect_t *place);

/* The link that the letter at @index belongs to, or that ends there; NULL for none. */
GtkWidget *news_paragraph_get_link (NewsParagraph *self, guint index);

/* What the letter at @index is short for with those around it, or those are that end there; NULL if
 * they are no abbreviation. Borrowed, until there is another text. */
const char *news_paragraph_get_expansion (NewsParagraph *self, guint index);

/* What the letters from @start to @end cover (graphene_rect_t), one or more a line. */
GArray *news_paragraph_get_rectangles (NewsParagraph *self, guint start, guint end);

/* The word, or the line as it is set, that the letter at @index is in. */
void news_paragraph_get_word (NewsParagraph *self, guint index, guint *start, guint *end);
void news_paragraph_get_line (NewsParagraph *self, guint index, guint *start, guint *end);

/* The layout at the width that is shown, for steps of a caret (news_text_layout_step() and others);
 * borrowed, until anything changes. */
NewsTextLayout *news_paragraph_get_layout (NewsParagraph *self);

/* --- for screen readers; offsets are in characters --- */

guint news_paragraph_get_offset (NewsParagraph *self, guint index);
guint news_paragraph_get_index (NewsParagraph *self, guint offset);

G_END_DECLS
