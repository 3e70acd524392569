/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-list-sections.h"

struct _NewsListSections
{
  /* Owned */
  GArray *starts; /* guint: positions, in order; the first is 0 unless the list is empty */

  guint length;
};

#define START(self, i) g_array_index ((self)->starts, guint, (i))

NewsListSections *
news_list_sections_new (void)
{
  NewsListSections *self = g_new0 (NewsListSections, 1);

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
news_list_sections_free (NewsListSections *self)
{
  g_array_unref (self->starts);
  g_free (self);
}

void
news_list_sections_clear (NewsListSections *self)
{
  g_array_set_size (self->starts, 0);
  self->length = 0;
}

guint
news_list_sections_get_length (NewsListSections *self)
{
  return self->length;
}

/* The first start at or after @position; the number of starts if there is none. */
static guint
find (NewsListSections *self, guint position)
{
  guint low = 0, high = self->starts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (START (self, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_start (NewsListSections *self, guint i, guint position)
{
  return i < self->starts->len && START (self, i) == position;
}

void
news_list_sections_get (NewsListSections *self, guint position, guint *start, guint *end)
{
  guint i;

  if (position >= self->length)
    {
      *start = self->length;
      *end = G_MAXUINT;
      return;
    }

  i = find (self, position);
  if (!is_start (self, i, position))
    i--;
  *start = START (self, i);
  *end = i + 1 < self->starts->len ? START (self, i + 1) : self->length;
}

/* --- rows --- */

static void
shift (NewsListSections *self, guint first, guint by)
{
  for (guint i = first; i < self->starts->len; i++)
    START (self, i) += by;
}

void
news_list_sections_remove (NewsListSections *self, guint position, guint n)
{
  guint first, end;
  gboolean lost;

  g_return_if_fail (n <= self->length && position <= self->length - n);

  first = find (self, position);
  end = find (self, position + n);
  lost = first < end;
  if (lost)
    g_array_remove_range (self->starts, first, end - first);
  shift (self, first, -n);
  self->length -= n;

  if (lost && position < self->length && !is_start (self, first, position))
    g_array_insert_val (self->starts, first, position);
}

void
news_list_sections_insert (NewsListSections *self, guint position, guint n)
{
  guint i;

  g_return_if_fail (position <= self->length);

  if (n == 0)
    return;

  i = find (self, position);
  if (self->length == 0)
    g_array_append_val (self->starts, position);
  else if (is_start (self, i, position))
    shift (self, i + 1, n);
  else
    shift (self, i, n);
  self->length += n;
}

/* --- mending --- */

/* The first row that should begin a section, from @position on. The first of the list always does.
 */
static guint
find_wanted (guint position, guint end, NewsListSectionsFind find_start, gpointer data)
{
  return position == 0 ? 0 : find_start (position, end, data);
}

/* The rows of which the state was another: from @first to @last. FALSE if there are none. */
static gboolean
mend (NewsListSections *self,
      guint position,
      guint end,
      NewsListSectionsFind find_start,
      gpointer data,
      guint *first,
      guint *last)
{
  g_autoptr (GArray) mended = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = find (self, position);
  guint next = from;
  guint wanted = find_wanted (position, end, find_start, data);

  *first = G_MAXUINT;
  for (;;)
    {
      guint start = next < self->starts->len ? START (self, next) : end;
      guint row = MIN (start, wanted);

      if (row >= end)
        break;

      if (start != wanted)
        {
          *first = MIN (*first, row);
          *last = row;
        }
      if (start == row)
        next++;
      if (wanted == row)
        {
          g_array_append_val (mended, row);
          wanted = find_wanted (row + 1, end, find_start, data);
        }
    }
  if (*first == G_MAXUINT)
    return FALSE;

  if (next > from)
    g_array_remove_range (self->starts, from, next - from);
  g_array_insert_vals (self->starts, from, mended->data, mended->len);

  return TRUE;
}

void
news_list_sections_mend (NewsListSections *self,
                         GtkSectionModel *model,
                         guint position,
                         guint n,
                         gboolean renew,
                         NewsListSectionsFind find_start,
                         gpointer data)
{
  guint end = position + MIN (n, self->length - MIN (position, self->length));
  guint first, last;

  if (position >= end || (!mend (self, position, end, find_start, data, &first, &last) && !renew))
    return;

  if (renew)
    {
      first = position;
      last = end - 1;
    }
  first = first > 0 ? first - 1 : 0;
  gtk_section_model_sections_changed (model, first, last + 1 - first);
}
