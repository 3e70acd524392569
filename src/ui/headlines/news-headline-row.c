/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-row-private.h"

#include "news-list-setter.h"

#include <adwaita.h>

/* Between lead, words and facts; and between words and thumbnail. */
#define ROW_SPACING 10
#define THUMBNAIL_SPACING 12

/* As wide as a row asks to be, in ems. */
#define USUAL_WIDTH 22

/* As high as one that is not set is, in ems, before others were: two lines each, and the facts. */
#define USUAL_HEIGHT 8

G_DEFINE_FINAL_TYPE (NewsHeadlineRow, news_headline_row, GTK_TYPE_WIDGET)

/* --- fonts --- */

/* The row's own font is that of titles; all else has that of what the row is in. */
static PangoContext *
get_text_context (NewsHeadlineRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->setter != NULL)
    return news_list_setter_get_context (self->setter);

  return gtk_widget_get_pango_context (parent != NULL ? parent : GTK_WIDGET (self));
}

static gboolean
have_fonts_changed (NewsHeadlineRow *self)
{
  PangoContext *title = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoContext *text = get_text_context (self);

  return self->text_context != text || self->title_serial != pango_context_get_serial (title)
         || self->text_serial != pango_context_get_serial (text);
}

static void
ensure_fonts (NewsHeadlineRow *self)
{
  PangoContext *title = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoContext *text = get_text_context (self);
  const PangoFontDescription *font = pango_context_get_font_description (text);

  if (!have_fonts_changed (self))
    return;

  self->text_context = text;
  self->title_serial = pango_context_get_serial (title);
  self->text_serial = pango_context_get_serial (text);
  news_headline_words_set_fonts (self->words, pango_context_get_font_description (title), font);
  news_headline_facts_set_font (self->facts, font);
}

/* --- places --- */

static gboolean
has_picture (NewsHeadlineRow *self)
{
  return self->picture != NULL && gtk_widget_get_visible (self->picture);
}

/* How wide a thumbnail is, with the room beside it. */
static int
get_thumbnail_width (NewsHeadlineRow *self)
{
  int width;

  if (self->leading || !has_picture (self))
    return 0;

  gtk_widget_measure (self->picture, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width + THUMBNAIL_SPACING;
}

int
_news_headline_row_get_words_width (NewsHeadlineRow *self, int width)
{
  return MAX (width - get_thumbnail_width (self), 0);
}

static int
get_picture_height (NewsHeadlineRow *self, int width)
{
  int height = 0;

  if (has_picture (self))
    gtk_widget_measure (self->picture, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

/* Where the words begin. */
static int
get_top (NewsHeadlineRow *self, int width)
{
  return self->leading && has_picture (self) ? get_picture_height (self, width) + ROW_SPACING : 0;
}

static int
get_middle_height (NewsHeadlineRow *self, int width)
{
  int thumbnail = get_thumbnail_width (self);
  int words = news_headline_words_get_height (self->words,
                                              _news_headline_row_get_words_width (self, width));

  return thumbnail > 0 ? MAX (words, get_picture_height (self, thumbnail - THUMBNAIL_SPACING))
                       : words;
}

/* --- what becomes of the headline --- */

static void
filled_cb (NewsHeadlineRow *self)
{
  if (self->setter != NULL)
    _news_headline_row_wait (self, NEWS_HEADLINE_ROW_OTHER_WORDS);
  else
    _news_headline_row_show (self);
}

static void
marked_cb (NewsHeadlineRow *self)
{
  if (self->setter != NULL)
    _news_headline_row_wait (self, NEWS_HEADLINE_ROW_OTHER_MARKS);
  else
    _news_headline_row_show_marks (self);
}

void
_news_headline_row_follow (NewsHeadlineRow *self)
{
  if (self->followed || self->headline == NULL)
    return;

  g_signal_connect_swapped (self->headline, "filled", G_CALLBACK (filled_cb), self);
  g_signal_connect_swapped (self->headline, "notify::read", G_CALLBACK (marked_cb), self);
  g_signal_connect_swapped (self->headline, "notify::bookmarked", G_CALLBACK (marked_cb), self);
  self->followed = TRUE;
}

static void
set_headline (NewsHeadlineRow *self, NewsHeadline *headline)
{
  if (self->followed)
    g_signal_handlers_disconnect_by_data (self->headline, self);
  self->followed = FALSE;
  g_set_object (&self->headline, headline);
}

/* --- widget --- */

static GtkSizeRequestMode
news_headline_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_em (PangoContext *context)
{
  return pango_font_description_get_size (pango_context_get_font_description (context))
         / PANGO_SCALE;
}

static void
measure_width (NewsHeadlineRow *self, int *minimum, int *natural)
{
  int em = get_em (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int words = news_headline_words_get_least_width (self->words) + get_thumbnail_width (self);

  *minimum = MAX (words, news_headline_facts_get_least_width (self->facts));
  *natural = MAX (*minimum, em * USUAL_WIDTH);
}

/* Of a row that has nothing set: by those around it, without a font of its own. */
static int
guess_size (NewsHeadlineRow *self, GtkOrientation orientation)
{
  int em = get_em (get_text_context (self));
  int guess;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return em * USUAL_WIDTH;

  guess = self->setter != NULL ? news_list_setter_guess (self->setter) : 0;

  return guess > 0 ? guess : em * USUAL_HEIGHT;
}

static void
news_headline_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (widget);

  /* Whatever is around a list asks for its height without a width, of which nothing comes, each
   * time that a row is set; to break all lines for that would take as long again. */
  if (self->far
      || (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0 && self->setter != NULL))
    {
      *natural = guess_size (self, orientation);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : *natural;
      return;
    }

  ensure_fonts (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  if (for_size < 0)
    measure_width (self, minimum, &for_size);
  *minimum = *natural = get_top (self, for_size) + get_middle_height (self, for_size) + ROW_SPACING
                        + news_headline_facts_get_height (self->facts);
}

static void
news_headline_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { 0, 0, width, 0 };

  if (!has_picture (self))
    return;

  if (!self->leading)
    {
      place.width = get_thumbnail_width (self) - THUMBNAIL_SPACING;
      place.x = rtl ? 0 : width - place.width;
    }
  place.height = get_picture_height (self, place.width);
  gtk_widget_size_allocate (self->picture, &place, -1);
}

/* Colours of the desktop's, as its style sheet has them by the name of accent-color. */
static void
get_ink (NewsHeadlineRow *self, NewsHeadlineInk *ink)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  gtk_widget_get_color (widget, &ink->color);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &ink->accent);
  ink->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  ink->scale = gtk_widget_get_scale_factor (widget);
}

static void
news_headline_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int words, top, facts;
  NewsHeadlineInk ink;

  if (self->far)
    return;

  get_ink (self, &ink);
  words = _news_headline_row_get_words_width (self, width);
  top = get_top (self, width);
  facts = top + get_middle_height (self, width) + ROW_SPACING;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (ink.rtl ? (float) (width - words) : 0, (float) top));
  news_headline_words_paint (self->words, snapshot, words, &ink.color, &ink.accent, self->selected);
  gtk_snapshot_restore (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) facts));
  news_headline_facts_paint (self->facts, snapshot, width, &ink);
  gtk_snapshot_restore (snapshot);

  if (self->picture != NULL)
    gtk_widget_snapshot_child (widget, self->picture, snapshot);
}

