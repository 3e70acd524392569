/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-compositor.h"

#include "news-compositor-table.h"

#include <glib/gi18n.h>

/* All in points. */
#define INDENT 18.0
#define NOTE_INDENT 10.0
#define NARROWEST 120.0
#define RULE 120.0

#define BETWEEN_PARAGRAPHS 6.5
#define BETWEEN_ITEMS 2.5
#define OVER_HEADING 14.0
#define OVER_FIGURE 10.0
#define OVER_CAPTION 4.0

/* Of a page, the most that a picture takes; its caption has to stand under it. */
#define HIGHEST_PICTURE 0.55

/* A pixel of a small picture is no larger than on a screen of 96 pixels an inch. */
#define POINTS_A_PIXEL 0.75

struct _NewsCompositor
{
  PangoContext *context;
  GHashTable *textures;
  GPtrArray *slugs;
  PangoLayout *mark; /* for the next text */
  double x;
  double width;
  double height;
  double bar;
  double between;   /* over the next paragraph */
  gboolean goes_on; /* the last block was a part of one that goes on */
};

NewsCompositor *
news_compositor_new (PangoContext *context, GHashTable *textures, double width, double height)
{
  NewsCompositor *self = g_new0 (NewsCompositor, 1);

  self->context = g_object_ref (context);
  self->textures = g_hash_table_ref (textures);
  self->slugs = g_ptr_array_new_with_free_func ((GDestroyNotify) news_slug_free);
  self->width = width;
  self->height = height;
  self->bar = -1;
  self->between = BETWEEN_PARAGRAPHS;

  return self;
}

void
news_compositor_free (NewsCompositor *self)
{
  g_object_unref (self->context);
  g_hash_table_unref (self->textures);
  g_ptr_array_unref (self->slugs);
  g_clear_object (&self->mark);
  g_free (self);
}

GPtrArray *
news_compositor_get_slugs (NewsCompositor *self)
{
  return self->slugs;
}

/* --- single slugs --- */

static NewsSlug *
append (NewsCompositor *self, NewsSlug *slug, double before)
{
  slug->before = before;
  slug->bar = self->bar;
  g_ptr_array_add (self->slugs, slug);

  return slug;
}

static NewsSlug *
set_text (NewsCompositor *self, const NewsText *text, NewsPrintStyle style, double before)
{
  PangoLayout *layout;
  NewsSlug *slug;

  if (text == NULL || news_text_is_empty (text))
    return NULL;

  layout = news_print_text_create (self->context, text, style, self->width);
  slug = append (self, news_slug_new_text (layout, self->x), before);
  slug->mark = g_steal_pointer (&self->mark);

  return slug;
}

NewsSlug *
news_compositor_set_plain (NewsCompositor *self,
                           const char *text,
                           NewsPrintStyle style,
                           double before)
{
  g_autoptr (NewsText) plain = news_text_new_take (g_strdup (text != NULL ? text : ""));

  return set_text (self, plain, style, before);
}

/* Fitted into the column and the page, and no larger than it is. */
static NewsSlug *
set_texture (NewsCompositor *self, GdkTexture *texture, double before)
{
  double width = gdk_texture_get_width (texture);
  double height = gdk_texture_get_height (texture);
  double scale
    = MIN (MIN (self->width / width, self->height * HIGHEST_PICTURE / height), POINTS_A_PIXEL);

  return append (self,
                 news_slug_new_picture (texture, self->x + (self->width - width * scale) / 2,
                                        width * scale, height * scale),
                 before);
}

void
news_compositor_set_picture (NewsCompositor *self,
                             NewsPicture *picture,
                             const NewsText *caption,
                             double before)
{
  GdkTexture *texture = g_hash_table_lookup (self->textures, picture);
  gboolean has_caption = caption != NULL && !news_text_is_empty (caption);

  if (texture != NULL)
    set_texture (self, texture, before)->keeps = has_caption;
  else if (picture->alt != NULL)
    {
      /* Translators: in place of a picture that is not printed; %s says what it shows */
      g_autofree char *words = g_strdup_printf (_ ("[Picture: %s]"), picture->alt);
      NewsSlug *slug = news_compositor_set_plain (self, words, NEWS_PRINT_CAPTION, before);

      if (slug != NULL)
        slug->keeps = has_caption;
    }

  set_text (self, caption, NEWS_PRINT_CAPTION, OVER_CAPTION);
}

/* --- blocks --- */

static void
set_children (NewsCompositor *self, const NewsBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    news_compositor_set_block (self, g_ptr_array_index (block->children, i));
}

/* The same further in, as far as there is room, with a line along it at @bar. */
static void
set_inside (NewsCompositor *self, const NewsBlock *block, double indent, gboolean barred)
{
  double x = self->x;
  double width = self->width;
  double bar = self->bar;

  if (width - indent >= NARROWEST)
    {
      if (barred)
        self->bar = x + 1;
      self->x += indent;
      self->width -= indent;
    }
  set_children (self, block);
  self->x = x;
  self->width = width;
  self->bar = bar;
}

static void
set_heading (NewsCompositor *self, const NewsBlock *block)
{
  NewsSlug *slug
    = set_text (self, block->text, block->level <= 2 ? NEWS_PRINT_HEADING : NEWS_PRINT_SUBHEADING,
                OVER_HEADING);

  if (slug != NULL)
    slug->keeps = TRUE;
}

