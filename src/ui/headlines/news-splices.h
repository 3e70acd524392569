/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One change of a list: at @position (of the list as it is after the changes before it), @removed
 * rows go and
 * @added rows come. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} NewsSplice;

/* The fewest rows to move that turn the list @before of distinct numbers into @after: an array of
 * NewsSplice, to be carried out in order. Rows in both lists that keep their order are not touched.
 * In O(n log n). */
GArray *news_splices_find (const gint64 *before,
                           guint n_before,
                           const gint64 *after,
                           guint n_after);

G_END_DECLS
