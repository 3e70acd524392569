/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-snapshot.h"

G_BEGIN_DECLS

/* The rows of a list for as long as it is on show: in 8 bytes each where all are of one group and
 * of times and numbers that fit, as those of a long list are. Immutable, and shared between
 * threads. */
typedef struct _NewsPackedRows NewsPackedRows;

/* @rows (NewsRow) must not change any more. Takes as long as there are rows. */
NewsPackedRows *news_packed_rows_new (GArray *rows);
NewsPackedRows *news_packed_rows_ref (NewsPackedRows *self);
void news_packed_rows_unref (NewsPackedRows *self);

guint news_packed_rows_get_length (NewsPackedRows *self);

/* The row at @position, which must be there. */
NewsRow news_packed_rows_get (NewsPackedRows *self, guint position);

/* Some rows that stand together: from @from up to @to. */
typedef struct
{
  NewsPackedRows *rows; /* borrowed */
  guint from;
  guint to;
} NewsRowSpan;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPackedRows, news_packed_rows_unref)

G_END_DECLS
