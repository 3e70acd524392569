/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-turn.h"

#include "news-page-sight.h"
#include "news-paragraph.h"
#include "news-picture-frame.h"

/* Of a screen that is scrolled on, this much of the last one stays, so that the eye finds its line.
 */
#define OVERLAP 60

static gboolean
is_content (GtkWidget *widget)
{
  return NEWS_IS_PARAGRAPH (widget) || NEWS_IS_PICTURE_FRAME (widget);
}

static gboolean
is_heading (GtkWidget *widget)
{
  return widget != NULL
         && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
              == GTK_ACCESSIBLE_ROLE_HEADING;
}

static double
get_top (GtkScrolledWindow *scroller, GtkWidget *widget)
{
  graphene_rect_t place;

  return gtk_widget_compute_bounds (widget, GTK_WIDGET (scroller), &place) ? (double) place.origin.y
                                                                           : 0;
}

/* The top of the line of @paragraph that is at @y, or of all of it, if it is its first. */
static double
get_line_top (NewsParagraph *paragraph, double top, double y)
{
  graphene_rect_t line;

  if (y <= top)
    return top;

  news_paragraph_get_caret_place (paragraph, news_paragraph_get_index_at (paragraph, 0, y - top),
                                  &line);

  return top + (double) line.origin.y;
}

/* Where in what is on show the next screen is best to begin: at @y, or not far above. */
static double
find_break (GtkScrolledWindow *scroller, double y)
{
  GtkWidget *widget = news_page_sight_find (gtk_scrolled_window_get_child (scroller),
                                            GTK_WIDGET (scroller), y, is_content);
  GtkWidget *before;
  double top;

  if (widget == NULL)
    return y;

  top = get_top (scroller, widget);
  if (NEWS_IS_PARAGRAPH (widget) && !is_heading (widget)
      && get_line_top (NEWS_PARAGRAPH (widget), top, y) > top)
    return get_line_top (NEWS_PARAGRAPH (widget), top, y);

  before = gtk_widget_get_prev_sibling (widget);
  if (is_heading (before))
    top = get_top (scroller, before);

  return MIN (top, y);
}

gboolean
news_page_turn (GtkScrolledWindow *scroller, int direction)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double last = gtk_adjustment_get_upper (adjustment) - page;
  double step = MAX (page - OVERLAP, page / 2);

  if ((direction > 0 && value >= last - 1) || (direction < 0 && value <= 0))
    return FALSE;

  if (direction > 0)
    step = MAX (find_break (scroller, step), page / 2);
  gtk_adjustment_set_value (adjustment, value + direction * step);

  return TRUE;
}