static void
news_headline_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (widget);

  GTK_WIDGET_CLASS (news_headline_row_parent_class)->css_changed (widget, change);

  if (self->words == NULL || !have_fonts_changed (self))
    return;

  if (self->setter != NULL)
    news_list_setter_forget (self->setter);
  gtk_widget_queue_resize (widget);
}

static void
news_headline_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (news_headline_row_parent_class)->system_setting_changed (widget, setting);

  gtk_widget_queue_resize (widget);
}

/* --- object --- */

static void
news_headline_row_dispose (GObject *object)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (object);

  set_headline (self, NULL);
  g_clear_object (&self->clock);
  g_clear_object (&self->loader);
  g_clear_object (&self->setter);
  g_clear_pointer (&self->picture, gtk_widget_unparent);

  G_OBJECT_CLASS (news_headline_row_parent_class)->dispose (object);
}

static void
news_headline_row_finalize (GObject *object)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (object);

  g_clear_pointer (&self->words, news_headline_words_free);
  g_clear_pointer (&self->facts, news_headline_facts_free);

  G_OBJECT_CLASS (news_headline_row_parent_class)->finalize (object);
}

static void
news_headline_row_class_init (NewsHeadlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_headline_row_dispose;
  object_class->finalize = news_headline_row_finalize;
  widget_class->get_request_mode = news_headline_row_get_request_mode;
  widget_class->measure = news_headline_row_measure;
  widget_class->size_allocate = news_headline_row_size_allocate;
  widget_class->snapshot = news_headline_row_snapshot;
  widget_class->css_changed = news_headline_row_css_changed;
  widget_class->system_setting_changed = news_headline_row_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "headline");
}

static void
news_headline_row_init (NewsHeadlineRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "headline-row");
  self->far = TRUE;
  self->clock = news_clock_dup ();
}

GtkWidget *
news_headline_row_new (void)
{
  return g_object_new (NEWS_TYPE_HEADLINE_ROW, NULL);
}

void
news_headline_row_set_headline (NewsHeadlineRow *self,
                                NewsPictureLoader *loader,
                                NewsHeadline *headline)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  g_set_object (&self->loader, loader);
  set_headline (self, headline);
  if (self->setter != NULL)
    {
      _news_headline_row_leave_to_setter (self);
      return;
    }

  _news_headline_row_follow (self);
  _news_headline_row_show (self);
  news_headline_words_release (self->words);
}

NewsHeadline *
news_headline_row_get_headline (NewsHeadlineRow *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), NULL);

  return self->headline;
}

void
news_headline_row_set_leading (NewsHeadlineRow *self, gboolean leading)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  if (self->leading == !!leading)
    return;

  self->leading = !!leading;
  if (self->words != NULL)
    news_headline_words_set_leading (self->words, leading);
  if (self->far)
    return;

  _news_headline_row_show_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
news_headline_row_set_selected (NewsHeadlineRow *self, gboolean selected)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  if (self->selected == !!selected)
    return;

  self->selected = !!selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
