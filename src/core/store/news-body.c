/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-body.h"

#include <sqlite3.h>
#include <string.h>
#include <zstd.h>

#define LEVEL 1

/* No body comes near this: a page has at most 400,000 letters, and 4 MB of addresses. */
#define MAX_BYTES (64 << 20)

/* What a frame holds: this, the page, the text. As it is a multiple of 8, the page is where a
 * GVariant may be. Numbers are in little-endian order. */
typedef struct
{
  guint32 page; /* bytes, or NONE */
  guint32 text;
} Header;

#define NONE G_MAXUINT32

static void
free_compressor (ZSTD_CCtx *context)
{
  ZSTD_freeCCtx (context);
}

static void
free_decompressor (ZSTD_DCtx *context)
{
  ZSTD_freeDCtx (context);
}

/* One of each a thread, as they are some hundred KB that would else be made for each body. */
static ZSTD_CCtx *
get_compressor (void)
{
  static GPrivate private = G_PRIVATE_INIT ((GDestroyNotify) free_compressor);
  ZSTD_CCtx *context = g_private_get (&private);

  if (context == NULL)
    {
      context = ZSTD_createCCtx ();
      ZSTD_CCtx_setParameter (context, ZSTD_c_compressionLevel, LEVEL);
      ZSTD_CCtx_setParameter (context, ZSTD_c_checksumFlag, 1);
      g_private_set (&private, context);
    }

  return context;
}

static ZSTD_DCtx *
get_decompressor (void)
{
  static GPrivate private = G_PRIVATE_INIT ((GDestroyNotify) free_decompressor);
  ZSTD_DCtx *context = g_private_get (&private);

  if (context == NULL)
    {
      context = ZSTD_createDCtx ();
      g_private_set (&private, context);
    }

  return context;
}

/* Page and text behind each other; NULL if they are too large. */
static guint8 *
join (GBytes *page, const char *text, gsize *length)
{
  gsize page_length = page != NULL ? g_bytes_get_size (page) : 0;
  gsize text_length = text != NULL ? strlen (text) : 0;
  Header header = { NONE, NONE };
  guint8 *contents;

  if (page_length > MAX_BYTES / 2 || text_length > MAX_BYTES / 4)
    return NULL;

  if (page != NULL)
    header.page = GUINT32_TO_LE ((guint32) page_length);
  if (text != NULL)
    header.text = GUINT32_TO_LE ((guint32) text_length);

  *length = sizeof header + page_length + text_length;
  contents = g_malloc (*length);
  memcpy (contents, &header, sizeof header);
  if (page_length > 0)
    memcpy (contents + sizeof header, g_bytes_get_data (page, NULL), page_length);
  if (text_length > 0)
    memcpy (contents + sizeof header + page_length, text, text_length);

  return contents;
}

GBytes *
news_body_pack (GBytes *page, const char *text)
{
  g_autofree guint8 *contents = NULL;
  g_autofree guint8 *frame = NULL;
  gsize length, bound, packed;

  if (page == NULL && text == NULL)
    return NULL;

  contents = join (page, text, &length);
  if (contents == NULL)
    {
      g_debug ("A body is too large to be kept");
      return NULL;
    }

  bound = ZSTD_compressBound (length);
  frame = g_malloc (bound);
  packed = ZSTD_compress2 (get_compressor (), frame, bound, contents, length);
  if (ZSTD_isError (packed))
    {
      g_debug ("A body can’t be packed: %s", ZSTD_getErrorName (packed));
      return NULL;
    }

  return g_bytes_new (frame, packed);
}

/* What the frame holds, in full; NULL if it is damaged. The size that it names is not trusted: it
 * is only ever taken up to the bound, and must then be what comes. */
static GBytes *
unpack_frame (GBytes *pack)
{
  gsize length;
  gconstpointer frame = g_bytes_get_data (pack, &length);
  unsigned long long size = ZSTD_getFrameContentSize (frame, length);
  g_autofree guint8 *contents = NULL;
  gsize unpacked;

  /* This goes for the two large numbers that stand for errors too. */
  if (size < sizeof (Header) || size > MAX_BYTES)
    return NULL;

  contents = g_try_malloc ((gsize) size);
  if (contents == NULL)
    return NULL;

  unpacked = ZSTD_decompressDCtx (get_decompressor (), contents, (gsize) size, frame, length);
  if (ZSTD_isError (unpacked) || unpacked != size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&contents), unpacked);
}

gboolean
news_body_unpack (GBytes *pack, GBytes **page, char **text)
{
  g_autoptr (GBytes) contents = unpack_frame (pack);
  gsize length, page_length, text_length;
  const guint8 *data;
  Header header;

  *page = NULL;
  *text = NULL;
  if (contents == NULL)
    return FALSE;

  data = g_bytes_get_data (contents, &length);
  memcpy (&header, data, sizeof header);
  header.page = GUINT32_FROM_LE (header.page);
  header.text = GUINT32_FROM_LE (header.text);
  page_length = header.page != NONE ? header.page : 0;
  text_length = header.text != NONE ? header.text : 0;
  if (page_length > MAX_BYTES || text_length > MAX_BYTES
      || sizeof header + page_length + text_length != length)
    return FALSE;

  data += sizeof header + page_length;
  if (header.text != NONE)
    *text = g_utf8_make_valid ((const char *) data, (gssize) text_length);
  if (header.page != NONE)
    *page = g_bytes_new_from_bytes (contents, sizeof header, page_length);

  return TRUE;
}

void
news_body_read_columns (NewsDatabase *database,
                        NewsStatement *statement,
                        int column,
                        GBytes **page,
                        char **text)
{
  g_autoptr (GBytes) pack = news_statement_dup_bytes (statement, column + 2);

  *page = NULL;
  *text = NULL;
  if (pack == NULL)
    {
      *page = news_statement_dup_bytes (statement, column);
      *text = news_statement_dup_text (statement, column + 1);
    }
  else if (!news_body_unpack (pack, page, text))
    news_database_latch (database, SQLITE_CORRUPT);
}

char *
news_body_read_text (NewsDatabase *database, gint64 article)
{
  NewsStatement *statement
    = news_database_prepare (database, "SELECT page, text, pack FROM bodies WHERE article = ?");
  g_autoptr (GBytes) page = NULL;
  char *text = NULL;

  news_statement_bind_int (statement, 1, article);
  if (!news_statement_next (statement))
    return NULL;

  news_body_read_columns (database, statement, 0, &page, &text);
  news_statement_end (statement);

  return text;
}
