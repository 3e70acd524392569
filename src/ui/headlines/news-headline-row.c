/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-row-private.h"

#include "news-headline-speech.h"
#include "news-list-setter.h"
#include "news-picture-view.h"

#include <adwaita.h>

/* Between lead, words and facts; and between words and thumbnail. */
#define ROW_SPACING 10
#define THUMBNAIL_SPACING 12

/* As wide as a row asks to be, in ems. */
#define USUAL_WIDTH 22

/* As high as one that is not set is, in ems, before others were: two lines each, and the facts. */
#define USUAL_HEIGHT 8

typedef enum
{
  PROP_LABEL = 1,
  PROP_DESCRIPTION,
} Property;

static GParamSpec *properties[PROP_DESCRIPTION + 1];

G_DEFINE_FINAL_TYPE (NewsHeadlineRow, news_headline_row, GTK_TYPE_WIDGET)

/* --- fonts --- */

/* The row's own font is that of titles; all else has that of what the row is in. */
static PangoContext *
get_text_context (NewsHeadlineRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

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

int
_news_headline_row_get_words_width (NewsHeadlineRow *self, int width)
{
  int thumbnail = 0;

  if (gtk_widget_get_visible (self->thumbnail))
    gtk_widget_measure (self->thumbnail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &thumbnail, NULL,
                        NULL);

  return thumbnail > 0 ? MAX (width - thumbnail - THUMBNAIL_SPACING, 0) : width;
}

static int
get_picture_height (GtkWidget *picture, int width)
{
  int height = 0;

  if (gtk_widget_get_visible (picture))
    gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

/* Where the words begin. */
static int
get_top (NewsHeadlineRow *self, int width)
{
  int lead = get_picture_height (self->lead, width);

  return lead > 0 ? lead + ROW_SPACING : 0;
}

static int
get_middle_height (NewsHeadlineRow *self, int width)
{
  int words = _news_headline_row_get_words_width (self, width);
  int thumbnail = get_picture_height (self->thumbnail, width - words - THUMBNAIL_SPACING);

  return MAX (news_headline_words_get_height (self->words, words), thumbnail);
}

/* --- what is said --- */

void
_news_headline_row_notify_label (NewsHeadlineRow *self)
{
  self->told = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

void
_news_headline_row_notify (NewsHeadlineRow *self)
{
  _news_headline_row_notify_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

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

static void
minute_cb (NewsHeadlineRow *self)
{
  if (self->headline == NULL)
    return;

  if (!self->far)
    _news_headline_row_show_facts (self);
  else if (self->told)
    _news_headline_row_wait (self, NEWS_HEADLINE_ROW_SET);
}

/* --- widget --- */

static GtkSizeRequestMode
news_headline_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (NewsHeadlineRow *self, int *minimum, int *natural)
{
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int em = pango_font_description_get_size (font) / PANGO_SCALE;
  int words = news_headline_words_get_least_width (self->words);
  int thumbnail;

  if (gtk_widget_get_visible (self->thumbnail))
    {
      gtk_widget_measure (self->thumbnail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &thumbnail, NULL,
                          NULL);
      words += thumbnail + THUMBNAIL_SPACING;
    }
  *minimum = self->far ? words : MAX (words, news_headline_facts_get_least_width (self->facts));
  *natural = MAX (*minimum, em * USUAL_WIDTH);
}

/* Without anything being set. */
static int
guess_height (NewsHeadlineRow *self)
{
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int guess = news_list_setter_guess (self->setter);

  return guess > 0 ? guess : pango_font_description_get_size (font) / PANGO_SCALE * USUAL_HEIGHT;
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

  ensure_fonts (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  /* Whatever is around a list asks for its height without a width, of which nothing comes, each
   * time that a row is set; to break all lines for that would take as long again. */
  if (self->far || (for_size < 0 && self->setter != NULL))
    {
      *minimum = *natural = guess_height (self);
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
  int words = self->far ? width : _news_headline_row_get_words_width (self, width);
  int size = width - words - THUMBNAIL_SPACING;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (gtk_widget_get_visible (self->lead))
    gtk_widget_size_allocate (
      self->lead, &(GtkAllocation) { 0, 0, width, get_picture_height (self->lead, width) }, -1);
  if (gtk_widget_get_visible (self->thumbnail))
    gtk_widget_size_allocate (self->thumbnail,
                              &(GtkAllocation) { rtl ? 0 : width - size, get_top (self, width),
                                                 size, get_picture_height (self->thumbnail, size) },
                              -1);
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

  gtk_widget_snapshot_child (widget, self->lead, snapshot);
  gtk_widget_snapshot_child (widget, self->thumbnail, snapshot);
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

static const char *
get_preview (NewsHeadlineRow *self)
{
  const char *preview = NULL;

  if (self->headline != NULL)
    preview = self->headline->snippet != NULL ? self->headline->snippet : self->headline->preview;

  return preview != NULL ? preview : "";
}

static void
news_headline_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (object);

  switch ((Property) id)
    {
    case PROP_LABEL:
      g_value_take_string (value, news_headline_row_dup_label (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, get_preview (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_headline_row_dispose (GObject *object)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->clock);
  g_clear_object (&self->headline);
  g_clear_object (&self->loader);
  g_clear_object (&self->setter);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_HEADLINE_ROW);

  G_OBJECT_CLASS (news_headline_row_parent_class)->dispose (object);
}

static void
news_headline_row_finalize (GObject *object)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (object);

  news_headline_words_free (self->words);
  news_headline_facts_free (self->facts);

  G_OBJECT_CLASS (news_headline_row_parent_class)->finalize (object);
}

static void
news_headline_row_class_init (NewsHeadlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_headline_row_get_property;
  object_class->dispose = news_headline_row_dispose;
  object_class->finalize = news_headline_row_finalize;
  widget_class->get_request_mode = news_headline_row_get_request_mode;
  widget_class->measure = news_headline_row_measure;
  widget_class->size_allocate = news_headline_row_size_allocate;
  widget_class->snapshot = news_headline_row_snapshot;
  widget_class->css_changed = news_headline_row_css_changed;
  widget_class->system_setting_changed = news_headline_row_system_setting_changed;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (NEWS_TYPE_PICTURE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "headline");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-headline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, lead);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, thumbnail);
}

static void
news_headline_row_init (NewsHeadlineRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context;

  gtk_widget_init_template (widget);
  context = gtk_widget_get_pango_context (widget);
  self->words = news_headline_words_new (context);
  self->facts = news_headline_facts_new (context);

  self->clock = news_clock_dup ();
  g_signal_connect_object (self->clock, "minute", G_CALLBACK (minute_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (widget)),
                           "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  self->signals = g_signal_group_new (NEWS_TYPE_HEADLINE);
  g_signal_group_connect_swapped (self->signals, "filled", G_CALLBACK (filled_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::read", G_CALLBACK (marked_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::bookmarked", G_CALLBACK (marked_cb),
                                  self);
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
  g_set_object (&self->headline, headline);
  if (self->setter != NULL)
    {
      _news_headline_row_leave_to_setter (self);
      return;
    }

  g_signal_group_set_target (self->signals, headline);
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
  news_headline_words_set_leading (self->words, leading);
  if (self->far)
    return;

  _news_headline_row_show_pictures (self);
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

char *
news_headline_row_dup_label (NewsHeadlineRow *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), NULL);

  return self->headline != NULL
           ? news_headline_dup_label (self->headline, news_clock_get_now (self->clock))
           : g_strdup ("");
}

NewsHeadlineWords *
_news_headline_row_get_words (NewsHeadlineRow *self)
{
  return self->words;
}

NewsHeadlineFacts *
_news_headline_row_get_facts (NewsHeadlineRow *self)
{
  return self->facts;
}
