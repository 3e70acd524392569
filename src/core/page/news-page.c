/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-page-private.h"

#include "news-block-variant.h"
#include "news-reading-time.h"

/* Version, whether cut, how many blocks, the blocks. Without their number, the first four bytes
 * alone would be an empty page, and no error. To be counted up whenever the meaning of a stored
 * page changes: an older one is then read anew from its source. */
#define VERSION 1
#define VARIANT "(ybu" NEWS_BLOCK_VARIANT ")"

/* Smaller ones are icons, portraits of authors, buttons. */
#define LEAD_WIDTH 320
#define LEAD_HEIGHT 160

struct _NewsPage
{
  GPtrArray *blocks; /* NewsBlock; those of @origin if it is there, and @own */
  NewsPage *origin;
  NewsBlock *own; /* a block that was added to those of @origin */
  gboolean cut;
};

G_DEFINE_BOXED_TYPE (NewsPage, news_page, news_page_ref, news_page_unref)
G_DEFINE_QUARK (news-page-error-quark, news_page_error)

static void
clear (NewsPage *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->origin, news_page_unref);
  g_clear_pointer (&self->own, news_block_free);
}

static gboolean
may_lead (NewsPicture *picture)
{
  for (guint i = 0; i < picture->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);

      if ((file->width == 0 || file->width >= LEAD_WIDTH)
          && (file->height == 0 || file->height >= LEAD_HEIGHT))
        return TRUE;
    }

  return FALSE;
}

static NewsPicture *
find_picture (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const NewsBlock *block = g_ptr_array_index (blocks, i);
      NewsPicture *picture = NULL;

      if (block->type == NEWS_BLOCK_FIGURE && may_lead (block->picture))
        picture = block->picture;
      else if (block->children != NULL)
        picture = find_picture (block->children);

      if (picture != NULL)
        return picture;
    }

  return NULL;
}

/* The blocks of a variant, if they may stand side by side in a page. */
static GPtrArray *
read_blocks (GVariant *variant)
{
  g_autoptr (GPtrArray) blocks = news_blocks_new_from_variant (variant);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NewsBlock *block = g_ptr_array_index (blocks, i);

      if (!news_block_type_holds (NEWS_BLOCK_NOTE, block->type))
        return NULL;
    }

  return g_steal_pointer (&blocks);
}

/* The variant in the byte order of this machine; the bytes are little-endian everywhere. */
static GVariant *
variant_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) variant
    = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (VARIANT), bytes, FALSE));

  if (!g_variant_is_normal_form (variant))
    return NULL;

#if G_BYTE_ORDER == G_BIG_ENDIAN
  return g_variant_byteswap (variant);
#else
  return g_steal_pointer (&variant);
#endif
}

/* GVariant forgets what it knows of a type with the last variant that has it, and to know this one
 * again takes as long as to write a page. So one is kept. */
static void
keep_type (void)
{
  static gsize kept = 0;

  if (g_once_init_enter (&kept))
    {
      GVariant *empty
        = g_variant_new_from_data (G_VARIANT_TYPE (VARIANT), NULL, 0, TRUE, NULL, NULL);

      g_once_init_leave (&kept, GPOINTER_TO_SIZE (g_variant_ref_sink (empty)));
    }
}

NewsPage *
news_page_new_take (GPtrArray *blocks, gboolean cut)
{
  NewsPage *self = g_atomic_rc_box_new0 (NewsPage);

  self->blocks = blocks;
  self->cut = cut;

  return self;
}

NewsPage *
news_page_ref (NewsPage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_page_unref (NewsPage *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

guint
news_page_get_n_blocks (NewsPage *self)
{
  return self->blocks->len;
}

const NewsBlock *
news_page_get_block (NewsPage *self, guint index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, index);
}

gboolean
news_page_is_cut (NewsPage *self)
{
  return self->cut;
}

double
news_page_measure_reading_time (NewsPage *self, double most)
{
  return news_reading_time_measure (self->blocks, most);
}

NewsPicture *
news_page_get_first_picture (NewsPage *self)
{
  return find_picture (self->blocks);
}

static void
collect_figures (GPtrArray *blocks, GPtrArray *figures)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      NewsBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == NEWS_BLOCK_FIGURE)
        g_ptr_array_add (figures, block);
      collect_figures (block->children, figures);
    }
}

