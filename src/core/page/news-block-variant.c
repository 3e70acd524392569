/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block.h"

#include "news-address.h"

#include <string.h>

/* One block of the array. */
#define NODE_VARIANT (&NEWS_BLOCK_VARIANT[1])
#define TEXT_VARIANT "(sa(uuqmsms))"
#define ALL_STYLES ((NEWS_STYLE_SMALL << 1) - 1)

enum
{
  FLAG_ORDERED = 1 << 0,
  FLAG_HEADER = 1 << 1,
};

static GVariant *
text_to_variant (const NewsText *text)
{
  GVariantBuilder builder;

  if (text == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE (TEXT_VARIANT), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TEXT_VARIANT));
  g_variant_builder_add (&builder, "s", text->text);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uuqmsms)"));
  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      g_variant_builder_add (&builder, "(uuqmsms)", span->start, span->end, span->style, span->link,
                             span->language);
    }
  g_variant_builder_close (&builder);

  return g_variant_new_maybe (NULL, g_variant_builder_end (&builder));
}

static GVariant *
picture_to_variant (NewsPicture *picture)
{
  return g_variant_new_maybe (G_VARIANT_TYPE (NEWS_PICTURE_VARIANT),
                              picture != NULL ? news_picture_to_variant (picture) : NULL);
}

static void
add_block (GVariantBuilder *builder, const NewsBlock *block)
{
  guint n_children = block->children != NULL ? block->children->len : 0;

  g_variant_builder_open (builder, G_VARIANT_TYPE (NODE_VARIANT));
  g_variant_builder_add (builder, "y", block->type);
  g_variant_builder_add (builder, "y", block->level);
  g_variant_builder_add (builder, "y",
                         (block->ordered ? FLAG_ORDERED : 0) | (block->header ? FLAG_HEADER : 0));
  g_variant_builder_add (builder, "i", block->start);
  g_variant_builder_add (builder, "q", block->columns);
  g_variant_builder_add (builder, "q", block->rows);
  g_variant_builder_add (builder, "u", n_children);
  g_variant_builder_add_value (builder, text_to_variant (block->text));
  g_variant_builder_add (builder, "ms", block->link);
  g_variant_builder_add_value (builder, picture_to_variant (block->picture));
  g_variant_builder_close (builder);

  for (guint i = 0; i < n_children; i++)
    add_block (builder, g_ptr_array_index (block->children, i));
}

static gboolean
is_sound_span (const NewsSpan *span, const char *text, gsize length)
{
  return span->start < span->end && span->end <= length && (text[span->start] & 0xc0) != 0x80
         && (text[span->end] & 0xc0) != 0x80 && (span->style & ~ALL_STYLES) == 0
         && (span->link == NULL || news_address_is_safe (span->link, NEWS_ADDRESS_LINK));
}

/* Ends of the spans that hold a given one are on a stack: each span goes on it and leaves it once,
 * so that the check takes time in proportion to their number. */
static gboolean
are_sound_spans (const NewsText *text)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize length = strlen (text->text);
  guint start = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      if (!is_sound_span (span, text->text, length) || span->start < start)
        return FALSE;
      start = span->start;

      while (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) <= span->start)
        g_array_set_size (ends, ends->len - 1);
      if (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) < span->end)
        return FALSE;
      g_array_append_val (ends, span->end);
    }

  return TRUE;
}

static NewsText *
text_from_variant (GVariant *variant)
{
  g_autoptr (NewsText) text = news_text_new ();
  g_autoptr (GVariantIter) spans = NULL;
  NewsSpan span;
  guint16 style;

  g_free (text->text);
  g_variant_get (variant, TEXT_VARIANT, &text->text, &spans);
  while (g_variant_iter_next (spans, "(uuqmsms)", &span.start, &span.end, &style, &span.link,
                              &span.language))
    {
      span.style = (NewsStyle) style;
      g_array_append_val (text->spans, span);
    }

  return are_sound_spans (text) ? g_steal_pointer (&text) : NULL;
}

