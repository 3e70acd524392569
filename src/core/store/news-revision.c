/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-revision.h"

static void
clear (NewsRevision *self)
{
  g_free (self->title);
  g_free (self->standfirst);
  g_clear_pointer (&self->page, g_bytes_unref);
  g_free (self->text);
}

NewsRevision *
news_revision_new (void)
{
  return g_atomic_rc_box_new0 (NewsRevision);
}

NewsRevision *
news_revision_ref (NewsRevision *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_revision_unref (NewsRevision *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}
