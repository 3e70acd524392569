/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block-variant.h"

#include "news-address.h"
#include "news-block-record.h"

#include <string.h>

#define ALL_STYLES ((NEWS_STYLE_SMALL << 1) - 1)

/* A variant may name the same address again and again; a page has not that many bytes of them. */
#define MAX_LINK_BYTES (16 << 20)

#define MAX_LANGUAGE 35

typedef struct
{
  const NewsBlockRecord *records;
  const NewsSpanRecord *spans;
  const char **strings;
  GVariant *pictures;
  gsize n_records;
  gsize n_spans;
  gsize n_strings;
  gsize n_pictures;
  gsize record; /* the next one; so below */
  gsize span;
  gsize text;
  gsize picture;
  gsize link_room;
} Reader;

static const char *
get_string (Reader *self, guint32 place)
{
  return place > 0 && place <= self->n_strings ? self->strings[place - 1] : NULL;
}

/* Whether @place is that of an address that a page may have; gives a copy. 0 is good, and NULL. */
static gboolean
read_link (Reader *self, guint32 place, char **link)
{
  const char *string = get_string (self, place);
  gsize length;

  *link = NULL;
  if (string == NULL)
    return place == 0;

  length = strlen (string);
  if (length > self->link_room || !news_address_is_safe (string, NEWS_ADDRESS_LINK))
    return FALSE;

  self->link_room -= length;
  *link = g_strdup (string);

  return TRUE;
}

/* The same for what an abbreviation stands for, which there has to be. */
static gboolean
read_expansion (Reader *self, guint32 place, char **expansion)
{
  const char *string = get_string (self, place);
  gsize length = string != NULL ? strlen (string) : 0;

  *expansion = NULL;
  if (length == 0 || length > NEWS_SPAN_MAX_EXPANSION || length > self->link_room)
    return FALSE;

  self->link_room -= length;
  *expansion = g_strdup (string);

  return TRUE;
}

static gboolean
read_language (Reader *self, guint32 place, char **language)
{
  const char *string = get_string (self, place);

  *language = NULL;
  if (string == NULL || strlen (string) > MAX_LANGUAGE)
    return place == 0;

  *language = g_strdup (string);

  return TRUE;
}

static gboolean
says_something (const NewsSpan *span)
{
  return span->style != NEWS_STYLE_PLAIN || span->link != NULL || span->language != NULL
         || span->expansion != NULL;
}

