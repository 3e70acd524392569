/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-paragraph.h"

G_BEGIN_DECLS

typedef struct
{
  guint start;
  guint end;
  GtkWidget *widget; /* a child */
} NewsParagraphLink;

/* A height that was measured. */
typedef struct
{
  int width; /* 0: none */
  int height;
} NewsParagraphHeight;

struct _NewsParagraph
{
  GtkWidget parent_instance;

  /* Owned */
  NewsText *text;
  GArray *hyphens; /* guint */
  char *language;
  NewsTypography *typography;
  PangoContext *context; /* of the layout */
  NewsTextLayout *layout;
  GArray *links;              /* NewsParagraphLink */
  GArray *notes;              /* the same: what abbreviations are short for */
  GtkWidget *selection_color; /* children that only have a colour, made when it is needed */
  GtkWidget *mark_color;
  GtkWidget *hit_color;
  GtkWidget *current_hit_color;
  GArray *hits; /* NewsParagraphRange, NULL for none */

  NewsParagraphKind kind;
  NewsParagraphPlace place;
  gboolean far;
  gboolean guessed; /* whoever asked for our size while it was far */
  guint serial;   /* of the widget's context, when the layout was made, or the room was measured */
  int em;         /* in Pango's units */
  double breadth; /* of the letters, in ems; 0 while nobody has asked */
  NewsParagraphHeight measured[3];
  guint next_measured;
  int least_chars;
  int most_chars;
  guint selection_start;
  guint selection_end;
  int caret;
  int current_hit; /* -1: none */
};

/* How its text is set, by its kind and place, its language and the typography. */
NewsTextStyle _news_paragraph_get_style (NewsParagraph *self);
/* The colour of a CSS node, which is kept in *@child. */
void _news_paragraph_get_color_of (NewsParagraph *self,
                                   GtkWidget **child,
                                   const char *name,
                                   GdkRGBA *color);

/* Draws what is found, behind the letters of the layout as it is set. */
void _news_paragraph_draw_hits (NewsParagraph *self, GtkSnapshot *snapshot);

/* What abbreviations are short for, as a tooltip (GtkWidgetClass.query_tooltip), and as notes for
 * screen readers: to be told whenever there is another text, and given their places. */
gboolean _news_paragraph_query_tooltip (GtkWidget *widget,
                                        int x,
                                        int y,
                                        gboolean keyboard,
                                        GtkTooltip *tooltip);
void _news_paragraph_tell_abbreviations (NewsParagraph *self);
void _news_paragraph_allocate_notes (NewsParagraph *self);
void _news_paragraph_clear_notes (NewsParagraph *self);

/* The layout, at whatever width was asked for last. */
NewsTextLayout *_news_paragraph_ensure_layout (NewsParagraph *self);

/* Lets go of the layout; of what was measured, too. */
void _news_paragraph_drop_layout (NewsParagraph *self);
void _news_paragraph_forget (NewsParagraph *self);

/* As a factor of the font's size. */
double _news_paragraph_get_leading (NewsParagraph *self);

/* As GtkWidgetClass.measure() is; @baseline is left as it is where nobody knows it. */
void _news_paragraph_measure (NewsParagraph *self,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *baseline);

G_END_DECLS