static NewsPicture *
picture_from_variant (GVariant *variant)
{
  g_autoptr (NewsPicture) picture = news_picture_new_from_variant (variant);

  for (guint i = 0; i < picture->files->len; i++)
    if (!news_address_is_safe (g_array_index (picture->files, NewsPictureFile, i).url,
                               NEWS_ADDRESS_FILE))
      return NULL;

  return picture->files->len > 0 ? g_steal_pointer (&picture) : NULL;
}

/* The members that the type of a block names, and no others, are those it must have. */
static gboolean
is_sound_block (const NewsBlock *block)
{
  gboolean has_text = news_block_type_has_text (block->type);
  gboolean figure = block->type == NEWS_BLOCK_FIGURE;
  gboolean embed = block->type == NEWS_BLOCK_EMBED;
  gboolean heading = block->type == NEWS_BLOCK_HEADING;
  gboolean cell = block->type == NEWS_BLOCK_CELL;

  return has_text == (block->text != NULL)
         && (figure ? block->picture != NULL : (embed || block->picture == NULL))
         && (embed ? block->link != NULL : (figure || block->link == NULL))
         && (block->link == NULL || news_address_is_safe (block->link, NEWS_ADDRESS_LINK))
         && (heading ? block->level >= 2 && block->level <= 6 : block->level == 0)
         && (cell ? block->columns > 0 && block->rows > 0
                  : block->columns == 0 && block->rows == 0);
}

static NewsBlock *
read_members (GVariant *node, guint *n_children)
{
  guint8 type, level, flags;
  guint16 columns, rows;
  g_autoptr (GVariant) text = NULL;
  g_autoptr (GVariant) picture = NULL;
  g_autofree char *link = NULL;
  int start;
  g_autoptr (NewsBlock) self = NULL;

  g_variant_get (node, "(yyyiqqum@" TEXT_VARIANT "msm@" NEWS_PICTURE_VARIANT ")", &type, &level,
                 &flags, &start, &columns, &rows, n_children, &text, &link, &picture);
  if (type > NEWS_BLOCK_NOTE)
    return NULL;

  self = news_block_new (type);
  self->level = level;
  self->start = start;
  self->columns = columns;
  self->rows = rows;
  self->ordered = (flags & FLAG_ORDERED) != 0;
  self->header = (flags & FLAG_HEADER) != 0;
  self->link = g_steal_pointer (&link);
  g_clear_pointer (&self->text, news_text_free);
  self->text = text != NULL ? text_from_variant (text) : NULL;
  self->picture = picture != NULL ? picture_from_variant (picture) : NULL;
  if ((self->text == NULL) != (text == NULL) || (self->picture == NULL) != (picture == NULL))
    return NULL;

  return is_sound_block (self) ? g_steal_pointer (&self) : NULL;
}

/* The block at @index, which is moved behind what is in it. */
static NewsBlock *
read_block (GVariant *blocks, gsize *index, guint depth)
{
  g_autoptr (GVariant) node = NULL;
  g_autoptr (NewsBlock) self = NULL;
  guint n_children;

  if (*index >= g_variant_n_children (blocks) || depth > NEWS_BLOCK_MAX_DEPTH)
    return NULL;

  node = g_variant_get_child_value (blocks, (*index)++);
  self = read_members (node, &n_children);
  if (self == NULL || (n_children > 0 && self->children == NULL))
    return NULL;

  for (guint i = 0; i < n_children; i++)
    {
      NewsBlock *child = read_block (blocks, index, depth + 1);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (self->children, child);
      if (!news_block_type_holds (self->type, child->type))
        return NULL;
    }

  return g_steal_pointer (&self);
}

GVariant *
news_block_to_variant (const NewsBlock *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (NEWS_BLOCK_VARIANT));
  add_block (&builder, self);

  return g_variant_builder_end (&builder);
}

NewsBlock *
news_block_new_from_variant (GVariant *variant)
{
  g_autoptr (NewsBlock) self = NULL;
  gsize index = 0;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (NEWS_BLOCK_VARIANT)))
    return NULL;

  self = read_block (variant, &index, 1);

  return index == g_variant_n_children (variant) ? g_steal_pointer (&self) : NULL;
}
