/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-snapshot.h"

static void
clear (NewsSnapshot *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->headlines);
}

NewsSnapshot *
news_snapshot_new (void)
{
  NewsSnapshot *self = g_atomic_rc_box_new0 (NewsSnapshot);

  self->rows = g_array_new (FALSE, FALSE, sizeof (NewsRow));
  self->headlines = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

NewsSnapshot *
news_snapshot_ref (NewsSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_snapshot_unref (NewsSnapshot *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}
