/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-galley.h"

#include "news-citation.h"
#include "news-compositor.h"
#include "news-print-links.h"
#include "news-remainder.h"
#include "news-standfirst.h"
#include "news-when.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* All in points. A column of some 75 letters, or 35 Han. */
#define COLUMN 370.0
#define FOOTER 26.0
#define NUMBER 60.0

struct _NewsGalley
{
  NewsStory *story;
  NewsPage *page;
  NewsCompositor *compositor;
  PangoContext *context;
  double page_width;
  double column; /* its width */
  double height; /* of a page, without its foot */

  guint next;      /* block */
  GArray *units;   /* NewsPageUnit */
  GArray *origins; /* Origin of each */
  GArray *starts;  /* guint: the first unit of each page; NULL until all is set */
};

/* Where a unit is from. */
typedef struct
{
  NewsSlug *slug;
  guint unit;
} Origin;

/* --- setting --- */

static void
set_lead (NewsGalley *self)
{
  NewsPicture *lead = self->story->article->lead;
  NewsPicture *first = self->page != NULL ? news_page_get_first_picture (self->page) : NULL;
  g_autoptr (NewsText) caption = NULL;
  g_autofree char *words = NULL;

  if (lead == NULL || (first != NULL && news_picture_same_image (lead, first)))
    return;

  words = g_strconcat (lead->caption != NULL ? lead->caption : "",
                       lead->caption != NULL && lead->credit != NULL ? " — " : "",
                       lead->credit != NULL ? lead->credit : "", NULL);
  caption = news_text_new_take (g_steal_pointer (&words));
  news_compositor_set_picture (self->compositor, lead, caption, 10);
}

static void
set_head (NewsGalley *self)
{
  NewsArticle *article = self->story->article;
  g_autofree char *when = news_when_dup_long (article->published);
  g_autofree char *byline = NULL;

  news_compositor_set_plain (self->compositor,
                             article->title != NULL ? article->title : _ ("Untitled"),
                             NEWS_PRINT_HEADLINE, 0);
  news_compositor_set_plain (self->compositor, news_standfirst_get (article), NEWS_PRINT_STANDFIRST,
                             8);
  byline = g_strconcat (article->byline != NULL ? article->byline : "",
                        article->byline != NULL && article->outlet != NULL
                          ? C_ ("between author and newspaper", ", ")
                          : "",
                        article->outlet != NULL ? article->outlet : "", NULL);
  news_compositor_set_plain (self->compositor, byline, NEWS_PRINT_BYLINE, 9);
  news_compositor_set_plain (self->compositor, when, NEWS_PRINT_DETAILS, 1);
  set_lead (self);
}

static void
set_next (NewsGalley *self)
{
  if (self->next == 0)
    set_head (self);
  if (self->page != NULL && self->next < news_page_get_n_blocks (self->page))
    news_compositor_set_block (self->compositor, news_page_get_block (self->page, self->next));
  self->next++;
}

static void
set_end (NewsGalley *self)
{
  g_autofree char *words = news_remainder_dup_words (self->story->article, self->page);

  news_compositor_set_plain (self->compositor, words, NEWS_PRINT_DETAILS, 14);
}

static gboolean
is_set (NewsGalley *self)
{
  return self->next > 0
         && (self->page == NULL || self->next >= news_page_get_n_blocks (self->page));
}

static void
break_pages (NewsGalley *self)
{
  GPtrArray *slugs = news_compositor_get_slugs (self->compositor);
  gboolean kept = FALSE;

  set_end (self);
  for (guint i = 0; i < slugs->len; i++)
    {
      Origin origin = { g_ptr_array_index (slugs, i), 0 };

      news_slug_append_units (origin.slug, self->units, kept);
      for (; self->origins->len < self->units->len; origin.unit++)
        g_array_append_val (self->origins, origin);
      kept = origin.slug->keeps;
    }
  self->starts = news_page_breaks_find (self->units, self->height);
}

/* --- drawing --- */

