/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-headline-cache.h"

#include "news-fresh-marks.h"

/* Headlines that are kept though nothing shows them, before they are let go. */
#define KEPT 1000

/* Headlines that are filled in at once, and milliseconds until the next: their rows may have to be
 * looked through, which no frame should wait for. */
#define AT_ONCE 50
#define FRAME 16

struct _NewsHeadlineCache
{
  GObject parent_instance;

  /* Owned */
  NewsStore *store;
  NewsScope *scope;
  GHashTable *headlines; /* gint64* (inside the headline) to NewsHeadline */
  GHashTable *wanted;    /* the same, of those that are to be read */
  GQueue read;           /* NewsHeadline, as they came, to be filled in */
  NewsFreshMarks *marks;
  GCancellable *cancellable;
  guint reading;
  guint filling;
};

G_DEFINE_FINAL_TYPE (NewsHeadlineCache, news_headline_cache, G_TYPE_OBJECT)

static void
set_marks (NewsHeadline *headline, gboolean read, gboolean bookmarked)
{
  news_headline_set_read (headline, read);
  news_headline_set_bookmarked (headline, bookmarked);
}

static gboolean
fill_cb (gpointer user_data)
{
  NewsHeadlineCache *self = user_data;

  for (guint i = 0; i < AT_ONCE && !g_queue_is_empty (&self->read); i++)
    {
      g_autoptr (NewsHeadline) read = g_queue_pop_head (&self->read);
      NewsHeadline *shown = news_headline_cache_get (self, read->article);

      if (shown != NULL)
        news_headline_fill (shown, read);
    }
  if (!g_queue_is_empty (&self->read))
    return G_SOURCE_CONTINUE;

  self->filling = 0;

  return G_SOURCE_REMOVE;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsHeadlineCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) headlines
    = news_store_headlines_finish (NEWS_STORE (object), result, &error);

  if (headlines != NULL)
    news_fresh_marks_apply (self->marks, headlines);
  news_fresh_marks_arrived (self->marks);

  /* The rows stay empty; the next list tells the reader what is wrong. */
  if (headlines == NULL)
    {
      g_debug ("Headlines: %s", error->message);
      return;
    }

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  for (guint i = 0; i < headlines->len; i++)
    g_queue_push_tail (&self->read, g_object_ref (g_ptr_array_index (headlines, i)));
  if (self->filling == 0 && fill_cb (self))
    self->filling = g_timeout_add (FRAME, fill_cb, self);
}

static void
read_wanted_cb (gpointer user_data)
{
  NewsHeadlineCache *self = user_data;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer article;

  self->reading = 0;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &article, NULL))
    g_array_append_val (articles, *(gint64 *) article);
  g_hash_table_remove_all (self->wanted);
  if (articles->len == 0)
    return;

  news_fresh_marks_expect (self->marks);
  news_store_headlines_async (self->store, self->scope, &g_array_index (articles, gint64, 0),
                              articles->len, self->cancellable, read_cb, g_object_ref (self));
}

static void
want (NewsHeadlineCache *self, NewsHeadline *headline)
{
  /* A view that outlives its list may still ask for rows. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_hash_table_add (self->wanted, &headline->article);
  if (self->reading == 0)
    self->reading = g_idle_add_once (read_wanted_cb, self);
}

/* What nothing but this table holds is let go, once there is much of it: @most, as all of it at
 * once would take long. */
static void
prune (NewsHeadlineCache *self, guint most)
{
  GHashTableIter iter;
  gpointer headline;

  if (g_hash_table_size (self->headlines) <= KEPT)
    return;

  g_hash_table_iter_init (&iter, self->headlines);
  while (most > 0 && g_hash_table_iter_next (&iter, NULL, &headline))
    if (G_OBJECT (headline)->ref_count == 1
        && !g_hash_table_contains (self->wanted, &((NewsHeadline *) headline)->article))
      {
        g_hash_table_iter_remove (&iter);
        most--;
      }
}

/* Takes the reference. */
static NewsHeadline *
keep (NewsHeadlineCache *self, NewsHeadline *headline)
{
  g_hash_table_insert (self->headlines, &headline->article, headline);

  return headline;
}

static void
news_headline_cache_finalize (GObject *object)
{
  NewsHeadlineCache *self = NEWS_HEADLINE_CACHE (object);

  news_headline_cache_close (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->scope, news_scope_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->marks);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->headlines);

  G_OBJECT_CLASS (news_headline_cache_parent_class)->finalize (object);
}