static void
set_item (NewsCompositor *self, const NewsBlock *list, const NewsBlock *item)
{
  g_autofree char *number = g_strdup_printf ("%d.", item->start);

  g_clear_object (&self->mark);
  self->mark = news_print_text_create_plain (self->context, list->ordered ? number : "•",
                                             NEWS_PRINT_BODY, INDENT * 4);
  pango_layout_set_width (self->mark, -1);
  set_inside (self, item, INDENT, FALSE);
}

static void
set_list (NewsCompositor *self, const NewsBlock *list)
{
  double between = self->between;

  for (guint i = 0; list->children != NULL && i < list->children->len; i++)
    {
      self->between = i == 0 ? between : BETWEEN_ITEMS;
      set_item (self, list, g_ptr_array_index (list->children, i));
    }
  g_clear_object (&self->mark);
  self->between = between;
}

static void
set_quote (NewsCompositor *self, const NewsBlock *block)
{
  guint last;

  set_inside (self, block, INDENT, TRUE);
  last = self->slugs->len;
  if (news_text_is_empty (block->text))
    return;

  if (last > 0)
    ((NewsSlug *) g_ptr_array_index (self->slugs, last - 1))->keeps = TRUE;
  self->x += INDENT;
  self->width -= INDENT;
  set_text (self, block->text, NEWS_PRINT_DETAILS, OVER_CAPTION);
  self->x -= INDENT;
  self->width += INDENT;
}

/* An address, which leads where it says. */
static void
set_address (NewsCompositor *self, const char *link, double before)
{
  g_autoptr (NewsText) text = news_text_new_take (g_strdup (link != NULL ? link : ""));

  if (link != NULL)
    news_text_set_link (text, link);
  set_text (self, text, NEWS_PRINT_CAPTION, before);
}

static void
set_embed (NewsCompositor *self, const NewsBlock *block)
{
  NewsSlug *slug = set_text (self, block->text, NEWS_PRINT_BYLINE, self->between);

  if (slug != NULL)
    slug->keeps = TRUE;
  set_address (self, block->link, slug != NULL ? 0 : self->between);
}

static void
set_table (NewsCompositor *self, const NewsBlock *block)
{
  g_autoptr (GPtrArray) rows = news_compositor_table_create_rows (self->context, block, self->x,
                                                                  self->width, self->height / 2);
  NewsSlug *caption = set_text (self, block->text, NEWS_PRINT_BYLINE, OVER_FIGURE);

  if (caption != NULL)
    caption->keeps = TRUE;
  if (rows == NULL)
    {
      set_children (self, block);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    append (self, g_ptr_array_index (rows, i), i == 0 ? OVER_CAPTION : 0);
  /* They belong to the compositor now. */
  g_ptr_array_set_free_func (rows, NULL);
}

/* Below the source's title for them or ours, which stays on their page. */
static void
set_key_points (NewsCompositor *self, const NewsBlock *block)
{
  NewsSlug *title = set_text (self, block->text, NEWS_PRINT_SUBHEADING, self->between);

  if (title == NULL)
    title
      = news_compositor_set_plain (self, _ ("Key points"), NEWS_PRINT_SUBHEADING, self->between);
  title->keeps = TRUE;
  set_inside (self, block, NOTE_INDENT, TRUE);
}

static void
set_block (NewsCompositor *self, const NewsBlock *block)
{
  NewsSlug *slug;

  switch (block->type)
    {
    case NEWS_BLOCK_PARAGRAPH:
      set_text (self, block->text, NEWS_PRINT_BODY, self->goes_on ? 0 : self->between);
      break;
    case NEWS_BLOCK_HEADING:
      set_heading (self, block);
      break;
    case NEWS_BLOCK_LIST:
      set_list (self, block);
      break;
    case NEWS_BLOCK_QUOTE:
    case NEWS_BLOCK_PULL_QUOTE:
      set_quote (self, block);
      break;
    case NEWS_BLOCK_PREFORMATTED:
      set_text (self, block->text, NEWS_PRINT_CODE, self->between);
      break;
    case NEWS_BLOCK_FIGURE:
      news_compositor_set_picture (self, block->picture, block->text, OVER_FIGURE);
      break;
    case NEWS_BLOCK_GALLERY:
      set_children (self, block);
      set_text (self, block->text, NEWS_PRINT_CAPTION, OVER_CAPTION);
      break;
    case NEWS_BLOCK_TABLE:
      set_table (self, block);
      break;
    case NEWS_BLOCK_RULE:
      append (
        self,
        news_slug_new_rule (self->x + MAX (0, self->width - RULE) / 2, MIN (self->width, RULE)),
        self->between);
      break;
    case NEWS_BLOCK_EMBED:
      set_embed (self, block);
      break;
    case NEWS_BLOCK_DETAILS:
      slug = set_text (self, block->text, NEWS_PRINT_SUBHEADING, self->between);
      if (slug != NULL)
        slug->keeps = TRUE;
      set_children (self, block);
      break;
    case NEWS_BLOCK_KEY_POINTS:
      set_key_points (self, block);
      break;
    case NEWS_BLOCK_NOTE:
      set_inside (self, block, NOTE_INDENT, TRUE);
      break;
    /* Of a list or a table; those of a table that is too wide or too high for a page are set one
     * under the other. */
    case NEWS_BLOCK_ITEM:
    case NEWS_BLOCK_ROW:
    case NEWS_BLOCK_CELL:
      set_children (self, block);
      break;
    }
}

void
news_compositor_set_block (NewsCompositor *self, const NewsBlock *block)
{
  set_block (self, block);
  self->goes_on = block->goes_on;
}
