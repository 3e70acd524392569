/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-id-set.h"

#define PAGE_BITS 13
#define PAGE_WORDS ((1 << PAGE_BITS) / 64)

typedef struct
{
  gint64 number;
  guint64 words[PAGE_WORDS];
} Page;

struct _NewsIdSet
{
  GHashTable *pages; /* Page, by its number */
  guint size;

  Page *last; /* borrowed: neighbours are often asked for one after the other */
};

/* NULL if no number near to @id is in the set. */
static Page *
find_page (NewsIdSet *self, gint64 id)
{
  gint64 number = id >> PAGE_BITS;

  if (self->last == NULL || self->last->number != number)
    self->last = g_hash_table_lookup (self->pages, &number);

  return self->last;
}

static Page *
ensure_page (NewsIdSet *self, gint64 id)
{
  if (find_page (self, id) == NULL)
    {
      self->last = g_new0 (Page, 1);
      self->last->number = id >> PAGE_BITS;
      g_hash_table_add (self->pages, self->last);
    }

  return self->last;
}

static guint64 *
get_word (Page *page, gint64 id)
{
  return &page->words[((guint64) id >> 6) % PAGE_WORDS];
}

static guint64
get_bit (gint64 id)
{
  return G_GUINT64_CONSTANT (1) << ((guint64) id % 64);
}

NewsIdSet *
news_id_set_new (void)
{
  NewsIdSet *self = g_new0 (NewsIdSet, 1);

  /* The number is the first member of a page, and so its own key. */
  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
news_id_set_free (NewsIdSet *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

gboolean
news_id_set_add (NewsIdSet *self, gint64 id)
{
  guint64 *word = get_word (ensure_page (self, id), id);

  if (*word & get_bit (id))
    return FALSE;

  *word |= get_bit (id);
  self->size++;

  return TRUE;
}

gboolean
news_id_set_contains (NewsIdSet *self, gint64 id)
{
  Page *page = find_page (self, id);

  return page != NULL && (*get_word (page, id) & get_bit (id)) != 0;
}

guint
news_id_set_get_size (NewsIdSet *self)
{
  return self->size;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  gint64 one = (*(Page *const *) a)->number;
  gint64 other = (*(Page *const *) b)->number;

  return (one > other) - (one < other);
}

static void
list_page (const Page *page, GArray *ids)
{
  for (guint i = 0; i < PAGE_WORDS; i++)
    for (guint64 word = page->words[i]; word != 0; word &= word - 1)
      {
        gint64 id = page->number * PAGE_WORDS * 64 + i * 64 + __builtin_ctzll (word);

        g_array_append_val (ids, id);
      }
}

GArray *
news_id_set_list (NewsIdSet *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->size);
  g_autoptr (GPtrArray) pages = g_hash_table_get_values_as_ptr_array (self->pages);

  g_ptr_array_sort (pages, compare_pages);
  for (guint i = 0; i < pages->len; i++)
    list_page (g_ptr_array_index (pages, i), ids);

  return ids;
}