static void
news_headline_cache_class_init (NewsHeadlineCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_headline_cache_finalize;
}

static void
news_headline_cache_init (NewsHeadlineCache *self)
{
  self->headlines = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_queue_init (&self->read);
  self->cancellable = g_cancellable_new ();
}

NewsHeadlineCache *
news_headline_cache_new (NewsStore *store, NewsScope *scope)
{
  NewsHeadlineCache *self = g_object_new (NEWS_TYPE_HEADLINE_CACHE, NULL);

  self->store = g_object_ref (store);
  self->scope = news_scope_ref (scope);
  self->marks = news_fresh_marks_new (store);

  return self;
}

void
news_headline_cache_close (NewsHeadlineCache *self)
{
  g_return_if_fail (NEWS_IS_HEADLINE_CACHE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_handle_id (&self->filling, g_source_remove);
  g_queue_clear_full (&self->read, g_object_unref);
  g_hash_table_remove_all (self->wanted);
}

void
news_headline_cache_set_scope (NewsHeadlineCache *self, NewsScope *scope)
{
  GHashTableIter iter;
  gpointer headline;

  g_return_if_fail (NEWS_IS_HEADLINE_CACHE (self));

  news_headline_cache_close (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  news_scope_ref (scope);
  g_clear_pointer (&self->scope, news_scope_unref);
  self->scope = scope;

  g_hash_table_iter_init (&iter, self->headlines);
  while (g_hash_table_iter_next (&iter, NULL, &headline))
    if (G_OBJECT (headline)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

NewsHeadline *
news_headline_cache_get (NewsHeadlineCache *self, gint64 article)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_CACHE (self), NULL);

  return g_hash_table_lookup (self->headlines, &article);
}

void
news_headline_cache_want (NewsHeadlineCache *self, const gint64 *articles, guint length)
{
  g_return_if_fail (NEWS_IS_HEADLINE_CACHE (self));

  /* More than come, so that it has an end. */
  prune (self, length * 2);
  for (guint i = 0; i < length; i++)
    if (!g_hash_table_contains (self->headlines, &articles[i]))
      want (self, keep (self, news_headline_new (articles[i])));
}

void
news_headline_cache_renew (NewsHeadlineCache *self, GPtrArray *headlines)
{
  g_autoptr (GHashTable) fresh = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (NEWS_IS_HEADLINE_CACHE (self));

  for (guint i = 0; i < headlines->len; i++)
    {
      NewsHeadline *headline = g_ptr_array_index (headlines, i);
      NewsHeadline *shown = news_headline_cache_get (self, headline->article);

      g_hash_table_add (fresh, &headline->article);
      if (shown != NULL)
        news_headline_fill (shown, headline);
      else
        keep (self, g_object_ref (headline));
    }

  g_hash_table_iter_init (&iter, self->headlines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (G_OBJECT (value)->ref_count > 1
        && !g_hash_table_contains (fresh, &((NewsHeadline *) value)->article))
      want (self, value);
}

void
news_headline_cache_mark (NewsHeadlineCache *self,
                          gint64 article,
                          gboolean read,
                          gboolean bookmarked)
{
  NewsHeadline *shown;

  g_return_if_fail (NEWS_IS_HEADLINE_CACHE (self));

  shown = news_headline_cache_get (self, article);
  if (shown != NULL)
    set_marks (shown, read, bookmarked);

  for (GList *l = self->read.head; l != NULL; l = l->next)
    if (((NewsHeadline *) l->data)->article == article)
      set_marks (l->data, read, bookmarked);
}