GPtrArray *
news_page_list_figures (NewsPage *self)
{
  GPtrArray *figures = g_ptr_array_new ();

  collect_figures (self->blocks, figures);

  return figures;
}

NewsPage *
news_page_without_lead (NewsPage *self, NewsPicture *lead)
{
  const NewsBlock *block = NULL;
  GPtrArray *rest;
  NewsPage *page;
  guint at;

  for (at = 0; at < self->blocks->len; at++)
    {
      block = g_ptr_array_index (self->blocks, at);
      if (block->type != NEWS_BLOCK_HEADING)
        break;
    }

  if (at == self->blocks->len || block->type != NEWS_BLOCK_FIGURE
      || !news_picture_same_image (block->picture, lead))
    return news_page_ref (self);

  rest = g_ptr_array_copy (self->blocks, NULL, NULL);
  g_ptr_array_set_free_func (rest, NULL);
  g_ptr_array_remove_index (rest, at);

  page = news_page_new_take (rest, self->cut);
  page->origin = news_page_ref (self);

  return page;
}

static gboolean
has_key_points (NewsPage *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (news_page_get_block (self, i)->type == NEWS_BLOCK_KEY_POINTS)
      return TRUE;

  return FALSE;
}

NewsPage *
news_page_with_key_points (NewsPage *self, NewsBlock *key_points)
{
  GPtrArray *blocks;
  NewsPage *page;

  if (self != NULL && has_key_points (self))
    {
      news_block_free (key_points);
      return news_page_ref (self);
    }

  blocks = g_ptr_array_new ();
  g_ptr_array_add (blocks, key_points);
  if (self != NULL)
    g_ptr_array_extend (blocks, self->blocks, NULL, NULL);
  page = news_page_new_take (blocks, self != NULL && self->cut);
  page->own = key_points;
  if (self != NULL)
    page->origin = news_page_ref (self);

  return page;
}

GPtrArray *
news_page_get_blocks (NewsPage *page)
{
  return page->blocks;
}

GPtrArray *
news_page_free_to_blocks (NewsPage *page)
{
  GPtrArray *blocks = g_ptr_array_ref (page->blocks);

  news_page_unref (page);

  return blocks;
}

GBytes *
news_page_to_bytes (NewsPage *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariant *parts[]
    = { g_variant_new_byte (VERSION), g_variant_new_boolean (self->cut),
        g_variant_new_uint32 (self->blocks->len), news_blocks_to_variant (self->blocks) };

  keep_type ();
  variant = g_variant_ref_sink (g_variant_new_tuple (parts, G_N_ELEMENTS (parts)));

#if G_BYTE_ORDER == G_BIG_ENDIAN
  {
    g_autoptr (GVariant) swapped = g_variant_byteswap (variant);

    return g_variant_get_data_as_bytes (swapped);
  }
#else
  return g_variant_get_data_as_bytes (variant);
#endif
}

NewsPage *
news_page_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 n_blocks = 0;
  gboolean cut = FALSE;

  if (size == 0 || data[0] != VERSION)
    {
      g_set_error (error, NEWS_PAGE_ERROR, NEWS_PAGE_ERROR_CORRUPT,
                   "A stored page of version %d, not of %d", size > 0 ? data[0] : 0, VERSION);
      return NULL;
    }

  keep_type ();
  variant = variant_from_bytes (bytes);
  if (variant != NULL)
    {
      g_variant_get (variant, "(ybu@" NEWS_BLOCK_VARIANT ")", NULL, &cut, &n_blocks, &stored);
      blocks = read_blocks (stored);
    }

  if (blocks == NULL || blocks->len != n_blocks)
    {
      g_set_error_literal (error, NEWS_PAGE_ERROR, NEWS_PAGE_ERROR_CORRUPT,
                           "A stored page is damaged");
      return NULL;
    }

  return news_page_new_take (g_steal_pointer (&blocks), cut);
}
