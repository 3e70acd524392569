/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block-record.h"
#include "news-block-variant.h"
#include "news-variant-bytes.h"

typedef struct
{
  GArray *records;
  GArray *spans;
  GPtrArray *strings;  /* borrowed */
  GHashTable *places;  /* of links and languages in @strings */
  GPtrArray *pictures; /* borrowed */
} Writer;

static guint32
add_string (Writer *self, const char *string)
{
  g_ptr_array_add (self->strings, (gpointer) string);

  return self->strings->len;
}

static guint32
intern_string (Writer *self, const char *string)
{
  guint32 place;

  if (string == NULL)
    return 0;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, string));
  if (place == 0)
    {
      place = add_string (self, string);
      g_hash_table_insert (self->places, (gpointer) string, GUINT_TO_POINTER (place));
    }

  return place;
}

static void
add_spans (Writer *self, const NewsText *text)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);
      NewsSpanRecord record = { span->start,
                                span->end,
                                intern_string (self, span->link),
                                intern_string (self, span->language),
                                span->style,
                                0 };

      if (span->expansion != NULL)
        {
          record.link = intern_string (self, span->expansion);
          record.style |= NEWS_SPAN_RECORD_EXPANSION;
        }

      g_array_append_val (self->spans, record);
    }
}

static void
add_block (Writer *self, const NewsBlock *block)
{
  guint n_children = block->children != NULL ? block->children->len : 0;
  NewsBlockRecord record = { 0 };

  record.type = block->type;
  record.level = block->level;
  record.flags = (block->ordered ? NEWS_BLOCK_RECORD_ORDERED : 0)
                 | (block->header ? NEWS_BLOCK_RECORD_HEADER : 0);
  record.start = block->start;
  record.columns = block->columns;
  record.rows = block->rows;
  record.n_children = n_children;
  record.link = intern_string (self, block->link);
  if (block->text != NULL)
    {
      record.text = add_string (self, block->text->text);
      record.n_spans = block->text->spans->len;
      add_spans (self, block->text);
    }
  if (block->picture != NULL)
    {
      g_ptr_array_add (self->pictures, block->picture);
      record.picture = self->pictures->len;
    }
  g_array_append_val (self->records, record);

  for (guint i = 0; i < n_children; i++)
    add_block (self, g_ptr_array_index (block->children, i));
}

static GVariant *
take_bytes (const char *type, GByteArray *array)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (array);

  return g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, TRUE);
}

static GVariant *
write_strings (GPtrArray *strings)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree gsize *ends = g_new (gsize, strings->len);

  for (guint i = 0; i < strings->len; i++)
    {
      news_variant_bytes_add_string (bytes, g_ptr_array_index (strings, i));
      ends[i] = bytes->len;
    }
  news_variant_bytes_end (bytes, 0, ends, strings->len);

  return take_bytes ("as", bytes);
}

/* "a(sii)" */
static void
write_files (GByteArray *bytes, GArray *files)
{
  gsize start = bytes->len;
  g_autofree gsize *ends = g_new (gsize, files->len);

  for (guint i = 0; i < files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (files, NewsPictureFile, i);
      gsize file_start, url_end;

      news_variant_bytes_align (bytes, sizeof (gint32));
      file_start = bytes->len;
      news_variant_bytes_add_string (bytes, file->url);
      url_end = bytes->len;
      news_variant_bytes_add_int32 (bytes, file->width);
      news_variant_bytes_add_int32 (bytes, file->height);
      news_variant_bytes_end (bytes, file_start, &url_end, 1);
      ends[i] = bytes->len;
    }
  news_variant_bytes_end (bytes, start, ends, files->len);
}

/* NEWS_PICTURE_VARIANT */
static void
write_picture (GByteArray *bytes, const NewsPicture *picture)
{
  gsize start = bytes->len;
  gsize ends[3];

  write_files (bytes, picture->files);
  ends[2] = bytes->len;
  news_variant_bytes_add_maybe_string (bytes, picture->alt);
  ends[1] = bytes->len;
  news_variant_bytes_add_maybe_string (bytes, picture->caption);
  ends[0] = bytes->len;
  news_variant_bytes_add_maybe_string (bytes, picture->credit);
  news_variant_bytes_end (bytes, start, ends, G_N_ELEMENTS (ends));
}

static GVariant *
write_pictures (GPtrArray *pictures)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree gsize *ends = g_new (gsize, pictures->len);

  for (guint i = 0; i < pictures->len; i++)
    {
      news_variant_bytes_align (bytes, sizeof (gint32));
      write_picture (bytes, g_ptr_array_index (pictures, i));
      ends[i] = bytes->len;
    }
  news_variant_bytes_end (bytes, 0, ends, pictures->len);

  return take_bytes (NEWS_PICTURE_RECORDS, bytes);
}

static GVariant *
write_variant (Writer *self)
{
  GVariant *parts[4];

  parts[0] = g_variant_new_fixed_array (G_VARIANT_TYPE (NEWS_BLOCK_RECORD), self->records->data,
                                        self->records->len, sizeof (NewsBlockRecord));
  parts[1] = write_strings (self->strings);
  parts[2] = g_variant_new_fixed_array (G_VARIANT_TYPE (NEWS_SPAN_RECORD), self->spans->data,
                                        self->spans->len, sizeof (NewsSpanRecord));
  parts[3] = write_pictures (self->pictures);

  return g_variant_new_tuple (parts, G_N_ELEMENTS (parts));
}

GVariant *
news_blocks_to_variant (GPtrArray *blocks)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (NewsBlockRecord));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NewsSpanRecord));
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  Writer writer = { records, spans, strings, places, pictures };

  for (guint i = 0; i < blocks->len; i++)
    add_block (&writer, g_ptr_array_index (blocks, i));

  return write_variant (&writer);
}

GVariant *
news_block_to_variant (const NewsBlock *self)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  g_ptr_array_add (blocks, (gpointer) self);

  return news_blocks_to_variant (blocks);
}