static gboolean
is_sound_span (const NewsSpan *span, const char *text, gsize length)
{
  return span->start < span->end && span->end <= length && (text[span->start] & 0xc0) != 0x80
         && (text[span->end] & 0xc0) != 0x80 && (span->style & ~ALL_STYLES) == 0
         && says_something (span);
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

static gboolean
read_spans (Reader *self, NewsText *text, guint32 n_spans)
{
  if (n_spans > self->n_spans - self->span)
    return FALSE;

  for (guint32 i = 0; i < n_spans; i++)
    {
      const NewsSpanRecord *record = &self->spans[self->span++];
      gboolean short_for = (record->style & NEWS_SPAN_RECORD_EXPANSION) != 0;
      NewsStyle style = (NewsStyle) (record->style & ~NEWS_SPAN_RECORD_EXPANSION);
      NewsSpan span = { record->start, record->end, style, NULL, NULL, NULL };
      gboolean sound = (short_for ? read_expansion (self, record->link, &span.expansion)
                                  : read_link (self, record->link, &span.link))
                       && read_language (self, record->language, &span.language);

      g_array_append_val (text->spans, span);
      if (!sound)
        return FALSE;
    }

  return are_sound_spans (text);
}

/* Each text is of one block, and they are in the order of the blocks: else few letters could make
 * any number of blocks long. So it is with pictures. */
static gboolean
read_text (Reader *self, NewsBlock *block, const NewsBlockRecord *record)
{
  const char *string = get_string (self, record->text);

  if ((string != NULL) != news_block_type_has_text (block->type))
    return FALSE;
  if (string == NULL)
    return record->text == 0 && record->n_spans == 0;
  if (record->text <= self->text)
    return FALSE;

  self->text = record->text;
  g_free (block->text->text);
  block->text->text = g_strdup (string);

  return read_spans (self, block->text, record->n_spans);
}

static gboolean
read_picture (Reader *self, NewsBlock *block, const NewsBlockRecord *record)
{
  g_autoptr (GVariant) variant = NULL;

  if (record->picture == 0)
    return TRUE;
  if (record->picture > self->n_pictures || record->picture <= self->picture)
    return FALSE;

  self->picture = record->picture;
  variant = g_variant_get_child_value (self->pictures, record->picture - 1);
  block->picture = news_picture_new_from_variant (variant);

  for (guint i = 0; i < block->picture->files->len; i++)
    if (!news_address_is_safe (g_array_index (block->picture->files, NewsPictureFile, i).url,
                               NEWS_ADDRESS_FILE))
      return FALSE;

  return block->picture->files->len > 0;
}

/* Whether a block has the members that its type names, and no others. */
static gboolean
is_sound_block (const NewsBlock *block)
{
  gboolean figure = block->type == NEWS_BLOCK_FIGURE;
  gboolean embed = block->type == NEWS_BLOCK_EMBED;
  gboolean heading = block->type == NEWS_BLOCK_HEADING;
  gboolean cell = block->type == NEWS_BLOCK_CELL;

  return (figure ? block->picture != NULL : (embed || block->picture == NULL))
         && (embed ? block->link != NULL : (figure || block->link == NULL))
         && (heading ? block->level >= 2 && block->level <= 6 : block->level == 0)
         && (cell ? block->columns > 0 && block->rows > 0
                  : block->columns == 0 && block->rows == 0);
}

static NewsBlock *
read_members (Reader *self, const NewsBlockRecord *record)
{
  g_autoptr (NewsBlock) block = NULL;

  if (record->type > NEWS_BLOCK_KEY_POINTS)
    return NULL;

  block = news_block_new (record->type);
  block->level = record->level;
  block->ordered = (record->flags & NEWS_BLOCK_RECORD_ORDERED) != 0;
  block->header = (record->flags & NEWS_BLOCK_RECORD_HEADER) != 0;
  block->start = record->start;
  block->columns = record->columns;
  block->rows = record->rows;
  if (!read_link (self, record->link, &block->link) || !read_text (self, block, record)
      || !read_picture (self, block, record) || !is_sound_block (block))
    return NULL;

  return g_steal_pointer (&block);
}

static NewsBlock *
read_block (Reader *self, guint depth)
{
  g_autoptr (NewsBlock) block = NULL;
  const NewsBlockRecord *record;

  if (self->record >= self->n_records || depth > NEWS_BLOCK_MAX_DEPTH)
    return NULL;

  record = &self->records[self->record++];
  block = read_members (self, record);
  if (block == NULL || (record->n_children > 0 && block->children == NULL))
    return NULL;

  for (guint32 i = 0; i < record->n_children; i++)
    {
      NewsBlock *child = read_block (self, depth + 1);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (block->children, child);
      if (!news_block_type_holds (block->type, child->type))
        return NULL;
    }

  return g_steal_pointer (&block);
}

static GPtrArray *
read_blocks (Reader *self)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) news_block_free);

  while (self->record < self->n_records)
    {
      NewsBlock *block = read_block (self, 1);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
    }

  return self->span == self->n_spans ? g_steal_pointer (&blocks) : NULL;
}

GPtrArray *
news_blocks_new_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) records = NULL;
  g_autoptr (GVariant) strings = NULL;
  g_autoptr (GVariant) spans = NULL;
  g_autoptr (GVariant) pictures = NULL;
  g_autofree const char **array = NULL;
  Reader reader = { 0 };

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (NEWS_BLOCK_VARIANT)))
    return NULL;

  g_variant_get (variant,
                 "(@a" NEWS_BLOCK_RECORD "@as@a" NEWS_SPAN_RECORD "@" NEWS_PICTURE_RECORDS ")",
                 &records, &strings, &spans, &pictures);
  reader.records = g_variant_get_fixed_array (records, &reader.n_records, sizeof (NewsBlockRecord));
  reader.spans = g_variant_get_fixed_array (spans, &reader.n_spans, sizeof (NewsSpanRecord));
  reader.strings = array = g_variant_get_strv (strings, &reader.n_strings);
  reader.pictures = pictures;
  reader.n_pictures = g_variant_n_children (pictures);
  reader.link_room = MAX_LINK_BYTES;

  return read_blocks (&reader);
}

NewsBlock *
news_block_new_from_variant (GVariant *variant)
{
  g_autoptr (GPtrArray) blocks = news_blocks_new_from_variant (variant);

  if (blocks == NULL || blocks->len != 1)
    return NULL;

  g_ptr_array_set_free_func (blocks, NULL);

  return g_ptr_array_index (blocks, 0);
}