static void
draw_foot (NewsGalley *self, guint index, cairo_t *cr)
{
  NewsArticle *article = self->story->article;
  g_autofree char *link = news_citation_dup_link (article);
  g_autofree char *source = g_strconcat (article->outlet != NULL ? article->outlet : "",
                                         article->outlet != NULL && link != NULL ? " · " : "",
                                         link != NULL ? link : "", NULL);
  /* Translators: the number of a printed page, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("%u / %u"), index + 1, self->starts->len);
  g_autoptr (PangoLayout) left = news_print_text_create_link (
    self->context, source, link, NEWS_PRINT_FOOTER, self->column - NUMBER);
  g_autoptr (PangoLayout) right
    = news_print_text_create_plain (self->context, number, NEWS_PRINT_FOOTER, NUMBER);
  double y = self->height + FOOTER / 2;

  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (left, TRUE);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, left);
  news_print_links_mark (left, -1, 0, y, cr);
  cairo_move_to (cr, self->column - NUMBER, y);
  pango_cairo_show_layout (cr, right);
}

/* --- public --- */

NewsGalley *
news_galley_new (NewsStory *story,
                 NewsPage *page,
                 GHashTable *textures,
                 double width,
                 double height)
{
  NewsGalley *self = g_new0 (NewsGalley, 1);

  self->story = news_story_ref (story);
  self->page = page != NULL ? news_page_ref (page) : NULL;
  self->context = news_print_text_create_context (story->article->language);
  self->page_width = width;
  self->column = MIN (width, COLUMN);
  self->height = height - FOOTER;
  self->compositor = news_compositor_new (self->context, textures, self->column, self->height);
  self->units = g_array_new (FALSE, FALSE, sizeof (NewsPageUnit));
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  return self;
}

void
news_galley_free (NewsGalley *self)
{
  news_story_unref (self->story);
  g_clear_pointer (&self->page, news_page_unref);
  g_object_unref (self->context);
  news_compositor_free (self->compositor);
  g_array_unref (self->units);
  g_array_unref (self->origins);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}

gboolean
news_galley_set_some (NewsGalley *self, gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  do
    {
      if (!is_set (self))
        set_next (self);
      else if (self->starts == NULL)
        break_pages (self);
    }
  while (self->starts == NULL && g_get_monotonic_time () < end);

  return self->starts != NULL;
}

guint
news_galley_get_n_pages (NewsGalley *self)
{
  g_return_val_if_fail (self->starts != NULL, 0);

  return self->starts->len;
}

void
news_galley_draw (NewsGalley *self, guint index, cairo_t *cr)
{
  guint start, end;
  double y = 0;

  g_return_if_fail (self->starts != NULL && index < self->starts->len);

  start = g_array_index (self->starts, guint, index);
  end = index + 1 < self->starts->len ? g_array_index (self->starts, guint, index + 1)
                                      : self->units->len;
  cairo_save (cr);
  cairo_translate (cr, (self->page_width - self->column) / 2, 0);
  for (guint i = start; i < end; i++)
    {
      const NewsPageUnit *unit = &g_array_index (self->units, NewsPageUnit, i);
      const Origin *origin = &g_array_index (self->origins, Origin, i);
      double above = i > start ? unit->before : 0;

      y += above;
      /* What runs along two of them runs on between them. */
      if (i == start || (origin - 1)->slug->bar != origin->slug->bar)
        above = 0;
      cairo_save (cr);
      cairo_translate (cr, 0, y);
      news_slug_draw (origin->slug, origin->unit, unit, above, cr);
      cairo_restore (cr);
      y += unit->height;
    }
  draw_foot (self, index, cr);
  cairo_restore (cr);
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t field, const char *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, field, text);
}

void
news_galley_describe (NewsGalley *self, cairo_surface_t *surface)
{
  NewsArticle *article = self->story->article;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, article->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                article->byline != NULL ? article->byline : article->outlet);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, article->standfirst);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, g_get_application_name ());
}
