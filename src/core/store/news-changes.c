/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-changes.h"

void
news_changes_init (NewsChanges *self)
{
  self->lists = FALSE;
  self->counts = FALSE;
  self->many = FALSE;
  self->marks = g_array_new (FALSE, FALSE, sizeof (NewsMarks));
}

void
news_changes_clear (NewsChanges *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
}

gboolean
news_changes_is_empty (const NewsChanges *self)
{
  return !self->lists && !self->counts && self->marks->len == 0;
}

void
news_changes_add_marks (NewsChanges *self, const NewsMarks *marks)
{
  if (self->many)
    return;

  for (guint i = 0; i < self->marks->len; i++)
    {
      NewsMarks *known = &g_array_index (self->marks, NewsMarks, i);

      if (known->article == marks->article)
        {
          *known = *marks;
          return;
        }
    }

  if (self->marks->len == NEWS_CHANGES_MARKS)
    news_changes_set_many (self);
  else
    g_array_append_vals (self->marks, marks, 1);
}

void
news_changes_set_many (NewsChanges *self)
{
  self->many = TRUE;
  self->lists = TRUE;
  g_array_set_size (self->marks, 0);
}

void
news_changes_merge (NewsChanges *self, const NewsChanges *other)
{
  self->lists |= other->lists;
  self->counts |= other->counts;
  if (other->many)
    news_changes_set_many (self);

  for (guint i = 0; i < other->marks->len; i++)
    news_changes_add_marks (self, &g_array_index (other->marks, NewsMarks, i));
}
