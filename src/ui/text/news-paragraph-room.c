/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* How much room a paragraph takes: near the eye that of its lines, far from it that which it had
 * when it was last set in this width, or what its letters will need, more or less. */

#include "news-paragraph-private.h"

#include <string.h>

/* The narrowest column that a text is asked to be set in, in ems. */
#define NARROWEST 3

/* The usual letter, as a part of an em; a wide one takes all of it. */
#define LETTER 0.5

static int
round_up (int units)
{
  return (units + PANGO_SCALE - 1) / PANGO_SCALE;
}

/* Forgets what was measured in another font. */
static void
follow_font (NewsParagraph *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (serial != self->serial)
    _news_paragraph_forget (self);
  self->serial = serial;
  self->em = news_text_get_font_size (context);
}

/* --- near --- */

static NewsParagraphHeight *
find_measured (NewsParagraph *self, int width)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->measured); i++)
    if (self->measured[i].width == width)
      return &self->measured[i];

  return NULL;
}

static int
get_height (NewsParagraph *self, int width)
{
  NewsParagraphHeight *measured = find_measured (self, width);

  if (measured != NULL)
    return measured->height;

  news_text_layout_set_width (self->layout, width * PANGO_SCALE);
  measured = &self->measured[self->next_measured++ % G_N_ELEMENTS (self->measured)];
  measured->width = width;
  measured->height = round_up (news_text_layout_get_height (self->layout));

  return measured->height;
}

/* --- far --- */

/* The letters on one line, in ems; once for a text. */
static double
get_breadth (NewsParagraph *self)
{
  if (self->breadth > 0)
    return self->breadth;

  for (const char *at = self->text->text; *at != '\0'; at = g_utf8_next_char (at))
    self->breadth += (guchar) *at >= 0xe0 && g_unichar_iswide (g_utf8_get_char (at)) ? 1 : LETTER;
  self->breadth = MAX (self->breadth, LETTER);

  return self->breadth;
}

static int
count_lines (NewsParagraph *self, int width)
{
  double line = (double) width * PANGO_SCALE / MAX (self->em, 1);
  guint lines = 1;

  if (self->kind != NEWS_PARAGRAPH_PREFORMATTED)
    return (int) (get_breadth (self) / MAX (line, 1)) + 1;

  for (const char *at = self->text->text; *at != '\0'; at++)
    lines += *at == '\n';

  return (int) lines;
}

static int
estimate_height (NewsParagraph *self, int width)
{
  NewsParagraphHeight *measured = find_measured (self, width);
  double leading = _news_paragraph_get_leading (self) * self->em / PANGO_SCALE;

  return measured != NULL ? measured->height : (int) (count_lines (self, width) * leading + 0.5);
}

/* --- both --- */

/* In a cell of a table, words stay whole: far ones are guessed by the least that it asks for. */
static int
get_narrowest (NewsParagraph *self)
{
  int least = (int) (self->em * LETTER * self->least_chars);

  if (self->least_chars == 0)
    return round_up (self->em * NARROWEST);

  return round_up (self->far ? least
                             : MAX (least, news_text_layout_get_widest_word (self->layout)));
}

static void
measure_width (NewsParagraph *self, int widest, int *minimum, int *natural)
{
  int most = round_up ((int) (self->em * LETTER * self->most_chars));

  *natural = self->most_chars > 0 ? MIN (widest, most) : widest;
  *minimum
    = self->kind == NEWS_PARAGRAPH_PREFORMATTED ? widest : MIN (get_narrowest (self), *natural);
}

static int
get_widest (NewsParagraph *self)
{
  if (!self->far)
    return round_up (news_text_layout_get_natural_width (self->layout));

  self->guessed = TRUE;

  return round_up ((int) MIN (get_breadth (self) * self->em, G_MAXINT / 2));
}

void
_news_paragraph_measure (NewsParagraph *self,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *baseline)
{
  int narrowest, widest, width;

  follow_font (self);
  if (!self->far)
    _news_paragraph_ensure_layout (self);
  measure_width (self, get_widest (self), &narrowest, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = widest;
      return;
    }

  width = MAX (for_size >= 0 ? for_size : widest, 1);
  if (self->far)
    {
      *minimum = *natural = estimate_height (self, width);
      return;
    }
  *minimum = *natural = get_height (self, width);
  *baseline = news_text_layout_get_line (self->layout, 0)->baseline / PANGO_SCALE;
}

/* The lines are set here and not while sizes are allotted, so that whoever calls knows what it has
 * taken. Where nothing was guessed, nothing moves; GTK
 * keeps what it was told, also of other widths, so that a guess that was right here is not enough.
 */
static void
come_near (NewsParagraph *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);

  if (width > 0)
    {
      follow_font (self);
      _news_paragraph_ensure_layout (self);
    }

  if (width > 0 && get_height (self, width) == gtk_widget_get_height (widget) && !self->guessed)
    gtk_widget_queue_allocate (widget);
  else
    gtk_widget_queue_resize (widget);
  self->guessed = FALSE;
}

void
news_paragraph_set_far (NewsParagraph *self, gboolean far)
{
  g_return_if_fail (NEWS_IS_PARAGRAPH (self));

  if (self->far == far)
    return;

  self->far = far;
  if (!far)
    come_near (self);
  else
    {
      _news_paragraph_drop_layout (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

gboolean
news_paragraph_get_far (NewsParagraph *self)
{
  g_return_val_if_fail (NEWS_IS_PARAGRAPH (self), FALSE);

  return self->far;
}
