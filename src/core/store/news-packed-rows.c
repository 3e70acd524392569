/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-packed-rows.h"

typedef struct
{
  guint32 article;
  guint32 time; /* seconds since the earliest of all */
} Packed;

struct _NewsPackedRows
{
  GArray *rows; /* NewsRow, or NULL where they are packed */

  Packed *packed;
  guint length;
  gint64 earliest;
  guint group;
};

static gboolean
can_be_packed (GArray *rows, gint64 earliest, gint64 latest)
{
  if (rows->len == 0 || latest - earliest > G_MAXUINT32)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const NewsRow *row = &g_array_index (rows, NewsRow, i);

      if (row->article < 0 || row->article > G_MAXUINT32
          || row->group != g_array_index (rows, NewsRow, 0).group)
        return FALSE;
    }

  return TRUE;
}

static void
pack (NewsPackedRows *self, GArray *rows)
{
  self->packed = g_new (Packed, rows->len);
  self->group = g_array_index (rows, NewsRow, 0).group;
  for (guint i = 0; i < rows->len; i++)
    {
      const NewsRow *row = &g_array_index (rows, NewsRow, i);

      self->packed[i].article = (guint32) row->article;
      self->packed[i].time = (guint32) (row->time - self->earliest);
    }
}

static void
clear (NewsPackedRows *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->packed);
}

NewsPackedRows *
news_packed_rows_new (GArray *rows)
{
  NewsPackedRows *self = g_atomic_rc_box_new0 (NewsPackedRows);
  gint64 latest = G_MININT64;

  self->length = rows->len;
  self->earliest = G_MAXINT64;
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 time = g_array_index (rows, NewsRow, i).time;

      self->earliest = MIN (self->earliest, time);
      latest = MAX (latest, time);
    }

  if (can_be_packed (rows, self->earliest, latest))
    pack (self, rows);
  else
    self->rows = g_array_ref (rows);

  return self;
}

NewsPackedRows *
news_packed_rows_ref (NewsPackedRows *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_packed_rows_unref (NewsPackedRows *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

guint
news_packed_rows_get_length (NewsPackedRows *self)
{
  return self->length;
}

NewsRow
news_packed_rows_get (NewsPackedRows *self, guint position)
{
  if (self->rows != NULL)
    return g_array_index (self->rows, NewsRow, position);

  return (NewsRow) { .article = self->packed[position].article,
                     .time = self->earliest + self->packed[position].time,
                     .group = self->group };
}
