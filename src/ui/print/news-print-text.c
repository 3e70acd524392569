/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-print-text.h"

#include "news-print-links.h"

#define SMALL 0.85

static const struct
{
  const char *font;
  double leading; /* of the face's own height */
} styles[] = {
  [NEWS_PRINT_BODY] = { "Serif 10.5", 1.18 },
  [NEWS_PRINT_HEADLINE] = { "Sans Bold 21", 1.0 },
  [NEWS_PRINT_STANDFIRST] = { "Serif 12.5", 1.1 },
  [NEWS_PRINT_BYLINE] = { "Sans Bold 9.5", 1.1 },
  [NEWS_PRINT_DETAILS] = { "Sans 8.5", 1.1 },
  [NEWS_PRINT_HEADING] = { "Sans Bold 13", 1.05 },
  [NEWS_PRINT_SUBHEADING] = { "Sans Bold 11", 1.05 },
  [NEWS_PRINT_CAPTION] = { "Sans 8", 1.1 },
  [NEWS_PRINT_CELL] = { "Sans 8.5", 1.05 },
  [NEWS_PRINT_HEADER_CELL] = { "Sans Bold 8.5", 1.05 },
  [NEWS_PRINT_CODE] = { "Monospace 8.5", 1.1 },
  [NEWS_PRINT_FOOTER] = { "Sans 7.5", 1.0 },
};

static PangoAttribute *
create_strong (void)
{
  return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
}

static PangoAttribute *
create_emphasis (void)
{
  return pango_attr_style_new (PANGO_STYLE_ITALIC);
}

static PangoAttribute *
create_code (void)
{
  return pango_attr_family_new ("Monospace");
}

static PangoAttribute *
create_struck (void)
{
  return pango_attr_strikethrough_new (TRUE);
}

static PangoAttribute *
create_underlined (void)
{
  return pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
}

static PangoAttribute *
create_superscript (void)
{
  return pango_attr_font_scale_new (PANGO_FONT_SCALE_SUPERSCRIPT);
}

static PangoAttribute *
create_raised (void)
{
  return pango_attr_baseline_shift_new (PANGO_BASELINE_SHIFT_SUPERSCRIPT);
}

static PangoAttribute *
create_subscript (void)
{
  return pango_attr_font_scale_new (PANGO_FONT_SCALE_SUBSCRIPT);
}

static PangoAttribute *
create_lowered (void)
{
  return pango_attr_baseline_shift_new (PANGO_BASELINE_SHIFT_SUBSCRIPT);
}

static PangoAttribute *
create_small (void)
{
  return pango_attr_scale_new (SMALL);
}

/* What was marked with colour is underlined. */
static const struct
{
  NewsStyle style;
  PangoAttribute *(*create) (void);
} attributes[] = {
  { NEWS_STYLE_STRONG, create_strong },
  { NEWS_STYLE_EMPHASIS, create_emphasis },
  { NEWS_STYLE_CODE, create_code },
  { NEWS_STYLE_STRUCK, create_struck },
  { NEWS_STYLE_UNDERLINED, create_underlined },
  { NEWS_STYLE_MARKED, create_underlined },
  { NEWS_STYLE_SUPERSCRIPT, create_superscript },
  { NEWS_STYLE_SUPERSCRIPT, create_raised },
  { NEWS_STYLE_SUBSCRIPT, create_subscript },
  { NEWS_STYLE_SUBSCRIPT, create_lowered },
  { NEWS_STYLE_SMALL, create_small },
};

static void
insert (PangoAttrList *list, const NewsSpan *span, PangoAttribute *attribute)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_span (PangoAttrList *list, const NewsSpan *span)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if ((span->style & attributes[i].style) != 0)
      insert (list, span, attributes[i].create ());
  if (span->language != NULL)
    insert (list, span, pango_attr_language_new (pango_language_from_string (span->language)));
}

PangoContext *
news_print_text_create_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);

  return context;
}

PangoLayout *
news_print_text_create (PangoContext *context,
                        const NewsText *text,
                        NewsPrintStyle style,
                        double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_from_string (styles[style].font);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_attr_list_insert (list, pango_attr_line_height_new (styles[style].leading));
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; i < text->spans->len; i++)
    insert_span (list, &g_array_index (text->spans, NewsSpan, i));
  pango_layout_set_attributes (layout, list);
  pango_layout_set_text (layout, text->text, -1);
  news_print_links_keep (layout, text);

  return layout;
}

PangoLayout *
news_print_text_create_plain (PangoContext *context,
                              const char *text,
                              NewsPrintStyle style,
                              double width)
{
  return news_print_text_create_link (context, text, NULL, style, width);
}

PangoLayout *
news_print_text_create_link (PangoContext *context,
                             const char *text,
                             const char *link,
                             NewsPrintStyle style,
                             double width)
{
  g_autoptr (NewsText) plain = news_text_new_take (g_strdup (text));

  if (link != NULL)
    news_text_set_link (plain, link);

  return news_print_text_create (context, plain, style, width);
}
